#include "hub/profile/number_owners.hpp"

#include <algorithm>

namespace hub::profile {
namespace {

std::string_view owner_of(std::string_view system) {
  if (system == "insured") return "kaigo";
  if (system == "jukyusha") return "shogai";
  const auto colon = system.rfind(':');
  return colon == std::string_view::npos ? std::string_view() : system.substr(colon + 1);
}

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void NumbersOfOthers::Answerable::add(const Source& source) {
  for (const auto* word : {&source.code, &source.adapter, &source.field.code}) {
    if (!word->empty() && !is_one_of(owners, *word)) owners.push_back(*word);
  }
  for (const auto& system : source.numbers)
    if (!is_one_of(systems, system.code)) systems.push_back(system.code);
}

bool NumbersOfOthers::Answerable::covers(std::string_view system) const {
  return is_one_of(systems, system) || is_one_of(owners, owner_of(system));
}

NumbersOfOthers::NumbersOfOthers(const std::vector<Source>& sources, const Source& asking) {
  own_.add(asking);
  for (const auto& source : sources)
    if (source.code != asking.code) others_.add(source);
}

bool NumbersOfOthers::have(std::string_view system) const {
  return others_.covers(system) && !own_.covers(system);
}

}  // namespace hub::profile
