#include "hub/service/answer.hpp"

#include <algorithm>
#include <charconv>
#include "hub/service/entry.hpp"

#include "hub/codec/event.hpp"
#include "hub/codec/typed.hpp"
#include "hub/domain/states.hpp"
#include "hub/service/about.hpp"
#include "hub/service/case_course.hpp"
#include "hub/service/hold.hpp"
#include "hub/service/received.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/situation.hpp"
#include "hub/service/stop.hpp"
#include "hub/store/records.hpp"
#include "hub/store/referrals.hpp"
#include "hub/store/sources.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using base::Kind;
using base::Result;
using codec::AnswerKind;
using domain::ReferralState;

constexpr std::string_view inbox_reason = "inbox/";

/// One row for each kind of answer.
struct Meaning {
  AnswerKind kind;
  ReferralState state;
  std::string_view event;
  std::string_view push;
};
constexpr Meaning meanings[] = {
    {AnswerKind::accepted, ReferralState::accepted, codec::event_type::accepted,
     "referral_accepted"},
    {AnswerKind::returned, ReferralState::returned, codec::event_type::returned,
     "referral_returned"},
    {AnswerKind::lead_named, ReferralState::lead_named, codec::event_type::lead_named,
     "lead_agency_named"},
    {AnswerKind::closed, ReferralState::completed, codec::event_type::closed, "case_closed"},
};

const Meaning& meaning_of(AnswerKind kind) {
  return meanings[static_cast<std::size_t>(kind)];
}

const Meaning* meaning_of(std::string_view event) {
  for (const auto& meaning : meanings) {
    if (meaning.event == event) return &meaning;
  }
  return nullptr;
}

bool is_receiver(const Book& book, const store::StoredReferral& referral, std::string_view partner,
                 base::UtcMillis at) {
  const auto* answers =
      profile::partner_for_desk(book.profile, referral.to_desk, base::jst_day(at));
  return answers != nullptr && answers->code == partner;
}

const profile::Source* source_of(store::Reader& reader, const Book& book, store::SourceId id) {
  for (const auto& source : store::list_sources(reader)) {
    if (source.id == id) return profile::find_source(book.profile, source.name);
  }
  return nullptr;
}

void order_answer(store::Transaction& tx, const store::StoredReferral& referral,
                  std::string partner, std::string_view event) {
  store::NewOrder order;
  order.partner = std::move(partner);
  order.order_key = referral.case_row.value;
  order.referral = referral.row;
  order.kind = event;
  store::enqueue(tx, order);
}

/// To the desk's own system, or to the partner that referred.
void tell_referrer(store::Transaction& tx, const Book& book, const store::StoredReferral& referral,
                   const Meaning& meaning) {
  if (const auto record = origin_record(tx, referral)) {
    const auto* source = source_of(tx, book, record->source);
    if (source != nullptr && !source->feeds.empty() && !source->feeds.front().drop_back.empty()) {
      order_answer(tx, referral, std::string(push_partner) + source->code, meaning.event);
      return;
    }
  }
  const auto day = base::jst_day(tx.now());
  const auto* desk = desk_of(book.profile, referral.from_desk, day);
  const auto* partner =
      desk == nullptr ? nullptr : profile::partner_for_desk(book.profile, desk->code, day);
  if (partner != nullptr && partner->receives) {
    order_answer(tx, referral, partner->code, meaning.event);
  }
}

/// The answer that a step of the referral rests on: of several the last before `at`, for a referral
/// can come back twice.
std::optional<codec::ReferralAnswer> answer_behind(store::Reader& reader, store::ReferralRow row,
                                                   ReferralState state, base::UtcMillis at) {
  auto events = store::events_of(reader, row);
  std::reverse(events.begin(), events.end());
  for (const auto& event : events) {
    if (event.at > at || event.to_status != domain::name_of(state)) continue;
    if (!event.reason.starts_with(inbox_reason)) continue;
    std::int64_t inbox = 0;
    const auto text = std::string_view(event.reason).substr(inbox_reason.size());
    std::from_chars(text.data(), text.data() + text.size(), inbox);
    const auto item = store::read_inbox(reader, store::InboxRow{inbox});
    if (!item) continue;
    auto decoded = codec::decode_referral_answer(item->body.look_inside());
    if (decoded.ok()) return std::move(decoded.answer);
  }
  return std::nullopt;
}

void log_told(store::Transaction& tx, const store::StoredReferral& referral,
              const domain::Disclosure& disclosure) {
  auto entry = entry_of(system_actor, "answer.told", "referral/" + referral.id.text());
  entry.persons = {disclosure.person()};
  entry.recipient = disclosure.recipient();
  entry.decision = disclosure.allowed() ? audit::Decision::allow : audit::Decision::deny;
  entry.rule = domain::name_of(disclosure.verdict().reason);
  entry.basis = disclosure.legal_basis();
  entry.purpose = disclosure.purpose();
  entry.fields = {"answer/reason"};
  tx.audit(entry);
}

/// The answer's own words, if the desk may have them now.
std::optional<domain::Cleared<std::string>> cleared_words(store::Transaction& tx, const Book& book,
                                                          const store::StoredReferral& referral,
                                                          const codec::ReferralAnswer& answer) {
  const auto day = base::jst_day(tx.now());
  const auto person = store::read_person(tx, referral.person);
  const auto* desk = desk_of(book.profile, referral.from_desk, day);
  if (!person || desk == nullptr) return std::nullopt;
  const auto recipient = recipient_of(book.profile, *desk, day);
  const auto asking = asking_about(tx, referral, recipient, answer_purpose);
  const Situated situated(tx, book, about_focus(tx, referral, *person), asking, tx.now());
  const auto disclosure = situated.disclose(domain::Item::statement);
  log_told(tx, referral, disclosure);
  auto reason = answer.reason;
  reason.belongs_to(person->id);
  reason.add_labels(domain::Item::statement);
  return disclosure.clear(reason);
}

/// What an order about an answer rests on.
struct Told {
  store::StoredReferral referral;
  const Meaning& meaning;
  codec::ReferralAnswer answer;
};

std::optional<Told> told_by(store::Reader& reader, const store::Order& order) {
  auto referral = store::read_referral(reader, order.referral);
  const auto* meaning = meaning_of(order.kind);
  if (!referral || meaning == nullptr) return std::nullopt;
  auto answer = answer_behind(reader, referral->row, meaning->state, order.created_at);
  if (!answer) return std::nullopt;
  return Told{std::move(*referral), *meaning, std::move(*answer)};
}

}  // namespace

Result<bool> take_answer(store::Transaction& tx, const Book& book,
                         const codec::ReferralAnswer& answer, const store::InboxItem& item) {
  if (answer.kind == AnswerKind::use_stopped)
    return take_stop_answer(tx, answer.referral, item.partner, item.row);
  const auto referral = store::find_referral(tx, answer.referral);
  if (!referral || !is_receiver(book, *referral, item.partner, tx.now())) {
    return base::fail(Kind::not_found, "no referral " + answer.referral.text());
  }
  const auto& meaning = meaning_of(answer.kind);
  const auto from = domain::referral_state_from(referral->status);
  if (from == meaning.state) return false;
  if (!from || !domain::may_follow(*from, meaning.state)) {
    return base::fail(Kind::conflict,
                      "referral " + answer.referral.text() + " is " + referral->status + ": " +
                          std::string(domain::name_of(meaning.state)) + " can't follow");
  }
  store::set_referral_status(tx, referral->row, referral->status, domain::name_of(meaning.state),
                             "partner/" + item.partner,
                             std::string(inbox_reason) + std::to_string(item.row.value));
  lead_case(tx, *referral, meaning.state, "partner/" + item.partner);
  tell_referrer(tx, book, *referral, meaning);
  return true;
}

std::optional<std::string> answer_event_data(store::Transaction& tx, const Book& book,
                                             const store::Order& order) {
  const auto told = told_by(tx, order);
  if (!told) return std::nullopt;
  const auto words = cleared_words(tx, book, told->referral, told->answer);
  return codec::answer_data(told->answer, {words ? &*words : nullptr, nullptr});
}

std::optional<PushBack> render_push(store::Transaction& tx, const Book& book,
                                    const store::Order& order) {
  const auto told = told_by(tx, order);
  const auto record = told ? origin_record(tx, told->referral) : std::nullopt;
  const auto opened = record ? read_body(*record->body) : std::nullopt;
  if (!opened) {
    store::close_order(tx, order.row, store::Fate::given_up, "nothing_to_tell");
    return std::nullopt;
  }
  const auto asked = codec::referral_of(*opened, {{}, record->source, {}});
  const auto words = cleared_words(tx, book, told->referral, told->answer);
  PushBack push{order.partner.substr(push_partner.size()), std::string(told->meaning.push), {}};
  tsunagu::json::Writer json(push.json);
  json.begin_object();
  json.key("consultationKey");
  json.string(asked.consultation_key);
  json.key("at");
  json.string(told->answer.at.substr(0, 10));
  json.key("agency");
  json.string(told->answer.agency);
  json.key("leadAgency");
  json.string(told->answer.lead_agency);
  json.key("text");
  json.string(words ? words->value() : std::string());
  json.end_object();
  return push;
}

}  // namespace hub::service
