#include "hub/service/protection_view.hpp"

#include <algorithm>

#include "hub/normalize/name_key.hpp"
#include "hub/service/protect.hpp"
#include "hub/service/received.hpp"
#include "hub/store/freshness.hpp"
#include "hub/store/households.hpp"
#include "hub/store/records.hpp"
#include "hub/store/referrals.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using Links = std::vector<store::LinkedRecord>;

std::vector<crypto::Token> tokens_of(const Links& links) {
  std::vector<crypto::Token> tokens;
  for (const auto& linked : links)
    tokens.insert(tokens.end(), linked.tokens.begin(), linked.tokens.end());
  return tokens;
}

bool is_flagged(store::Reader& reader, const Links& links, base::UtcMillis at) {
  for (const auto& linked : links) {
    const auto stored = store::read_record(reader, linked.link.record);
    if (!stored || !stored->body || !may_say_hidden(*stored->body)) continue;
    const auto record = read_body(*stored->body);
    if (record && says_hidden(*record, at)) return true;
  }
  return false;
}

/// Persons who are the other side of an entry that hides this one.
std::vector<store::PersonRow> near_persons(store::Reader& reader,
                                           const std::vector<store::Protection>& protections) {
  std::vector<store::PersonRow> people;
  for (const auto& protection : protections) {
    if (protection.side != store::Side::hidden) continue;
    for (const auto token : store::tokens_of(reader, protection.row, store::Side::near)) {
      for (const auto row : store::records_with(reader, token, 16)) {
        if (const auto link = store::link_of(reader, row)) people.push_back(link->person);
      }
    }
  }
  return people;
}

bool belongs_to(const Recipient& recipient, std::string_view code) {
  const auto has = [code](const std::vector<std::string>& all) {
    return std::find(all.begin(), all.end(), code) != all.end();
  };
  return has(recipient.groups) || has(recipient.units);
}

/// The recipient's agency made a record about the person, or was referred to for them.
bool serves(store::Reader& reader, const Book& book, const Recipient& recipient,
            store::PersonRow person) {
  const auto sources = store::list_sources(reader);
  for (const auto& link : store::links_of(reader, person)) {
    const auto stored = store::read_record(reader, link.record);
    for (const auto& source : sources) {
      if (!stored || source.id != stored->source) continue;
      const auto* configured = profile::find_source(book.profile, source.name);
      if (configured != nullptr && belongs_to(recipient, configured->owner.code)) return true;
    }
  }
  for (const auto row : store::referrals_of(reader, person)) {
    const auto referral = store::read_referral(reader, row);
    if (referral && belongs_to(recipient, referral->to_desk)) return true;
  }
  return false;
}

bool is_listed(const std::vector<store::Protection>& protections) {
  return std::any_of(protections.begin(), protections.end(),
                     [](const auto& protection) { return protection.side == store::Side::hidden; });
}

}  // namespace

bool hides_address(store::Reader& reader, store::PersonRow person, base::UtcMillis at) {
  const auto links = store::linked_records(reader, person);
  return is_listed(protections_of(reader, tokens_of(links), at)) || is_flagged(reader, links, at);
}

domain::ProtectionView protection_view(store::Reader& reader, const Book& book, const About& about,
                                       const Recipient& recipient, base::UtcMillis at) {
  domain::ProtectionView view;
  const auto& source = book.profile.municipality.protection_register.source.code;
  view.kept = !source.empty();
  if (view.kept) view.as_of = store::applied_at(reader, source);
  const auto protections = protections_of(reader, tokens_of(about.links), at);
  view.listed = is_listed(protections);
  view.flagged = is_flagged(reader, about.links, at);
  view.recipient_near = false;
  for (const auto near : near_persons(reader, protections)) {
    if (serves(reader, book, recipient, near)) view.recipient_near = true;
  }
  if (!recipient.known) view.recipient_near.reset();
  view.recipient_cleared = false;
  return view;
}

}  // namespace hub::service
