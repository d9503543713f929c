#include "hub/service/refer.hpp"

#include <algorithm>

#include "hub/codec/typed.hpp"
#include "hub/profile/route.hpp"
#include "hub/service/case_course.hpp"
#include "hub/service/depart.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/link.hpp"
#include "hub/service/protection_view.hpp"
#include "hub/service/received.hpp"
#include "hub/service/referral_body.hpp"

namespace hub::service {
namespace {

/// a–e of 小林市's plan (REQUIREMENTS 14).
std::string reason_letter(domain::ReferralReason reason) {
  if (reason == domain::ReferralReason::unstated) return {};
  return std::string(1, static_cast<char>('a' + static_cast<int>(reason) - 1));
}

std::string urgency_word(domain::Urgency urgency) {
  constexpr std::string_view words[] = {"routine", "soon", "immediate"};
  return std::string(words[static_cast<std::size_t>(urgency)]);
}

/// Of the person's record in the referring system. An area-bound desk tells where somebody is
/// (GATE: `locating`), so for a person in hiding it is empty, and a person chooses.
std::string address_of(store::Reader& reader, const store::Link& link, base::UtcMillis at) {
  if (hides_address(reader, link.person, at)) return {};
  const auto stored = store::read_record(reader, link.record);
  const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  return record ? current_address(*record) : std::string();
}

/// The term under which a profile says in its plan's words that a tie-in to 多機関協働 begins with
/// an explanation.
constexpr std::string_view explain_first = "explain_first";

/// 小林市: 「役割や支援内容について丁寧に説明を行い、本人が納得した上で」.
bool wants_explanation(const profile::Profile& profile, const store::StoredReferral& referral,
                       profile::Day day) {
  if (profile::label(profile, explain_first, {}).empty()) return false;
  const auto coordinators = profile::coordinators_on(profile, day);
  return std::any_of(coordinators.begin(), coordinators.end(),
                     [&](const auto* one) { return one->desk.code == referral.to_desk; });
}

/// Nobody was asked yet: whoever refers explains first, and an officer sends it then.
std::string hold_unexplained(store::Transaction& tx, const store::StoredReferral& referral,
                             const std::string& actor) {
  hold_referral(tx, referral, not_explained, actor);
  auto entry = entry_of(actor, "referral.held", "referral/" + referral.id.text(), not_explained);
  entry.recipient = referral.to_desk;
  entry.decision = audit::Decision::deny;
  entry.purpose = referral_purpose;
  if (const auto person = store::read_person(tx, referral.person)) entry.persons = {person->id};
  tx.audit(entry);
  return std::string(not_explained);
}

}  // namespace

std::optional<Referred> refer(store::Transaction& tx, const Book& book,
                              const normalize::Tables& tables, const ReferralWish& wish) {
  if (store::find_by_origin(tx, wish.origin) || !store::read_person(tx, wish.person)) {
    return std::nullopt;
  }
  const auto way = way_of(book.profile, tables, wish.way, base::jst_day(tx.now()));
  store::NewReferral wanted;
  wanted.case_row = case_for(tx, wish.person, wish.actor);
  wanted.person = wish.person;
  wanted.from_desk = wish.from;
  wanted.to_desk = way.desk == nullptr ? "" : way.desk->code;
  wanted.reason = wish.reason;
  wanted.legal_basis = referral_basis;
  wanted.status = "draft";
  wanted.origin = wish.origin;
  wanted.body = referral_body(book.profile, wish.way.recipient, wish.urgency, way);
  const auto made = store::create_referral(tx, wanted, wish.actor);
  if (!made) return std::nullopt;
  const auto referral = *store::read_referral(tx, made->row);
  if (!wish.explained && wants_explanation(book.profile, referral, base::jst_day(tx.now())))
    return Referred{*made, hold_unexplained(tx, referral, wish.actor)};
  const auto departed = depart(tx, book, referral, wish.actor);
  if (!departed.gone) hold_referral(tx, referral, departed.why, wish.actor);
  return Referred{*made, departed.why};
}

void refer_from(store::Transaction& tx, const Book& book, const normalize::Tables& tables,
                const FeedPlan& plan, store::RecordRow row) {
  const auto stored = store::read_record(tx, row);
  const auto record = stored && stored->body ? read_body(*stored->body) : std::nullopt;
  const auto key = person_in(store::tokens_of(tx, row));
  const auto link = key ? person_behind(tx, *key) : std::nullopt;
  if (!record || !link) return;
  const auto asked = codec::referral_of(*record, {{}, stored->source, {}});
  const auto& recipient = asked.requested_recipient;
  ReferralWish wish;
  wish.person = link->person;
  wish.origin = "record/" + stored->id.text();
  wish.from = plan.owner;
  wish.way.recipient = recipient.code.empty() ? recipient.text : recipient.code;
  wish.way.coordinator = asked.reason != domain::ReferralReason::unstated;
  wish.way.field = plan.field;
  wish.way.address = address_of(tx, *link, tx.now());
  wish.reason = reason_letter(asked.reason);
  wish.urgency = urgency_word(asked.urgency);
  wish.explained = asked.explained && asked.convinced;
  wish.actor = "source/" + plan.source;
  refer(tx, book, tables, wish);
}

}  // namespace hub::service
