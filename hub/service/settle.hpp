// The second half of taking a delivery (stage.hpp is the first): holds checked records against what
// the store has, counts what they would do, gives them their match tokens, seals them and puts them
// aside.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "hub/codec/record.hpp"
#include "hub/service/context.hpp"
#include "hub/service/feed_plan.hpp"
#include "hub/service/row_set.hpp"
#include "hub/service/standing.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/staging.hpp"

namespace hub::service {

/// What a delivery's own consents say of its persons, by their tokens: agreed, or not any more.
using Consents = std::unordered_map<crypto::Token, bool>;

/// A record of the schema, identified; a removal has neither content.
struct Checked {
  store::StagedRecord staged;
  std::optional<codec::Record> record{};
  std::string json{};
};

/// One delivery, one thread at a time.
class Settling {
 public:
  /// Borrows the first two.
  Settling(Context& context, const FeedPlan& plan, const store::ArrivalRef& arrival);

  /// The delivery is read again: it yields to what newer ones than that brought.
  void stand_for(store::ArrivalRow original) { standing_ = Standing(original); }
  /// In the order in which they came.
  base::Result<> settle(std::vector<Checked> batch);
  /// The delivery was read to its end.
  base::Result<> finish() { return writer_.finish(); }

  /// Added, changed and unchanged against what is held now; added counts a new record that comes
  /// twice as two, until it is applied.
  [[nodiscard]] const store::ArrivalCounts& counts() const noexcept { return counts_; }
  /// consented_rows: others' records are not applied, unless a consent was delivered before.
  [[nodiscard]] Consents& consenting() noexcept { return consenting_; }

 private:
  [[nodiscard]] bool is_first_of_feed(store::Reader& reader);
  void settle(store::Reader& reader, Checked& checked);
  void note_consent(Checked& checked);
  [[nodiscard]] std::optional<store::RecordHead> held(store::Reader& reader,
                                                      const Checked& checked);
  void yield(const store::RecordHead& head, store::StagedRecord& staged);
  void count(const std::optional<store::RecordHead>& head, bool same);
  [[nodiscard]] bool may_pass_over(const store::RecordHead& head) const;
  [[nodiscard]] std::optional<std::uint32_t> day_of_old_keys(store::Reader& reader,
                                                             const store::RecordHead& head,
                                                             store::RecordKind kind) const;
  void add_body(store::Reader& reader, const std::optional<store::RecordHead>& head,
                Checked& checked);
  void take_merged(store::Reader& reader, store::RecordRow before, Checked& checked);
  [[nodiscard]] bool by_consent() const noexcept {
    return plan_.scope == profile::Scope::consented_rows;
  }

  Context& context_;
  const FeedPlan& plan_;
  store::ArrivalRow arrival_;
  Standing standing_{store::ArrivalRow()};
  store::StagingWriter writer_;
  codec::RecordReader reader_;
  RowSet<store::RecordRow> named_;  ///< what is held counts once, or the brake would count wrong
  RowSet<store::RecordRow> rewritten_;  ///< by this delivery: what is held is not what it will find
  bool removes_ = false;
  std::optional<bool> first_of_feed_;
  store::ArrivalCounts counts_;
  Consents consenting_;
};

}  // namespace hub::service
