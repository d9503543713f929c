// Parsed JSON: a small immutable tree of ours. A Document owns everything; a View borrows from it
// and must not outlive it. Reading is safe from several threads.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagu::json {

/// `decimal` is a number written with a point or an exponent that no double would round.
enum class Type : std::uint8_t { null, boolean, integer, decimal, string, array, object };

namespace detail {

/// Nodes stand in document order; `next` is the index after the node's whole subtree.
struct Node {
  Type type = Type::null;
  std::uint32_t next = 0;
  std::uint32_t children = 0;
  std::string_view key;
  std::string_view text;
  std::int64_t integer = 0;
  double decimal = 0;
};

}  // namespace detail

class View {
 public:
  class Iterator;

  /// Equals null, so that absent and null can be told apart by exists().
  View() = default;
  explicit View(const detail::Node* nodes, std::uint32_t at = 0) : nodes_(nodes), at_(at) {}

  [[nodiscard]] bool exists() const noexcept { return nodes_ != nullptr; }
  [[nodiscard]] Type type() const noexcept { return exists() ? node().type : Type::null; }
  [[nodiscard]] bool is(Type type_wanted) const noexcept {
    return exists() && node().type == type_wanted;
  }
  /// The name under which an object holds this value; else empty.
  [[nodiscard]] std::string_view key() const noexcept { return exists() ? node().key : ""; }
  /// Of a string; else empty. No copy: borrowed from the Document.
  [[nodiscard]] std::string_view text() const noexcept { return exists() ? node().text : ""; }
  /// Of an integer, or of a decimal without a fraction; else 0.
  [[nodiscard]] std::int64_t integer() const noexcept { return exists() ? node().integer : 0; }
  /// Of any number; else 0.
  [[nodiscard]] double number() const noexcept;
  [[nodiscard]] bool boolean() const noexcept { return exists() && node().integer != 0; }
  /// Members or elements.
  [[nodiscard]] std::size_t size() const noexcept { return exists() ? node().children : 0; }

  /// The member of that name, or a View that does not exist. Linear in the members.
  [[nodiscard]] View find(std::string_view name) const noexcept;
  /// The value at an RFC 6901 pointer below this one ("" is this one).
  [[nodiscard]] View at_pointer(std::string_view pointer) const;
  /// Over members or elements; of anything else, over nothing.
  [[nodiscard]] Iterator begin() const noexcept;
  [[nodiscard]] Iterator end() const noexcept;

 private:
  [[nodiscard]] const detail::Node& node() const noexcept { return nodes_[at_]; }

  const detail::Node* nodes_ = nullptr;
  std::uint32_t at_ = 0;
};

class View::Iterator {
 public:
  using value_type = View;
  using difference_type = std::ptrdiff_t;

  Iterator() = default;
  Iterator(const detail::Node* nodes, std::uint32_t at) : nodes_(nodes), at_(at) {}
  View operator*() const noexcept { return View(nodes_, at_); }
  Iterator& operator++() noexcept {
    at_ = nodes_[at_].next;
    return *this;
  }
  Iterator operator++(int) noexcept {
    const Iterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  const detail::Node* nodes_ = nullptr;
  std::uint32_t at_ = 0;
};

inline View::Iterator View::begin() const noexcept {
  return size() == 0 ? Iterator() : Iterator(nodes_, at_ + 1);
}
inline View::Iterator View::end() const noexcept {
  return size() == 0 ? Iterator() : Iterator(nodes_, node().next);
}

/// Moves, does not copy: its nodes point into its own text.
class Document {
 public:
  Document() = default;
  Document(std::vector<detail::Node> nodes, std::vector<char> text)
      : nodes_(std::move(nodes)), text_(std::move(text)) {}
  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() = default;

  [[nodiscard]] View root() const noexcept { return nodes_.empty() ? View() : View(nodes_.data()); }

 private:
  std::vector<detail::Node> nodes_;
  std::vector<char> text_;  // a vector, because a moved short string would move its bytes
};

}  // namespace tsunagu::json
