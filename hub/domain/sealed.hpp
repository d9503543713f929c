// A datum about a person. It can't be printed, formatted, serialized, compared, converted or
// logged; only the rooms of sealed_keys.hpp look inside, and only the gate's `Disclosure` turns it
// into a `Cleared<T>`. Anyone may seal. A plain value type: no thread, no allocation of its own.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <utility>

#include "hub/base/ids.hpp"
#include "hub/domain/item.hpp"
#include "hub/domain/sealed_keys.hpp"

namespace hub::domain {

/// Whom a datum is about: a person, or, as long as no person is known for it, the record it came
/// in.
class Owner {
 public:
  enum class Kind : std::uint8_t { nobody, person, record };

  Owner() = default;
  Owner(const base::PersonId& person) : bytes_(person.bytes()), kind_(Kind::person) {}  // NOLINT
  Owner(const base::RecordId& record) : bytes_(record.bytes()), kind_(Kind::record) {}  // NOLINT

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] bool is(const base::PersonId& person) const noexcept {
    return kind_ == Kind::person && bytes_ == person.bytes();
  }
  [[nodiscard]] base::PersonId person() const noexcept { return base::PersonId(bytes_); }
  [[nodiscard]] base::RecordId record() const noexcept { return base::RecordId(bytes_); }
  friend bool operator==(const Owner&, const Owner&) = default;

 private:
  base::UuidBytes bytes_{};
  Kind kind_ = Kind::nobody;
};

/// The number that the store gave a configured source.
enum class SourceId : std::uint32_t {};

template <class T>
class Sealed {
 public:
  using Value = T;

  Sealed() = default;
  Sealed(T value, const Owner& owner, SourceId source, Labels labels)
      : value_(std::move(value)), owner_(owner), source_(source), labels_(labels) {}
  Sealed(const Sealed&) = default;
  Sealed(Sealed&&) noexcept = default;
  Sealed& operator=(const Sealed&) = default;
  Sealed& operator=(Sealed&&) noexcept = default;
  ~Sealed() {}  // NOLINT: not trivial, so that nothing copies it out as bytes

  [[nodiscard]] const Owner& owner() const noexcept { return owner_; }
  [[nodiscard]] SourceId source() const noexcept { return source_; }
  [[nodiscard]] Labels labels() const noexcept { return labels_; }

  /// Labels only ever become stricter.
  void add_labels(Labels more) noexcept { labels_ = labels_.with(more); }
  /// When linkage found the person of a record. The store writes the link; this follows it.
  void belongs_to(const base::PersonId& person) noexcept { owner_ = Owner(person); }

  template <LooksInside Key>
  [[nodiscard]] const T& look(const Key&) const noexcept {
    return value_;
  }

  friend bool operator==(const Sealed&, const Sealed&) = delete;
  template <class C, class Traits>
  friend std::basic_ostream<C, Traits>& operator<<(std::basic_ostream<C, Traits>&,
                                                   const Sealed&) = delete;

 private:
  T value_{};
  Owner owner_;
  SourceId source_{};
  Labels labels_;
};

}  // namespace hub::domain
