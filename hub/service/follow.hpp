// What new and changed records lead to, in the transaction that applies them: a person is linked, a
// consent becomes events. Who lives together is judged once for each person, when the delivery has
// been read and all that tells of them is known; then which patterns that makes.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "hub/domain/record_kind.hpp"
#include "hub/service/context.hpp"
#include "hub/service/house.hpp"
#include "hub/service/link.hpp"
#include "hub/service/row_set.hpp"
#include "hub/service/stop.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// One delivery, one thread.
class Follow {
 public:
  /// `source`: code of the configured source, as the log names it. `received_at` stands in for a
  /// consent that bears no date.
  Follow(const Context& context, const Book& book, std::string source, base::UtcMillis received_at)
      : book_(book),
        linking_(context),
        homes_(context),
        source_(std::move(source)),
        received_at_(received_at) {}

  /// `before`: its tokens, where it was held before.
  void record(store::Transaction& tx, store::RecordRow row, const store::IncomingRecord& record,
              const std::vector<crypto::Token>& before = {});
  /// A try of the same delivery that was cut short applied it: what it led to in that transaction
  /// stands, what was to come later does not.
  void record_again(store::Transaction& tx, store::RecordRow row,
                    const store::IncomingRecord& record);
  /// Takes a record out by `take_out`, and stops what rested on it if it was a consent. Who was one
  /// by a person record may be so no more.
  void removal(store::Transaction& tx, store::RecordRow row, const std::function<void()>& take_out);
  /// After the tokens of these records were written, in the same transaction.
  void link(store::Transaction& tx);
  /// Those whose household waits, after the delivery has been read.
  void settle(store::Transaction& tx, const Over& over = never);
  [[nodiscard]] bool waits() const noexcept {
    return !early_.empty() || homes_.waits() || movers_.next(settled_);
  }
  /// When everything has settled and what is gone was removed: the next households of those of whom
  /// anything changed, whose patterns are to be weighed; each once, and none at the end.
  std::vector<store::HouseholdRow> homes_to_weigh(store::Reader& reader, std::size_t at_most);
  /// Referral records among them: what they ask for is done next (refer.hpp).
  [[nodiscard]] const std::vector<store::RecordRow>& referrals() const noexcept {
    return referrals_;
  }

 private:
  struct NewPerson {
    store::RecordRow row;
    std::optional<crypto::Token> key;  ///< MatchKind::person_record
    bool known = false;
  };
  void link_persons(store::Transaction& tx);
  void take_early_referrals(store::Transaction& tx, const NewPerson& person);
  bool judge_household(store::Transaction& tx, crypto::Token person);
  void move(store::PersonRow person);
  void ask_who_is_the_same(store::Transaction& tx, const Over& over);
  void leave(const std::vector<crypto::Token>& before, const std::vector<crypto::Token>& now);
  void touch(store::Transaction& tx, store::RecordRow row);
  void add_consent(store::Transaction& tx, store::RecordRow row);
  [[nodiscard]] std::optional<Halting> halting_for(store::Transaction& tx,
                                                   store::RecordRow row) const;
  void end_consent(store::Transaction& tx, store::RecordRow row);

  const Book& book_;
  Linking linking_;
  Homes homes_;
  std::string source_;
  base::UtcMillis received_at_;
  std::vector<NewPerson> persons_;        // of this transaction
  std::vector<MovedRecord> moved_;        // of this transaction: person records
  std::vector<crypto::Token> hints_;      // of this transaction: whom they are about
  std::vector<crypto::Token> told_;       // of this transaction: whom any record is about
  std::vector<crypto::Token> left_keys_;  // of this transaction: what is said no more of homes
  std::deque<crypto::Token> early_;       // whom hints are about that nobody knew yet
  RowSet<store::PersonRow> movers_;       // about whom it is asked whether they are one, each once
  store::PersonRow settled_;              // the last of them
  std::vector<store::RecordRow> referrals_;
  RowSet<store::PersonRow> touched_;           // of whom anything changed
  RowSet<store::HouseholdRow> weighed_homes_;  // each once
  std::deque<store::HouseholdRow> changed_;
  store::PersonRow weighed_;  // the last of those who were touched
};

}  // namespace hub::service
