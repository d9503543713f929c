// What happens around a person, each record with every member that its builder knows.
#pragma once

#include "tests/hub/codec/full_parts.hpp"

namespace full {

inline Income income() {
  Income income;
  income.household_monthly = 120'000;
  income.text = "12万円ほど";
  Arrears& arrears = income.arrears.add(Arrears(ArrearsKind::tax));
  arrears.text = "住民税";
  arrears.amount = 80'000;
  arrears.provenance = Provenance::self_;
  income.debts = "なし";
  return income;
}

inline Consultation consultation() {
  Consultation made(ConsultationKey("c1"), PersonKey("p1"), date());
  made.receipt_number = "R08-00031";
  Channel channel(ChannelCode::phone);
  channel.text = "電話";
  made.channel = channel;
  made.route = coding();
  Caller caller;
  caller.name = "架空 花";
  caller.relationship = "長女";
  caller.kind = CallerKind::family;
  caller.contact = "09000000002";
  made.caller = caller;
  made.urgency = Urgency::immediate;
  made.statement = "眠れない";
  made.wish = "休みたい";
  made.course = "電話した";
  made.support_policy = "見守る";
  made.emergency_support = "食料";
  made.classifications.add(coding());
  made.abuse = true;
  made.abuse_types.add(coding());
  made.legal_category = LegalCategory::guardian;
  made.severity = AbuseSeverity::mild;
  made.staff = staff();
  made.closed_at = date();
  made.closed_reason = "転出";
  made.income = income();
  made.housing = coding();
  made.employment = coding();
  made.health_insurance = coding();
  made.pension = coding();
  return with_envelope(std::move(made), "/statement");
}

inline Concern concern() {
  Concern made("n1", PersonKey("p1"), ConcernCode::withdrawal);
  made.consultation_key = ConsultationKey("c1");
  made.sub_code = "long";
  made.source_code = coding();
  made.statement = "外に出ない";
  made.severity = ConcernSeverity::high;
  made.most_pressing = true;
  made.first_seen = date();
  made.status = ConcernStatus::active;
  return with_envelope(std::move(made), "/statement");
}

inline Consent consent() {
  Consent made = Consent::given("d1", PersonKey("p1"), "2026-04-03");
  made.consultation_key = ConsultationKey("c1");
  GivenBy giver(GivenByKind::guardian);
  giver.name = "架空 後見";
  giver.basis = "成年後見";
  made.given_by = giver;
  ConsentScope scope;
  scope.forums = {"J-KAIGI"};
  scope.recipients = {"sakutomo"};
  scope.purposes = {"plan"};
  scope.data_labels = {Item::statement, Item::tax};
  scope.excludes = {"病名"};
  made.scope = scope;
  made.method = ConsentMethod::oral;
  made.until = "2027-04-02";
  made.evidence_ref = "書庫 3";
  made.withdrawn_at = "2026-04-09";
  ConsentPart part(ConsentStatus::given);
  part.at = "2026-04-03";
  made.to_support = part;
  made.to_sharing = part;
  made.source_text = "口頭で確認";
  return with_envelope(std::move(made), "/until");
}

/// A printed form in place of a scope of its own: never both.
inline Consent consent_by_form() {
  Consent made = Consent::given("d2", PersonKey("p1"), "2026-04-03");
  made.scope_form = "J1";
  return made;
}

inline Referral referral() {
  Referral made("r1", PersonKey("p1"));
  made.consultation_key = ConsultationKey("c1");
  made.reason = ReferralReason::outreach;
  made.reason_text = "会えない";
  made.requested_action = "訪問";
  made.requested_recipient = coding("sakutomo");
  made.urgency = Urgency::soon;
  made.requested_at = date();
  Explanation explained(true);
  explained.convinced = true;
  explained.at = "2026-04-03";
  made.explained = explained;
  made.accompaniment = true;
  made.sheet_version = "1";
  made.staff = staff();
  return with_envelope(std::move(made), "/reasonText");
}

inline Removal removal() {
  Removal made("x1", Kind::consultation, "c1");
  made.at = "2026-04-09";
  made.reason = "誤入力";
  return with_envelope(std::move(made), "/reason");
}

}  // namespace full
