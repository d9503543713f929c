// The words of the gate's answers, as GATE.md writes them.
#include <array>
#include <cstddef>

#include "hub/domain/gate.hpp"

namespace hub::domain {
namespace {

constexpr std::array<std::string_view, 23> reason_names{"ok",
                                                        "unknown_fact",
                                                        "mynumber",
                                                        "informant",
                                                        "hidden_person",
                                                        "statistics",
                                                        "third_party",
                                                        "formal_request",
                                                        "not_self",
                                                        "harm",
                                                        "not_holder",
                                                        "not_needed",
                                                        "tax_without_consent",
                                                        "youtai_pointer",
                                                        "youtai",
                                                        "staff_note",
                                                        "no_consent",
                                                        "out_of_scope",
                                                        "not_seated",
                                                        "wrong_convener",
                                                        "no_officer",
                                                        "wrong_recipient",
                                                        "hidden_address"};

}  // namespace

std::string_view name_of(Decision decision) noexcept {
  constexpr std::array<std::string_view, 3> names{"allow", "mask", "deny"};
  const auto at = static_cast<std::size_t>(decision);
  return at < names.size() ? names[at] : names.back();
}

std::string_view name_of(Reason reason) noexcept {
  const auto at = static_cast<std::size_t>(reason);
  return at < reason_names.size() ? reason_names[at] : reason_names[1];
}

bool reason_from(std::string_view name, Reason& reason) noexcept {
  for (std::size_t at = 0; at < reason_names.size(); ++at) {
    if (reason_names[at] != name) continue;
    reason = static_cast<Reason>(at);
    return true;
  }
  return false;
}

}  // namespace hub::domain
