// A body's sitting over delivered records: an officer who keeps it, cases that referrals opened,
// seats, and what a seat's paper says.
#pragma once

#include <gmock/gmock.h>

#include "hub/service/sitting.hpp"
#include "hub/service/sitting_paper.hpp"
#include "hub/store/cases.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {

inline constexpr std::chrono::year_month_day sitting_day{
    std::chrono::year(2026), std::chrono::month(4), std::chrono::day(20)};

class SittingFixture : public ServiceFixture {
 protected:
  /// `desk`: where the officer works who keeps the sittings.
  explicit SittingFixture(const std::string& municipality = "sakura",
                          const std::string& desk = "kikan-soudan")
      : ServiceFixture(municipality) {
    work_at("kakari", desk);
  }

  void work_at(const std::string& user, const std::string& desk) {
    auto changed = std::make_shared<Book>(*book);
    auto& worker = changed->settings.officers.emplace_back();
    worker.user = user;
    worker.desk.code = desk;
    book = changed;
    context->exchange(book);
  }

  base::CaseId case_of(const FeedPlan& plan, const std::string& key) {
    const auto person = link_of(plan, key)->person;
    return look([&](store::Reader& reader) {
      const auto rows = store::cases_of(reader, person);
      EXPECT_FALSE(rows.empty());
      return rows.empty() ? base::CaseId() : store::read_case(reader, rows.front())->id;
    });
  }
  base::PersonId person_id(const FeedPlan& plan, const std::string& key) {
    const auto row = link_of(plan, key)->person;
    return look([&](store::Reader& reader) { return store::read_person(reader, row)->id; });
  }

  template <class Id>
  static Id made(const base::Result<Id>& done) {
    EXPECT_TRUE(done.has_value()) << done.error().text();
    return done ? *done : Id();
  }
  store::SittingId open(const std::string& body) {
    return made(open_sitting(*context, {.body = body, .held_on = sitting_day}, officer));
  }
  store::AgendaId item(const store::SittingId& sitting, const base::CaseId& about,
                       const std::string& function, bool declared_part = false) {
    return made(add_agenda_item(*context,
                                {.sitting = sitting,
                                 .about = about,
                                 .function = function,
                                 .declared_part = declared_part,
                                 .decided = true},
                                officer));
  }
  /// A member of the body's table, bound by law.
  store::SeatId seat(const store::SittingId& sitting, const std::string& party) {
    return seat({.sitting = sitting, .party = party, .secrecy = store::Secrecy::law});
  }
  store::SeatId seat(const SeatWish& wish) { return made(give_seat(*context, wish, officer)); }

  Paper whole_paper(const store::SeatId& seat, std::optional<store::AgendaId> of = {}) {
    auto paper = make_paper(*context, {seat, of}, officer);
    EXPECT_TRUE(paper.has_value()) << paper.error().text();
    return paper ? std::move(*paper) : Paper();
  }
  /// All that goes to the seat.
  std::string paper(const store::SeatId& seat, std::optional<store::AgendaId> of = {}) {
    std::string all;
    for (const auto& one : whole_paper(seat, of).items)
      all += one.data + "\n";
    return all;
  }
  /// Why a datum of that label did not go, over the whole paper.
  std::set<std::string> reasons(const store::SeatId& seat) {
    std::set<std::string> all;
    for (const auto& one : whole_paper(seat).items) {
      for (const auto& answered : one.answers) {
        if (!answered.disclosure.allowed())
          all.emplace(domain::name_of(answered.disclosure.verdict().reason));
      }
    }
    return all;
  }

  std::string officer = "officer/kakari";
};

}  // namespace hub::service
