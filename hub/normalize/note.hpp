// What a normalization met on its way: each kind of dirt has one note, so that a file's dirt can be
// counted. DOMAIN's measured kinds are all among them.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hub::normalize {

enum class Note : std::uint8_t {
  // Any cell.
  text_line_break_word,  ///< （改行） written out
  text_old_kanji,        ///< 髙 﨑 德 濵, which CP932 has only as extensions
  text_not_cp932,
  text_not_nfc,
  // Names.
  name_width,
  name_variation_selector,
  name_separator,
  name_variant,
  name_repeated,  ///< 佐々木 as 佐佐木
  name_latin,     ///< capitals, no accents
  name_further,   ///< 通称名, 旧氏, another script
  name_empty,
  name_gaiji,
  name_dummy_given_name,  ///< LIFE's ００
  name_malformed,
  name_too_many_variants,
  // Kana.
  kana_width_and_script,
  kana_separator,
  kana_enlarged,
  kana_repeated,
  kana_empty,
  kana_kanji_or_latin,  ///< the name stands in the column of its reading
  kana_not_kana,
  kana_malformed,
  // Dates and numbers.
  date_written_otherwise,  ///< anything but ISO 8601
  date_past_era,
  date_before_era,
  date_approximate,
  date_unknown_day,
  date_unknown_month,
  date_artificial_day,
  date_time_dropped,
  date_unreadable,
  number_written_otherwise,
  // Addresses.
  address_width,
  address_full_width_digits,
  address_postal_code,
  address_odd_hyphen,
  address_section_word,  ///< 大字
  address_banchi,        ///< 番地
  address_ban_go,        ///< 番…号
  address_chome_digits,
  address_chome_kanji,
  address_kanji_digits,
  address_county,
  address_building_repeated,
  address_small_section,
  address_city_spelling,  ///< the city with another ヶ than its own
  address_empty,
  address_no_prefecture,
  address_no_city,
  address_city_from_town,
  address_ambiguous_city,
  address_town_unknown,
  address_no_number,
  address_glued_building,
  address_doubled_chome,
  address_third_number,
  address_room_in_number,
  address_malformed,
  // Telephone numbers.
  phone_digits,
  phone_full_width,
  phone_extension_dropped,
  phone_empty,
  phone_unreadable,
  phone_length,
  // Further cells of a list of facilities.
  capacity_empty,
  corporate_number_empty,
  url_mail_address,
};

inline constexpr std::size_t note_count = static_cast<std::size_t>(Note::url_mail_address) + 1;

/// Stable: "address.glued_building".
std::string_view code_of(Note note) noexcept;

/// A warning wants a person's eye; any other note is a step that loses nothing.
bool is_warning(Note note) noexcept;

/// A set of notes.
class Notes {
 public:
  void add(Note note) noexcept { bits_.set(static_cast<std::size_t>(note)); }
  void add(const Notes& others) noexcept { bits_ |= others.bits_; }
  [[nodiscard]] bool has(Note note) const noexcept {
    return bits_.test(static_cast<std::size_t>(note));
  }
  [[nodiscard]] bool empty() const noexcept { return bits_.none(); }

  /// Calls `use` with each, in the order of the enum.
  template <class Use>
  void each(Use use) const {
    for (std::size_t at = 0; at < note_count; ++at) {
      if (bits_.test(at)) use(static_cast<Note>(at));
    }
  }

  friend bool operator==(const Notes&, const Notes&) = default;

 private:
  std::bitset<note_count> bits_;
};

/// How often each note was met.
class NoteCounts {
 public:
  void add(const Notes& notes) {
    notes.each([this](Note note) { ++counts_[static_cast<std::size_t>(note)]; });
  }
  [[nodiscard]] std::uint64_t of(Note note) const noexcept {
    return counts_[static_cast<std::size_t>(note)];
  }

 private:
  std::array<std::uint64_t, note_count> counts_{};
};

}  // namespace hub::normalize
