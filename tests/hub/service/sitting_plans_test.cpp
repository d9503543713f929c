// The meeting rules of the five municipalities' plans, each as the plan has it.
#include "hub/service/explain_first.hpp"
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// A mother and a son of one household; the referral of one of them opened the case.
class Plan : public SittingFixture {
 protected:
  /// `source`: one that keeps the rows of who did not agree, too.
  Plan(const std::string& municipality, const std::string& desk, const std::string& lives_at,
       const std::string& source = "kaigo")
      : SittingFixture(municipality, desk), address(lives_at), kaigo(plan_of(source)) {}

  Somebody mother() { return {.key = "m", .number = "1", .address = address}; }
  Somebody son() {
    return {.key = "s",
            .number = "2",
            .name = "例 一郎",
            .kana = "レイ イチロウ",
            .birthday = "1974-01-01",
            .sex = "1",
            .address = address};
  }
  /// Hers came from 介護 with a wish of her own; so did his.
  void take_in(const std::vector<std::string>& more = {}) {
    std::vector<std::string> rows{
        person(mother(), "atena:kaigo"), person(son(), "atena:kaigo"),
        record("consultation", "c1", about("m", R"("wish":"家で暮らしたい")")),
        record("consultation", "c2", about("s", R"("wish":"部屋から出たくない")"))};
    rows.insert(rows.end(), more.begin(), more.end());
    rows.push_back(referral("r", "m"));
    deliver(kaigo, rows);
  }
  base::Result<store::AgendaId> try_item(const store::SittingId& sitting, const base::CaseId& about,
                                         const std::string& function, bool part = false) {
    return add_agenda_item(*context,
                           {.sitting = sitting,
                            .about = about,
                            .function = function,
                            .declared_part = part,
                            .decided = true},
                           officer);
  }
  std::string ground_of(const store::AgendaId& id) {
    return look(
        [&](store::Reader& reader) { return store::find_agenda_item(reader, id)->of.function; });
  }

  std::string address;
  FeedPlan kaigo;
};

// さくら市支援会議設置要綱: 別表 (3条), 会長 (4条), papers not public (4条4), 守秘 (5条).
class Sakura : public Plan {
 protected:
  Sakura() : Plan("sakura", "kikan-soudan", "栃木県さくら市氏家2771番地") {}
};

TEST_F(Sakura, who_stands_in_the_beppyo_is_called_from_it_and_whom_the_chair_asks_besides) {
  take_in();
  const auto sitting = open("shien-kaigi");
  item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI");
  for (const auto* listed : {"公共職業安定所", "薬局", "フリースクール", "保護観察所",
                             "フードバンク", "市建設課", "区長会"})
    EXPECT_THAT(paper(seat(sitting, listed)), HasSubstr("家で暮らしたい")) << listed;
  SeatWish outsider{.sitting = sitting,
                    .name = "架空のかかりつけ獣医",
                    .kind = domain::RecipientKind::private_,
                    .secrecy = store::Secrecy::law};
  EXPECT_THAT(give_seat(*context, outsider, officer).error().text(), HasSubstr("/invited"));
  outsider.invited = true;
  EXPECT_THAT(paper(seat(outsider)), HasSubstr("家で暮らしたい")) << "要綱4条3";
}

// R-94, R-111
TEST_F(Sakura, the_chair_is_the_fukushi_kacho_and_the_papers_are_not_public) {
  const auto* body = profile::find_forum(book->profile, "shien-kaigi");
  EXPECT_EQ(body->chair_title, "福祉課長");
  EXPECT_FALSE(body->secrecy->papers_public);
  look([&, id = open("shien-kaigi")](store::Reader& reader) {
    EXPECT_EQ(store::find_sitting(reader, id)->of.chair, "fukushi");
    return 0;
  });
}

// R-31, R-111
TEST_F(Sakura, the_tax_section_sits_and_reads_and_its_own_items_stay_out) {
  take_in();
  deliver(plan_of("konkyu_tax"),
          {person(son(), "atena:kaigo"),
           record("consultation", "c3", about("s", R"("income":{"debts":"滞納台帳の額"})"))});
  const auto sitting = open("shien-kaigi");
  item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI");
  const auto seated = seat(sitting, "市税務課");
  EXPECT_THAT(paper(seated),
              AllOf(HasSubstr("部屋から出たくない"), Not(HasSubstr("滞納台帳の額"))));
  EXPECT_THAT(reasons(seated), Contains("tax_without_consent"));
  EXPECT_THAT(paper(seat(sitting, "福祉課")), Not(HasSubstr("滞納台帳の額")));
}

// 茅ヶ崎市: 支援検討会議, classified by consent; consent to the support and to sharing kept apart.
class Chigasaki : public Plan {
 protected:
  Chigasaki() : Plan("chigasaki", "sogo-soudan", "神奈川県茅ヶ崎市茅ヶ崎1丁目1番1号", "konkyu") {}
  static std::string both(const std::string& support, const std::string& sharing) {
    const auto word = [](const std::string& status) {
      return R"({"status":")" + status + R"(","at":"2026-04-09"})";
    };
    return consent("co", "m",
                   R"("status":"given","scopeForm":"J1","toSupport":)" + word(support) +
                       R"(,"toSharing":)" + word(sharing));
  }
};

TEST_F(Chigasaki, a_consented_case_is_the_juso_kaigi_and_another_the_shien_kaigi) {
  take_in({both("given", "given")});
  const auto consented = try_item(open("shien-kentou"), case_of(kaigo, "m"), "");
  EXPECT_EQ(ground_of(made(consented)), "J-KAIGI");
  deliver(kaigo, {both("given", "refused")});
  clock.advance(std::chrono::minutes(1));
  const auto refused = try_item(open("shien-kentou"), case_of(kaigo, "m"), "");
  EXPECT_EQ(ground_of(made(refused)), "SHIEN-KAIGI");
}

// R-25, R-110
TEST_F(Chigasaki, who_agrees_to_sharing_and_not_to_the_support_is_no_case_of_the_juso_kaigi) {
  take_in({both("refused", "given")});
  const auto sitting = open("shien-kentou");
  EXPECT_EQ(try_item(sitting, case_of(kaigo, "m"), "J-KAIGI").error().kind(), Kind::invalid);
  EXPECT_EQ(ground_of(made(try_item(sitting, case_of(kaigo, "m"), ""))), "SHIEN-KAIGI");
}

TEST_F(Chigasaki, a_support_that_is_taken_back_afterwards_empties_the_paper) {
  take_in({both("given", "given")});
  const auto sitting = open("shien-kentou");
  item(sitting, case_of(kaigo, "m"), "J-KAIGI");
  const auto seated = seat(sitting, "shakyo-csw");
  EXPECT_THAT(paper(seated), AllOf(HasSubstr("家で暮らしたい"), Not(HasSubstr("部屋から"))));
  deliver(kaigo, {both("withdrawn", "given")});
  clock.advance(std::chrono::minutes(1));
  EXPECT_THAT(paper(seated), HasSubstr(R"("records":[])"));
}

// R-31, R-110
TEST_F(Chigasaki, what_tax_staff_hold_is_not_shared_without_consent_not_even_in_the_shien_kaigi) {
  take_in({record("consultation", "c3",
                  about("s", R"("income":{"text":"課税の状況"},)"
                             R"("labels":[{"pointer":"/income/text","item":"tax"}])"))});
  const auto sitting = open("shien-kentou");
  item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI");
  const auto seated = seat(sitting, "fukushi-sogo");
  EXPECT_THAT(paper(seated), AllOf(HasSubstr("部屋から出たくない"), Not(HasSubstr("課税の状況"))));
  deliver(kaigo, {consent("ct", "s", R"("status":"given","scopeForm":"J3")")});
  EXPECT_THAT(paper(seated), HasSubstr("課税の状況"));
}

TEST_F(Chigasaki, a_part_of_another_bodys_meeting_is_a_shien_kaigi_where_it_was_declared_one) {
  take_in();
  work_at("jiritsu", "jiritsu");
  officer = "officer/jiritsu";
  const auto sitting = open("konkyu-chosei");
  EXPECT_EQ(try_item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI").error().kind(), Kind::invalid);
  const auto declared = made(try_item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI", true));
  const auto plain = made(try_item(sitting, case_of(kaigo, "m"), "KONKYU-CHOSEI"));
  const auto seated = seat(
      {.sitting = sitting, .party = "shakyo-csw", .invited = true, .secrecy = store::Secrecy::law});
  EXPECT_THAT(paper(seated, declared), HasSubstr("家で暮らしたい"));
  EXPECT_THAT(paper(seated, plain), HasSubstr(R"("records":[])")) << "支援調整会議 wants consent";
}

// 小林市: 「…役割や支援内容について丁寧に説明を行い、本人が納得した上で多機関協働事業につなぐ」.
class Kobayashi : public Plan {
 protected:
  Kobayashi() : Plan("kobayashi", "takikan-shi", "宮崎県小林市細野300番地") {}
  std::string tie_in(const std::string& explained) {
    return record("referral", "t",
                  about("m", R"("consultationKey":"c1","reason":"a","requestedRecipient":{)"
                             R"("system":"agency","code":"takikan-shi"})" +
                                 explained));
  }
  std::string state_after(const std::string& explained) {
    deliver(kaigo, {person(mother(), "atena:kaigo"), consent("co", "m"),
                    record("consultation", "c1", about("m", R"("wish":"家で暮らしたい")")),
                    tie_in(explained)});
    return referrals().at(0).status;
  }
  std::set<std::string> proposals() {
    return look([&](store::Reader& reader) {
      std::set<std::string> codes;
      for (const auto& signal : store::signals_of(reader, store::ReferralRow{1}))
        codes.insert(signal.code);
      return codes;
    });
  }
};

// R-15, R-106
TEST_F(Kobayashi, before_the_tie_in_it_is_explained_and_the_person_is_convinced) {
  EXPECT_EQ(state_after(""), "held") << "with consent, and yet not explained";
  EXPECT_THAT(proposals(), Contains("explain_first"));
  EXPECT_EQ(audited("referral.held").at(0).rule, "not_explained");
}

// R-15, R-106
TEST_F(Kobayashi, what_waits_for_the_explanation_goes_when_an_officer_says_that_it_was_given) {
  ASSERT_EQ(state_after(""), "held");
  const auto id = referrals().at(0).id;
  const auto refused = send_again(*context, id, "", "officer/fukushi");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind(), Kind::conflict);
  EXPECT_THAT(refused.error().text(), HasSubstr("--explained"));
  EXPECT_THAT(audited("referral.explained"), testing::IsEmpty());
  ASSERT_TRUE(note_explanation(*context, id, "officer/fukushi").has_value());
  EXPECT_TRUE(send_again(*context, id, "", "officer/fukushi").has_value());
  ASSERT_THAT(audited("referral.explained"), testing::SizeIs(1));
  EXPECT_EQ(audited("referral.explained")[0].actor, "officer/fukushi");
  EXPECT_THAT(audited("referral.explained")[0].persons, testing::SizeIs(1));
}

TEST_F(Kobayashi, explained_is_not_yet_convinced) {
  EXPECT_EQ(state_after(R"(,"explained":{"done":true,"convinced":false})"), "held");
}

TEST_F(Kobayashi, who_was_convinced_is_tied_in) {
  EXPECT_NE(audited("referral.held").size(), 1U);
  const auto state = state_after(R"(,"explained":{"done":true,"convinced":true})");
  EXPECT_THAT(proposals(), Not(Contains("explain_first"))) << state;
  for (const auto& row : audited("referral.held"))
    EXPECT_EQ(row.rule, "no_receiver") << "nothing else may stand against it";
}

TEST_F(Kobayashi, a_consent_to_the_tie_in_alone_reaches_no_meeting) {
  deliver(kaigo, {person(mother(), "atena:kaigo"),
                  consent("co", "m", R"("status":"given","scopeForm":"J2")"),
                  record("consultation", "c1", about("m", R"("wish":"家で暮らしたい")")),
                  tie_in(R"(,"explained":{"done":true,"convinced":true})")});
  const auto sitting = open("juso-kaigi");
  item(sitting, case_of(kaigo, "m"), "J-KAIGI");
  const auto seated = seat(sitting, "小林市地域包括支援センター");
  EXPECT_THAT(paper(seated), HasSubstr(R"("records":[])")) << "「会議での共有は含みません」";
  deliver(kaigo, {consent("cj", "m")});
  EXPECT_THAT(paper(seated), HasSubstr("家で暮らしたい"));
}

// 伊賀市: the 地域ケア会議 is positioned as the 支援会議; the ground is chosen per item.
class Iga : public Plan {
 protected:
  Iga() : Plan("iga", "soudan-honcho", "三重県伊賀市四十九町3184番地") {}
};

TEST_F(Iga, the_chiiki_care_kaigi_hears_a_household_as_shien_kaigi_and_its_elder_as_itself) {
  take_in();
  const auto sitting = open("chiiki-care");
  const auto heard = case_of(kaigo, "m");
  EXPECT_EQ(try_item(sitting, heard, "").error().kind(), Kind::invalid) << "chosen per item";
  const auto household = made(try_item(sitting, heard, "SHIEN-KAIGI"));
  const auto elder = made(add_agenda_item(*context,
                                          {.sitting = sitting,
                                           .about = heard,
                                           .function = "CARE-KAIGI",
                                           .persons = {person_id(kaigo, "m")}},
                                          officer));
  const auto shakyo = seat(sitting, "社会福祉法人伊賀市社会福祉協議会");
  EXPECT_THAT(paper(shakyo, household),
              AllOf(HasSubstr("家で暮らしたい"), HasSubstr("部屋から出たくない")));
  EXPECT_THAT(paper(shakyo, elder),
              AllOf(HasSubstr("家で暮らしたい"), Not(HasSubstr("部屋から出たくない"))));
}

// R-113
TEST_F(Iga, without_a_pledge_or_a_law_a_seat_hears_neither) {
  take_in();
  const auto sitting = open("chiiki-care");
  item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI");
  const auto seated = seat({.sitting = sitting, .party = "その他の事業実施者"});
  EXPECT_THAT(paper(seated), HasSubstr(R"("records":[])"));
  EXPECT_THAT(reasons(seated), Contains("not_seated"));
}

// 大田市: 個別会議, one body with two functions.
class Oda : public Plan {
 protected:
  Oda() : Plan("oda", "takikan-shi", "島根県大田市大田町大田ロ1111番地") {}
};

TEST_F(Oda, a_consented_and_an_unconsented_item_of_one_sitting_have_different_papers) {
  auto other = son();
  other.key = "n";
  other.number = "9";
  other.name = "別 次郎";
  other.kana = "ベツ ジロウ";
  other.address = "島根県大田市仁摩町仁万562番地3";
  take_in({consent("co", "m"), person(other, "atena:kaigo"),
           record("consultation", "c9", about("n", R"("wish":"だれとも会いたくない")")),
           referral("rn", "n")});
  const auto sitting = open("kobetsu-kaigi");
  const auto agreed = item(sitting, case_of(kaigo, "m"), "J-KAIGI");
  const auto silent = item(sitting, case_of(kaigo, "n"), "SHIEN-KAIGI");
  const auto seated = seat(sitting, "障害者地域生活支援センターせいふう");
  EXPECT_THAT(paper(seated, agreed),
              AllOf(HasSubstr("家で暮らしたい"), Not(HasSubstr("部屋から出たくない"))))
      << "of the household, who agreed";
  EXPECT_THAT(paper(seated, silent), HasSubstr("だれとも会いたくない"));
  const auto only_agreed = seat({.sitting = sitting,
                                 .item = agreed,
                                 .party = "亀の子サポートセンター",
                                 .secrecy = store::Secrecy::law});
  EXPECT_THAT(paper(only_agreed), AllOf(HasSubstr("家で暮らしたい"), Not(HasSubstr("だれとも"))));
  EXPECT_THAT(paper(only_agreed, silent), HasSubstr(R"("records":[])"));
}

TEST_F(Oda, the_unconsented_case_can_not_be_heard_as_juso_kaigi_by_another_name) {
  take_in();
  const auto sitting = open("kobetsu-kaigi");
  const auto seated = seat(sitting, "大田市社会福祉協議会");
  const auto heard = item(sitting, case_of(kaigo, "m"), "J-KAIGI");
  EXPECT_THAT(paper(seated, heard), HasSubstr(R"("records":[])"));
  EXPECT_THAT(reasons(seated), Contains("no_consent"));
}

}  // namespace
}  // namespace hub::service
