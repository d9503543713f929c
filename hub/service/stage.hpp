// Takes what an adapter decodes of one delivery: each record is checked against the schema,
// searched for numbers that may not be kept, given its match tokens, sealed and put aside. Nothing
// of it counts before the delivery is finished and judged (judge.hpp, apply.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hub/codec/record.hpp"
#include "hub/service/admit.hpp"
#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/row_set.hpp"
#include "hub/service/standing.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/rejects.hpp"
#include "hub/store/staging.hpp"

namespace hub::service {

/// What a delivery's own consents say of its persons, by their tokens: agreed, or not any more.
using Consents = std::unordered_map<crypto::Token, bool>;

/// What a whole delivery would do, counted while it was put aside.
struct Staged {
  /// Changed and unchanged against what is held now; added counts a new record that comes twice
  /// as two, until it is applied.
  store::ArrivalCounts counts;
  std::vector<store::Reject> rejects;
  std::vector<store::Reject> warnings;
  /// consented_rows: others' records are not applied, unless a consent was delivered before.
  Consents consenting;
};

/// One delivery, one thread.
class Stager {
 public:
  Stager(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival);

  /// As Admission has it.
  void accept_only(std::vector<domain::RecordKind> kinds) {
    admission_.accept_only(std::move(kinds));
  }
  /// The delivery is read again: it yields to what newer ones than that brought.
  void stand_for(store::ArrivalRow original) { standing_ = Standing(original); }
  /// A record that is not taken (admit.hpp) becomes a reject. A failure ends the decoding: see
  /// refused().
  base::Result<> record(std::string_view json, std::int64_t line);
  void reject(store::Reject reject);
  /// Something odd about what was taken all the same.
  void warn(store::Reject warning);
  /// The delivery was read to its end.
  base::Result<> finish();

  [[nodiscard]] const std::optional<Refused>& refused() const noexcept { return refused_; }
  [[nodiscard]] Staged& staged() noexcept { return staged_; }

 private:
  /// A checked record that is not yet held against the store.
  struct Waiting {
    store::StagedRecord staged;
    std::string json;
  };

  /// Before anything of the feed is held, no look-up can find anything.
  [[nodiscard]] bool is_first_of_feed();
  base::Result<> stage(const codec::Record& record, std::string_view json);
  base::Result<> stage_removal(const codec::Record& record);
  base::Result<> wait(Waiting waiting);
  base::Result<> settle_waiting();
  void settle(store::Reader& reader, Waiting& waiting);
  void yield(const store::RecordHead& head, store::StagedRecord& staged);
  [[nodiscard]] std::optional<store::RecordHead> held(store::Reader& reader,
                                                      const Waiting& waiting);
  void count(const std::optional<store::RecordHead>& head, bool same);
  [[nodiscard]] bool may_pass_over(const store::RecordHead& head) const;
  void add_tokens(Waiting& waiting);
  void add_body(store::Reader& reader, const std::optional<store::RecordHead>& head,
                Waiting& waiting);
  void take_merged(store::Reader& reader, store::RecordRow before, Waiting& waiting);
  [[nodiscard]] bool keeps_body() const noexcept {
    return plan_.scope != profile::Scope::keys_only;
  }

  Context& context_;
  const FeedPlan& plan_;
  store::ArrivalRow arrival_;
  Admission admission_;
  Standing standing_{store::ArrivalRow()};
  store::StagingWriter writer_;
  std::vector<Waiting>
      waiting_;  // in their order; settled many at a time, in one view of the store
  std::size_t waiting_bytes_ = 0;
  codec::RecordReader reader_;
  RowSet<store::RecordRow> named_;  ///< what is held counts once, or the brake would count wrong
  RowSet<store::RecordRow> rewritten_;  ///< by this delivery: what is held is not what it will find
  bool removes_ = false;
  std::optional<bool> first_of_feed_;
  Staged staged_;
  std::optional<Refused> refused_;
};

}  // namespace hub::service
