// Joins person records to persons as they come, change and go, to the same answer as linking all of
// them anew: hub/linkage says who is one, over the records that share a block, a number or an
// officer's word (why it is the same: hub/linkage/index.hpp). Every link can be undone; sources
// never change.
#pragma once

#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/doubt.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/open_records.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Who makes a link or a membership that no officer made.
inline constexpr std::string_view by_rule = "linkage/4";

/// A person record that is new, changed or gone, or about which somebody decided.
struct MovedRecord {
  store::RecordRow row;
  std::vector<crypto::Token> before{};  ///< its tokens, where it was held before
};

/// One delivery or one decision; one thread.
class Linking {
 public:
  /// Borrows: each call goes by the weights that are in force then.
  explicit Linking(const Context& context) : context_(context) {}

  /// In the transaction that changed them, after their tokens and facts were written. `by` makes
  /// the links. Returns whose household is to be judged: all of whom a record moved.
  std::vector<store::PersonRow> link(store::Transaction& tx, const std::vector<MovedRecord>& moved,
                                     std::string_view by = by_rule);
  /// Records that stay as they are, by weights that changed; all blocks were renewed before.
  /// Returns those whose records became others'.
  std::vector<store::PersonRow> link_again(store::Transaction& tx,
                                           const std::vector<store::RecordRow>& records);
  /// Which blocks they are in follows from the weights in force.
  void renew_blocks(store::Transaction& tx, const std::vector<store::RecordRow>& records);

 private:
  OpenRecords open(store::Transaction& tx);

  const Context& context_;
  HiddenTokens hidden_;
  std::shared_ptr<const Weights> weights_;
  PackedRecords packed_;
  std::int64_t facts_ = -1;  // store::state_of_facts, of what is packed
};

/// The person of the person record that bears `token` (MatchKind::person_record), if it is linked.
std::optional<store::Link> person_behind(store::Reader& reader, crypto::Token token);

/// Another person whom a record of this one may be, and whom nobody told apart.
struct Doubtful {
  store::PersonRow person;
  Why why{};
  linkage::Score score = 0;
  store::RecordRow mine;
  store::RecordRow theirs;
};
/// Each once, with the strongest question.
std::vector<Doubtful> doubts_of(store::Reader& reader, store::PersonRow person);

/// Raises a signal where there are any: the officer finds the person by the household, and who else
/// it may be by these.
void ask_whether_same(store::Transaction& tx, store::PersonRow person);

}  // namespace hub::service
