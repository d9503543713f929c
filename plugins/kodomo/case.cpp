// The consultation, its concerns, the support plan, the consent and the referral.
#include <algorithm>

#include "plugins/kodomo/mapping.hpp"
#include "tsunagu/feed/labels.hpp"
#include "tsunagu/feed/vocabulary.hpp"
#include "tsunagu/json/check.hpp"

namespace kodomo {

namespace {

using feed::Vocabulary;

/// 児童福祉法25条の2
constexpr Vocabulary<record::LegalCategory, 4> legal_categories{
    {{"要保護児童", record::LegalCategory::needs_protection},
     {"要支援児童", record::LegalCategory::needs_support},
     {"特定妊婦", record::LegalCategory::specified_pregnant},
     {"保護者", record::LegalCategory::guardian}}};

constexpr Vocabulary<record::AbuseSeverity, 5> severities{
    {{"最重度", record::AbuseSeverity::fatal},
     {"重度", record::AbuseSeverity::severe},
     {"中度", record::AbuseSeverity::moderate},
     {"軽度", record::AbuseSeverity::mild},
     {"虐待の危惧", record::AbuseSeverity::concern}}};

constexpr Vocabulary<record::ConsentStatus, 6> consent_states{
    {{"never_asked", record::ConsentStatus::never_asked},
     {"asked", record::ConsentStatus::asked},
     {"given", record::ConsentStatus::given},
     {"refused", record::ConsentStatus::refused},
     {"withdrawn", record::ConsentStatus::withdrawn},
     {"expired", record::ConsentStatus::expired}}};

/// The day, and the time of an ISO instant.
record::PartialDate received_of(const Case& about) {
  record::PartialDate received = feed::partial(about.received.value_or(text::Date{1, 1, 1}));
  const std::string written = about.entry.get("receivedAt");
  const std::string time = written.substr(std::min(written.find('T') + 1, written.size()), 5);
  if (tsunagu::json::is_time(time)) received.time = time;
  return received;
}

/// What the 法定区分 is called matters less than that there is one: an unknown word keeps its
/// label.
void add_legal(record::Consultation& made, Case& about) {
  const std::string written = about.entry.get("legalCategory");
  if (written.empty()) return;
  const record::LegalCategory* category = feed::meaning(legal_categories, written);
  if (category != nullptr) {
    made.legal_category = *category;
    return;
  }
  about.entry.warn("legalCategory", "legal_category.unknown",
                   "知らない法定区分です。要対協の資料として扱い、元の語を残しました");
  made.keep("legalCategory", written);
}

record::Field<record::AbuseSeverity> severity_of(Case& about) {
  const std::string written = about.entry.get("severity");
  if (written.empty()) return {};
  const record::AbuseSeverity* severity = feed::meaning(severities, written);
  if (severity != nullptr) return *severity;
  about.entry.warn("severity", "severity.unknown", "知らない重症度です。空欄として取り込みました");
  return {};
}

record::Concern concern(const Case& about, const record::PersonKey& person,
                        const feed::ConcernMeaning& meaning, const std::string& word) {
  record::Concern made(about.key + "/" + word + "/" + std::string(record::text_of(meaning.code)),
                       person, meaning.code);
  made.consultation_key = record::ConsultationKey(about.key);
  made.sub_code = meaning.sub_code;
  made.source_code = feed::coding("kodomo", {}, word);
  return made;
}

record::GivenBy giver(const std::string& written) {
  record::GivenBy giver(written == "本人" ? record::GivenByKind::self_
                                          : record::GivenByKind::guardian);
  if (written != "本人") giver.basis = written;
  return giver;
}

}  // namespace

record::Consultation consultation_of(Case& about) {
  Entry& entry = about.entry;
  record::Consultation made(record::ConsultationKey(about.key), about.focus(), received_of(about));
  made.receipt_number = entry.get("receiptNo");
  made.route = feed::words(entry.get("route"));
  made.statement = entry.get("statement");
  if (entry.has("consultationType")) {
    made.classifications.add(feed::coding("kodomo", {}, entry.get("consultationType")));
  }
  if (entry.has("abuseType")) {
    made.abuse_types.add(feed::coding("kodomo", {}, entry.get("abuseType")));
  }
  add_legal(made, about);
  made.severity = severity_of(about);
  if (about.abuse) feed::hide_informant(made);
  return made;
}

std::vector<record::Concern> concerns_of(Case& about) {
  std::vector<record::Concern> concerns;
  for (const feed::ConcernMeaning& meaning : about.meanings)
    concerns.push_back(concern(about, about.focus(), meaning, about.entry.get("consultationType")));
  if (about.entry.has("pregnancy.dueDate")) {
    concerns.push_back(concern(about, about.focus(), {record::ConcernCode::pregnancy}, "妊娠"));
  }
  if (about.entry.has("abuseType")) {
    concerns.push_back(concern(about, about.focus(), {record::ConcernCode::abuse, "child"},
                               about.entry.get("abuseType")));
  }
  return concerns;
}

std::optional<record::Plan> plan_of(Case& about) {
  Entry& entry = about.entry;
  if (!entry.has("supportPlan.goal") && !entry.has("supportPlan.text")) return std::nullopt;
  record::Plan plan(record::PlanKey(about.key + "/plan"), about.focus(),
                    record::PlanForm::support_plan);
  plan.consultation_key = record::ConsultationKey(about.key);
  plan.created_at = feed::partial(entry.date("supportPlan.from"));
  plan.long_term_goal = entry.get("supportPlan.goal");
  plan.policy = entry.get("supportPlan.text");
  if (entry.has("supportPlan.agency")) plan.agencies.add(entry.get("supportPlan.agency"));
  plan.review_at = feed::partial(entry.date("supportPlan.reviewAt"));
  return plan;
}

/// Of whom the consultation is about. A consent without its day does not count as given.
std::optional<record::Consent> consent_of(Case& about) {
  Entry& entry = about.entry;
  const std::string written = entry.get("consent.status");
  if (written.empty()) return std::nullopt;
  const record::ConsentStatus* known = feed::meaning(consent_states, written);
  if (known == nullptr) {
    entry.warn("consent.status", "consent.unknown", "知らない同意の状態です。未確認として扱います");
  }
  record::ConsentStatus status = known != nullptr ? *known : record::ConsentStatus::never_asked;
  const record::Field<std::string> given_at = feed::day(entry.date("consent.givenAt"));
  if (status == record::ConsentStatus::given && !given_at.has_value()) {
    status = record::ConsentStatus::asked;
    entry.warn("consent.givenAt", "consent.no_day", "同意の日がないため、同意ありとして扱いません");
  }
  record::Consent consent(about.key + "/doui", about.focus(), status);
  consent.consultation_key = record::ConsultationKey(about.key);
  if (status == record::ConsentStatus::given) consent.given_at = given_at;
  consent.scope_form = entry.get("consent.form");
  if (entry.has("consent.givenBy")) consent.given_by = giver(entry.get("consent.givenBy"));
  return consent;
}

std::optional<record::Referral> referral_of(Case& about) {
  const std::string to = about.entry.get("referTo");
  if (to.empty()) return std::nullopt;
  record::Referral referral(about.key + "/tsunagi", about.focus());
  referral.consultation_key = record::ConsultationKey(about.key);
  referral.requested_recipient = feed::coding("agency", to, {});
  referral.reason_text = about.entry.get("statement");
  if (about.received) {
    referral.requested_at =
        about.abuse ? feed::month_of(*about.received) : feed::partial(*about.received);
  }
  return referral;
}

}  // namespace kodomo
