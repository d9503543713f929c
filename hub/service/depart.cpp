#include "hub/service/depart.hpp"

#include "hub/codec/event.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/situation.hpp"
#include "hub/store/outbox.hpp"

namespace hub::service {
namespace {

domain::Disclosure may_be_named(store::Reader& reader, const Book& book,
                                const store::StoredReferral& referral,
                                const store::PersonRef& person, const Recipient& recipient,
                                base::UtcMillis at) {
  const auto asking = asking_about(reader, referral, recipient, referral_purpose);
  const Situated situated(reader, book, about_focus(reader, referral, person), asking, at);
  return situated.disclose(domain::Item::identity);
}

void order_notice(store::Transaction& tx, const store::StoredReferral& referral,
                  const profile::Partner& partner) {
  store::NewOrder order;
  order.partner = partner.code;
  order.order_key = referral.case_row.value;
  order.referral = referral.row;
  order.kind = codec::event_type::notice;
  store::enqueue(tx, order);
}

void note(store::Transaction& tx, std::string_view action, const store::StoredReferral& referral,
          const store::PersonRef& person, const Departed& departed, std::string_view actor) {
  auto entry = entry_of(actor, action, "referral/" + referral.id.text());
  entry.persons = {person.id};
  entry.recipient = referral.to_desk;
  entry.decision = departed.gone ? audit::Decision::allow : audit::Decision::deny;
  entry.rule = departed.gone ? std::string(domain::name_of(domain::Reason::ok)) : departed.why;
  entry.basis = departed.basis;
  entry.purpose = referral_purpose;
  tx.audit(entry);
}

Departed asked(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
               const store::PersonRef& person, const Recipient& recipient, base::UtcMillis at) {
  const auto answer = may_be_named(reader, book, referral, person, recipient, at);
  const bool reachable = recipient.partner != nullptr && recipient.partner->receives;
  Departed departed{answer.allowed() && reachable, {}, answer.legal_basis()};
  if (!departed.gone)
    departed.why = answer.allowed() ? no_receiver : name_of(answer.verdict().reason);
  return departed;
}

}  // namespace

Departed depart(store::Transaction& tx, const Book& book, const store::StoredReferral& referral,
                std::string_view actor) {
  const auto person = store::read_person(tx, referral.person);
  const auto* desk = profile::find_desk(book.profile, referral.to_desk);
  Departed departed{false, std::string(name_of(domain::Reason::wrong_recipient)),
                    std::string(referral_basis)};
  if (!person) return departed;
  if (desk != nullptr) {
    const auto recipient = recipient_of(book.profile, *desk, base::jst_day(tx.now()));
    departed = asked(tx, book, referral, *person, recipient, tx.now());
    if (departed.gone) order_notice(tx, referral, *recipient.partner);
  }
  if (departed.gone) {
    store::set_referral_status(tx, referral.row, referral.status, "sent", actor, "");
  }
  note(tx, departed.gone ? "referral.sent" : "referral.held", referral, *person, departed, actor);
  return departed;
}

base::Result<> hand_over(store::Transaction& tx, const Book& book,
                         const store::StoredReferral& referral, std::string_view actor) {
  const auto person = store::read_person(tx, referral.person);
  const auto* desk = profile::find_desk(book.profile, referral.to_desk);
  if (!person || desk == nullptr || referral.status != "held") {
    return base::fail(base::Kind::conflict, "the referral is not held for a recipient");
  }
  const auto recipient = recipient_of(book.profile, *desk, base::jst_day(tx.now()));
  auto departed = asked(tx, book, referral, *person, recipient, tx.now());
  if (departed.gone) {
    return base::fail(base::Kind::conflict,
                      "the recipient has a system now; send it with `referral send`");
  }
  if (departed.why != no_receiver) {
    return base::fail(base::Kind::conflict,
                      "the referral may not go now; `explain` says on which ground");
  }
  departed.gone = true;
  store::set_referral_status(tx, referral.row, "held", "sent", actor, "by_hand");
  store::set_referral_status(tx, referral.row, "sent", "received", actor, "by_hand");
  note(tx, "referral.handed_over", referral, *person, departed, actor);
  return {};
}

}  // namespace hub::service
