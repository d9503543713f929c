// Who may convene what, on which ground an item is heard, and who is called to a seat.
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::HasSubstr;

class Sittings : public SittingFixture {
 protected:
  void SetUp() override {
    kaigo = plan_of("kaigo");
    deliver(kaigo, {person({.key = "m", .number = "1"}, "atena:kaigo"), referral("r", "m")});
    about = case_of(kaigo, "m");
    work_at("sakutomo", "sakutomo-takikan");
  }
  base::Result<store::AgendaId> put_down(const store::SittingId& sitting,
                                         const std::string& function) {
    return add_agenda_item(*context, {.sitting = sitting, .about = about, .function = function},
                           officer);
  }
  store::StoredSeat stored(const store::SeatId& id) {
    return *look([&](store::Reader& reader) { return store::find_seat(reader, id); });
  }

  FeedPlan kaigo;
  base::CaseId about;
};

TEST_F(Sittings, are_kept_as_they_were_convened) {
  const auto id = open("shien-kaigi");
  const auto agenda = item(id, about, "SHIEN-KAIGI");
  look([&](store::Reader& reader) {
    const auto sitting = store::find_sitting(reader, id);
    EXPECT_EQ(sitting->of.convener, "fukushi");
    EXPECT_EQ(sitting->of.chair, "fukushi") << "福祉課長 (要綱4条)";
    EXPECT_EQ(sitting->of.held_on, "2026-04-20");
    const auto heard = store::find_agenda_item(reader, agenda);
    EXPECT_EQ(heard->of.function, "SHIEN-KAIGI");
    EXPECT_EQ(heard->of.as_of, "2025-09-08");
    EXPECT_EQ(heard->of.purpose, "case_conference");
    EXPECT_EQ(heard->of.persons.size(), 1U);
    return 0;
  });
  EXPECT_EQ(audited("sitting.opened").size(), 1U);
  EXPECT_EQ(audited("sitting.item").at(0).basis, "SHIEN-KAIGI");
}

TEST_F(Sittings, a_function_that_the_body_does_not_hold_is_refused) {
  const auto refused = put_down(open("shien-kaigi"), "J-KAIGI");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind(), Kind::invalid);
  EXPECT_THAT(refused.error().text(), HasSubstr("none of the functions of forum shien-kaigi"));
  EXPECT_TRUE(put_down(open("shien-kaigi"), "SHIEN-KAIGI").has_value());
}

//
TEST_F(Sittings, a_body_about_no_person_hears_no_case) {
  EXPECT_EQ(put_down(open("chonai-renkei"), "SHIEN-KAIGI").error().kind(), Kind::forbidden);
}

TEST_F(Sittings, another_convener_or_chair_than_the_bodys_is_refused) {
  const auto as = [&](const std::string& convener, const std::string& chair) {
    return open_sitting(*context, {"shien-kaigi", sitting_day, convener, chair}, officer);
  };
  EXPECT_EQ(as("zeimu", "").error().text(), "/convener: body shien-kaigi is convened by fukushi");
  EXPECT_EQ(as("", "korei").error().text(), "/chair: body shien-kaigi is chaired by fukushi");
  EXPECT_TRUE(as("fukushi", "fukushi").has_value());
}

TEST_F(Sittings, a_body_that_is_not_there_that_day_does_not_sit) {
  const auto on = [&](int year) {
    const std::chrono::year_month_day day{std::chrono::year(year), std::chrono::March,
                                          std::chrono::day(31)};
    return open_sitting(*context, {.body = "shien-kaigi", .held_on = day}, officer);
  };
  EXPECT_EQ(on(2024).error().kind(), Kind::invalid) << "要綱は令和6年4月1日から";
  EXPECT_TRUE(on(2025).has_value());
}

TEST_F(Sittings, only_who_works_for_the_convener_or_the_secretariat_keeps_them) {
  const auto by = [&](const std::string& body, const std::string& asker) {
    return open_sitting(*context, {.body = body, .held_on = sitting_day}, asker).has_value();
  };
  EXPECT_TRUE(by("shien-kaigi", "officer/kakari"));
  EXPECT_FALSE(by("shien-kaigi", "officer/sakutomo")) << "市町村 convenes (106条の6)";
  EXPECT_FALSE(by("shien-kaigi", "operator/kakari"));
  EXPECT_TRUE(by("juso-kaigi", "officer/sakutomo"));
  EXPECT_FALSE(by("juso-kaigi", "officer/kakari")) << "多機関協働事業者 convenes";
}

TEST_F(Sittings, nobody_else_touches_an_opened_one) {
  const auto sitting = open("shien-kaigi");
  const auto seated = seat(sitting, "zeimu");
  officer = "officer/sakutomo";
  EXPECT_EQ(put_down(sitting, "SHIEN-KAIGI").error().kind(), Kind::forbidden);
  EXPECT_EQ(give_seat(*context, {.sitting = sitting, .party = "korei"}, officer).error().kind(),
            Kind::forbidden);
  EXPECT_EQ(leave_seat(*context, seated, officer).error().kind(), Kind::forbidden);
  EXPECT_EQ(make_paper(*context, {seated}, officer).error().kind(), Kind::forbidden);
}

TEST_F(Sittings, the_same_case_on_the_same_ground_stands_once) {
  const auto sitting = open("shien-kaigi");
  EXPECT_TRUE(put_down(sitting, "SHIEN-KAIGI").has_value());
  EXPECT_EQ(put_down(sitting, "SHIEN-KAIGI").error().kind(), Kind::conflict);
}

TEST_F(Sittings, who_stands_in_the_table_is_called_by_code_or_name) {
  const auto sitting = open("shien-kaigi");
  for (const auto* typed : {"zeimu", "市税務課"}) {
    const auto kept = stored(seat(sitting, typed));
    EXPECT_EQ(kept.of.party, "zeimu") << typed;
    EXPECT_EQ(kept.of.name, "市税務課") << typed;
    EXPECT_EQ(kept.of.called, store::Called::from_table) << typed;
    EXPECT_EQ(kept.of.kind, domain::RecipientKind::municipal) << typed;
  }
  const auto police = stored(seat(sitting, "警察署"));
  EXPECT_EQ(police.of.party, "");
  EXPECT_EQ(police.of.kind, domain::RecipientKind::public_body);
}

//
TEST_F(Sittings, who_stands_in_no_table_is_called_by_the_chair_or_not_at_all) {
  const auto sitting = open("shien-kaigi");
  const SeatWish guest{.sitting = sitting,
                       .name = "架空クリニック",
                       .kind = domain::RecipientKind::private_,
                       .invited = true};
  EXPECT_EQ(stored(seat(guest)).of.called, store::Called::by_chair);
  auto unasked = guest;
  unasked.invited = false;
  EXPECT_THAT(give_seat(*context, unasked, officer).error().text(), HasSubstr("/invited"));
  auto code = guest;
  code.party = "no-such-code";
  code.name.clear();
  EXPECT_THAT(give_seat(*context, code, officer).error().text(), HasSubstr("/name"))
      << "a code is no name";
  auto known = guest;
  known.party = "suido";
  known.name.clear();
  const auto desk = stored(seat(known));
  EXPECT_EQ(desk.of.called, store::Called::from_table) << "the control: it stands in the table";
  auto nobody = guest;
  nobody.kind = domain::RecipientKind::unknown;
  EXPECT_EQ(give_seat(*context, nobody, officer).error().kind(), Kind::invalid);
}

TEST_F(Sittings, a_pledge_has_a_number) {
  SeatWish wish{
      .sitting = open("shien-kaigi"), .party = "警察署", .secrecy = store::Secrecy::pledge};
  EXPECT_EQ(give_seat(*context, wish, officer).error().kind(), Kind::invalid);
  wish.document = "誓約-1";
  EXPECT_EQ(stored(seat(wish)).of.document, "誓約-1");
}

//
TEST_F(Sittings, an_item_is_about_persons_of_the_cases_household_alone) {
  deliver(kaigo, {person({.key = "x",
                          .number = "9",
                          .kana = "ベツ ハナコ",
                          .birthday = "1970-01-01",
                          .address = "栃木県さくら市喜連川4420番地1"},
                         "atena:kaigo")});
  const auto sitting = open("shien-kaigi");
  AgendaWish wish{.sitting = sitting,
                  .about = about,
                  .function = "SHIEN-KAIGI",
                  .persons = {person_id(kaigo, "x")}};
  EXPECT_EQ(add_agenda_item(*context, wish, officer).error().kind(), Kind::not_found);
  wish.persons = {person_id(kaigo, "m")};
  EXPECT_TRUE(add_agenda_item(*context, wish, officer).has_value());
}

}  // namespace
}  // namespace hub::service
