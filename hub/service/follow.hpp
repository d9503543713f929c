// What a new or changed record leads to, in the transaction that applies it: a person is linked and
// joins a household, a household hint joins its person, a consent becomes events. What comes before
// the person it is about waits until the delivery has been read, or until that person comes.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "hub/domain/record_kind.hpp"
#include "hub/service/context.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// One delivery, one thread.
class Follow {
 public:
  /// `source`: code of the configured source, as the log names it. `received_at` stands in for a
  /// consent that bears no date.
  Follow(const Book& book, std::string source, base::UtcMillis received_at)
      : book_(book), source_(std::move(source)), received_at_(received_at) {}

  void record(store::Transaction& tx, store::RecordRow row, const store::IncomingRecord& record);
  /// One of those that wait; false when none does.
  bool settle_one(store::Transaction& tx);
  [[nodiscard]] bool waits() const noexcept { return !waiting_.empty(); }
  /// Referral records among them: what they ask for is done next (refer.hpp).
  [[nodiscard]] const std::vector<store::RecordRow>& referrals() const noexcept {
    return referrals_;
  }

 private:
  struct Waiting {
    store::RecordRow row;
    std::vector<crypto::Token> tokens;
  };
  void join_person(store::Transaction& tx, const Waiting& person);
  void take_early_ones(store::Transaction& tx, const Waiting& person,
                       std::vector<crypto::Token>& tokens);
  void add_consent(store::Transaction& tx, store::RecordRow row);
  void end_consent(store::Transaction& tx, store::RecordRow row);

  const Book& book_;
  std::string source_;
  base::UtcMillis received_at_;
  std::deque<Waiting> waiting_;
  std::vector<crypto::Token> settled_;  // of the hint that was settled last
  std::vector<store::RecordRow> referrals_;
};

}  // namespace hub::service
