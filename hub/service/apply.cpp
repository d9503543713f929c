#include "hub/service/apply.hpp"

#include <set>

#include "hub/audit/entry.hpp"
#include "hub/base/limits.hpp"
#include "hub/service/match_token.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::Result;

audit::Entry entry_of(std::string_view action, const FeedPlan& plan,
                      const store::Arrival& arrival) {
  audit::Entry entry;
  entry.actor = "source/" + plan.source;
  entry.action = action;
  entry.objects = {"arrival/" + arrival.id.text()};
  return entry;
}

}  // namespace

Applying::Applying(Context& context, const FeedPlan& plan, const store::Arrival& arrival,
                   const std::unordered_set<crypto::Token>& consenting)
    : context_(context),
      plan_(plan),
      arrival_(arrival),
      consenting_(consenting),
      book_(context.book()),
      reader_(context.db.folder(), arrival.id, context.db.keys()),
      follow_(*book_, plan.source, arrival.received_at) {
  counts_.records = arrival.counts.records;
  counts_.rejects = arrival.counts.rejects;
}

Result<> Applying::run() {
  const auto applied = context_.db.writer().run_bulk(
      [this](store::Transaction& tx, const store::Pace& pace) { return piece(tx, pace); });
  if (!applied) return applied.error();
  if (auto removed = remove_others(); !removed) return removed.error();
  return close();
}

Result<bool> Applying::piece(store::Transaction& tx, const store::Pace& pace) {
  for (std::size_t i = 0; i < base::limits::apply_chunk_records && !pace.over(); ++i) {
    if (read_whole_) {
      if (!follow_.settle_one(tx)) break;
      continue;
    }
    auto next = reader_.next();
    if (!next) return next.error();
    if (*next) {
      one(tx, **next);
    } else {
      read_whole_ = true;
    }
  }
  note_piece(tx);
  return !read_whole_ || follow_.waits();
}

void Applying::one(store::Transaction& tx, const store::StagedRecord& staged) {
  const auto& record = staged.record;
  if (staged.removal) {
    counts_.removed += store::remove_record(tx, plan_.row, record.id, arrival_.row) ? 1 : 0;
    return;
  }
  const auto person = person_in(record.tokens);
  if (plan_.scope == profile::Scope::consented_rows && person && consenting_.count(*person) == 0) {
    return;
  }
  const auto applied = store::apply_record(tx, record, arrival_.row);
  if (applied.change == store::Change::unchanged) {
    ++counts_.unchanged;
    return;
  }
  ++(applied.change == store::Change::added ? counts_.added : counts_.changed);
  follow_.record(tx, applied.row, record);
}

void Applying::note_piece(store::Transaction& tx) {
  tx.audit(entry_of("arrival.piece_applied", plan_, arrival_));
}

/// A whole delivery: what it does not name is gone.
Result<> Applying::remove_others() {
  if (plan_.mode != FeedMode::full) return {};
  auto ids = not_named();
  if (!ids) return ids.error();
  std::size_t at = 0;
  return context_.db.writer().run_bulk(
      [&](store::Transaction& tx, const store::Pace& pace) -> Result<bool> {
        while (at < ids->size() && !pace.over()) {
          store::remove_record(tx, plan_.row, (*ids)[at++], arrival_.row);
          ++counts_.removed;
        }
        note_piece(tx);
        return at < ids->size();
      });
}

Result<std::vector<base::RecordId>> Applying::not_named() {
  std::vector<base::RecordId> gone;
  const auto held = context_.db.read([&](store::Reader& reader) -> Result<std::int64_t> {
    return store::count_records(reader, plan_.row);
  });
  if (!held) return held.error();
  if (*held == counts_.added + counts_.changed + counts_.unchanged) return gone;
  std::set<base::RecordId> named;
  store::StagingReader again(context_.db.folder(), arrival_.id, context_.db.keys());
  while (true) {
    auto next = again.next();
    if (!next) return next.error();
    if (!*next) break;
    if (!(*next)->removal) named.insert((*next)->record.id);
  }
  const auto looked = context_.db.read([&](store::Reader& reader) -> Result<> {
    store::each_record_of(reader, plan_.row, [&](store::RecordRow, const base::RecordId& id) {
      if (named.count(id) == 0) gone.push_back(id);
    });
    return {};
  });
  if (!looked) return looked.error();
  return gone;
}

Result<> Applying::close() {
  auto closed = context_.db.write([&](store::Transaction& tx) -> Result<> {
    store::set_arrival_counts(tx, arrival_.row, counts_);
    store::set_arrival_state(tx, arrival_.row, store::ArrivalState::staged,
                             store::ArrivalState::applied);
    store::mark_applied(tx, plan_.row, arrival_.order_key);
    tx.audit(entry_of("arrival.applied", plan_, arrival_));
    return {};
  });
  if (closed) store::remove_staging(context_.db.folder(), arrival_.id);
  return closed;
}

}  // namespace hub::service
