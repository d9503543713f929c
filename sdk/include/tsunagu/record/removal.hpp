// 取消し: FHIR Provenance (DELETE).
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class Kind {
  person,
  household_hint,
  consultation,
  concern,
  assessment,
  consent,
  referral,
  plan,
  monitoring,
  resource,
  case_,
  role,
  outreach,
  conference,
  match,
};
constexpr std::string_view text_of(Kind value) {
  constexpr std::string_view names[] = {"person",     "household_hint", "consultation", "concern",
                                        "assessment", "consent",        "referral",     "plan",
                                        "monitoring", "resource",       "case",         "role",
                                        "outreach",   "conference",     "match"};
  return names[static_cast<std::size_t>(value)];
}

/// 取消し (FHIR Provenance (DELETE)). Schema: sdk/schema/removal.schema.json
struct Removal : Record<Removal, std::string> {
  static constexpr std::string_view kind = "removal";
  Removal(std::string key, Kind target_kind_in, std::string target_key_in)
      : Record(std::move(key)), target_kind(target_kind_in), target_key(std::move(target_key_in)) {}

  Kind target_kind;           ///< 取り消す記録の種類
  std::string target_key;     ///< 取り消す記録キー
  Field<std::string> at;      ///< 取消日
  Field<std::string> reason;  ///< 理由

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("targetKind", target_kind);
    visit("targetKey", target_key);
    visit("at", at);
    visit("reason", reason);
  }
};

}  // namespace tsunagu::record
