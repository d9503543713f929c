// Who must never be brought together by a rule: who hides from whom (支援措置).
#pragma once

#include <map>

#include "hub/service/context.hpp"
#include "hub/store/households.hpp"

namespace hub::service {

/// Whom the protection register hides from somebody at that moment. Asks once for each.
class Hidden {
 public:
  /// Borrows the reader.
  Hidden(store::Reader& reader, base::UtcMillis at);
  [[nodiscard]] bool operator()(store::PersonRow person);
  [[nodiscard]] bool anybody() const noexcept { return anybody_; }

 private:
  store::Reader& reader_;
  base::UtcMillis at_;
  bool anybody_;
  std::map<store::PersonRow, bool> known_;
};

/// The person hides from a member of the household, or a member from the person.
bool hides_from_household(store::Reader& reader, store::PersonRow person,
                          store::HouseholdRow household, base::UtcMillis at);

}  // namespace hub::service
