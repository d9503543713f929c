#include "hub/service/tell_followers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "hub/domain/followed_event.hpp"
#include "hub/service/partner_system.hpp"
#include "hub/store/persons.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::service {
namespace {

using domain::EventFamily;

constexpr auto next_look = std::chrono::hours(3);
constexpr auto longest_wait = std::chrono::days(14);

bool wants(const profile::Partner& partner, EventFamily family) {
  if (!partner.receives) return false;
  const auto& events = partner.receives->events;
  return std::find(events.begin(), events.end(), family) != events.end();
}

/// `plan/<id>` of the row's objects, as far as there is one of that name.
std::string object_of(const audit::Entry& entry, std::string_view name) {
  for (const auto& object : entry.objects) {
    if (std::string_view(object).substr(0, object.find('/')) == name) return object;
  }
  return {};
}

/// Of the row's case; else of the person whom it is about: those that were made for him.
std::vector<store::ReferralRow> referrals_behind(store::Reader& reader, const audit::Entry& entry) {
  const auto named = object_of(entry, "case");
  if (!named.empty()) {
    const auto id = base::CaseId::parse(std::string_view(named).substr(5));
    const auto about = id ? store::find_case(reader, *id) : std::nullopt;
    return about ? store::referrals_of(reader, about->row) : std::vector<store::ReferralRow>();
  }
  std::vector<store::ReferralRow> rows;
  for (const auto& id : entry.persons) {
    const auto person = store::find_person(reader, id);
    if (!person) continue;
    const auto his = store::referrals_of(reader, person->row);
    rows.insert(rows.end(), his.begin(), his.end());
  }
  return rows;
}

/// `agenda_decision/<id>` as `"agendaDecisionId": "<id>"`.
void put_subject(tsunagu::json::Writer& json, std::string_view subject) {
  std::string name;
  bool capital = false;
  for (const char c : subject.substr(0, subject.find('/'))) {
    if (c != '_') name += capital ? static_cast<char>(c - 'a' + 'A') : c;
    capital = c == '_';
  }
  if (name == "case" || name == "referral") return;
  json.key(name + "Id");
  json.string(subject.substr(subject.find('/') + 1));
}

std::string data_of(const store::Order& order, const store::StoredReferral& referral,
                    const base::CaseId& about) {
  std::string data;
  tsunagu::json::Writer json(data);
  json.begin_object();
  json.key("caseId");
  json.string(about.text());
  json.key("referralId");
  json.string(referral.id.text());
  put_subject(json, order.subject);
  json.key("url");
  const bool of_plan = order.subject.starts_with("plan/");
  json.string(of_plan ? "/api/v1/plans/" + order.subject.substr(5)
                      : "/api/v1/followed-cases/" + about.text());
  json.end_object();
  return data;
}

void withhold(store::Transaction& tx, const store::Order& order, std::string_view why) {
  store::close_order(tx, order.row, store::Fate::withheld, why);
}

/// What the gate could not know today it may know tomorrow: the protection register was old.
void withhold_or_wait(store::Transaction& tx, const store::Order& order, domain::Reason why) {
  const bool may_clear_up = why == domain::Reason::unknown_fact;
  if (may_clear_up && tx.now() < order.created_at + longest_wait)
    return store::retry_order(tx, order.row, tx.now() + next_look);
  withhold(tx, order, domain::name_of(why));
}

void put_line(const store::Order& order, const store::StoredReferral& referral,
              const base::CaseId& about, const ViewSink& sink) {
  ViewLine line("event");
  line.id("event", order.id).text("type", order.kind).time("time", order.created_at);
  line.json("data", data_of(order, referral, about)).to(sink);
}

}  // namespace

bool tell_followers(store::Transaction& tx, const Book& book, const audit::Entry& entry) {
  const auto* event = domain::event_of_action(entry.action);
  if (event == nullptr || entry.decision != audit::Decision::none) return false;
  const auto& all = book.profile.partners;
  const bool any = std::any_of(all.begin(), all.end(),
                               [&](const auto& one) { return wants(one, event->family); });
  const auto subject = any ? object_of(entry, event->subject) : std::string();
  if (subject.empty()) return false;
  std::set<std::pair<std::string_view, std::int64_t>> told;
  for (const auto row : referrals_behind(tx, entry)) {
    const auto referral = store::read_referral(tx, row);
    if (!referral) continue;
    const auto* partner =
        profile::partner_for_desk(book.profile, referral->to_desk, base::jst_day(tx.now()));
    if (partner == nullptr || !wants(*partner, event->family) ||
        !is_with(book, *referral, partner->code, tx.now()) ||
        !told.emplace(partner->code, referral->case_row.value).second)
      continue;
    store::enqueue(tx, {.partner = partner->code,
                        .order_key = referral->case_row.value,
                        .referral = referral->row,
                        .kind = std::string(event->type),
                        .subject = subject});
  }
  return !told.empty();
}

std::optional<EventToTell> event_to_tell(store::Transaction& tx, const Book& book,
                                         const store::Order& order) {
  const auto referral = store::read_referral(tx, order.referral);
  const auto about = referral ? store::read_case(tx, referral->case_row) : std::nullopt;
  if (!about || !is_with(book, *referral, order.partner, tx.now())) {
    withhold(tx, order, "not_followed");
    return std::nullopt;
  }
  const auto packet = ask_to_follow(tx, book, *referral, tx.now());
  log_disclosure(tx, *referral, packet, "event.claimed");
  if (!packet.goes) {
    withhold_or_wait(tx, order, packet.refusal());
    return std::nullopt;
  }
  return EventToTell{about->id, data_of(order, *referral, about->id)};
}

Shown view_events(store::Reader& reader, const Book& book, std::string_view asker,
                  base::UtcMillis at, std::int64_t after, std::size_t at_most,
                  const ViewSink& sink) {
  const auto partner = partner_in(asker);
  const auto orders = store::orders_for(reader, partner, store::OutboxRow{after}, at_most);
  std::map<store::ReferralRow, bool> follows;
  Shown shown;
  for (const auto& order : orders) {
    const auto referral = store::read_referral(reader, order.referral);
    const auto about = referral ? store::read_case(reader, referral->case_row) : std::nullopt;
    if (!about) continue;
    const auto [known, fresh] = follows.emplace(referral->row, false);
    if (fresh)
      known->second =
          is_with(book, *referral, partner, at) && ask_to_follow(reader, book, *referral, at).goes;
    if (!known->second) continue;
    put_line(order, *referral, about->id, sink);
    if (!fresh) continue;
    shown.objects.push_back("referral/" + referral->id.text());
    if (const auto person = store::read_person(reader, referral->person))
      shown.persons.push_back(person->id);
  }
  if (orders.empty()) return shown;
  ViewLine next("next");
  next.count("after", orders.back().row.value).to(sink);
  return shown;
}

}  // namespace hub::service
