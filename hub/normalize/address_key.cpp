#include "hub/normalize/address_key.hpp"

#include <algorithm>

#include "hub/normalize/house_number.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

/// 丁目, 番, 号: a fourth number is a room (GIF: the room belongs to the building).
constexpr std::size_t most_groups = 3;

std::string without_selectors(std::string_view from) {
  std::string rest;
  for (std::size_t at = 0; at < from.size();) {
    const auto c = text::next(from, at);
    if (!text::is_variation_selector(c)) text::append(rest, c);
  }
  return rest;
}

std::string fold_all(std::string_view from, const Variants& variants) {
  return fold_place(without_selectors(text::nfkc(from)), variants);
}

/// 〒329-1311 in front.
std::string_view without_postal_code(std::string_view from) {
  constexpr std::string_view mark = "〒";
  if (from.substr(0, mark.size()) != mark) return from;
  from.remove_prefix(mark.size());
  const auto end = std::find_if_not(from.begin(), from.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == ' ';
  });
  return from.substr(static_cast<std::size_t>(end - from.begin()));
}

class Reader {
 public:
  Reader(const Tables& tables, AddressHint hint) : tables_(tables), hint_(hint) {}

  AddressKey read(std::string_view address) {
    if (!text::is_utf8(address)) result_.warn("address.malformed");
    folded_ = fold_all(address, tables_.variants);
    building_ = fold_all(hint_.building, tables_.variants);
    rest_ = text::trim(without_postal_code(text::trim(folded_)));
    if (rest_.empty()) result_.warn("address.empty");
    cut_repeated_building();
    read_municipality();
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

  /// みずき4-9-161階 with 方書 1階 is 4-9-16: the field of its own says where the number ends.
  void cut_repeated_building() {
    const auto building = text::trim(building_);
    const bool is_name = building.find_first_not_of("0123456789-") != std::string_view::npos;
    while (is_name && rest_.size() > building.size() &&
           rest_.substr(rest_.size() - building.size()) == building) {
      rest_.remove_suffix(building.size());
      rest_ = text::trim(rest_);
      result_.step("address.building_repeated");
    }
  }

  void read_municipality() {
    const auto prefecture = tables_.places.prefecture_at(rest_);
    if (prefecture.empty()) result_.warn("address.no_prefecture");
    skip(prefecture.size());
    const bool town_first = prefecture.empty() && begins_with_hinted_town();
    const auto found = town_first ? std::vector<const Municipality*>{} : find_city(prefecture);
    if (found.empty()) {
      result_.warn("address.no_city");
      result_.lgcode5 = hint_.lgcode5;
      return;
    }
    skip(found.front()->name.size());
    choose(found);
  }

  /// A town may be called as another municipality is (森町).
  [[nodiscard]] bool begins_with_hinted_town() const {
    const auto town = tables_.places.town_at(hint_.lgcode5, rest_);
    const auto cities = tables_.places.municipalities_at(rest_, {});
    const auto hinted = std::any_of(cities.begin(), cities.end(), [this](const Municipality* m) {
      return m->lgcode5 == hint_.lgcode5;
    });
    return town > 0 && !hinted && (cities.empty() || town >= cities.front()->name.size());
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
      result_.step("address.county");
    }
    return found;
  }

  void choose(const std::vector<const Municipality*>& found) {
    for (const auto* municipality : found) {
      if (found.size() == 1 || municipality->lgcode5 == hint_.lgcode5)
        result_.lgcode5 = municipality->lgcode5;
    }
    if (result_.lgcode5.empty()) result_.warn("address.ambiguous_city");
  }

  /// The town of the master, and what stands between it and the number (小字, イロハ, 甲乙).
  void read_town() {
    const auto known = tables_.places.town_at(result_.lgcode5, rest_);
    if (known == 0 && !rest_.empty()) result_.warn("address.town_unknown");
    result_.town = rest_.substr(0, known);
    divided_ = tables_.places.has_chome(result_.lgcode5, result_.town);
    skip(known);
    std::size_t end = 0;
    while (end < rest_.size() && !number_begins(rest_.substr(end)) && rest_[end] != ' ')
      text::next(rest_, end);
    if (end < rest_.size() || known == 0) {
      if (known != 0 && end > 0) result_.step("address.small_section");
      result_.town += rest_.substr(0, end);
      skip(end);
    }
  }

  void read_number() {
    const auto number = read_house_number(rest_);
    skip(number.end);
    if (number.glued) result_.warn("address.glued_building");
    if (number.doubled_chome) result_.warn("address.doubled_chome");
    auto groups = number.groups;
    if (groups.size() > most_groups || (number.room_mark && groups.size() > 1)) {
      result_.room = groups.back();
      groups.pop_back();
      result_.warn("address.room_in_number");
    } else if (groups.size() == most_groups && !divided_ &&
               tables_.places.has_towns(result_.lgcode5)) {
      result_.warn("address.third_number");
    }
    if (groups.empty()) result_.warn("address.no_number");
    for (const auto& group : groups)
      result_.number += (result_.number.empty() ? "" : "-") + group;
  }

  void read_building() {
    result_.building = rest_.empty() ? building_ : std::string(rest_);
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
