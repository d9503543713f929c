// What a recipient gets of a referral: for the case's person and each member of the household,
// every datum that the gate allows this recipient for this purpose now; what it masks is named,
// what it denies is absent, as if it were not there. Rendered and logged in one transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/domain/disclosure.hpp"
#include "hub/service/context.hpp"
#include "hub/service/disclosure_log.hpp"
#include "hub/service/situation.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

struct Packet {
  bool goes = false;  ///< who the case's person is may not be told: nothing goes at all
  std::string data;   ///< of the event: JSON (hub/codec/packet.hpp)
  std::vector<Answered> answers;
  /// Of a notice, where the recipient may know it already.
  std::optional<domain::Cleared<std::string>> urgency{};

  /// Why it does not go: the gate's word about the case's person.
  [[nodiscard]] domain::Reason refusal() const {
    return answers.empty() ? domain::Reason::unknown_fact
                           : answers.front().disclosure.verdict().reason;
  }
};

/// Pure reading; nothing is written.
Packet render_packet(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
                     const Asking& asking, base::UtcMillis at);

/// For a thin notice, which holds ids and how urgent it is: `data` stays empty. What a pull then
/// gets is decided at the pull.
Packet decide_notice(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
                     const Asking& asking, base::UtcMillis at);

/// One row of the disclosure log for each person, decision and rule (SAFETY 22): before a byte
/// leaves.
void log_disclosure(store::Transaction& tx, const store::StoredReferral& referral,
                    const Packet& packet, std::string_view action);

}  // namespace hub::service
