#include "hub/normalize/note.hpp"

namespace hub::normalize {
namespace {

enum Weight : bool { step, warning };

struct Described {
  std::string_view code;
  Weight weight;
};

/// In the order of the enum.
constexpr std::array<Described, note_count> described = {{
    {"text.line_break_word", step},
    {"text.old_kanji", step},
    {"text.not_cp932", warning},
    {"text.not_nfc", step},
    {"name.width", step},
    {"name.variation_selector", step},
    {"name.separator", step},
    {"name.variant", step},
    {"name.repeated", step},
    {"name.latin", step},
    {"name.further", step},
    {"name.empty", warning},
    {"name.gaiji", warning},
    {"name.dummy_given_name", warning},
    {"name.malformed", warning},
    {"name.too_many_variants", warning},
    {"kana.width_and_script", step},
    {"kana.separator", step},
    {"kana.enlarged", step},
    {"kana.repeated", step},
    {"kana.empty", warning},
    {"kana.kanji_or_latin", warning},
    {"kana.not_kana", warning},
    {"kana.malformed", warning},
    {"date.written_otherwise", step},
    {"date.past_era", warning},
    {"date.before_era", warning},
    {"date.approximate", warning},
    {"date.unknown_day", warning},
    {"date.unknown_month", warning},
    {"date.artificial_day", warning},
    {"date.time_dropped", warning},
    {"date.unreadable", warning},
    {"number.written_otherwise", step},
    {"address.width", step},
    {"address.full_width_digits", step},
    {"address.postal_code", step},
    {"address.odd_hyphen", step},
    {"address.section_word", step},
    {"address.banchi", step},
    {"address.ban_go", step},
    {"address.chome_digits", step},
    {"address.chome_kanji", step},
    {"address.kanji_digits", step},
    {"address.county", step},
    {"address.building_repeated", step},
    {"address.small_section", step},
    {"address.city_spelling", step},
    {"address.empty", warning},
    {"address.no_prefecture", warning},
    {"address.no_city", warning},
    {"address.city_from_town", warning},
    {"address.ambiguous_city", warning},
    {"address.town_unknown", warning},
    {"address.no_number", warning},
    {"address.glued_building", warning},
    {"address.doubled_chome", warning},
    {"address.third_number", warning},
    {"address.room_in_number", warning},
    {"address.malformed", warning},
    {"phone.digits", step},
    {"phone.full_width", step},
    {"phone.extension_dropped", step},
    {"phone.empty", warning},
    {"phone.unreadable", warning},
    {"phone.length", warning},
    {"capacity.empty", warning},
    {"corporate_number.empty", warning},
    {"url.mail_address", warning},
}};

}  // namespace

std::string_view code_of(Note note) noexcept {
  return described[static_cast<std::size_t>(note)].code;
}

bool is_warning(Note note) noexcept {
  return described[static_cast<std::size_t>(note)].weight == warning;
}

}  // namespace hub::normalize
