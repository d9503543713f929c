// What one seat gets of one agenda item: DOMAIN 9.2 cases 1 and 2, and what no meeting gets.
#include "hub/service/view_disclosures.hpp"
#include "hub/service/view_sittings.hpp"
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The mother is known to 介護 and agreed; the son, 52, is known to 生活困窮 and was never asked;
/// the tax section's list knows of his arrears.
class Papers : public SittingFixture {
 protected:
  void SetUp() override {
    kaigo = plan_of("kaigo");
    konkyu = plan_of("konkyu");
    const std::string hint =
        R"("focusPersonKey":"m","members":[{"relationship":"長男","cohabiting":"yes"}])";
    deliver(kaigo, {person({.key = "m", .number = "1"}, "atena:kaigo"), consent("co", "m"),
                    record("consultation", "c1", about("m", R"("statement":"足腰が弱った")")),
                    record("household_hint", "h", hint), referral("r", "m")});
    deliver(konkyu, {person(son("s"), "atena:konkyu"),
                     record("consultation", "c2",
                            about("s", R"("wish":"働きたい","income":{"arrears":[{"kind":"tax",)"
                                       R"("text":"本人談の滞納","provenance":"self"}]})"))});
    auto same = son("t");
    deliver(plan_of("konkyu_tax"),
            {person(same, "atena:konkyu"),
             record("consultation", "c3", about("t", R"("income":{"debts":"課の滞納台帳"})"))});
    ASSERT_EQ(link_of(konkyu, "s")->person, link_of(plan_of("konkyu_tax"), "t")->person);
    mothers = case_of(kaigo, "m");
  }
  static Somebody son(const std::string& key) {
    return {.key = key,
            .number = "2",
            .name = "例 一郎",
            .kana = "レイ イチロウ",
            .birthday = "1974-01-01",
            .sex = "1"};
  }
  /// 支援会議 of さくら市 about the mother's case.
  store::SittingId shien() {
    const auto sitting = open("shien-kaigi");
    item(sitting, mothers, "SHIEN-KAIGI");
    return sitting;
  }
  std::vector<std::string> told(const store::SeatId& seat) {
    std::vector<std::string> lines;
    EXPECT_TRUE(make_paper(*context, {seat}, officer,
                           [&](store::Reader& reader, const Book& of, const Paper& paper) {
                             view_paper(reader, of, paper, officer, clock.now(),
                                        [&](std::string_view line) { lines.emplace_back(line); });
                           })
                    .has_value());
    return lines;
  }

  FeedPlan kaigo;
  FeedPlan konkyu;
  base::CaseId mothers;
};

/// 9.2 case 1, 重層的支援会議: hers, and of him what is hers to tell.
TEST_F(Papers, of_case_1_the_juso_kaigi_sees_the_mother_and_no_son) {
  work_at("sakutomo", "sakutomo-takikan");
  officer = "officer/sakutomo";
  const auto sitting = open("juso-kaigi");
  item(sitting, mothers, "J-KAIGI");
  const auto said = paper(seat(sitting, "elim"));
  EXPECT_THAT(said, AllOf(HasSubstr("レイ ハナコ"), HasSubstr("足腰が弱った"), HasSubstr("長男")));
  for (const auto* his : {"イチロウ", "働きたい", "滞納"})
    EXPECT_THAT(said, Not(HasSubstr(his)));
}

/// 9.2 case 1, 支援会議: both, without what the tax section holds.
TEST_F(Papers, of_case_1_the_shien_kaigi_sees_both_without_the_tax_sections_figure) {
  const auto said = paper(seat(shien(), "elim"));
  EXPECT_THAT(said, AllOf(HasSubstr("レイ ハナコ"), HasSubstr("レイ イチロウ")));
  EXPECT_THAT(said, Not(HasSubstr("課の滞納台帳")));
}

/// 9.2 case 2: what he told at the counter himself may be shared, flagged as such.
TEST_F(Papers, of_case_2_the_shien_kaigi_hears_the_arrears_that_the_son_told_himself) {
  const auto sitting = shien();
  const auto seated = seat(sitting, "sakutomo");
  EXPECT_THAT(paper(seated), AllOf(HasSubstr(R"("text":"本人談の滞納","provenance":"self")"),
                                   Not(HasSubstr("課の滞納台帳"))));
  EXPECT_THAT(reasons(seated), Contains("tax_without_consent"));
}

TEST_F(Papers, tax_data_want_that_persons_own_consent_and_nobody_elses) {
  const std::string taxes = R"("status":"given","scopeForm":"J3")";
  deliver(kaigo, {consent("mt", "m", taxes)});
  const auto sitting = shien();
  const auto seated = seat(sitting, "fukushi");
  EXPECT_THAT(paper(seated), Not(HasSubstr("課の滞納台帳"))) << "his mother's word is not his";
  deliver(konkyu, {consent("st", "s", taxes)});
  EXPECT_THAT(paper(seated), HasSubstr("課の滞納台帳"));
}

TEST_F(Papers, a_seat_that_was_not_called_or_is_not_bound_gets_nothing) {
  const auto sitting = shien();
  const SeatWish called{.sitting = sitting, .party = "警察署", .secrecy = store::Secrecy::law};
  EXPECT_THAT(paper(seat(called)), HasSubstr("レイ ハナコ"));
  auto unbound = called;
  unbound.secrecy = store::Secrecy::none;
  const auto uncalled = commit([&](store::Transaction& tx) {
    store::NewSeat guest;
    guest.sitting = store::find_sitting(tx, sitting)->row;
    guest.name = "架空新聞";
    guest.kind = domain::RecipientKind::private_;
    guest.called = store::Called::no;
    guest.secrecy = store::Secrecy::law;
    guest.officer = officer;
    return store::add_seat(tx, guest);
  });
  for (const auto& seated : {seat(unbound), uncalled}) {
    EXPECT_THAT(paper(seated), HasSubstr(R"("records":[])"));
    EXPECT_THAT(reasons(seated), Contains("not_seated"));
  }
}

TEST_F(Papers, a_seat_that_was_left_gets_nothing_any_more) {
  const auto seated = seat(shien(), "zeimu");
  EXPECT_THAT(paper(seated), HasSubstr("レイ ハナコ"));
  ASSERT_TRUE(leave_seat(*context, seated, officer).has_value());
  EXPECT_THAT(paper(seated), HasSubstr(R"("records":[])"));
}

TEST_F(Papers, a_seat_for_one_item_hears_no_other) {
  deliver(konkyu, {referral("rs", "s")});
  const auto sitting = open("shien-kaigi");
  const auto first = item(sitting, mothers, "SHIEN-KAIGI");
  deliver(kaigo, {person({.key = "x",
                          .number = "9",
                          .name = "別 花子",
                          .kana = "ベツ ハナコ",
                          .birthday = "1970-01-01",
                          .address = "栃木県さくら市喜連川4420番地1"},
                         "atena:kaigo"),
                  referral("rx", "x")});
  const auto second = item(sitting, case_of(kaigo, "x"), "SHIEN-KAIGI");
  const auto seated =
      seat({.sitting = sitting, .item = first, .party = "警察署", .secrecy = store::Secrecy::law});
  EXPECT_THAT(paper(seated), AllOf(HasSubstr("レイ ハナコ"), Not(HasSubstr("ベツ ハナコ"))));
  EXPECT_THAT(paper(seated, second), HasSubstr(R"("records":[])"));
  EXPECT_THAT(paper(seat(sitting, "zeimu")), HasSubstr("ベツ ハナコ")) << "the whole sitting";
}

TEST_F(Papers, youtai_material_stands_as_a_pointer_the_informant_and_a_note_not_at_all) {
  deliver(
      plan_of("kodomo"),
      {person({.key = "g",
               .number = "3",
               .name = "例 結衣",
               .kana = "レイ ユイ",
               .birthday = "2015-05-05"},
              "atena:kodomo"),
       record("consultation", "c4",
              about("g", R"("abuse":true,"statement":"要対協の話","caller":{"name":"通報 太郎"},)"
                         R"("course":"職員の見立て","labels":[)"
                         R"({"pointer":"/statement","item":"youtai"},)"
                         R"({"pointer":"/course","item":"staff_note"},)"
                         R"({"pointer":"/caller","item":"informant"}])"))});
  const auto sitting = shien();
  const auto said = paper(seat(sitting, "fukushi"));
  EXPECT_THAT(said, HasSubstr("レイ ユイ"));
  EXPECT_THAT(said, Not(HasSubstr("dataAbsentReason"))) << "not even which fields it has";
  for (const auto* never : {"要対協の話", "通報", "職員の見立て"})
    EXPECT_THAT(said, Not(HasSubstr(never)));
  EXPECT_THAT(told(seat(sitting, "zeimu")),
              Contains(HasSubstr(R"("pointers":["こども家庭センター)")));
  EXPECT_THAT(paper(seat(sitting, "elim")), Not(HasSubstr("dataAbsentReason")))
      << "only municipal staff learn that there is a council";
}

TEST_F(Papers, a_hidden_address_is_masked_and_who_is_near_sees_nobody) {
  deliver_register(
      ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,別 太郎,ベツ タロウ,1970-01-01,\r\n");
  const auto sitting = shien();
  EXPECT_THAT(paper(seat(sitting, "nikon")),
              AllOf(HasSubstr("レイ ハナコ"), HasSubstr(R"({"dataAbsentReason":"masked"})")));
  deliver(plan_of("shogai"), {person({.key = "n",
                                      .number = "7",
                                      .name = "別 太郎",
                                      .kana = "ベツ タロウ",
                                      .birthday = "1970-01-01",
                                      .address = "栃木県さくら市喜連川4420番地1"},
                                     "atena:shogai")});
  for (const auto* near : {"kikan-soudan", "fukushi"}) {
    EXPECT_THAT(paper(seat(sitting, near)), Not(HasSubstr("ハナコ"))) << near;
  }
  EXPECT_THAT(paper(seat(sitting, "nikon")), HasSubstr("レイ ハナコ"));
  EXPECT_THAT(paper(seat(sitting, "警察署")), Not(HasSubstr("ハナコ")))
      << "whom the profile does not know may serve anybody";
}

TEST_F(Papers, every_answer_is_logged_before_the_paper_is_there) {
  const auto seated = seat(shien(), "zeimu");
  ASSERT_THAT(audited("sitting.paper"), IsEmpty());
  paper(seated);
  std::set<std::string> rules;
  for (const auto& row : audited("sitting.paper")) {
    EXPECT_EQ(row.actor, officer);
    EXPECT_EQ(row.recipient, "zeimu");
    EXPECT_EQ(row.basis, "SHIEN-KAIGI");
    EXPECT_EQ(row.purpose, "case_conference");
    EXPECT_EQ(row.persons.size(), 1U);
    EXPECT_FALSE(row.fields.empty());
    rules.insert(row.rule);
  }
  EXPECT_THAT(rules, AllOf(Contains("ok"), Contains("tax_without_consent")));
  EXPECT_EQ(audited("sitting.paper_made").size(), 2U) << "who made it read of both";
}

TEST_F(Papers, the_persons_own_page_names_every_seat_that_got_something) {
  const auto sitting = shien();
  paper(seat(sitting, "zeimu"));
  paper(seat({.sitting = sitting,
              .name = "架空クリニック",
              .kind = domain::RecipientKind::private_,
              .invited = true,
              .secrecy = store::Secrecy::pledge,
              .document = "誓約-1"}));
  paper(seat({.sitting = sitting, .party = "区長会"}));
  std::string page;
  look([&](store::Reader& reader) {
    return view_disclosures(reader, *book, person_id(kaigo, "m"), PageReader::person, clock.now(),
                            [&](std::string_view line) { page += std::string(line) + "\n"; })
        .has_value();
  });
  EXPECT_THAT(page, AllOf(HasSubstr(R"("toName":"税務課")"), HasSubstr("架空クリニック"),
                          HasSubstr("社会福祉法106条の6（2025-09-08時点）")));
  EXPECT_THAT(page, Not(HasSubstr("区長会"))) << "who is not bound got nothing";
  EXPECT_THAT(page, HasSubstr(R"("action":"sitting.paper_made")")) << "who made it read it";
}

TEST_F(Papers, the_officer_reads_why_and_a_name_only_of_whom_his_desk_holds) {
  deliver(plan_of("shogai"), {person(son("b"), "atena:konkyu")});
  ASSERT_EQ(link_of(plan_of("shogai"), "b")->person, link_of(konkyu, "s")->person);
  const auto seated = seat(shien(), "elim");
  const std::string of_tax = "税に由来する情報のため、";
  EXPECT_THAT(told(seated), Contains(HasSubstr(of_tax + "例 一郎さん本人の明示の同意")));
  work_at("koreika", "kodomo-katei-center");
  officer = "officer/koreika";
  EXPECT_THAT(told(seated), Contains(HasSubstr(of_tax + "この方本人の明示の同意")));
  EXPECT_THAT(told(seated), Not(Contains(HasSubstr("例 一郎さん"))));
}

}  // namespace
}  // namespace hub::service
