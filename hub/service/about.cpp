#include "hub/service/about.hpp"

#include <algorithm>

#include "hub/service/match_token.hpp"

namespace hub::service {
namespace {

constexpr std::size_t most_records_of_person = 512;

using Links = std::vector<store::LinkedRecord>;

std::vector<store::RecordRow> records_behind(store::Reader& reader,
                                             const store::LinkedRecord& linked) {
  const auto token = person_in(linked.tokens);
  if (!token) return {};
  return store::records_with(reader, *token, most_records_of_person);
}

bool is_sure(const store::LinkedRecord& linked) {
  return linked.link.strength >= store::Strength::deterministic;
}

/// Whether the referring record is one of those behind the link.
bool made_behind(store::Reader& reader, const store::LinkedRecord& linked,
                 const store::StoredReferral& referral) {
  for (const auto row : records_behind(reader, linked)) {
    const auto stored = store::read_record(reader, row);
    if (!stored) continue;
    const auto made = store::find_by_origin(reader, "record/" + stored->id.text());
    if (made && made->row == referral.row) return true;
  }
  return false;
}

/// The link under which the referring record's person record stands.
std::optional<store::LinkedRecord> referring_link(store::Reader& reader,
                                                  const store::StoredReferral& referral) {
  for (auto& linked : store::linked_records(reader, referral.person)) {
    if (made_behind(reader, linked, referral)) return std::move(linked);
  }
  return std::nullopt;
}

void add_key(const store::LinkedRecord& linked, std::vector<crypto::Token>& keys) {
  const auto token = person_in(linked.tokens);
  if (token && std::find(keys.begin(), keys.end(), *token) == keys.end()) keys.push_back(*token);
}

std::vector<crypto::Token> sure_keys(const Links& links) {
  std::vector<crypto::Token> keys;
  for (const auto& linked : links) {
    if (is_sure(linked)) add_key(linked, keys);
  }
  return keys;
}

/// Of the one probable link behind which the referral was made, or of all that are sure.
std::vector<crypto::Token> focus_keys(store::Reader& reader, const Links& links,
                                      const store::StoredReferral& referral) {
  std::vector<crypto::Token> keys;
  for (const auto& linked : links) {
    if (is_sure(linked) || !made_behind(reader, linked, referral)) continue;
    add_key(linked, keys);
    return keys;
  }
  return sure_keys(links);
}

}  // namespace

About about_person(store::Reader& reader, const store::PersonRef& person, domain::Subject subject) {
  About about{person, subject, store::linked_records(reader, person.row), {}};
  about.keys = sure_keys(about.links);
  return about;
}

About about_focus(store::Reader& reader, const store::StoredReferral& referral,
                  const store::PersonRef& person) {
  About about{person, domain::Subject::focus, store::linked_records(reader, person.row), {}};
  about.keys = focus_keys(reader, about.links, referral);
  return about;
}

std::vector<store::RecordRow> records_of(store::Reader& reader, const About& about) {
  std::vector<store::RecordRow> rows;
  for (const auto key : about.keys) {
    const auto more = store::records_with(reader, key, most_records_of_person);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::optional<store::StoredRecord> origin_record(store::Reader& reader,
                                                 const store::StoredReferral& referral) {
  const auto linked = referring_link(reader, referral);
  if (!linked) return std::nullopt;
  for (const auto row : records_behind(reader, *linked)) {
    auto stored = store::read_record(reader, row);
    if (!stored || !stored->body) continue;
    const auto made = store::find_by_origin(reader, "record/" + stored->id.text());
    if (made && made->row == referral.row) return stored;
  }
  return std::nullopt;
}

}  // namespace hub::service
