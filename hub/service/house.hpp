// Who lives together: keeps the stored households to what hub/linkage settles over all persons, by
// settling anew those who came, changed or went, and all who hang together with them. Memberships
// are undone and made anew, never overwritten; that of somebody who moved ends on that day.
#pragma once

#include <functional>

#include "hub/service/context.hpp"
#include "hub/service/open_records.hpp"
#include "hub/service/row_set.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// Asked before each of many: whether the rest is to come later.
using Over = std::function<bool()>;
inline bool never() {
  return false;
}

/// One delivery or one decision; one thread.
class Homes {
 public:
  /// Borrows.
  explicit Homes(const Context& context) : context_(context) {}

  /// Somebody to be settled, of whom anything changed.
  void add(store::PersonRow person);
  /// All who shared one of these keys with a record that bears it no more; by a person record, whom
  /// hints bring together with it.
  void add_near(store::Reader& reader, const std::vector<crypto::Token>& tokens);
  [[nodiscard]] bool waits() const { return waiting_.next(at_).has_value(); }

  /// Those who wait, one after the other, each with whoever hangs together with them. All records
  /// stand as they are to be, and whose they are. Returns the households in which anything changed.
  std::vector<store::HouseholdRow> settle(store::Transaction& tx, const Over& over = never);

 private:
  using Households = std::vector<store::HouseholdRow>;
  void settle_next(store::Transaction& tx, Households& changed);
  void add_behind(store::Reader& reader, crypto::Token person_record);
  void add_focus(store::Reader& reader, crypto::Token token);

  const Context& context_;
  HiddenTokens hidden_;
  RowSet<store::PersonRow> waiting_;
  std::size_t stirred_ = 0;  // who waited since nobody did
  store::PersonRow at_;      // nobody before waits
};

/// At once.
void settle_homes(store::Transaction& tx, const Context& context,
                  const std::vector<store::PersonRow>& persons);

}  // namespace hub::service
