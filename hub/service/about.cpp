#include "hub/service/about.hpp"

#include <algorithm>

#include "hub/service/match_token.hpp"

namespace hub::service {
namespace {

constexpr std::size_t most_records_of_person = 512;

std::vector<store::RecordRow> records_behind(store::Reader& reader, const store::Link& link) {
  const auto token = person_in(store::tokens_of(reader, link.record));
  if (!token) return {};
  return store::records_with(reader, *token, most_records_of_person);
}

std::vector<store::RecordRow> records_behind(store::Reader& reader,
                                             const std::vector<store::Link>& links) {
  std::vector<store::RecordRow> rows;
  for (const auto& link : links) {
    const auto more = records_behind(reader, link);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

bool is_sure(const store::Link& link) {
  return link.strength >= store::Strength::deterministic;
}

std::vector<store::Link> sure_among(std::vector<store::Link> links) {
  std::erase_if(links, [](const store::Link& link) { return !is_sure(link); });
  return links;
}

/// Whether the referring record is one of those behind the link.
bool made_behind(store::Reader& reader, const store::Link& link,
                 const store::StoredReferral& referral) {
  for (const auto row : records_behind(reader, link)) {
    const auto stored = store::read_record(reader, row);
    if (!stored) continue;
    const auto made = store::find_by_origin(reader, "record/" + stored->id.text());
    if (made && made->row == referral.row) return true;
  }
  return false;
}

/// The link under which the referring record's person record stands.
std::optional<store::Link> referring_link(store::Reader& reader,
                                          const store::StoredReferral& referral) {
  for (auto& link : store::links_of(reader, referral.person)) {
    if (made_behind(reader, link, referral)) return std::move(link);
  }
  return std::nullopt;
}

}  // namespace

About about_person(store::Reader& reader, const store::PersonRef& person, domain::Subject subject) {
  const auto links = sure_among(store::links_of(reader, person.row));
  return {person, subject, records_behind(reader, links)};
}

About about_focus(store::Reader& reader, const store::StoredReferral& referral,
                  const store::PersonRef& person) {
  auto links = store::links_of(reader, person.row);
  for (const auto& link : links) {
    if (is_sure(link) || !made_behind(reader, link, referral)) continue;
    return {person, domain::Subject::focus, records_behind(reader, std::vector{link})};
  }
  return {person, domain::Subject::focus, records_behind(reader, sure_among(std::move(links)))};
}

std::optional<store::StoredRecord> origin_record(store::Reader& reader,
                                                 const store::StoredReferral& referral) {
  const auto link = referring_link(reader, referral);
  if (!link) return std::nullopt;
  for (const auto row : records_behind(reader, *link)) {
    auto stored = store::read_record(reader, row);
    if (!stored || !stored->body) continue;
    const auto made = store::find_by_origin(reader, "record/" + stored->id.text());
    if (made && made->row == referral.row) return stored;
  }
  return std::nullopt;
}

}  // namespace hub::service
