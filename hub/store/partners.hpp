// How partners are doing, and which are paused.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct PartnerHealth {
  PartnerRow row;
  std::string name;
  std::optional<base::UtcMillis> paused_at;
  std::int64_t failures = 0;  ///< one after the other
  std::optional<base::UtcMillis> last_ok_at;
  std::optional<base::UtcMillis> last_failure_at;
  std::string last_reason;
};

/// The partner's row; adds it at first sight.
PartnerRow ensure_partner(Transaction& transaction, std::string_view name);
std::vector<PartnerHealth> list_partners(Reader& reader);

void note_success(Transaction& transaction, std::string_view name);
void note_failure(Transaction& transaction, std::string_view name, std::string_view reason);
/// A paused partner gets nothing until somebody resumes it. False where it stands so already.
bool pause_partner(Transaction& transaction, std::string_view name, std::string_view reason);
bool resume_partner(Transaction& transaction, std::string_view name);

}  // namespace hub::store
