#include "hub/service/say_answer.hpp"

#include <algorithm>

#include "hub/codec/event.hpp"
#include "hub/codec/referral_answer.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/door.hpp"
#include "hub/service/entry.hpp"
#include "hub/store/inbox.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::string_view answers[] = {"accepted", "returned", "lead_named", "closed"};

std::string data_of(const AnswerWish& wish, base::UtcMillis at) {
  std::string out;
  tsunagu::json::Writer json(out);
  const auto put = [&json](std::string_view name, std::string_view text) {
    if (text.empty()) return;
    json.key(name);
    json.string(text);
  };
  json.begin_object();
  put("referralId", wish.referral.text());
  put("at", base::rfc3339(at));
  put("agency", wish.agency);
  put("reason", wish.reason);
  if (!wish.lead_agency.empty()) {
    json.key("lead");
    json.begin_object();
    put("agency", wish.lead_agency);
    json.end_object();
  }
  put("outcome", wish.outcome);
  json.end_object();
  return out;
}

Result<> take(store::Transaction& tx, const Book& book, const store::PreparedDelivery& delivery,
              const codec::ReferralAnswer& answer) {
  const auto receipt = store::receive(tx, delivery);
  if (!receipt) return receipt.error();
  const auto item = store::read_inbox(tx, receipt->row);
  if (!item) return fail(Kind::internal, "the answer is not in the inbox");
  const auto changed = take_answer(tx, book, answer, *item);
  if (!changed) return changed.error();
  store::close_inbox(tx, item->row, store::InboxState::done, *changed ? "" : "unchanged");
  tx.audit(entry_of("partner/" + item->partner, "webhook.answer", "inbox/" + item->id.text()));
  return {};
}

}  // namespace

Result<> say_answer(Context& context, const AnswerWish& wish, const std::string& partner) {
  if (std::find(std::begin(answers), std::end(answers), wish.answer) == std::end(answers))
    return fail(Kind::invalid, "/answer: is accepted, returned, lead_named or closed");
  const auto now = context.clock.now();
  const auto id = base::MessageId::make(now, context.random).text();
  const auto body = codec::encode_event({.id = id,
                                         .source = "urn:tsunagu:partner:" + partner,
                                         .type = "tsunagu.referral." + wish.answer,
                                         .time = now,
                                         .subject = wish.referral.text()},
                                        data_of(wish, now));
  const auto decoded = codec::decode_referral_answer(body);
  if (!decoded.ok()) return fail(Kind::invalid, decoded.errors.front().line());
  if (find_refused(*decoded.answer))
    return fail(Kind::invalid, "/: holds a 個人番号, which may not be sent (番号法20条)");
  const auto delivery = store::prepare_delivery(context.db.keys(), context.clock, context.random,
                                                {partner, id, body});
  const auto book = context.book();
  return context.db.write(
      [&](store::Transaction& tx) { return take(tx, *book, delivery, *decoded.answer); });
}

}  // namespace hub::service
