// Consent as the plans mean it: of one person, never of a case, as events that are never
// overwritten (個人情報保護法69条2項1号, 27条1項). Two objects are kept apart: the support itself,
// and sharing with the agencies (茅ヶ崎市). What stands at a moment is computed from the events; it
// doesn't depend on the order in which they are handed over. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/base/ids.hpp"
#include "hub/domain/gate_facts.hpp"
#include "hub/domain/period.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

enum class ConsentAct : std::uint8_t {
  asked,
  given,
  refused,
  withdrawn,
  expired,   ///< ends its own consent only
  narrowed,  ///< its scope is what is taken away
  renewed,   ///< confirmed anew, with the scope and period it states
};

enum class ConsentObject : std::uint8_t { support, sharing };

enum class ConsentGiver : std::uint8_t { self, guardian, representative };

enum class ConsentMethod : std::uint8_t { written, oral, electronic };

/// Names, or all of them. Empty by default: selects nothing.
class Selection {
 public:
  Selection() = default;
  explicit Selection(std::vector<std::string> names) : names_(std::move(names)) {}
  static Selection everything();

  [[nodiscard]] bool all() const noexcept { return all_; }
  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
  [[nodiscard]] bool has(std::string_view name) const noexcept;
  friend bool operator==(const Selection&, const Selection&) = default;

 private:
  std::vector<std::string> names_;
  bool all_ = false;
};

/// What a consent reaches; by default it reaches nothing. In a later word that takes away, and in
/// an exclusion, a part that names nothing takes all of it.
struct ConsentScope {
  Selection forums;      ///< codes of `config/legal_bases.yaml`
  Selection recipients;  ///< codes of agencies, or of the groups they belong to
  Selection purposes;    ///< codes of `config/purposes.yaml`
  Labels labels;

  static ConsentScope everything();
  friend bool operator==(const ConsentScope&, const ConsentScope&) = default;
};

struct ConsentEvent {
  base::ConsentId consent;  ///< which consent; several events may speak of one
  base::PersonId person;
  ConsentAct act = ConsentAct::asked;
  ConsentObject object = ConsentObject::sharing;
  base::UtcMillis at{};  ///< when it was said, not when it was typed
  ConsentScope scope;
  std::vector<ConsentScope> excludes;
  Period in_force;                                 ///< of `given` and `renewed`
  std::optional<base::UtcMillis> follow_up_until;  ///< survives a reopening
  ConsentGiver given_by = ConsentGiver::self;
  std::string giver_basis;                        ///< why a guardian or representative may
  std::optional<Sealed<std::string>> giver_name;  ///< where it is not the person
  ConsentMethod method = ConsentMethod::written;
  std::string form;          ///< code of `config/consent_forms.yaml`
  std::string form_version;  ///< its printing
  std::string evidence;      ///< where the signed paper lies
  std::string recorded_by;
};

/// What is asked: may this recipient, in this forum, for this purpose, get this label?
struct ConsentQuestion {
  base::PersonId person;
  std::string_view forum;
  std::span<const std::string_view> recipient;  ///< its code and the groups it belongs to
  std::string_view purpose;
  Item label = Item::unknown;
  bool support_too = false;                    ///< the forum also wants the consent to support
  std::optional<base::UtcMillis> reopened_at;  ///< when the case was last reopened
};

/// The consent facts of the gate. All covers come from one and the same consent.
struct Standing {
  ConsentStatus consent = ConsentStatus::never_asked;
  YesNo stale = YesNo::yes;
  YesNo covers_forum = YesNo::no;
  YesNo covers_recipient = YesNo::no;
  YesNo covers_purpose = YesNo::no;
  YesNo covers_label = YesNo::no;
  std::optional<base::ConsentId> rests_on;  ///< the consent that the covers come from

  [[nodiscard]] bool allows() const noexcept;
};

/// Of several consents the one that reaches furthest. Events of other persons are passed over.
[[nodiscard]] Standing standing(std::span<const ConsentEvent> events, base::UtcMillis at,
                                const ConsentQuestion& question);

/// 同意区分 of a field's export: "0" なし is a refusal, "1" あり is given (its scope is what the
/// form names, else nothing), "9" 未確認, empty and anything else was never asked: no event.
[[nodiscard]] std::optional<ConsentAct> act_of_agreement(std::string_view code) noexcept;

/// "given", "withdrawn" …
std::string_view name_of(ConsentAct act) noexcept;
std::optional<ConsentAct> consent_act_from(std::string_view name) noexcept;
/// "support", "sharing".
std::string_view name_of(ConsentObject object) noexcept;
std::optional<ConsentObject> consent_object_from(std::string_view name) noexcept;

}  // namespace hub::domain
