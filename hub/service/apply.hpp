// Applies a staged delivery: records, who they belong to, who lives together, what was agreed, whom
// to refer to. In pieces between requests, each durable by itself; a delivery applied twice changes
// nothing.
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/follow.hpp"
#include "hub/service/stage.hpp"
#include "hub/service/standing.hpp"
#include "hub/service/vanished.hpp"

namespace hub::service {

/// Whether to end between two pieces. Any thread.
using Stopping = std::function<bool()>;

/// One delivery, one thread.
class Applying {
 public:
  /// Borrows all. `consenting`: see Staged. `stopping`, where there is one, is asked before each
  /// piece.
  Applying(Context& context, const FeedPlan& plan, const store::Arrival& arrival,
           const Consents& consenting, Stopping stopping = {});

  /// To the end, what its referral records ask for included, and marks the delivery as applied.
  /// `unavailable` where it was to stop: decoded again, the delivery goes on where it is.
  base::Result<> run();

 private:
  base::Result<> go_on() const;
  base::Result<bool> piece(store::Transaction& tx, const store::Pace& pace);
  base::Result<> read_piece(store::Transaction& tx, const store::Pace& pace);
  void one(store::Transaction& tx, store::RecordBatch& batch, const store::StagedRecord& staged);
  void apply(store::Transaction& tx, store::RecordBatch& batch, const store::StagedRecord& staged);
  void pass_over(const store::StagedRecord& staged);
  bool remove(store::Transaction& tx, store::RecordBatch& batch, const base::RecordId& id);
  base::Result<> remove_absent();
  base::Result<> weigh_all();
  base::Result<> weigh(const std::vector<store::HouseholdRow>& wanting);
  base::Result<std::vector<base::RecordId>> not_named();
  base::Result<> refer_all();
  [[nodiscard]] bool may_be_kept(store::Transaction& tx, const store::IncomingRecord& record) const;
  void name_held(store::Transaction& tx, const store::IncomingRecord& record);
  base::Result<> close();
  void note_piece(store::Transaction& tx);

  Context& context_;
  const FeedPlan& plan_;
  const store::Arrival& arrival_;
  Standing standing_;
  const Consents& consenting_;
  Stopping stopping_;
  std::shared_ptr<const Book> book_;
  store::StagingReader reader_;
  store::ArrivalCounts counts_;
  Follow follow_;
  RowSet<store::RecordRow> named_;
  std::deque<crypto::Token> consultations_;  ///< that were held, delivered with all their concerns
  bool read_whole_ = false;
};

}  // namespace hub::service
