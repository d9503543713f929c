// アウトリーチ等: the register of whom the municipality knows and has not reached,
// and each try, with the ground on which it is worked on without consent. It may begin before any
// plan.
#pragma once

#include <chrono>
#include <string>

#include "hub/service/context.hpp"
#include "hub/service/unchanged.hpp"
#include "hub/store/outreach.hpp"

namespace hub::service {

struct OutreachWish {
  base::CaseId about;
  std::string why;    ///< cannot_ask, refuses, unaware, hidden
  std::string basis;  ///< code of legal_bases.yaml
};
base::Result<store::OutreachId> register_outreach(Context& context, const OutreachWish& wish,
                                                  const std::string& asker);

struct ContactWish {
  store::OutreachId of;
  std::optional<std::chrono::year_month_day> day{};  ///< nothing: today
  std::string step;                                  ///< gather, arrange, relate, visit, accompany
  bool reached = false;
  std::int64_t minutes = 0;
  std::string basis{};  ///< empty: the register's
  std::optional<std::chrono::year_month_day> next{};
  std::string note{};
};
base::Result<store::ContactId> note_contact(Context& context, const ContactWish& wish,
                                            const std::string& asker);

/// `outcome`: consented, referred, plan, moved, died, other.
base::Result<> end_outreach(Context& context, const store::OutreachId& id,
                            const std::string& outcome, const std::string& asker,
                            const Unchanged& unchanged = {});

}  // namespace hub::service
