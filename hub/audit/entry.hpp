// One line of who did what with whose data: ids, codes and field names, never a value of a person
// (SAFETY 22). One entry per person × recipient × decision × rule, listing fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/ids.hpp"

namespace hub::audit {

enum class Decision : std::uint8_t { none, allow, mask, deny };

std::string_view name_of(Decision decision) noexcept;

struct Entry {
  std::string actor;                    ///< `system`, `source/kaigo-hokatsu`, `officer/1042`, …
  std::string action;                   ///< a fixed word: `referral.sent`, `arrival.applied`
  std::vector<std::string> objects;     ///< what it was done to, `arrival/<id>`, `referral/<id>`
  std::vector<base::PersonId> persons;  ///< whose data it is about
  std::string recipient;                ///< who received, or asked
  Decision decision = Decision::none;   ///< of the gate, where it was asked
  std::string rule;                     ///< the gate's reason code
  std::string basis;                    ///< legal basis: a code of legal_bases.yaml
  std::string purpose;                  ///< a code of purposes.yaml
  std::vector<std::string> fields;      ///< names of the fields that the decision is about
  std::string correlation;              ///< joins the entries of one request

  friend bool operator==(const Entry&, const Entry&) = default;
};

/// The one form of an entry in bytes: each part behind its length, so that no two entries share
/// their bytes.
std::string to_canonical(const Entry& entry);
/// Nothing where the bytes are not exactly one entry.
std::optional<Entry> from_canonical(std::string_view bytes);

}  // namespace hub::audit
