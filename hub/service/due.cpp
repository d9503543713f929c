#include "hub/service/due.hpp"

#include <algorithm>
#include <set>

#include "hub/domain/person_request.hpp"
#include "hub/service/case_party.hpp"
#include "hub/service/entry.hpp"
#include "hub/service/expire.hpp"
#include "hub/service/officers.hpp"
#include "hub/store/deadlines.hpp"
#include "hub/store/outreach.hpp"
#include "hub/store/plan_roles.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {
namespace {

using base::Result;
using std::chrono::sys_days;

constexpr std::size_t at_a_time = 64;
constexpr std::size_t most_outreach = 10'000;

/// Collects, each on its open day; borrows all.
class Gathering {
 public:
  Gathering(store::Reader& reader, const Book& book, base::UtcMillis at)
      : reader_(reader), book_(book), at_(at), today_(base::jst_day(at)) {}

  std::vector<Due> all() {
    monitorings();
    ratifications();
    consents();
    referrals();
    copies();
    outreach();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string text(sys_days day) const { return domain::text_of(day); }
  /// On the first open day from then on, if that is not to come.
  void add(std::string_view action, std::string object, sys_days day,
           std::vector<store::CaseRow> about) {
    const auto open = book_.law.calendar.open_from(day);
    if (open > today_ || about.empty()) return;
    found_.push_back({action, std::move(object), text(open), std::move(about)});
  }
  void add_on(std::string_view action, std::string object, std::string_view day,
              store::CaseRow about) {
    if (const auto date = domain::day_from(day))
      add(action, std::move(object), sys_days(*date), {about});
  }
  void monitorings() {
    for (const auto& plan : store::overdue_plans(reader_, text(today_ + std::chrono::days(1))))
      add_on("deadline.monitoring_due", "plan/" + plan.id.text(), plan.due, plan.of.about);
  }
  void ratifications() {
    for (const auto& plan : store::unratified_plans(reader_))
      add_on("deadline.ratification_open", "plan/" + plan.id.text(),
             store::early_start_of(reader_, plan.row.value), plan.of.about);
  }
  void consents() {
    for (const auto& end : store::consents_ending(reader_, at_, at_ + consent_asked_before)) {
      const auto person = person_of(reader_, end);
      if (!person) continue;
      const sys_days last(base::jst_day(end.until - std::chrono::milliseconds(1)));
      add("deadline.consent_ends", "consent/" + end.consent.text(), last - consent_asked_before,
          store::open_cases_of(reader_, person->row));
    }
  }
  void referrals() {
    for (const auto row : store::unanswered_referrals(reader_, at_ - answer_expected_within)) {
      const auto referral = store::read_referral(reader_, row);
      if (!referral) continue;
      const sys_days since(base::jst_day(referral->changed_at));
      add("deadline.referral_unanswered", "referral/" + referral->id.text(),
          since + answer_expected_within, {referral->case_row});
    }
  }
  void copies() {
    for (const auto row : store::sittings_with_copies_out(reader_, text(today_))) {
      const auto sitting = store::read_sitting(reader_, row);
      const auto day = sitting ? domain::day_from(sitting->of.held_on) : std::nullopt;
      std::vector<store::CaseRow> about;
      for (const auto& item : store::agenda_of(reader_, row))
        about.push_back(item.of.about);
      if (day)
        add("deadline.copies_out", "sitting/" + sitting->id.text(),
            sys_days(*day) + std::chrono::days(1), std::move(about));
    }
  }
  void outreach() {
    for (const auto& one : store::due_outreach(reader_, text(today_), most_outreach)) {
      const auto tries = store::contacts_of(reader_, one.row);
      if (!tries.empty())
        add_on("deadline.outreach_due", "outreach/" + one.id.text(), tries.back().next_on,
               one.about);
    }
  }

  store::Reader& reader_;
  const Book& book_;
  base::UtcMillis at_;
  sys_days today_;
  std::vector<Due> found_;
};

void tell(store::Transaction& tx, const Due& due) {
  const std::set<store::CaseRow> cases(due.about.begin(), due.about.end());
  for (const auto about : cases) {
    auto entry = entry_of_case(tx, system_actor, due.action, due.object, about);
    entry.rule = due.day;
    tx.audit(entry);
  }
}

bool concerns(const profile::Profile& profile, const std::vector<std::string>& desks,
              std::string_view wanted) {
  return std::any_of(desks.begin(), desks.end(), [&](const std::string& code) {
    const auto* desk = profile::find_desk(profile, code);
    return code == wanted || (desk != nullptr && desk->agency.code == wanted);
  });
}

}  // namespace

std::vector<Due> due_now(store::Reader& reader, const Book& book, base::UtcMillis at) {
  return Gathering(reader, book, at).all();
}

Result<> tell_deadlines(Context& context, const std::function<bool()>& stopping) {
  const auto book = context.book();
  const auto now = context.clock.now();
  if (book->law.calendar.is_closed(base::jst_day(now))) return {};
  const auto due = context.db.read([&](store::Reader& reader) -> Result<std::vector<Due>> {
    return due_now(reader, *book, now);
  });
  if (!due) return due.error();
  for (std::size_t from = 0; from < due->size() && !stopping(); from += at_a_time) {
    const auto to = std::min(due->size(), from + at_a_time);
    const auto done = context.db.write([&](store::Transaction& tx) -> Result<> {
      for (std::size_t at = from; at < to; ++at) {
        const auto& one = (*due)[at];
        if (store::note_deadline(tx, one.action, one.object, one.day)) tell(tx, one);
      }
      return {};
    });
    if (!done) return done.error();
  }
  return {};
}

std::vector<std::string> desks_of(store::Reader& reader, store::CaseRow about) {
  std::set<std::string> desks;
  for (const auto row : store::referrals_of(reader, about)) {
    const auto referral = store::read_referral(reader, row);
    if (!referral) continue;
    desks.insert(referral->from_desk);
    desks.insert(referral->to_desk);
  }
  for (const auto& plan : store::plans_of(reader, about)) {
    for (const auto& role : store::roles_of(reader, plan.row)) {
      if (!role.until) desks.insert(role.agency);
    }
  }
  desks.erase("");
  return {desks.begin(), desks.end()};
}

Shown view_digest(store::Reader& reader, const Book& book, const DigestWish& wish,
                  base::UtcMillis at, const ViewSink& sink) {
  constexpr std::string_view prefix = "deadline.";
  const bool officer = wish.asker.starts_with(officer_prefix);
  Shown shown;
  for (const auto& due : due_now(reader, book, at)) {
    for (const auto row : due.about) {
      const auto about = store::read_case(reader, row);
      if (!about || (officer && !officer_of_case(reader, book, row, wish.asker, at))) continue;
      const auto desks = desks_of(reader, row);
      if (!wish.desk.empty() && !concerns(book.profile, desks, wish.desk)) continue;
      ViewLine line("due");
      line.text("day", due.day).code("what", due.action.substr(prefix.size()));
      line.id("case", about->id).text("object", due.object).list("desks", desks).to(sink);
      shown.objects.push_back("case/" + about->id.text());
    }
  }
  return shown;
}

}  // namespace hub::service
