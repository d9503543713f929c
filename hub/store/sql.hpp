// A statement, its parameters and its rows. Parameters are always bound: `Sql` can be made only
// from a literal, so no text from outside ever becomes part of a statement.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hub/base/clock.hpp"
#include "hub/base/ids.hpp"
#include "hub/store/row_ids.hpp"

namespace SQLite {
class Statement;
}

namespace hub::store {

class Sql {
 public:
  consteval Sql(const char* literal) : text_(literal) {}  // NOLINT: a literal is a statement
  [[nodiscard]] constexpr const char* text() const noexcept { return text_; }

 private:
  const char* text_;
};

using BlobView = std::span<const std::uint8_t>;

/// One bound parameter: a view. A blob over 64 bytes must live until the statement has run; ids,
/// tokens and text are copied.
class Bind {
 public:
  enum class Type : std::uint8_t { null, integer, text, blob };

  Bind(std::nullopt_t) {}         // NOLINT: parameters are written as they are
  Bind(std::integral auto value)  // NOLINT
      : type_(Type::integer), integer_(static_cast<std::int64_t>(value)) {}
  Bind(base::UtcMillis at) : Bind(base::millis_of(at)) {}  // NOLINT
  template <class Tag>
  Bind(RowId<Tag> row) : Bind(row.value) {}                           // NOLINT
  Bind(SourceId source) : Bind(static_cast<std::int64_t>(source)) {}  // NOLINT
  Bind(std::string_view text)
      : type_(Type::text), data_(text.data()), size_(text.size()) {}                  // NOLINT
  Bind(const std::string& text) : Bind(std::string_view(text)) {}                     // NOLINT
  Bind(const char* text) : Bind(std::string_view(text)) {}                            // NOLINT
  Bind(BlobView blob) : type_(Type::blob), data_(blob.data()), size_(blob.size()) {}  // NOLINT
  template <std::size_t N>
  Bind(const std::array<std::uint8_t, N>& blob) : Bind(BlobView(blob)) {}  // NOLINT
  template <class Tag>
  Bind(const base::Id<Tag>& id) : Bind(id.bytes()) {}  // NOLINT
  template <class T>
  Bind(const std::optional<T>& value) {  // NOLINT
    if (value) *this = Bind(*value);
  }

  [[nodiscard]] Type type() const noexcept { return type_; }
  [[nodiscard]] std::int64_t integer() const noexcept { return integer_; }
  [[nodiscard]] const void* data() const noexcept { return data_; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  Type type_ = Type::null;
  std::int64_t integer_ = 0;
  const void* data_ = nullptr;
  std::size_t size_ = 0;
};

/// A row id, or NULL for no row.
template <class Tag>
std::optional<std::int64_t> or_null(RowId<Tag> row) {
  return row ? std::optional(row.value) : std::nullopt;
}

/// Sealed or encoded bytes kept in a string, as a blob.
inline BlobView blob_of(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

/// A prepared statement that is kept; busy while a cursor walks it.
struct KeptStatement;

/// The rows of a running statement. What it returns as a view is valid until the next `next()`.
class Cursor {
 public:
  Cursor(KeptStatement& kept, std::span<const Bind> values);
  Cursor(std::unique_ptr<KeptStatement> own, std::span<const Bind> values);
  ~Cursor();
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  /// Goes to the next row; false after the last.
  bool next();
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] base::UtcMillis time(int column) const {
    return base::utc_from_millis(integer(column));
  }
  [[nodiscard]] std::optional<base::UtcMillis> time_or_null(int column) const;
  template <class Row>
  [[nodiscard]] Row row(int column) const {
    return Row{integer(column)};
  }
  /// A stored array of exactly N bytes; throws where the row holds another length.
  template <std::size_t N>
  [[nodiscard]] std::array<std::uint8_t, N> bytes(int column) const {
    std::array<std::uint8_t, N> out;
    copy(column, out);
    return out;
  }
  template <class Id>
  [[nodiscard]] Id id(int column) const {
    return Id(bytes<16>(column));
  }

 private:
  void copy(int column, std::span<std::uint8_t> out) const;
  std::unique_ptr<KeptStatement> own_;
  KeptStatement& kept_;
};

}  // namespace hub::store
