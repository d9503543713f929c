// Brings the stored persons to what linkage says who is one: a person keeps the records among which
// the one is that it began with; of several who come together the one stays on whom something
// rests. Where something rests on two of them, an officer has to look first, and they stay two.
// Links are undone and made anew, never overwritten.
#pragma once

#include <map>

#include "hub/service/parts.hpp"
#include "hub/store/persons.hpp"

namespace hub::service {

class Claims {
 public:
  /// Borrows. `by`: who makes the links.
  Claims(store::Transaction& tx, Edges& edges, std::string_view by)
      : tx_(tx), edges_(edges), by_(by) {}

  /// The records of one person each; all groups that changed together.
  void settle(const std::vector<std::vector<store::RecordRow>>& groups);

  /// Who has the record now.
  [[nodiscard]] store::PersonRow person_of(store::RecordRow record) const {
    return owner_.at(record);
  }
  /// Nothing for one that was in no group.
  [[nodiscard]] std::optional<store::PersonRow> owner_of(store::RecordRow record) const {
    const auto owner = owner_.find(record);
    return owner == owner_.end() ? std::nullopt : std::optional(owner->second);
  }
  /// Those whose records, or some of them, became others' or came from others.
  [[nodiscard]] const std::set<store::PersonRow>& moved() const noexcept { return moved_; }

 private:
  using Records = std::vector<store::RecordRow>;
  void read_links(const std::vector<Records>& groups);
  void find_beginnings();
  void settle_one(const Records& group);
  [[nodiscard]] store::PersonRow person_for(const Records& group);
  void divide(const Records& group, const std::vector<store::PersonRow>& bearers);
  [[nodiscard]] store::PersonRow nearest(store::RecordRow record,
                                         const std::map<store::RecordRow, store::PersonRow>& given);
  void give(store::PersonRow person, const Records& records);
  void link(store::RecordRow record, store::PersonRow person, store::Strength strength,
            std::string_view rule);
  [[nodiscard]] std::map<store::RecordRow, store::Strength> certain_from(store::RecordRow first,
                                                                         const Records& records);

  store::Transaction& tx_;
  Edges& edges_;
  std::string by_;
  std::map<store::RecordRow, store::Link> links_;            // as they were
  std::map<store::PersonRow, store::RecordRow> beginnings_;  // of each person
  std::map<store::RecordRow, store::PersonRow> owner_;
  std::set<store::PersonRow> moved_;
  std::set<store::PersonRow> revived_;
};

/// Something rests on the person: a referral, a case, a word to an officer, his decision.
bool bears_matters(store::Reader& reader, store::PersonRow person);

}  // namespace hub::service
