#include "hub/service/house_ties.hpp"

#include <algorithm>
#include <iterator>

#include "hub/domain/record_kind.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/prepare.hpp"
#include "hub/store/records.hpp"

namespace hub::service {
namespace {

using linkage::HouseholdRule;

/// Records that one token leads to; more than this share nothing that tells households apart.
constexpr std::size_t most_records = 64;

using Tokens = std::vector<crypto::Token>;

bool by_number(crypto::Token token) {
  return is_kind(MatchKind::household_number, token);
}

void add_keys(const Tokens& tokens, Tokens& keys) {
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(keys), [](crypto::Token token) {
    return by_number(token) || is_kind(MatchKind::address, token);
  });
}

/// Where those live who bear the address, or whom hints of the household number are about.
std::vector<store::Residence> residences_by(store::Reader& reader, crypto::Token key) {
  if (!by_number(key)) return store::residences_with(reader, key, most_records);
  std::vector<store::Residence> residences;
  for (const auto hint : store::records_with(reader, key, most_records)) {
    const auto about = person_in(store::tokens_of(reader, hint));
    if (!about) continue;
    const auto more = store::residences_with(reader, *about, most_records);
    residences.insert(residences.end(), more.begin(), more.end());
  }
  return residences;
}

int weight(std::string_view evidence) {
  if (evidence == linkage::name_of(HouseholdRule::none)) return 0;
  if (evidence == linkage::name_of(HouseholdRule::address)) return 1;
  return evidence == linkage::name_of(HouseholdRule::register_number) ? 2 : 3;
}

}  // namespace

Tokens household_keys(store::Reader& reader, store::PersonRow person) {
  Tokens keys;
  for (const auto& link : store::links_of(reader, person)) {
    const auto tokens = store::tokens_of(reader, link.record);
    add_keys(tokens, keys);
    const auto self = person_in(tokens);
    if (!self) continue;
    const auto hint = number_of(domain::RecordKind::household_hint);
    for (const auto& record : store::records_with(reader, *self, hint, most_records))
      add_keys(store::tokens_of(reader, record.row), keys);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<Tie> ties_by(store::Reader& reader, store::PersonRow person, const Tokens& keys) {
  std::vector<Tie> ties;
  for (const auto key : keys) {
    const auto rule = by_number(key) ? HouseholdRule::register_number : HouseholdRule::address;
    for (const auto& residence : residences_by(reader, key)) {
      if (residence.person != person) ties.push_back({residence, rule, key});
    }
  }
  return ties;
}

bool says_more(HouseholdRule rule, std::string_view than) {
  return weight(linkage::name_of(rule)) > weight(than);
}

}  // namespace hub::service
