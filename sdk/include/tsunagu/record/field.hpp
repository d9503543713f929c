// The three states of a member (absent = unchanged, null = cleared, a value), lists, and the keys
// by which records of one source name each other. Plain values of the caller; no thread of ours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tsunagu::record {

struct Cleared {};
/// `person.sex = cleared;` takes back what an earlier delivery said.
inline constexpr Cleared cleared;

enum class Presence { absent, null, present };

/// Absent until something is assigned. An empty string stays absent: a source that means "take it
/// back" by an empty cell assigns `cleared`.
template <class T>
class Field {
 public:
  Field() = default;
  Field(Cleared) : presence_(Presence::null) {}
  template <class U>
  requires(std::is_convertible_v<U&&, T> && !std::is_same_v<std::remove_cvref_t<U>, Field>)
      // NOLINTNEXTLINE(bugprone-forwarding-reference-overload): the line above keeps Field out
      Field(U&& value)
      : value_(std::in_place_t{}, std::forward<U>(value)) {
    settle();
  }
  Field(std::string_view value) requires(std::is_same_v<T, std::string>)
      : value_(std::in_place_t{}, value) {
    settle();
  }

  [[nodiscard]] Presence presence() const noexcept { return presence_; }
  [[nodiscard]] bool has_value() const noexcept { return presence_ == Presence::present; }
  /// Only where has_value().
  [[nodiscard]] const T& value() const noexcept { return *value_; }

 private:
  void settle() {
    presence_ = Presence::present;
    if constexpr (std::is_same_v<T, std::string>) {
      if (value_->empty()) presence_ = Presence::absent;
    }
  }

  std::optional<T> value_;
  Presence presence_ = Presence::absent;
};

/// Absent until something is added. Adding after clearing replaces.
template <class T>
class List {
 public:
  List() = default;
  List(Cleared) : presence_(Presence::null) {}
  List(std::initializer_list<T> items)
      : items_(items), presence_(items_.empty() ? Presence::absent : Presence::present) {}

  /// The reference is good until the next add.
  T& add(T item) {
    presence_ = Presence::present;
    items_.push_back(std::move(item));
    return items_.back();
  }
  [[nodiscard]] Presence presence() const noexcept { return presence_; }
  [[nodiscard]] const std::vector<T>& items() const noexcept { return items_; }
  [[nodiscard]] std::size_t size() const noexcept { return items_.size(); }
  [[nodiscard]] bool empty() const noexcept { return items_.empty(); }

 private:
  std::vector<T> items_;
  Presence presence_ = Presence::absent;
};

/// A record key of one kind: stable in its source, and no key of another kind fits in its place.
template <class Tag>
class Key {
 public:
  explicit Key(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  friend bool operator==(const Key&, const Key&) = default;

 private:
  std::string text_;
};

using PersonKey = Key<struct PersonKeyTag>;
using ConsultationKey = Key<struct ConsultationKeyTag>;
using PlanKey = Key<struct PlanKeyTag>;
using CaseKey = Key<struct CaseKeyTag>;
using HouseholdKey = Key<struct HouseholdKeyTag>;
using ResourceKey = Key<struct ResourceKeyTag>;

}  // namespace tsunagu::record
