#include "hub/service/answer.hpp"

#include <charconv>

#include "hub/audit/entry.hpp"
#include "hub/codec/event.hpp"
#include "hub/codec/typed.hpp"
#include "hub/domain/states.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/received.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/situation.hpp"
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

/// The record that made the referral, if a field's system did.
std::optional<store::StoredRecord> origin_record(store::Reader& reader,
                                                 const store::StoredReferral& referral) {
  for (const auto& link : store::links_of(reader, referral.person)) {
    for (const auto token : store::tokens_of(reader, link.record)) {
      if (!is_kind(MatchKind::person_record, token)) continue;
      for (const auto row : store::records_with(reader, token, 512)) {
        auto stored = store::read_record(reader, row);
        if (!stored || !stored->body) continue;
        const auto made = store::find_by_origin(reader, "record/" + stored->id.text());
        if (made && made->row == referral.row) return stored;
      }
    }
  }
  return std::nullopt;
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
  const auto* partner =
      profile::partner_for_desk(book.profile, referral.from_desk, base::jst_day(tx.now()));
  if (partner != nullptr && partner->receives) {
    order_answer(tx, referral, partner->code, meaning.event);
  }
}

/// The answer that a step of the referral rests on.
std::optional<codec::ReferralAnswer> answer_behind(store::Reader& reader, store::ReferralRow row,
                                                   ReferralState state) {
  for (const auto& event : store::events_of(reader, row)) {
    if (event.to_status != domain::name_of(state)) continue;
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

/// The answer's own words, if the desk may have them now.
std::string cleared_text(store::Transaction& tx, const Book& book,
                         const store::StoredReferral& referral,
                         const codec::ReferralAnswer& answer) {
  const auto person = store::read_person(tx, referral.person);
  const auto* desk = desk_named(book.profile, referral.from_desk, base::jst_day(tx.now()));
  if (!person || desk == nullptr) return {};
  const auto recipient = recipient_of(book.profile, *desk, base::jst_day(tx.now()));
  const Asking asking{recipient, "CONSENT", "status_answer", std::nullopt};
  const Situated situated(tx, book, *person, domain::Subject::focus, asking, tx.now());
  const auto disclosure = domain::disclose(domain::Item::statement, situated.situation());
  auto reason = answer.reason;
  reason.belongs_to(person->id);
  reason.add_labels(domain::Item::statement);
  const auto cleared = disclosure.clear(reason);
  return cleared ? cleared->value() : std::string();
}

}  // namespace

Result<bool> take_answer(store::Transaction& tx, const Book& book,
                         const codec::ReferralAnswer& answer, const store::InboxItem& item) {
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
  tell_referrer(tx, book, *referral, meaning);
  return true;
}

std::optional<PushBack> render_push(store::Transaction& tx, const Book& book,
                                    const store::Order& order) {
  const auto referral = store::read_referral(tx, order.referral);
  const auto* meaning = meaning_of(order.kind);
  const auto record = referral ? origin_record(tx, *referral) : std::nullopt;
  const auto opened = record ? read_body(*record->body) : std::nullopt;
  const auto answer = referral && meaning != nullptr
                          ? answer_behind(tx, referral->row, meaning->state)
                          : std::nullopt;
  if (!opened || !answer) {
    store::close_order(tx, order.row, store::Fate::given_up, "nothing_to_tell");
    return std::nullopt;
  }
  const auto asked = codec::referral_of(*opened, {{}, record->source, {}});
  PushBack push{order.partner.substr(push_partner.size()), std::string(meaning->push), {}};
  tsunagu::json::Writer json(push.json);
  json.begin_object();
  json.key("consultationKey");
  json.string(asked.consultation_key);
  json.key("at");
  json.string(answer->at.substr(0, 10));
  json.key("agency");
  json.string(answer->agency);
  json.key("leadAgency");
  json.string(answer->lead_agency);
  json.key("text");
  json.string(cleared_text(tx, book, *referral, *answer));
  json.end_object();
  return push;
}

}  // namespace hub::service
