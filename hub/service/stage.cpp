#include "hub/service/stage.hpp"

#include "hub/base/limits.hpp"
#include "hub/codec/merge.hpp"
#include "hub/codec/typed.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/received.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using domain::RecordKind;

/// Of waiting records before one look at the store settles them.
constexpr std::size_t waiting_bytes_at_most = std::size_t{256} * 1024;

}  // namespace

Stager::Stager(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival)
    : context_(context),
      plan_(plan),
      arrival_(arrival.row),
      admission_(context, plan),
      writer_(context.db.folder(), arrival.id, context.db.keys()) {}

void Stager::reject(store::Reject reject) {
  ++staged_.counts.rejects;
  if (staged_.rejects.size() < base::limits::rejects_kept) {
    staged_.rejects.push_back(std::move(reject));
  }
}

void Stager::warn(store::Reject warning) {
  ++staged_.counts.warnings;
  if (staged_.warnings.size() < base::limits::rejects_kept) {
    staged_.warnings.push_back(std::move(warning));
  }
}

Result<> Stager::record(std::string_view json, std::int64_t line) {
  auto admitted = admission_.read(json, line);
  if (admitted.refused) {
    refused_ = std::move(admitted.refused);
    return base::fail(Kind::forbidden, "a number that may not be kept");
  }
  if (admitted.reject) {
    reject(std::move(*admitted.reject));
    return {};
  }
  ++staged_.counts.records;
  const auto& record = *admitted.record;
  return record.kind() == RecordKind::removal ? stage_removal(record)
                                              : stage(record, admitted.json);
}

bool Stager::is_first_of_feed() {
  if (!first_of_feed_) {
    const auto held = context_.db.read([this](store::Reader& reader) -> Result<bool> {
      return store::has_records(reader, plan_.row);
    });
    first_of_feed_ = held && !*held;
  }
  return *first_of_feed_;
}

/// Tokens cost more than a look-up: of what may turn out unchanged they are made later, if at all.
Result<> Stager::stage(const codec::Record& record, std::string_view json) {
  Waiting waiting;
  auto& incoming = waiting.staged.record;
  incoming = identify(context_, plan_, record, json);
  const bool by_consent = plan_.scope == profile::Scope::consented_rows;
  if (by_consent || is_first_of_feed()) add_match_keys(context_, plan_, record, incoming);
  const bool asked = by_consent && record.kind() == RecordKind::consent;
  if (const auto person = person_in(incoming.tokens); asked && person) {
    bool& agrees = staged_.consenting[*person];
    agrees = agrees || is_consent_given(record);
  }
  waiting.json = json;
  return wait(std::move(waiting));
}

Result<> Stager::stage_removal(const codec::Record& record) {
  const auto target = codec::removal_of(record);
  Waiting waiting;
  waiting.staged.removal = true;
  auto& incoming = waiting.staged.record;
  incoming.feed = plan_.row;
  incoming.kind = number_of(target.target_kind);
  incoming.id = store::record_id(context_.db.keys(), plan_.row, incoming.kind, target.target_key);
  ++staged_.counts.removed;
  return wait(std::move(waiting));
}

Result<> Stager::wait(Waiting waiting) {
  waiting_bytes_ += sizeof(Waiting) + waiting.json.size();
  waiting_.push_back(std::move(waiting));
  return waiting_bytes_ < waiting_bytes_at_most ? Result<>() : settle_waiting();
}

Result<> Stager::settle_waiting() {
  auto settled = context_.db.read([this](store::Reader& reader) -> Result<> {
    for (auto& waiting : waiting_)
      settle(reader, waiting);
    return {};
  });
  if (!settled) return settled;
  for (const auto& waiting : waiting_) {
    if (auto added = writer_.add(waiting.staged); !added) return added;
  }
  waiting_.clear();
  waiting_bytes_ = 0;
  return {};
}

/// Counts what the record would do, and makes what is needed for it.
void Stager::settle(store::Reader& reader, Waiting& waiting) {
  auto& staged = waiting.staged;
  const auto head = held(reader, waiting);
  if (staged.removal) {
    removes_ = true;
    if (head) rewritten_.insert(head->row);
    return;
  }
  if (head && standing_.yields_to(reader, head->arrival)) return yield(*head, staged);
  const bool same =
      head && !head->removed && head->hash == staged.record.hash && !rewritten_.contains(head->row);
  count(head, same);
  if (same && may_pass_over(*head)) {
    staged.unchanged = head->row;
    return;
  }
  staged.fresh = !head && !removes_;
  add_tokens(waiting);
  if (same) return;
  if (head) rewritten_.insert(head->row);
  if (keeps_body()) add_body(reader, head, waiting);
}

/// A newer delivery brought it, or took it away: it stays as that has it.
void Stager::yield(const store::RecordHead& head, store::StagedRecord& staged) {
  staged.unchanged = head.row;
  if (named_.insert(head.row)) ++staged_.counts.unchanged;
}

std::optional<store::RecordHead> Stager::held(store::Reader& reader, const Waiting& waiting) {
  if (is_first_of_feed()) return std::nullopt;
  return store::find_record(reader, plan_.row, waiting.staged.record.id);
}

void Stager::count(const std::optional<store::RecordHead>& head, bool same) {
  if (!head || head->removed) {
    ++staged_.counts.added;
  } else if (named_.insert(head->row)) {
    ++(same ? staged_.counts.unchanged : staged_.counts.changed);
  }
}

/// Not what an earlier try of this delivery brought, which may have more to follow, nor what waits
/// for its person's consent.
bool Stager::may_pass_over(const store::RecordHead& head) const {
  return head.arrival != arrival_ && plan_.scope != profile::Scope::consented_rows;
}

void Stager::add_tokens(Waiting& waiting) {
  auto& incoming = waiting.staged.record;
  if (!incoming.tokens.empty()) return;
  const auto decoded = reader_.read(waiting.json);
  add_match_keys(context_, plan_, *decoded.record, incoming);
}

void Stager::add_body(store::Reader& reader, const std::optional<store::RecordHead>& head,
                      Waiting& waiting) {
  if (head && !head->removed) take_merged(reader, head->row, waiting);
  auto& incoming = waiting.staged.record;
  incoming.body = store::seal_record(context_.db.keys(), incoming.id, waiting.json);
}

/// With what is held, because an absent member means unchanged.
void Stager::take_merged(store::Reader& reader, store::RecordRow before, Waiting& waiting) {
  const auto stored = store::read_record(reader, before);
  const auto held = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  const auto now = reader_.read(waiting.json);
  waiting.json = codec::merged(held ? &*held : nullptr, *now.record);
  const auto whole = reader_.read(waiting.json);
  auto& incoming = waiting.staged.record;
  if (whole.ok()) add_match_keys(context_, plan_, *whole.record, incoming);
}

Result<> Stager::finish() {
  if (auto settled = settle_waiting(); !settled) return settled;
  return writer_.finish();
}

}  // namespace hub::service
