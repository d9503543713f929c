// The only vocabulary of sensitivity labels: what a datum is, as the gate asks about it.
// `sdk/schema` gives every field of every record its item; an adapter may add a stricter one, never
// take one away.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace hub::domain {

enum class Item : std::uint8_t {
  unknown,       ///< the hub failed to read it: refuses
  public_,       ///< open data
  identity,      ///< name, kana, birthday, sex, numbers
  contact,       ///< address and telephone
  locating,      ///< tells where somebody is without being an address: school, workplace, hospital
  family,        ///< 続柄, members of the household
  statement,     ///< 主訴, facts of the process
  special_care,  ///< 要配慮個人情報 (個人情報保護法2条3項)
  income,        ///< what the person told of his means himself
  staff_note,    ///< 見立て: a worker's opinion
  third_party,   ///< about somebody who is not in the case
  youtai,  ///< 要保護児童対策地域協議会 material (児童福祉法25条の2, 25条の5)
  informant,  ///< who reported an abuse (児童虐待防止法7条, 高齢者虐待防止法8条)
  tax,        ///< from tax assessment or collection (地方税法22条)
  mynumber,   ///< 個人番号 and what came through 情報連携 (番号法19条, 20条)
};

inline constexpr std::size_t item_count = 15;
inline constexpr std::array<std::string_view, item_count> item_names{
    "unknown",     "public",    "identity",     "contact", "locating",
    "family",      "statement", "special_care", "income",  "staff_note",
    "third_party", "youtai",    "informant",    "tax",     "mynumber"};

constexpr std::string_view name_of(Item item) noexcept {
  const auto at = static_cast<std::size_t>(item);
  return at < item_count ? item_names[at] : item_names[0];
}

/// `Item::unknown` for a word that is none of the names.
constexpr Item item_from(std::string_view name) noexcept {
  for (std::size_t at = 1; at < item_count; ++at) {
    if (item_names[at] == name) return static_cast<Item>(at);
  }
  return Item::unknown;
}

/// A small set of items. One datum may carry several; each is asked about and the strictest answer
/// stands. The empty set is a datum whose item nobody gave: it counts as `unknown`.
class Labels {
 public:
  constexpr Labels() = default;
  constexpr Labels(Item item) noexcept : bits_(bit(item)) {}  // NOLINT: one item is a set
  constexpr Labels(std::initializer_list<Item> items) noexcept {
    for (const Item item : items)
      bits_ |= bit(item);
  }

  [[nodiscard]] constexpr bool has(Item item) const noexcept { return (bits_ & bit(item)) != 0; }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  [[nodiscard]] constexpr bool includes(Labels other) const noexcept {
    return (other.bits_ & ~bits_) == 0;
  }
  [[nodiscard]] constexpr Labels with(Labels other) const noexcept {
    Labels both;
    both.bits_ = bits_ | other.bits_;
    return both;
  }
  [[nodiscard]] constexpr Labels without(Labels other) const noexcept {
    return from_bits(bits_ & static_cast<std::uint16_t>(~other.bits_));
  }
  [[nodiscard]] constexpr bool meets(Labels other) const noexcept {
    return (bits_ & other.bits_) != 0;
  }
  static constexpr Labels everything() noexcept { return from_bits(0xffff); }
  /// For the store: one bit per item, in the order of the enum.
  [[nodiscard]] constexpr std::uint16_t bits() const noexcept { return bits_; }
  [[nodiscard]] static constexpr Labels from_bits(std::uint16_t bits) noexcept {
    Labels labels;
    labels.bits_ = bits & ((1u << item_count) - 1);
    return labels;
  }
  /// Calls `visit(Item)` in the order of the enum; for the empty set once, with `unknown`.
  template <class Visit>
  constexpr void each(Visit&& visit) const {
    if (empty()) visit(Item::unknown);
    for (std::size_t at = 0; at < item_count; ++at) {
      if (has(static_cast<Item>(at))) visit(static_cast<Item>(at));
    }
  }
  friend constexpr bool operator==(Labels, Labels) = default;

 private:
  static constexpr std::uint16_t bit(Item item) noexcept {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(item));
  }
  std::uint16_t bits_ = 0;
};

}  // namespace hub::domain
