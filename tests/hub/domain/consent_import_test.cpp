#include "hub/domain/consent_import.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

using namespace hub::domain;
using std::chrono::April;
using std::chrono::May;
using std::chrono::year;

const auto arrived = hub::base::from_jst_day(year(2026) / May / 1);

ConsentForms forms() {
  ConsentForm j1;
  j1.code = "J1";
  j1.objects = {ConsentObject::support, ConsentObject::sharing};
  j1.scope = {Selection({"CONSENT", "J-KAIGI"}),
              Selection({"coordinator"}),
              Selection({"tie_in"}),
              {Item::statement}};
  j1.months = 12;
  ConsentDestination desk;
  desk.code = "市相談窓口";
  desk.scope = {Selection({"CONSENT"}),
                Selection({"municipal-desks"}),
                Selection({"tie_in"}),
                {Item::statement}};
  desk.months = 6;
  return {{j1}, {desk}};
}

ConsentRecord record(ConsentWord status, std::string form = {}) {
  ConsentRecord r;
  r.status = status;
  r.scope_form = std::move(form);
  r.given_at = year(2026) / April / 1;
  return r;
}

Standing stands(const std::vector<ConsentEvent>& events, std::string_view forum = "J-KAIGI",
                std::string_view recipient = "coordinator") {
  const std::array groups{recipient};
  const ConsentQuestion question{
      {}, forum, groups, "tie_in", Item::statement, forum == "J-KAIGI", std::nullopt};
  return standing(events, arrived + std::chrono::hours(1), question);
}

std::vector<ConsentEvent> imported(const ConsentRecord& r) {
  return events_of(r, {{}, {}, arrived, "kaigo"}, forms());
}

TEST(ConsentImport, makes_no_event_of_what_nobody_asked) {
  EXPECT_TRUE(imported(record(ConsentWord::never_asked, "J1")).empty());
}

TEST(ConsentImport, gives_a_typed_form_its_whole_scope_from_the_day_it_was_signed) {
  const auto events = imported(record(ConsentWord::given, "J1"));
  EXPECT_TRUE(stands(events).allows());
  EXPECT_EQ(events.front().at, hub::base::from_jst_day(year(2026) / April / 1));
}

TEST(ConsentImport, takes_a_word_of_the_destination_column_for_that_destination_alone) {
  const auto events = imported(record(ConsentWord::given, "市相談窓口"));
  EXPECT_TRUE(stands(events, "CONSENT", "municipal-desks").allows());
  EXPECT_FALSE(stands(events, "CONSENT").allows());
}

TEST(ConsentImport, covers_nothing_where_form_and_scope_are_unknown) {
  for (const char* form : {"", "J9"}) {
    const auto events = imported(record(ConsentWord::given, form));
    EXPECT_EQ(stands(events).consent, ConsentStatus::given);
    EXPECT_FALSE(stands(events).allows());
  }
}

TEST(ConsentImport, reads_no_consent_to_support_out_of_one_to_sharing) {
  ConsentRecord r = record(ConsentWord::given);
  r.scope = WrittenScope{{"J-KAIGI"}, {"coordinator"}, {"tie_in"}, {Item::statement}, {}};
  EXPECT_EQ(stands(imported(r)).covers_purpose, YesNo::no);
  r.to_support = ConsentWord::given;
  EXPECT_TRUE(stands(imported(r)).allows());
  r.to_support = ConsentWord::refused;
  EXPECT_FALSE(stands(imported(r)).allows());
}

TEST(ConsentImport, keeps_what_the_record_excludes) {
  ConsentRecord r = record(ConsentWord::given);
  r.scope =
      WrittenScope{{"CONSENT"}, {"coordinator"}, {"tie_in"}, {Item::statement}, {"coordinator"}};
  EXPECT_FALSE(stands(imported(r), "CONSENT").allows());
}

TEST(ConsentImport, ends_at_the_earlier_of_the_forms_and_the_records_day) {
  ConsentRecord r = record(ConsentWord::given, "J1");
  r.until = year(2026) / April / 30;
  EXPECT_EQ(stands(imported(r)).consent, ConsentStatus::expired);
  r.until = year(2030) / April / 30;
  EXPECT_TRUE(stands(imported(r)).allows());
}

TEST(ConsentImport, withdraws_and_expires_what_it_gave_whatever_the_dates) {
  for (const ConsentWord word : {ConsentWord::withdrawn, ConsentWord::expired}) {
    ConsentRecord r = record(word, "J1");
    r.withdrawn_at = year(2026) / std::chrono::March / 1;  // before it was given: a slip of the pen
    EXPECT_FALSE(stands(imported(r)).allows());
    r.given_at.reset();
    EXPECT_FALSE(stands(imported(r)).allows());
  }
}

TEST(ConsentImport, lets_a_refusal_at_a_desk_end_sharing_but_not_the_support) {
  auto events = imported(record(ConsentWord::given, "J1"));
  ConsentRecord refusal = record(ConsentWord::refused);
  refusal.given_at = year(2026) / April / 2;
  for (const ConsentEvent& event : imported(refusal))
    events.push_back(event);
  EXPECT_EQ(stands(events).consent, ConsentStatus::refused);
  ConsentRecord again = record(ConsentWord::given);
  again.given_at = year(2026) / April / 3;
  again.scope = WrittenScope{{"J-KAIGI"}, {"coordinator"}, {"tie_in"}, {Item::statement}, {}};
  for (const ConsentEvent& event : imported(again))
    events.push_back(event);
  EXPECT_TRUE(stands(events).allows());
}

TEST(ConsentImport, stands_the_same_when_the_record_comes_twice) {
  auto events = imported(record(ConsentWord::given, "J1"));
  const auto once = events;
  events.insert(events.end(), once.begin(), once.end());
  EXPECT_EQ(stands(events).allows(), stands(once).allows());
  EXPECT_TRUE(stands(events).allows());
}

}  // namespace
