#include "hub/service/dispatch.hpp"

#include <map>

#include "hub/codec/event.hpp"
#include "hub/codec/packet.hpp"
#include "hub/domain/states.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/holder_notice.hpp"
#include "hub/service/packet.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/tell_followers.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;

/// Who stands behind each desk, by the book and on the day of one transaction.
class Recipients {
 public:
  Recipients(const Book& book, base::UtcMillis at) : book_(book), day_(base::jst_day(at)) {}

  /// Null where there is no such desk, or nobody who could be reached.
  const Recipient* find(const std::string& desk) {
    const auto known = found_.find(desk);
    const auto& recipient = known != found_.end() ? known->second : look_up(desk);
    return recipient.partner != nullptr && recipient.partner->receives ? &recipient : nullptr;
  }

 private:
  const Recipient& look_up(const std::string& code) {
    const auto* desk = profile::find_desk(book_.profile, code);
    auto recipient = desk ? recipient_of(book_.profile, *desk, day_) : Recipient{};
    return found_.emplace(code, std::move(recipient)).first->second;
  }

  const Book& book_;
  profile::Day day_;
  std::map<std::string, Recipient, std::less<>> found_;
};

/// Everything that an order's referral leads to, as the profile stands today.
struct Target {
  store::StoredReferral referral;
  const Recipient& recipient;
};

std::optional<Target> target_of(store::Reader& reader, Recipients& recipients,
                                store::ReferralRow row) {
  auto referral = store::read_referral(reader, row);
  if (!referral) return std::nullopt;
  const auto* recipient = recipients.find(referral->to_desk);
  if (recipient == nullptr) return std::nullopt;
  return Target{std::move(*referral), *recipient};
}

std::string event_of(const Book& book, const store::Order& order, std::string_view type,
                     std::string subject, std::string_view data) {
  codec::EventHead head;
  head.id = order.id.text();
  head.source = "urn:tsunagu:" + book.profile.municipality.code;
  head.type = type;
  head.time = order.created_at;
  head.subject = std::move(subject);
  return codec::encode_event(head, data);
}

/// REQUIREMENTS 9: who receives it takes an urgent matter out of turn before anything is pulled.
std::string notice_of(const store::StoredReferral& referral, const Packet& packet) {
  codec::Notice notice;
  notice.referral_id = referral.id.text();
  if (packet.urgency) notice.urgency = packet.urgency->value();
  notice.packet_url = "/packets/" + referral.id.text();
  return codec::notice_data(notice);
}

/// What came back, ended or never went has nothing more to tell.
bool is_under_way(const store::StoredReferral& referral) {
  using domain::ReferralState;
  const auto state = domain::referral_state_from(referral.status);
  return state == ReferralState::sent || state == ReferralState::received ||
         state == ReferralState::accepted || state == ReferralState::lead_named;
}

void withhold(store::Transaction& tx, const store::Order& order,
              const store::StoredReferral& referral, const Packet& packet) {
  const auto why = domain::name_of(packet.refusal());
  store::close_order(tx, order.row, store::Fate::withheld, why);
  hold_referral(tx, referral, why, "system");
}

/// Nothing can be sent: closed with its own row in the log, so that the turn of all others stands.
void give_up(store::Transaction& tx, const store::Order& order, std::string_view why) {
  store::close_order(tx, order.row, store::Fate::given_up, why);
  auto entry = entry_of(system_actor, "order.given_up", "order/" + order.id.text(), why);
  entry.recipient = order.partner;
  tx.audit(entry);
}

/// The profile changed after it was sent.
void lose_receiver(store::Transaction& tx, const store::Order& order) {
  give_up(tx, order, no_receiver);
  const auto referral = store::read_referral(tx, order.referral);
  if (referral) hold_referral(tx, *referral, no_receiver, "system");
}

/// An answer that goes back to the partner who referred, or a notice to who holds a copy.
std::optional<Rendered> render_answer(store::Transaction& tx, const Book& book,
                                      const store::Order& order) {
  const auto referral = store::read_referral(tx, order.referral);
  const auto* partner = profile::find_partner(book.profile, order.partner);
  const bool reachable = referral && partner != nullptr && partner->receives;
  const auto tell = is_holder_notice(order.kind) ? holder_notice_data : answer_event_data;
  const auto data = reachable ? tell(tx, book, order) : std::nullopt;
  if (!data) {
    give_up(tx, order, reachable ? "nothing_to_tell" : no_receiver);
    return std::nullopt;
  }
  return Rendered{order, partner->receives->url,
                  event_of(book, order, order.kind, referral->id.text(), *data)};
}

/// What happened to a case that the partner follows.
std::optional<Rendered> render_event(store::Transaction& tx, const Book& book,
                                     const store::Order& order) {
  const auto* partner = profile::find_partner(book.profile, order.partner);
  if (partner == nullptr || !partner->receives) {
    give_up(tx, order, no_receiver);
    return std::nullopt;
  }
  const auto told = event_to_tell(tx, book, order);
  if (!told) return std::nullopt;
  return Rendered{order, partner->receives->url,
                  event_of(book, order, order.kind, told->about.text(), told->data)};
}

std::optional<Rendered> render(store::Transaction& tx, const Book& book, Recipients& recipients,
                               const store::Order& order) {
  if (is_followed_event(order)) return render_event(tx, book, order);
  if (order.kind != codec::event_type::notice) return render_answer(tx, book, order);
  const auto target = target_of(tx, recipients, order.referral);
  if (!target) {
    lose_receiver(tx, order);
    return std::nullopt;
  }
  const auto asking = asking_about(tx, target->referral, target->recipient, referral_purpose);
  const auto& receives = *target->recipient.partner->receives;
  const bool full = receives.payload == profile::Payload::full;
  const auto packet =
      (full ? render_packet : decide_notice)(tx, book, target->referral, asking, tx.now());
  log_disclosure(tx, target->referral, packet, "referral.claimed");
  if (!packet.goes) {
    withhold(tx, order, target->referral, packet);
    return std::nullopt;
  }
  return Rendered{
      order, receives.url,
      event_of(book, order, full ? codec::event_type::packet : codec::event_type::notice,
               target->referral.id.text(),
               full ? packet.data : notice_of(target->referral, packet))};
}

}  // namespace

Result<std::vector<Rendered>> claim(store::Transaction& tx, const Book& book,
                                    const store::ClaimRoom& room, base::UtcMillis lease_until) {
  std::vector<Rendered> out;
  Recipients recipients(book, tx.now());
  for (const auto& order : store::claim_due(tx, room, lease_until)) {
    if (auto rendered = render(tx, book, recipients, order)) out.push_back(std::move(*rendered));
  }
  return out;
}

void delivered(store::Transaction& tx, const store::Order& order) {
  if (order.kind != codec::event_type::notice) return;
  store::set_referral_status(tx, order.referral, "sent", "received", "partner/" + order.partner,
                             "");
}

Result<std::string> pull_packet(Context& context, const base::ReferralId& id,
                                std::string_view partner) {
  const auto book = context.book();
  const auto hidden = base::fail(Kind::not_found, "referral " + id.text());
  auto pulled = context.db.write([&](store::Transaction& tx) -> Result<Packet> {
    const auto found = store::find_referral(tx, id);
    if (!found || !is_under_way(*found)) return hidden;
    Recipients recipients(*book, tx.now());
    const auto target = target_of(tx, recipients, found->row);
    if (!target || target->recipient.partner->code != partner) return hidden;
    const auto asking = asking_about(tx, target->referral, target->recipient, referral_purpose);
    auto packet = render_packet(tx, *book, target->referral, asking, tx.now());
    log_disclosure(tx, target->referral, packet, "packet.pulled");
    return packet;  // also one that does not go: what the gate refused stands in the log
  });
  if (!pulled) return pulled.error();
  if (!pulled->goes) return hidden;
  return std::move(pulled->data);
}

}  // namespace hub::service
