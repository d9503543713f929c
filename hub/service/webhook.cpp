#include "hub/service/webhook.hpp"

#include "hub/codec/referral_answer.hpp"
#include "hub/codec/referral_request.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/door.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/follow.hpp"
#include "hub/service/patterns.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/refer.hpp"
#include "hub/service/source_labels.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using store::InboxState;

constexpr std::size_t at_once = 64;
constexpr const char* refused_number = "mynumber";

/// A partner's webhook as a feed of its own.
FeedPlan plan_of(store::Transaction& tx, const Book& book, const std::string& partner) {
  FeedPlan plan;
  plan.source = std::string(webhook_source) + partner;
  plan.feed = "referrals";
  plan.row = store::ensure_feed(tx, plan.source, plan.feed);
  plan.scope = profile::Scope::all_rows;
  plan.mode = FeedMode::append;
  plan.lgcode5 = book.profile.municipality.code.substr(0, 5);
  const auto* known = profile::find_partner(book.profile, partner);
  if (known == nullptr || known->desks.empty()) return plan;
  plan.owner = known->desks.front().code;
  const auto* desk = profile::find_desk(book.profile, plan.owner);
  if (desk != nullptr && !desk->fields.empty()) plan.field = desk->fields.front().code;
  return plan;
}

audit::Entry entry_of_partner(std::string_view action, const store::InboxItem& item,
                              std::string_view rule = {}) {
  return entry_of("partner/" + item.partner, action, "inbox/" + item.id.text(), rule);
}

/// The bytes are in the inbox already; this names them for the records that come of them.
store::ArrivalRef arrival_of(store::Transaction& tx, const FeedPlan& plan) {
  const auto arrival = store::begin_arrival(tx, plan.row, "");
  store::complete_arrival(tx, arrival.row, 0, {});
  store::set_arrival_state(tx, arrival.row, store::ArrivalState::received,
                           store::ArrivalState::applied, "inbox");
  return arrival;
}

class Request {
 public:
  Request(Context& context, const Book& book, const store::InboxItem& item)
      : context_(context), book_(book), item_(item) {}

  Result<> apply(store::Transaction& tx, const codec::ReferralRequest& request) {
    const auto plan = plan_of(tx, book_, item_.partner);
    const auto arrival = arrival_of(tx, plan);
    Follow follow(context_, book_, plan.source, item_.at);
    codec::RecordReader reader;
    for (const auto& json : request.records) {
      const auto decoded = reader.read(json);
      if (!decoded.ok()) return base::fail(Kind::invalid, decoded.error_text());
      if (find_refused(*decoded.record)) return base::fail(Kind::forbidden, refused_number);
      auto incoming = prepare(context_, plan, *decoded.record, json);
      incoming.body = store::seal_record(context_.db.keys(), incoming.id, json);
      const auto applied = store::apply_record(tx, incoming, arrival.row);
      follow.record(tx, applied.row, incoming, applied.tokens_before);
    }
    follow.link(tx);
    follow.settle(tx);
    for (const auto home : follow.homes_to_weigh(tx, SIZE_MAX))
      weigh_patterns(tx, context_.tables, book_, home);
    for (const auto row : follow.referrals())
      refer_from(tx, book_, context_.tables, plan, row);
    return {};
  }

 private:
  Context& context_;
  const Book& book_;
  const store::InboxItem& item_;
};

}  // namespace

Result<> keep_hook(Context& context, const Hook& hook,
                   std::function<void(const Result<store::Receipt>&)> done) {
  auto prepared = store::prepare_delivery(context.db.keys(), context.clock, context.random,
                                          {hook.partner, hook.id, hook.body});
  auto receipt = std::make_shared<store::Receipt>();
  return context.db.writer().submit(
      [prepared = std::move(prepared), receipt](store::Transaction& tx) -> Result<> {
        auto received = store::receive(tx, prepared);
        if (!received) return received.error();
        *receipt = *received;
        return {};
      },
      [receipt, done = std::move(done)](const Result<>& committed) {
        committed ? done(*receipt) : done(committed.error());
      });
}

namespace {

Result<> destroy_item(Context& context, const store::InboxItem& item) {
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::destroy_inbox(tx, item);
    store::close_inbox(tx, item.row, InboxState::refused, refused_number);
    tx.audit(entry_of_partner("webhook.quarantined", item, refused_number));
    return {};
  });
}

/// What could not be used stays as it came, unless a number stands in it that may not be kept.
Result<> refuse_item(Context& context, const store::InboxItem& item, std::string_view reason) {
  if (find_refused(item.body.look_inside())) return destroy_item(context, item);
  return context.db.write([&](store::Transaction& tx) -> Result<> {
    store::close_inbox(tx, item.row, InboxState::refused, reason);
    tx.audit(entry_of_partner("webhook.refused", item, reason));
    return {};
  });
}

std::string pointers_of(const std::vector<tsunagu::json::Problem>& errors) {
  std::string out;
  for (const auto& error : errors)
    out += (out.empty() ? "" : "; ") + error.line();
  return out;
}

Result<> process_request(Context& context, const store::InboxItem& item,
                         const codec::ReferralRequest& request) {
  const auto book = context.book();
  auto applied = context.db.write([&](store::Transaction& tx) -> Result<> {
    if (auto done = Request(context, *book, item).apply(tx, request); !done) return done.error();
    store::close_inbox(tx, item.row, InboxState::done, "");
    tx.audit(entry_of_partner("webhook.applied", item));
    return {};
  });
  if (applied || applied.error().kind() == Kind::busy) return applied;
  if (applied.error().kind() == Kind::forbidden) return destroy_item(context, item);
  return refuse_item(context, item, applied.error().text());
}

Result<> process_answer(Context& context, const store::InboxItem& item,
                        const codec::ReferralAnswer& answer, Processed& processed) {
  if (find_refused(answer)) return destroy_item(context, item);
  const auto book = context.book();
  const auto taken = context.db.write([&](store::Transaction& tx) -> Result<bool> {
    const auto changed = take_answer(tx, *book, answer, item);
    if (!changed) return changed.error();
    store::close_inbox(tx, item.row, InboxState::done, *changed ? "" : "unchanged");
    tx.audit(entry_of_partner("webhook.answer", item));
    return *changed;
  });
  if (!taken && taken.error().kind() == Kind::busy) return taken.error();
  if (!taken) return refuse_item(context, item, taken.error().text());
  if (*taken) processed.answered.push_back(answer.referral);
  return {};
}

Result<> process_one(Context& context, const store::InboxItem& item, Processed& processed) {
  const auto body = item.body.look_inside();
  const auto request = codec::decode_referral_request(body, base::jst_date(item.at));
  if (request.ok()) return process_request(context, item, *request.request);
  const auto answer = codec::decode_referral_answer(body);
  if (answer.ok()) return process_answer(context, item, *answer.answer, processed);
  const bool meant_request = body.find("referral.requested") != std::string_view::npos;
  return refuse_item(context, item, pointers_of(meant_request ? request.errors : answer.errors));
}

}  // namespace

Result<Processed> process_hooks(Context& context) {
  Processed processed;
  const auto waiting =
      context.db.read([](store::Reader& reader) -> Result<std::vector<store::InboxItem>> {
        return store::list_waiting(reader, at_once);
      });
  if (!waiting) return waiting.error();
  for (const auto& item : *waiting) {
    processed.anything = true;
    if (auto done = process_one(context, item, processed); !done) return done.error();
  }
  return processed;
}

}  // namespace hub::service
