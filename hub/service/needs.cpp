#include "hub/service/needs.hpp"

#include <algorithm>
#include <charconv>

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using domain::MatchField;

constexpr int oldest = 150;
constexpr int most_visits = 31;

base::Failure bad(std::string_view member) {
  return fail(Kind::invalid, "/" + std::string(member) + ": is no word of matching.yaml");
}

bool are_known(const std::vector<std::string>& words, MatchField field) {
  const auto& known = domain::match_fields[static_cast<std::size_t>(field)].words;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  });
}

bool read_number(const std::string& text, int most, std::optional<int>& out) {
  if (text.empty()) return true;
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  const bool whole = read.ec == std::errc() && read.ptr == end;
  if (!whole || number < 0 || number > most) return false;
  out = number;
  return true;
}

bool read_flag(const std::string& word, std::optional<bool>& out) {
  if (word == "yes") out = true;
  if (word == "no") out = false;
  return word.empty() || out.has_value();
}

std::optional<matching::Words> known_words(const std::vector<std::string>& words) {
  return words.empty() ? std::nullopt : std::optional(words);
}

matching::Days days_of(const std::vector<std::string>& words) {
  const auto& names = domain::match_fields[static_cast<std::size_t>(MatchField::day)].words;
  matching::Days days;
  for (std::size_t at = 0; at < names.size(); ++at)
    days[at] = std::find(words.begin(), words.end(), names[at]) != words.end();
  return days;
}

}  // namespace

Result<matching::Seeker> seeker_of(const Needs& needs, const Towns& towns) {
  matching::Seeker who;
  std::optional<int> age;
  if (!read_number(needs.age, oldest, age)) return bad("age");
  if (!read_number(needs.visits, most_visits, who.visits)) return bad("visits");
  if (!read_flag(needs.plan, who.plan_decided)) return bad("plan");
  if (!read_flag(needs.needs_transport, who.needs_transport)) return bad("needsTransport");
  if (!needs.sex.empty() && !are_known({needs.sex}, MatchField::sex)) return bad("sex");
  if (!are_known(needs.days, MatchField::day)) return bad("days");
  const bool none = needs.certificates == std::vector<std::string>{"none"};
  if (!none && !are_known(needs.certificates, MatchField::certificate)) return bad("certificates");
  if (age) who.age = domain::WholeRange{*age, *age};
  if (!needs.sex.empty()) who.sex = matching::Words{needs.sex};
  who.certificates = none ? matching::Words{} : known_words(needs.certificates);
  who.concerns = known_words(needs.concerns);
  who.groups = known_words(needs.groups);
  if (!needs.days.empty()) who.days = days_of(needs.days);
  who.introduced = true;  // an officer does
  who.town = towns.town_of(needs.town);
  if (!needs.town.empty() && who.town.empty())
    return fail(Kind::invalid, "/town: is no town of this municipality");
  who.area = towns.area_of(who.town);
  who.city = towns.city();
  who.kinds = needs.kinds;
  who.wishes = needs.wishes;
  return who;
}

void put_needs(const Needs& needs, tsunagu::json::Writer& json) {
  const auto list = [&json](std::string_view key, const std::vector<std::string>& words) {
    if (words.empty()) return;
    json.key(key);
    json.begin_array();
    for (const auto& word : words)
      json.string(word);
    json.end_array();
  };
  const auto text = [&json](std::string_view key, const std::string& word) {
    if (word.empty()) return;
    json.key(key);
    json.string(word);
  };
  list("kinds", needs.kinds);
  list("concerns", needs.concerns);
  list("wishes", needs.wishes);
  list("groups", needs.groups);
  list("certificates", needs.certificates);
  list("days", needs.days);
  text("age", needs.age);
  text("sex", needs.sex);
  text("visits", needs.visits);
  text("town", needs.town);
  text("plan", needs.plan);
  text("needsTransport", needs.needs_transport);
}

}  // namespace hub::service
