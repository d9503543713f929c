#include "hub/codec/fields.hpp"
#include "hub/codec/sealed_access.hpp"
#include "hub/codec/typed.hpp"

namespace hub::codec {
namespace {

using domain::ConsentGiver;
using domain::ConsentMethod;
using domain::ConsentWord;
using domain::LegalCategory;
using domain::ReferralReason;
using domain::Urgency;
using tsunagu::json::Type;

// In the order of the enums that they spell.
constexpr std::string_view categories[] = {"none", "needs-protection", "needs-support",
                                           "specified-pregnant", "guardian"};
constexpr std::string_view consent_words[] = {"never_asked", "asked",     "given",
                                              "refused",     "withdrawn", "expired"};
constexpr std::string_view givers[] = {"self", "guardian", "representative"};
constexpr std::string_view methods[] = {"written", "oral", "electronic"};
constexpr std::string_view reasons[] = {"", "a", "b", "c", "d", "e"};

ConsentWord word_of(View status) {
  return one_of(status.text(), consent_words, ConsentWord::never_asked);
}

std::optional<ConsentWord> part_of(View part) {
  if (!part.is(Type::object)) return std::nullopt;
  return word_of(part.find("status"));
}

std::optional<domain::WrittenScope> scope_of(View scope) {
  if (!scope.is(Type::object)) return std::nullopt;
  domain::Labels labels;
  for (const View label : scope.find("dataLabels")) {
    if (label.is(Type::string)) labels = labels.with(domain::item_from(label.text()));
  }
  return domain::WrittenScope{.forums = texts_of(scope.find("forums")),
                              .recipients = texts_of(scope.find("recipients")),
                              .purposes = texts_of(scope.find("purposes")),
                              .labels = labels,
                              .excludes = texts_of(scope.find("excludes"))};
}

std::optional<domain::Sealed<std::string>> giver_name(const Fields& fields) {
  std::string name = text_of(fields.view("givenBy"), "name");
  if (name.empty()) return std::nullopt;
  return fields.sealed_at("/givenBy/name", std::move(name));
}

}  // namespace

domain::ConsultationRecord consultation_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .received_at = fields.date("receivedAt"),
          .urgency = one_of(fields.view("urgency").text(), domain::urgency_names, Urgency::routine),
          .statement = fields.text("statement"),
          .abuse = fields.view("abuse").boolean(),
          .legal_category =
              one_of(fields.view("legalCategory").text(), categories, LegalCategory::none),
          .closed = fields.view("closedAt").is(Type::object)};
}

domain::ConcernRecord concern_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .consultation_key = fields.plain("consultationKey"),
          .concern = fields.sealed_at("/code", domain::concern_from(fields.view("code").text())),
          .source_code = fields.coding("sourceCode"),
          .most_pressing = fields.view("mostPressing").boolean()};
}

domain::ConsentRecord consent_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  const View giver = fields.view("givenBy");
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .consultation_key = fields.plain("consultationKey"),
          .status = word_of(fields.view("status")),
          .given_by = one_of(giver.find("kind").text(), givers, ConsentGiver::self),
          .giver_basis = std::string(giver.find("basis").text()),
          .giver_name = giver_name(fields),
          .scope_form = fields.plain("scopeForm"),
          .scope = scope_of(fields.view("scope")),
          .method = one_of(fields.view("method").text(), methods, ConsentMethod::written),
          .given_at = fields.day("givenAt"),
          .until = fields.day("until"),
          .withdrawn_at = fields.day("withdrawnAt"),
          .to_support = part_of(fields.view("toSupport")),
          .to_sharing = part_of(fields.view("toSharing")),
          .evidence_ref = fields.plain("evidenceRef")};
}

domain::ReferralRecord referral_of(const Record& record, const Provenance& provenance) {
  const Fields fields(record, provenance);
  const View explained = fields.view("explained");
  return {.key = std::string(record.key()),
          .person_key = fields.plain("personKey"),
          .consultation_key = fields.plain("consultationKey"),
          .reason = one_of(fields.view("reason").text(), reasons, ReferralReason::unstated),
          .reason_text = fields.text("reasonText"),
          .requested_action = fields.text("requestedAction"),
          .requested_recipient = coding_of(fields.view("requestedRecipient")),
          .urgency = one_of(fields.view("urgency").text(), domain::urgency_names, Urgency::routine),
          .explained = explained.find("done").boolean(),
          .convinced = explained.find("convinced").boolean()};
}

domain::RemovalRecord removal_of(const Record& record) {
  const View root = SealedAccess::root(record);
  const auto kind = domain::record_kind_from(root.find("targetKind").text());
  return {.target_kind = kind.value_or(domain::RecordKind::removal),
          .target_key = std::string(root.find("targetKey").text())};
}

std::string_view person_key_of(const Record& record) {
  const View root = SealedAccess::root(record);
  const bool hint = record.kind() == domain::RecordKind::household_hint;
  return root.find(hint ? "focusPersonKey" : "personKey").text();
}

}  // namespace hub::codec
