// What a field's own records say of the process: a consultation, a concern, a consent, a referral,
// a removal. Keys and codes of the process are plain; what a person said or is, is sealed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/coding.hpp"
#include "hub/domain/concern.hpp"
#include "hub/domain/consent.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/record_kind.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

enum class Urgency : std::uint8_t { routine, soon, immediate };
inline constexpr std::string_view urgency_names[] = {"routine", "soon", "immediate"};

/// 児童福祉法25条の2: present means 要対協 material.
enum class LegalCategory : std::uint8_t {
  none,
  needs_protection,
  needs_support,
  specified_pregnant,
  guardian
};

struct ConsultationRecord {
  std::string key;
  std::string person_key;
  std::optional<Sealed<PartialDate>> received_at;
  Urgency urgency = Urgency::routine;
  std::optional<Sealed<std::string>> statement;  ///< 主訴
  bool abuse = false;  ///< 高齢者虐待防止法8条, 障害者虐待防止法8条, 児童虐待防止法7条
  LegalCategory legal_category = LegalCategory::none;
  bool closed = false;
};

struct ConcernRecord {
  std::string key;
  std::string person_key;
  std::string consultation_key;
  Sealed<Concern> concern;
  std::optional<Sealed<Coding>> source_code;
  bool most_pressing = false;
};

enum class ConsentWord : std::uint8_t { never_asked, asked, given, refused, withdrawn, expired };

/// Names as the record gives them; empty where it gives none.
struct WrittenScope {
  std::vector<std::string> forums;
  std::vector<std::string> recipients;
  std::vector<std::string> purposes;
  Labels labels;
  std::vector<std::string> excludes;
};

struct ConsentRecord {
  std::string key;
  std::string person_key;
  std::string consultation_key;
  ConsentWord status = ConsentWord::never_asked;
  ConsentGiver given_by = ConsentGiver::self;
  std::string giver_basis;
  std::optional<Sealed<std::string>> giver_name;
  std::string scope_form;             ///< printed form: config/consent_forms.yaml gives its scope
  std::optional<WrittenScope> scope;  ///< neither form nor scope: covers nothing
  ConsentMethod method = ConsentMethod::written;
  std::optional<std::chrono::year_month_day> given_at;
  std::optional<std::chrono::year_month_day> until;
  std::optional<std::chrono::year_month_day> withdrawn_at;
  std::optional<ConsentWord> to_support;  ///< 茅ヶ崎市: two objects
  std::optional<ConsentWord> to_sharing;
  std::string evidence_ref;
};

/// Why a case goes to 多機関協働 (REQUIREMENTS 14).
enum class ReferralReason : std::uint8_t {
  unstated,
  sort_out_roles,
  outreach,
  participation,
  no_agency,
  one_agency_not_enough
};

struct ReferralRecord {
  std::string key;
  std::string person_key;
  std::string consultation_key;
  ReferralReason reason = ReferralReason::unstated;
  std::optional<Sealed<std::string>> reason_text;
  std::optional<Sealed<std::string>> requested_action;
  Coding requested_recipient;
  Urgency urgency = Urgency::routine;
  bool explained = false;  ///< 小林市: the role was explained and the person was convinced
  bool convinced = false;
};

struct RemovalRecord {
  RecordKind target_kind = RecordKind::person;
  std::string target_key;
};

}  // namespace hub::domain
