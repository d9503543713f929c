// Applies a staged delivery: records, who they belong to, who lives together, what was agreed. In
// pieces between requests, each durable by itself; a delivery applied twice changes nothing.
#pragma once

#include <unordered_set>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/follow.hpp"
#include "hub/service/stage.hpp"

namespace hub::service {

/// One delivery, one thread.
class Applying {
 public:
  /// Borrows all. `consenting`: see Staged.
  Applying(Context& context, const FeedPlan& plan, const store::Arrival& arrival,
           const std::unordered_set<crypto::Token>& consenting);

  /// To the end, and marks the delivery as applied.
  base::Result<> run();
  /// Referral records that are new or changed: what they ask for is done next (refer.hpp).
  [[nodiscard]] const std::vector<store::RecordRow>& referrals() const noexcept {
    return follow_.referrals();
  }

 private:
  base::Result<bool> piece(store::Transaction& tx, const store::Pace& pace);
  void one(store::Transaction& tx, const store::StagedRecord& staged);
  base::Result<> remove_others();
  base::Result<std::vector<base::RecordId>> not_named();
  base::Result<> close();
  void note_piece(store::Transaction& tx);

  Context& context_;
  const FeedPlan& plan_;
  const store::Arrival& arrival_;
  const std::unordered_set<crypto::Token>& consenting_;
  std::shared_ptr<const Book> book_;
  store::StagingReader reader_;
  store::ArrivalCounts counts_;
  Follow follow_;
  bool read_whole_ = false;
};

}  // namespace hub::service
