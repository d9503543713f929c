// What the hub fills into a sheet of a case (R-92): for who works on it, of what his desk holds.
#include "hub/service/view_sheet.hpp"

#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Sheets : public ProcessFixture {
 protected:
  void SetUp() override {
    ProcessFixture::SetUp();
    auto changed = std::make_shared<Book>(*book);
    auto& holder = changed->settings.officers.emplace_back();
    holder.user = "holder";
    holder.desk.code = "kikan-soudan";
    holder.section = profile::Ref{plan_of("kaigo").owner, {}};
    book = changed;
    context->exchange(book);
  }
  base::Result<Shown> sheet(const std::string& asker) {
    lines.clear();
    return database->read([&](store::Reader& reader) {
      return view_sheet(reader, *book, {about}, asker, clock.now(),
                        [this](std::string_view line) { lines.emplace_back(line); });
    });
  }
  std::vector<std::string> lines;
};

TEST_F(Sheets, tell_who_works_on_the_case_its_plan) {
  draft();
  const auto shown = sheet("officer/sakutomo");
  ASSERT_TRUE(shown.has_value()) << shown.error().text();
  EXPECT_THAT(lines,
              Contains(AllOf(HasSubstr(R"("kind":"event")"), HasSubstr("月に二度は外に出る"))));
  EXPECT_THAT(lines, Contains(HasSubstr(R"("kind":"referral")")));
  EXPECT_THAT(shown->persons, Contains(person_id(kaigo, "m"))) << "for the log";
  EXPECT_THAT(shown->objects, Contains("case/" + about.text()));
}

TEST_F(Sheets, leave_blank_what_the_officers_desk_does_not_hold) {
  ASSERT_TRUE(sheet("officer/sakutomo").has_value());
  EXPECT_THAT(lines, Each(Not(AnyOf(HasSubstr("例 花子"), HasSubstr("氏家2771")))));
  const auto shown = sheet("officer/holder");
  ASSERT_TRUE(shown.has_value()) << shown.error().text();
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("name":"例 花子")"), HasSubstr("氏家2771"),
                                    HasSubstr(R"("birth":"1940-02-10")"))));
  EXPECT_THAT(shown->values, Contains(HasSubstr("person/names"))) << "the log lists the fields";
}

TEST_F(Sheets, tell_a_contractor_nothing_that_another_of_the_same_section_holds) {
  work_at("beside", "elim-houkatsu");
  const auto plan = draft();
  ASSERT_TRUE(role(plan, "nikon").has_value());
  ASSERT_TRUE(role(plan, "elim").has_value());
  ASSERT_TRUE(sheet("officer/elsewhere").has_value()) << "he works on the case";
  EXPECT_THAT(lines, Each(Not(AnyOf(HasSubstr("例 花子"), HasSubstr("氏家2771")))));
  ASSERT_TRUE(sheet("officer/beside").has_value());
  EXPECT_THAT(lines, Contains(HasSubstr(R"("name":"例 花子")"))) << "his own desk's record";
}

// R-51: what was found and assessed is brought to the meeting on the sheet, with what was agreed
// to.
TEST_F(Sheets, bring_concerns_assessments_and_consents_of_the_desk_that_holds_them) {
  deliver(kaigo,
          {record("concern", "n1",
                  service::about("m", R"("consultationKey":"c1","code":"CARE",)"
                                      R"("statement":"夜の介護がつらい")")),
           record("assessment", "a1",
                  service::about("m", R"("form":"kihon-checklist","formName":"基本チェックリスト",)"
                                      R"("summary":"運動機能の低下","strengths":"近所づきあい",)"
                                      R"("assessedAt":{"date":"2026-04-03"})"))});
  ASSERT_TRUE(sheet("officer/holder").has_value());
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"concern")"), HasSubstr(R"("CARE")"),
                                    HasSubstr("夜の介護がつらい"))));
  EXPECT_THAT(lines,
              Contains(AllOf(HasSubstr(R"("kind":"assessment")"), HasSubstr("基本チェックリスト"),
                             HasSubstr("運動機能の低下"), HasSubstr(R"("on":"2026-04-03")"))));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"consent")"), HasSubstr("given"))));
  const auto shown = sheet("officer/sakutomo");
  ASSERT_TRUE(shown.has_value());
  EXPECT_THAT(lines, Each(Not(AnyOf(HasSubstr("夜の介護がつらい"), HasSubstr("運動機能")))))
      << "another desk holds neither";
  EXPECT_THAT(shown->values, Each(Not(HasSubstr("assessment/summary"))));
}

// R-49
TEST_F(Sheets, of_a_sitting_tell_who_attended_and_what_was_decided) {
  const auto plan = draft();
  ASSERT_TRUE(role(plan, "elim").has_value());
  const auto item = heard();
  ASSERT_TRUE(decide(item, plan, "create").has_value());
  lines.clear();
  const auto shown = database->read([&](store::Reader& reader) {
    const auto sitting =
        store::read_sitting(reader, store::find_agenda_item(reader, item)->of.sitting)->id;
    return view_sheet(reader, *book, {about, sitting}, "officer/sakutomo", clock.now(),
                      [this](std::string_view line) { lines.emplace_back(line); });
  });
  ASSERT_TRUE(shown.has_value()) << shown.error().text();
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"seat")"),
                                    HasSubstr(R"("attendance":"attended")"))));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"decision")"),
                                    HasSubstr(R"("outcome":"agreed")"))));
}

TEST_F(Sheets, are_for_nobody_else) {
  for (const auto* asker : {"operator/root", "officer/elsewhere", "officer/nobody", ""})
    EXPECT_EQ(sheet(asker).error().kind(), Kind::forbidden) << asker;
  EXPECT_THAT(lines, IsEmpty());
}

TEST_F(Sheets, tell_no_address_of_who_is_hidden) {
  deliver_register("1,レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,,,,\r\n");
  const auto shown = sheet("officer/holder");
  ASSERT_TRUE(shown.has_value()) << shown.error().text();
  EXPECT_THAT(lines, Each(Not(HasSubstr("氏家2771"))));
}

}  // namespace
}  // namespace hub::service
