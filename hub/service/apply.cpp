#include "hub/service/apply.hpp"

#include <future>
#include <span>

#include "hub/base/limits.hpp"
#include "hub/codec/typed.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/let_go.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/patterns.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/receive.hpp"
#include "hub/service/received.hpp"
#include "hub/service/refer.hpp"
#include "hub/service/refresh_facts.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::Result;

audit::Entry entry_of_source(std::string_view action, const FeedPlan& plan,
                             const store::Arrival& arrival) {
  return entry_of("source/" + plan.source, action, "arrival/" + arrival.id.text());
}

constexpr std::size_t most_consents = 64;  // of one person in one system

/// A consent that this source delivered before and that still holds.
bool agreed_before(store::Transaction& tx, crypto::Token person) {
  const auto today = base::jst_day(tx.now());
  const auto kind = number_of(domain::RecordKind::consent);
  for (const auto& ref : store::records_with(tx, person, kind, most_consents)) {
    const auto stored = store::read_record(tx, ref.row);
    const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
    if (!record || !is_consent_given(*record)) continue;
    const auto until = codec::consent_of(*record, {{}, stored->source, {}}).until;
    if (!until || std::chrono::sys_days(*until) >= std::chrono::sys_days(today)) return true;
  }
  return false;
}

constexpr std::size_t homes_at_a_time = 256;

/// Looked at by two threads.
Result<std::vector<store::HouseholdRow>> wanting_in_two(
    Context& context, const Book& book, const std::vector<store::HouseholdRow>& homes) {
  const auto all = std::span(homes);
  const auto half = all.size() / 2;
  auto beside = std::async(std::launch::async | std::launch::deferred,
                           [&] { return wanting_patterns(context, book, all.first(half)); });
  auto wanting = wanting_patterns(context, book, all.subspan(half));
  const auto others = beside.get();
  if (!others) return others.error();
  if (wanting) wanting->insert(wanting->end(), others->begin(), others->end());
  return wanting;
}

}  // namespace

Applying::Applying(Context& context, const FeedPlan& plan, const store::Arrival& arrival,
                   const Consents& consenting, Stopping stopping)
    : context_(context),
      plan_(plan),
      arrival_(arrival),
      standing_(arrival.replay_of),
      consenting_(consenting),
      stopping_(std::move(stopping)),
      book_(context.book()),
      reader_(context.db.folder(), arrival.id, context.db.keys()),
      follow_(context, *book_, plan.source, arrival.received_at) {
  counts_.records = arrival.counts.records;
  counts_.rejects = arrival.counts.rejects;
  counts_.warnings = arrival.counts.warnings;
}

Result<> Applying::run() {
  const auto applied = context_.db.writer().run_bulk(
      [this](store::Transaction& tx, const store::Pace& pace) { return piece(tx, pace); });
  if (!applied) return applied.error();
  if (auto removed = remove_absent(); !removed) return removed.error();
  if (auto weighed = weigh_all(); !weighed) return weighed.error();
  if (auto referred = refer_all(); !referred) return referred.error();
  return close();
}

Result<> Applying::go_on() const {
  if (!stopping_ || !stopping_()) return {};
  return base::fail(base::Kind::unavailable, "stopped between two pieces of a delivery");
}

Result<bool> Applying::piece(store::Transaction& tx, const store::Pace& pace) {
  if (auto on = go_on(); !on) return on.error();
  if (read_whole_) {
    follow_.settle(tx, [&] { return pace.over(); });
  } else if (auto read = read_piece(tx, pace); !read) {
    return read.error();
  }
  note_piece(tx);
  return !read_whole_ || follow_.waits();
}

Result<> Applying::read_piece(store::Transaction& tx, const store::Pace& pace) {
  store::RecordBatch batch(tx, arrival_.row);
  for (std::size_t i = 0; i < base::limits::apply_chunk_records && !pace.over(); ++i) {
    auto next = reader_.next();
    if (!next) return next.error();
    read_whole_ = !*next;
    if (read_whole_) break;
    one(tx, batch, **next);
  }
  batch.finish();
  follow_.link(tx);
  return {};
}

void Applying::one(store::Transaction& tx, store::RecordBatch& batch,
                   const store::StagedRecord& staged) {
  const auto& record = staged.record;
  if (staged.removal) {
    counts_.removed += remove(tx, batch, record.id) ? 1 : 0;
  } else if (staged.unchanged) {
    pass_over(staged);
  } else if (may_be_kept(tx, record)) {
    apply(tx, batch, staged);
  } else {
    name_held(tx, record);
  }
}

bool Applying::remove(store::Transaction& tx, store::RecordBatch& batch, const base::RecordId& id) {
  const auto head = store::find_record(tx, plan_.row, id);
  if (!head || head->removed || standing_.yields_to(tx, head->arrival)) return false;
  follow_.removal(tx, head->row, [&] { batch.remove(plan_.row, id); });
  return true;
}

/// Deliveries of a feed come one after the other, so what was held when it was staged still is.
void Applying::pass_over(const store::StagedRecord& staged) {
  named_.insert(staged.unchanged);
  ++counts_.unchanged;
  if (staged.record.kind == number_of(domain::RecordKind::consultation)) {
    consultations_.push_back(consultation_token(context_, staged.record.id));
  }
}

void Applying::apply(store::Transaction& tx, store::RecordBatch& batch,
                     const store::StagedRecord& staged) {
  const auto& record = staged.record;
  const auto applied = staged.fresh ? batch.apply_fresh(record) : batch.apply(record);
  const bool first = named_.insert(applied.row);
  const bool added = applied.change == store::Change::added;
  if (!added && record.kind == number_of(domain::RecordKind::consultation)) {
    const auto tokens = of_kind(MatchKind::consultation, record.tokens);
    consultations_.insert(consultations_.end(), tokens.begin(), tokens.end());
  }
  if (applied.change == store::Change::unchanged) {
    ++counts_.unchanged;
    if (const auto before = renew_keys(tx, context_, applied.row, record)) {
      follow_.record(tx, applied.row, record, *before);
    } else if (applied.again && first) {
      follow_.record_again(tx, applied.row, record);
    }
    return;
  }
  ++(added ? counts_.added : counts_.changed);
  follow_.record(tx, applied.row, record, applied.tokens_before);
}

/// What is held from before, and comes without a consent now, is still named.
void Applying::name_held(store::Transaction& tx, const store::IncomingRecord& record) {
  if (const auto head = store::find_record(tx, plan_.row, record.id)) named_.insert(head->row);
}

/// consented_rows: those of who agreed, here or in a delivery before. What came while nobody had
/// agreed was not kept: it comes in with the next delivery that holds it. A consent that is held
/// already also counts when it is taken back.
bool Applying::may_be_kept(store::Transaction& tx, const store::IncomingRecord& record) const {
  if (plan_.scope != profile::Scope::consented_rows) return true;
  const auto person = person_in(record.tokens);
  if (!person) return true;
  const auto said = consenting_.find(*person);
  if (said == consenting_.end() ? agreed_before(tx, *person) : said->second) return true;
  return record.kind == number_of(domain::RecordKind::consent) &&
         store::find_record(tx, plan_.row, record.id).has_value();
}

void Applying::note_piece(store::Transaction& tx) {
  store::set_arrival_counts(tx, arrival_.row, counts_);
  tx.audit(entry_of_source("arrival.piece_applied", plan_, arrival_));
}

Result<> Applying::remove_absent() {
  auto ids = not_named();
  if (!ids) return ids.error();
  if (ids->empty()) return {};
  std::size_t at = 0;
  return context_.db.writer().run_bulk(
      [&](store::Transaction& tx, const store::Pace& pace) -> Result<bool> {
        if (auto on = go_on(); !on) return on.error();
        store::RecordBatch batch(tx, arrival_.row);
        while (at < ids->size() && !pace.over()) {
          counts_.removed += remove(tx, batch, (*ids)[at++]) ? 1 : 0;
        }
        follow_.link(tx);
        if (at == ids->size()) follow_.settle(tx, [&] { return pace.over(); });
        note_piece(tx);
        return at < ids->size() || follow_.waits();
      });
}

/// When everything stands as the delivery has it.
Result<> Applying::weigh_all() {
  for (;;) {
    if (auto on = go_on(); !on) return on;
    const auto homes =
        context_.db.read([this](store::Reader& reader) -> Result<std::vector<store::HouseholdRow>> {
          return follow_.homes_to_weigh(reader, homes_at_a_time);
        });
    if (!homes) return homes.error();
    if (homes->empty()) return {};
    const auto wanting = wanting_in_two(context_, *book_, *homes);
    if (!wanting) return wanting.error();
    if (wanting->empty()) continue;
    if (auto weighed = weigh(*wanting); !weighed) return weighed;
  }
}

Result<> Applying::weigh(const std::vector<store::HouseholdRow>& wanting) {
  std::size_t at = 0;
  return context_.db.writer().run_bulk(
      [&](store::Transaction& tx, const store::Pace& pace) -> Result<bool> {
        if (auto on = go_on(); !on) return on.error();
        while (at < wanting.size() && !pace.over())
          weigh_patterns(tx, context_.tables, *book_, wanting[at++]);
        note_piece(tx);
        return at < wanting.size();
      });
}

/// What a whole delivery does not name is gone, if all of it could be read; of any other, concerns
/// of what it delivers again.
Result<std::vector<base::RecordId>> Applying::not_named() {
  return context_.db.read([this](store::Reader& reader) -> Result<std::vector<base::RecordId>> {
    std::vector<base::RecordId> gone;
    if (plan_.mode == FeedMode::full) {
      const bool accepted = arrival_.reason == rejects_accepted_reason;
      if (counts_.rejects > 0 && !accepted) return gone;  // a rejected row is present, whosever
      store::each_record_of(reader, plan_.row, [&](store::RecordRow row, const base::RecordId& id) {
        if (!named_.contains(row)) gone.push_back(id);
      });
      return gone;
    }
    for (const auto consultation : consultations_) {
      const auto more = vanished_concerns(reader, consultation, named_);
      gone.insert(gone.end(), more.begin(), more.end());
    }
    return gone;
  });
}

/// Before the delivery counts as applied, so that a stop in between loses no referral.
Result<> Applying::refer_all() {
  for (const auto row : follow_.referrals()) {
    if (auto on = go_on(); !on) return on;
    auto referred = context_.db.write([&](store::Transaction& tx) -> Result<> {
      refer_from(tx, *book_, context_.tables, plan_, row);
      return {};
    });
    if (!referred) return referred;
  }
  return {};
}

Result<> Applying::close() {
  auto closed = context_.db.write([&](store::Transaction& tx) -> Result<> {
    store::set_arrival_counts(tx, arrival_.row, counts_);
    store::set_arrival_state(tx, arrival_.row, store::ArrivalState::staged,
                             store::ArrivalState::applied);
    store::mark_applied(tx, plan_.row, store::read_order_key(tx, {arrival_.row, arrival_.id}));
    let_go(tx, plan_.scope, arrival_.row);
    tx.audit(entry_of_source("arrival.applied", plan_, arrival_));
    return {};
  });
  if (closed) store::remove_staging(context_.db.folder(), arrival_.id);
  return closed;
}

}  // namespace hub::service
