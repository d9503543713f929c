#include "hub/normalize/address_key.hpp"

#include <algorithm>
#include <vector>

#include "hub/normalize/house_number.hpp"
#include "hub/normalize/place_text.hpp"
#include "hub/normalize/room.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

/// 丁目, 番, 号: a fourth number is a room (GIF: the room belongs to the building).
constexpr std::size_t most_groups = 3;

bool is_postal(char c) {
  return (c >= '0' && c <= '9') || c == '-';
}

/// 〒329-1311 in front, or the seven digits alone.
std::string_view without_postal_code(std::string_view from) {
  constexpr std::string_view mark = "〒";
  const bool marked = from.starts_with(mark);
  auto rest = marked ? text::trim(from.substr(mark.size())) : from;
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_postal);
  const auto digits = std::count_if(rest.begin(), end, [](char c) { return c != '-'; });
  if (digits != 7 && !marked) return from;
  return text::trim(rest.substr(static_cast<std::size_t>(end - rest.begin())));
}

/// イ, 甲, 子 …: what a town or 小字 is divided by (GIF: they belong to the 小字).
bool is_division_mark(std::string_view word) {
  constexpr std::string_view all = "イロハニホヘト甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
  return word.size() == 3 && all.find(word) != std::string_view::npos;
}

class Reader {
 public:
  Reader(const Tables& tables, AddressHint hint) : tables_(tables), hint_(hint) {}

  AddressKey read(std::string_view address) {
    result_.notes.add(notes_of_place(address));
    folded_ = place_text(address, tables_.variants);
    building_ = place_text(hint_.building, tables_.variants);
    if (folded_ != address) result_.note(Note::address_width);
    note_malformed(address);
    rest_ = text::trim(folded_);
    skip_postal_code();
    if (rest_.empty()) result_.note(Note::address_empty);
    cut_repeated_building();
    read_municipality(address);
    read_town();
    read_number();
    read_building();
    result_.key = result_.without_room() + "|" + result_.room;
    return std::move(result_);
  }

 private:
  void skip(std::size_t bytes) {
    rest_.remove_prefix(bytes);
    rest_ = text::trim(rest_);
  }

  void note_malformed(std::string_view address) {
    if (folded_.find("\xEF\xBF\xBD") != std::string::npos && !text::is_utf8(address))
      result_.note(Note::address_malformed);
  }

  void skip_postal_code() {
    const auto behind = without_postal_code(rest_);
    if (behind.size() != rest_.size()) result_.note(Note::address_postal_code);
    rest_ = behind;
  }

  /// みずき4-9-161階 with 方書 1階 is 4-9-16: the field of its own says where the number ends.
  void cut_repeated_building() {
    const auto building = text::trim(building_);
    const bool is_name = building.find_first_not_of("0123456789-") != std::string_view::npos;
    while (is_name && rest_.size() > building.size() &&
           rest_.substr(rest_.size() - building.size()) == building) {
      rest_.remove_suffix(building.size());
      rest_ = text::trim(rest_);
      result_.note(Note::address_building_repeated);
    }
  }

  void read_municipality(std::string_view address) {
    const auto prefecture = tables_.places.prefecture_at(rest_);
    if (prefecture.empty()) result_.note(Note::address_no_prefecture);
    skip(prefecture.size());
    const bool town_first = prefecture.empty() && begins_with_hinted_town();
    const auto found = town_first ? std::vector<const Municipality*>{} : find_city(prefecture);
    if (found.empty()) return assume_municipality(prefecture);
    if (address.find(found.front()->official) == std::string_view::npos)
      result_.note(Note::address_city_spelling);
    skip(found.front()->name.size());
    choose(found);
  }

  /// The record's own municipality, or the only one of the town master with such a town.
  void assume_municipality(std::string_view prefecture) {
    result_.note(Note::address_no_city);
    result_.lgcode5 = hint_.lgcode5;
    if (!result_.lgcode5.empty()) return;
    result_.lgcode5 = tables_.places.lgcode5_of_town(rest_, prefecture);
    if (!result_.lgcode5.empty()) result_.note(Note::address_city_from_town);
  }

  /// A town may be called as another municipality is (森町).
  [[nodiscard]] bool begins_with_hinted_town() const {
    const auto town = tables_.places.town_at(hint_.lgcode5, rest_);
    if (town == 0) return false;
    const auto cities = tables_.places.municipalities_at(rest_, {});
    const auto hinted = std::any_of(cities.begin(), cities.end(), [this](const Municipality* m) {
      return m->lgcode5 == hint_.lgcode5;
    });
    return !hinted && (cities.empty() || town >= cities.front()->name.size());
  }

  /// At the front, or behind a 郡, which the codes do not name.
  std::vector<const Municipality*> find_city(std::string_view prefecture) {
    auto found = tables_.places.municipalities_at(rest_, prefecture);
    constexpr std::string_view county = "郡";
    const auto at = rest_.substr(0, 18).find(county);
    if (!found.empty() || at == std::string_view::npos) return found;
    const auto whole = rest_;
    skip(at + county.size());
    found = tables_.places.municipalities_at(rest_, prefecture);
    if (found.empty()) {
      rest_ = whole;
    } else {
      result_.note(Note::address_county);
    }
    return found;
  }

  void choose(const std::vector<const Municipality*>& found) {
    for (const auto* municipality : found) {
      if (found.size() == 1 || municipality->lgcode5 == hint_.lgcode5)
        result_.lgcode5 = municipality->lgcode5;
    }
    if (result_.lgcode5.empty()) result_.note(Note::address_ambiguous_city);
  }

  /// The town of the master, and what stands between it and the number (小字, イロハ, 甲乙).
  void read_town() {
    const auto known = tables_.places.town_at(result_.lgcode5, rest_);
    if (known == 0 && !rest_.empty()) result_.note(Note::address_town_unknown);
    result_.town = rest_.substr(0, known);
    divided_ = tables_.places.has_chome(result_.lgcode5, result_.town);
    skip(known);
    if (known != 0 && !number_in_kanji(rest_).empty()) return;
    std::size_t end = 0;
    while (end < rest_.size() && !number_begins(rest_.substr(end)) && rest_[end] != ' ')
      text::next(rest_, end);
    if (end < rest_.size() || known == 0) take_section(end, known != 0);
  }

  void take_section(std::size_t bytes, bool small) {
    auto section = rest_.substr(0, bytes);
    if (small && bytes > 0) result_.note(Note::address_small_section);
    result_.town += without_particle(section);
    skip(bytes);
  }

  /// 大田イの860 is 大田イ860.
  [[nodiscard]] static std::string_view without_particle(std::string_view section) {
    constexpr std::string_view particle = "ノ";
    if (section.size() < 2 * particle.size()) return section;
    const auto before = section.substr(0, section.size() - particle.size());
    const bool drops = section.substr(before.size()) == particle &&
                       is_division_mark(before.substr(before.size() - particle.size()));
    return drops ? before : section;
  }

  void read_number() {
    if (auto whole = number_in_kanji(rest_); !whole.empty()) {
      result_.note(Note::address_kanji_digits);
      result_.number = std::move(whole);
      rest_ = {};
      return;
    }
    const auto number = read_house_number(rest_);
    skip(number.end);
    result_.notes.add(number.notes);
    keep_groups(number);
  }

  void keep_groups(const HouseNumber& number) {
    auto groups = number.groups;
    if (groups.size() > most_groups || (number.room_mark && groups.size() > 1)) {
      result_.room = groups.back();
      groups.pop_back();
      result_.note(Note::address_room_in_number);
    } else if (groups.size() == most_groups && !divided_ &&
               tables_.places.has_towns(result_.lgcode5)) {
      result_.note(Note::address_third_number);
    }
    if (groups.empty()) result_.note(Note::address_no_number);
    for (const auto& group : groups)
      result_.number += (result_.number.empty() ? "" : "-") + group;
  }

  void read_building() {
    result_.building = rest_.empty() ? building_ : std::string(rest_);
    if (result_.notes.has(Note::address_glued_building)) return;
    if (result_.room.empty()) result_.room = room_of(result_.building);
    if (result_.room.empty()) result_.room = room_of(text::trim(building_));
  }

  const Tables& tables_;
  AddressHint hint_;
  AddressKey result_;
  std::string folded_;
  std::string building_;
  std::string_view rest_;
  bool divided_ = false;
};

}  // namespace

std::string AddressKey::without_room() const {
  return lgcode5 + "|" + town + "|" + number;
}

bool AddressKey::complete() const {
  return !lgcode5.empty() && !town.empty() && !number.empty();
}

AddressKey address_key(std::string_view address, const Tables& tables, AddressHint hint) {
  return Reader(tables, hint).read(address);
}

}  // namespace hub::normalize
