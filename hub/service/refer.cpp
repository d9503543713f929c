#include "hub/service/refer.hpp"

#include "hub/audit/entry.hpp"
#include "hub/codec/event.hpp"
#include "hub/codec/typed.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/link.hpp"
#include "hub/service/received.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/situation.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/outbox.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using base::Result;

/// a–e of 小林市's plan (REQUIREMENTS 14).
std::string reason_letter(domain::ReferralReason reason) {
  if (reason == domain::ReferralReason::unstated) return {};
  return std::string(1, static_cast<char>('a' + static_cast<int>(reason) - 1));
}

std::string urgency_word(domain::Urgency urgency) {
  constexpr std::string_view words[] = {"routine", "soon", "immediate"};
  return std::string(words[static_cast<std::size_t>(urgency)]);
}

std::string body_of(const ReferralWish& wish) {
  std::string body;
  tsunagu::json::Writer json(body);
  json.begin_object();
  json.key("recipient");
  json.string(wish.recipient);
  json.key("urgency");
  json.string(wish.urgency);
  json.end_object();
  return body;
}

store::HouseholdRow household_of(store::Transaction& tx, store::PersonRow person) {
  const auto households = store::households_of(tx, person);
  return households.empty() ? store::create_household(tx).row : households.front();
}

/// The case that is open for the person, or a new one of the household.
store::CaseRow case_for(store::Transaction& tx, store::PersonRow person) {
  const auto open = store::open_cases_of(tx, person);
  if (!open.empty()) return open.front();
  const auto made = store::open_case(tx, household_of(tx, person), "received", "{}");
  store::put_case_person(tx, made.row, person, true);
  return made.row;
}

audit::Entry entry_of(std::string_view action, const store::ReferralRef& referral,
                      const base::PersonId& person, std::string_view actor) {
  audit::Entry entry;
  entry.actor = actor;
  entry.action = action;
  entry.objects = {"referral/" + referral.id.text()};
  entry.persons = {person};
  entry.basis = referral_basis;
  entry.purpose = referral_purpose;
  return entry;
}

/// Who a person is must be allowed to go; each further datum is asked about when it is rendered.
domain::Verdict may_go(store::Transaction& tx, const Book& book,
                       const store::StoredReferral& referral, const store::PersonRef& person,
                       const profile::Desk* desk) {
  if (desk == nullptr) return {domain::Decision::deny, domain::Reason::wrong_recipient};
  const auto recipient = recipient_of(book.profile, *desk, base::jst_day(tx.now()));
  if (recipient.partner == nullptr || !recipient.partner->receives) {
    return {domain::Decision::deny, domain::Reason::wrong_recipient};
  }
  const auto asking = asking_about(tx, referral, recipient, referral_purpose);
  const Situated situated(tx, book, about_focus(tx, referral, person), asking, tx.now());
  return domain::disclose(domain::Item::identity, situated.situation()).verdict();
}

void send(store::Transaction& tx, const Book& book, const store::ReferralRef& referral,
          store::CaseRow case_row, const profile::Desk& desk, std::string_view from,
          std::string_view actor) {
  const auto recipient = recipient_of(book.profile, desk, base::jst_day(tx.now()));
  store::set_referral_status(tx, referral.row, from, "sent", actor, "");
  store::NewOrder order;
  order.partner = recipient.partner->code;
  order.order_key = case_row.value;
  order.referral = referral.row;
  order.kind = codec::event_type::notice;
  store::enqueue(tx, order);
}

void note(store::Transaction& tx, const store::ReferralRef& referral, const base::PersonId& person,
          const domain::Verdict& verdict, std::string_view recipient, std::string_view actor) {
  const bool goes = verdict.decision == domain::Decision::allow;
  auto entry = entry_of(goes ? "referral.sent" : "referral.held", referral, person, actor);
  entry.recipient = recipient;
  entry.decision = goes ? audit::Decision::allow : audit::Decision::deny;
  entry.rule = domain::name_of(verdict.reason);
  tx.audit(entry);
}

}  // namespace

std::optional<Referred> refer(store::Transaction& tx, const Book& book, const ReferralWish& wish) {
  if (store::find_by_origin(tx, wish.origin)) return std::nullopt;
  const auto person = store::read_person(tx, wish.person);
  if (!person) return std::nullopt;
  const auto* desk = desk_named(book.profile, wish.recipient, base::jst_day(tx.now()));
  store::NewReferral wanted;
  wanted.case_row = case_for(tx, wish.person);
  wanted.person = wish.person;
  wanted.from_desk = wish.from;
  wanted.to_desk = desk == nullptr ? "" : desk->code;
  wanted.reason = wish.reason;
  wanted.legal_basis = referral_basis;
  wanted.status = "draft";
  wanted.origin = wish.origin;
  wanted.body = body_of(wish);
  const auto referral = store::create_referral(tx, wanted, wish.actor);
  if (!referral) return std::nullopt;
  const auto verdict = may_go(tx, book, *store::read_referral(tx, referral->row), *person, desk);
  const bool goes = verdict.decision == domain::Decision::allow;
  if (goes) {
    send(tx, book, *referral, wanted.case_row, *desk, "draft", wish.actor);
  } else {
    hold_referral(tx, *store::read_referral(tx, referral->row), "draft", verdict.reason,
                  wish.actor);
  }
  note(tx, *referral, person->id, verdict, wanted.to_desk, wish.actor);
  return Referred{*referral, !goes, verdict.reason};
}

void refer_from(store::Transaction& tx, const Book& book, const FeedPlan& plan,
                store::RecordRow row) {
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
  wish.recipient = recipient.code.empty() ? recipient.text : recipient.code;
  wish.reason = reason_letter(asked.reason);
  wish.urgency = urgency_word(asked.urgency);
  wish.actor = "source/" + plan.source;
  refer(tx, book, wish);
}

Result<> refer_record(Context& context, const FeedPlan& plan, store::RecordRow row) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    refer_from(tx, *book, plan, row);
    return {};
  });
}

Result<bool> reconsider(Context& context, const base::ReferralId& id, std::string_view actor) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<bool> {
    const auto referral = store::find_referral(tx, id);
    if (!referral) return base::fail(base::Kind::not_found, "no referral " + id.text());
    if (referral->status != "held") {
      return base::fail(base::Kind::conflict,
                        "referral " + id.text() + " is " + referral->status + ", not held");
    }
    const auto person = store::read_person(tx, referral->person);
    const auto* desk = profile::find_desk(book->profile, referral->to_desk);
    const auto verdict = may_go(tx, *book, *referral, *person, desk);
    const bool goes = verdict.decision == domain::Decision::allow;
    const store::ReferralRef ref{referral->row, referral->id};
    if (goes) send(tx, *book, ref, referral->case_row, *desk, "held", actor);
    note(tx, ref, person->id, verdict, referral->to_desk, actor);
    return goes;
  });
}

}  // namespace hub::service
