// Who holds a copy of a person's data. The log of disclosures says it, and nothing else does: it is
// written before a byte leaves, so what a crash left unanswered counts as arrived.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/item.hpp"
#include "hub/service/context.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/stop_notices.hpp"

namespace hub::service {

/// All that the log says of somebody: a holder who was missed would go on using what he has.
inline constexpr std::size_t whole_log = std::numeric_limits<std::int64_t>::max();

struct Copy {
  store::Carrier carrier{};
  std::string agency;   ///< as the log names who received
  std::string partner;  ///< as the outbox names who was sent to; empty: no system of ours sent it
  domain::Labels items{};  ///< kinds of data that went
  base::UtcMillis last{};  ///< when it went, for the last time

  /// Whom a notice names.
  [[nodiscard]] const std::string& holder() const { return partner.empty() ? agency : partner; }
};

/// Whether a row of the log says that a datum of these kinds went out (none: of any). A masked
/// datum did not, nor did what an officer of the house looked at.
bool brought(const store::LoggedEntry& logged, domain::Labels items);

/// Of the rows that brought something: each holder once a carrier. A desk's own system, which is
/// told through its adapter, is no holder of a copy.
std::vector<Copy> copies_in(store::Reader& reader, const std::vector<store::LoggedEntry>& rows,
                            domain::Labels items = {});
std::vector<Copy> copies_of(store::Reader& reader, const base::PersonId& person,
                            domain::Labels items = {});

}  // namespace hub::service
