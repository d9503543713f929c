#include "hub/service/open_records.hpp"

#include <algorithm>

#include "hub/store/protections.hpp"
#include "hub/store/record_facts.hpp"

namespace hub::service {

bool HiddenTokens::look(store::Reader& reader, base::UtcMillis at) {
  const auto state = store::state_of_register(reader);
  const auto day = base::jst_date(at);
  if (state == state_ && day == day_) return false;
  state_ = state;
  day_ = day;
  tokens_ = store::tokens_in_force(reader, store::Side::hidden, day);
  return true;
}

bool HiddenTokens::hold(const std::vector<crypto::Token>& tokens) const {
  return std::any_of(tokens.begin(), tokens.end(), [this](crypto::Token token) {
    return std::binary_search(tokens_.begin(), tokens_.end(), token);
  });
}

bool OpenRecords::is_hidden(store::RecordRow record) {
  return hidden_.anybody() && hidden_.hold(store::tokens_of(reader_, record));
}

std::optional<linkage::Place> OpenRecords::place_of(store::RecordRow record) {
  const auto known = packed_.places.find(record.value);
  if (known != packed_.places.end()) return known->second;
  const auto opened = store::facts_of(reader_, record);
  if (!opened) return std::nullopt;
  const TakenFacts taken(*opened, static_cast<linkage::RecordId>(record.value), is_hidden(record),
                         packed_.systems);
  const linkage::Place place = packed_.population.add(taken.get(), {weights_.model});
  packed_.places.emplace(record.value, place);
  return place;
}

}  // namespace hub::service
