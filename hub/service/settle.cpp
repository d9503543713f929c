#include "hub/service/settle.hpp"

#include "hub/codec/merge.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"
#include "hub/service/refresh_facts.hpp"

namespace hub::service {

using base::Result;
using domain::RecordKind;

Settling::Settling(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival)
    : context_(context),
      plan_(plan),
      arrival_(arrival.row),
      writer_(context.db.folder(), arrival.id, context.db.keys()) {}

Result<> Settling::settle(std::vector<Checked> batch) {
  auto settled = context_.db.read([&](store::Reader& reader) -> Result<> {
    for (auto& checked : batch)
      settle(reader, checked);
    return {};
  });
  if (!settled) return settled;
  for (const auto& checked : batch) {
    if (auto added = writer_.add(checked.staged); !added) return added;
  }
  return {};
}

/// Counts what the record would do, and makes what is needed for it. Tokens cost more than a
/// look-up: what turns out unchanged gets none.
void Settling::settle(store::Reader& reader, Checked& checked) {
  auto& staged = checked.staged;
  const auto head = held(reader, checked);
  if (staged.removal) {
    removes_ = true;
    if (head) rewritten_.insert(head->row);
    return;
  }
  if (by_consent()) note_consent(checked);
  if (head && standing_.yields_to(reader, head->arrival)) return yield(*head, staged);
  const bool same =
      head && !head->removed && head->hash == staged.record.hash && !rewritten_.contains(head->row);
  count(head, same);
  const auto old_keys = same ? day_of_old_keys(reader, *head, staged.record.kind) : std::nullopt;
  if (same && may_pass_over(*head) && !old_keys) {
    staged.unchanged = head->row;
    return;
  }
  staged.fresh = !head && !removes_;
  if (staged.record.tokens.empty())
    add_match_keys(context_, plan_, *checked.record, staged.record, old_keys);
  if (same) return;
  if (head) rewritten_.insert(head->row);
  if (plan_.scope != profile::Scope::keys_only) add_body(reader, head, checked);
}

void Settling::note_consent(Checked& checked) {
  auto& incoming = checked.staged.record;
  add_match_keys(context_, plan_, *checked.record, incoming);
  if (checked.record->kind() != RecordKind::consent) return;
  if (const auto person = person_in(incoming.tokens)) {
    bool& agrees = consenting_[*person];
    agrees = agrees || is_consent_given(*checked.record);
  }
}

/// Before anything of the feed is held, no look-up can find anything.
bool Settling::is_first_of_feed(store::Reader& reader) {
  if (!first_of_feed_) first_of_feed_ = !store::has_records(reader, plan_.row);
  return *first_of_feed_;
}

std::optional<store::RecordHead> Settling::held(store::Reader& reader, const Checked& checked) {
  if (is_first_of_feed(reader)) return std::nullopt;
  return store::find_record(reader, plan_.row, checked.staged.record.id);
}

/// A newer delivery brought it, or took it away: it stays as that has it.
void Settling::yield(const store::RecordHead& head, store::StagedRecord& staged) {
  staged.unchanged = head.row;
  if (named_.insert(head.row)) ++counts_.unchanged;
}

void Settling::count(const std::optional<store::RecordHead>& head, bool same) {
  if (!head || head->removed) {
    ++counts_.added;
  } else if (named_.insert(head->row)) {
    ++(same ? counts_.unchanged : counts_.changed);
  }
}

/// Not what an earlier try of this delivery brought, which may have more to follow, nor what waits
/// for its person's consent.
bool Settling::may_pass_over(const store::RecordHead& head) const {
  return head.arrival != arrival_ && !by_consent();
}

/// Of a record of which only keys are kept, there is no body to make them anew from when the rules
/// change: a delivery that brings it again does, and they stay of the day that they were of.
std::optional<std::uint32_t> Settling::day_of_old_keys(store::Reader& reader,
                                                       const store::RecordHead& head,
                                                       store::RecordKind kind) const {
  if (plan_.scope != profile::Scope::keys_only) return std::nullopt;
  if (kind != number_of(domain::RecordKind::person)) return std::nullopt;  // none has facts else
  return day_of_old_facts(reader, context_, head.row);
}

void Settling::add_body(store::Reader& reader, const std::optional<store::RecordHead>& head,
                        Checked& checked) {
  if (head && !head->removed) take_merged(reader, head->row, checked);
  auto& incoming = checked.staged.record;
  incoming.body = store::seal_record(context_.db.keys(), incoming.id, checked.json);
}

/// With what is held, because an absent member means unchanged.
void Settling::take_merged(store::Reader& reader, store::RecordRow before, Checked& checked) {
  const auto stored = store::read_record(reader, before);
  const auto held = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  checked.json = codec::merged(held ? &*held : nullptr, *checked.record);
  const auto whole = reader_.read(checked.json);
  if (whole.ok()) add_match_keys(context_, plan_, *whole.record, checked.staged.record);
}

}  // namespace hub::service
