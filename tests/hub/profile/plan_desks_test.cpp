// Every desk that a plan names, by name, with its operator's kind of work and its mode: read from
// the plans line by line, so that a name lost from a profile is noticed.
#include <gtest/gtest.h>

#include <algorithm>

#include "hub/profile/profile.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

struct Named {
  const char* agency;
  StatuteItem statute;
  Mode mode;
  const char* operator_name;  ///< empty where the plan names none
};

using Plan = std::vector<Named>;

Profile profile_of(const char* municipality) {
  Problems problems;
  Profile out = read_profile(
      std::filesystem::path(tests::in_source("/config/municipalities")) / municipality, problems);
  EXPECT_TRUE(problems.empty());
  return out;
}

bool is_there(const Profile& profile, const Named& named) {
  return std::any_of(profile.desks.begin(), profile.desks.end(), [&](const Desk& desk) {
    const Agency* agency = agency_of(profile, desk);
    const Operator* run_by = operator_of(profile, desk);
    const bool runs =
        *named.operator_name == '\0' || (run_by != nullptr && run_by->name == named.operator_name);
    return agency != nullptr && agency->name == named.agency && desk.statute == named.statute &&
           desk.mode == named.mode && runs;
  });
}

void expect_all(const char* municipality, const Plan& plan) {
  const Profile profile = profile_of(municipality);
  for (const Named& named : plan)
    EXPECT_TRUE(is_there(profile, named))
        << named.agency << ' ' << word_of(named.statute) << ' ' << word_of(named.mode);
}

using S = StatuteItem;
using M = Mode;

//
TEST(PlanDesks, sakura) {
  const char* city = "さくら市";
  const char* keiyukai = "社会福祉法人 恵友会";
  const char* sakutomo = "さくら市地域共生センターSAKUTOMO";
  expect_all(
      "sakura",
      {{"地域包括支援センターエリム", S::i1_i, M::entrusted, "社会福祉法人 慈愛会"},
       {"地域包括支援センター而今", S::i1_i, M::entrusted, "社会福祉法人 蓬愛会"},
       {"基幹相談支援センター", S::i1_ro, M::direct, city},
       {"子育て世代包括支援センター", S::i1_ha, M::direct, city},
       {"こども家庭センター", S::i1_ha, M::direct, city},
       {"さくら市社会福祉協議会", S::i1_ni, M::entrusted, "社会福祉法人さくら市社会福祉協議会"},
       {sakutomo, S::i1, M::entrusted, keiyukai},
       {"さくら市（高齢課）", S::i3_i, M::direct, city},
       {"さくら市（高齢課）", S::i3_ro, M::direct, city},
       {"地域活動支援センター", S::i3_ha, M::entrusted, keiyukai},
       {"まちなか保健室", S::none, M::own_project, "プラチナナーシング"},
       {"おひさまひろば", S::i3_ni, M::designated_manager, ""},
       {"どんぐりひろば", S::i3_ni, M::designated_manager, ""},
       {"ひまわり", S::i3_ni, M::designated_manager, ""},
       {"サンサンサロン", S::i3_ni, M::direct, city},
       {"サンサンサロン", S::i3_ni, M::own_project, ""},
       {"にこにこサロン", S::i3_ni, M::direct, city},
       {"わくわくサロン", S::i3_ni, M::own_project, ""},
       {"子育て支援YOU", S::i3_ni, M::own_project, ""},
       {sakutomo, S::i2, M::entrusted, keiyukai},
       {sakutomo, S::i4, M::entrusted, keiyukai},
       {sakutomo, S::i5, M::entrusted, keiyukai}});
}

//
TEST(PlanDesks, chigasaki) {
  const char* city = "茅ヶ崎市";
  const char* council = "茅ヶ崎市社会福祉協議会";
  const char* wards = "地区ボランティアセンター";
  const char* general = "福祉政策課福祉総合相談担当";
  expect_all("chigasaki", {{council, S::i1, M::entrusted, council},
                           {wards, S::i1, M::community, ""},
                           {general, S::i1, M::direct, city},
                           {"生活自立相談窓口", S::i1_ni, M::direct, city},
                           {"相談支援事業所", S::i1_ro, M::entrusted, ""},
                           {"基幹型地域包括支援センター", S::i1_i, M::direct, city},
                           {"地域包括支援センター", S::i1_i, M::entrusted, ""},
                           {"子育て支援センター", S::i3_ni, M::entrusted, ""},
                           {"浜見平保育園地域育児センター", S::i3_ni, M::direct, city},
                           {"茅ヶ崎駅北口子育て支援センター", S::i1_ha, M::entrusted, ""},
                           {"保育課窓口", S::i1_ha, M::direct, city},
                           {"子育て世代包括支援センター", S::i1_ha, M::direct, city},
                           {"家庭児童相談室", S::i1, M::direct, city},
                           {"都市政策課住宅政策担当", S::i1, M::direct, city},
                           {"保健予防課保健対策担当", S::i1, M::direct, city},
                           {general, S::i5, M::direct, city},
                           {council, S::i5, M::entrusted, council},
                           {general, S::i4, M::direct, city},
                           {council, S::i4, M::entrusted, council},
                           {council, S::i2, M::entrusted, council},
                           {wards, S::i2, M::community, ""},
                           {general, S::i2, M::direct, city},
                           {council, S::i3, M::entrusted, council},
                           {wards, S::i3, M::community, ""},
                           {"高齢福祉介護課", S::i3_i, M::direct, city},
                           {"高齢福祉介護課", S::i3_ro, M::direct, city},
                           {council, S::i3_ro, M::entrusted, council},
                           {"地域活動支援センター", S::i3_ha, M::entrusted, ""}});
}

//
TEST(PlanDesks, kobayashi) {
  const char* city = "小林市";
  const char* council = "小林市社会福祉協議会";
  Plan plan{{"小林市生活自立相談支援センター", S::i1_ni, M::entrusted, ""},
            {"にしもろ基幹相談支援センター", S::i1_ro, M::entrusted, ""},
            {"こども課", S::i1_ha, M::direct, city},
            {"こども家庭センター", S::i1_ha, M::direct, city},
            {"小林市（福祉課）", S::i5, M::direct, city},
            {council, S::i5, M::entrusted, council},
            {council, S::i4, M::entrusted, council},
            {council, S::i2, M::entrusted, council},
            {council, S::i3, M::entrusted, council},
            {council, S::i3_i, M::entrusted, council},
            {council, S::i3_ro, M::entrusted, council},
            {"地域活動支援センターあゆみの会", S::i3_ha, M::entrusted, ""},
            {"地域活動支援センターとんで～の", S::i3_ha, M::entrusted, ""},
            {"子育て支援センターチポリーノ館", S::i3_ni, M::entrusted, ""},
            {"子育て支援センターおひさま", S::i3_ni, M::entrusted, ""},
            {"野尻のびのび子育て支援センター", S::i3_ni, M::entrusted, ""}};
  for (const char* centre : {"小林市地域包括支援センター", "のじり地域包括支援センター",
                             "小林市西部地域包括支援センター"})
    for (const StatuteItem item : {S::i1_i, S::i3_i, S::i3_ro})
      plan.push_back({centre, item, M::entrusted, ""});
  expect_all("kobayashi", plan);
}

//
TEST(PlanDesks, iga) {
  const char* city = "伊賀市";
  const char* council = "社会福祉法人伊賀市社会福祉協議会";
  const char* office = "地域包括支援センター相談支援室（本庁）";
  expect_all("iga",
             {{office, S::i1_i, M::direct, city},
              {"地域包括支援センター相談支援室（東部サテライト）", S::i1_i, M::direct, city},
              {"地域包括支援センター相談支援室（南部サテライト）", S::i1_i, M::direct, city},
              {"障がい者相談支援センター", S::i1_ro, M::direct, city},
              {"こども未来課", S::i1_ha, M::direct, city},
              {"健康推進課", S::i1_ha, M::direct, city},
              {"こども未来課", S::i1, M::direct, city},
              {"生活支援課", S::i1_ni, M::direct, city},
              {"自立相談支援機関「おあいこ」", S::i1_ni, M::entrusted, council},
              {"地域包括支援センター", S::i5, M::direct, city},
              {office, S::i4, M::direct, city},
              {"生活支援課", S::i4, M::direct, city},
              {council, S::i4, M::entrusted, council},
              {office, S::i2, M::direct, city},
              {"生活支援課", S::i2, M::direct, city},
              {council, S::i2, M::entrusted, council},
              {"いが児童発達支援センターれいあろは", S::i2, M::entrusted, "社会福祉法人名張育成会"},
              {"介護予防リーダー養成（市）", S::i3_i, M::direct, city},
              {"各地区のサロン", S::i3_i, M::community, ""},
              {council, S::i3_ro, M::entrusted, council},
              {"地域活動支援センター「クローバー」", S::i3_ha, M::own_project, ""},
              {"子育て包括支援センター", S::i3_ni, M::direct, city},
              {"子育て支援センター（直営）", S::i3_ni, M::direct, city},
              {"子育て支援センター（民間）", S::i3_ni, M::own_project, ""},
              {council, S::i3, M::entrusted, council}});
}

//
TEST(PlanDesks, oda) {
  const char* city = "大田市";
  const char* council = "大田市社会福祉協議会";
  expect_all("oda",
             {{"大田市地域包括支援センター", S::i1_i, M::direct, city},
              {"障害者地域生活支援センターせいふう", S::i1_ro, M::entrusted, ""},
              {"亀の子サポートセンター", S::i1_ro, M::entrusted, ""},
              {"大田市母子健康包括支援センターおおだっこ", S::i1_ha, M::direct, city},
              {"生活サポートセンターおおだ", S::i1_ni, M::entrusted, council},
              {"わたしの町の看護師さん", S::i1, M::direct, city},
              {council, S::i2, M::entrusted, council},
              {council, S::i4, M::entrusted, council},
              {council, S::i5, M::entrusted, council},
              {"地域福祉課", S::i5, M::direct, city},
              {"各地区運営団体", S::i3_i, M::entrusted, ""},
              {council, S::i3_ro, M::entrusted, council},
              {"地区協議会（第2層）", S::i3_ro, M::entrusted, ""},
              {"社会福祉法人亀の子のほほん", S::i3_ha, M::entrusted, "社会福祉法人亀の子"},
              {"えーる", S::i3_ha, M::entrusted, "社会福祉法人銀の鳩"},
              {"大田子育て支援センター", S::i3_ni, M::entrusted, ""},
              {"仁摩子育て支援センター", S::i3_ni, M::entrusted, ""},
              {"温泉津子育て支援センター", S::i3_ni, M::direct, city},
              {council, S::i3, M::entrusted, council},
              {"ほっとスペース ゆきみーる", S::none, M::entrusted, "NPO法人緑と水の連絡会議"},
              {"子どもと大人の交流の場づくり事業", S::none, M::direct, city},
              {"第3の居場所 COCOEMI", S::none, M::entrusted, "NPO法人ライフサポートセンター"}});
}

TEST(PlanDesks, places_that_a_plan_only_counts_are_counted) {
  const auto bases = [](const char* municipality, const char* desk) {
    const Profile profile = profile_of(municipality);
    const Desk* found = find_desk(profile, desk);
    return found == nullptr ? 0 : found->bases;
  };
  EXPECT_EQ(bases("chigasaki", "houkatsu"), 13);
  EXPECT_EQ(bases("chigasaki", "chiku-vc-soudan"), 13);
  EXPECT_EQ(bases("chigasaki", "soudan-shien"), 4);
  EXPECT_EQ(bases("chigasaki", "kosodate-center"), 4);
  EXPECT_EQ(bases("chigasaki", "katsudo-center"), 8);
  EXPECT_EQ(bases("iga", "salon"), 9);
  EXPECT_EQ(bases("iga", "seikatsu-taisei"), 6);
  EXPECT_EQ(bases("iga", "kosodate-center"), 5);
  EXPECT_EQ(bases("iga", "kosodate-center-minkan"), 2);
  EXPECT_EQ(bases("oda", "seikatsu-1") + bases("oda", "seikatsu-2"), 22);
}

//
TEST(PlanDesks, iga_appoints_eight_promoters_and_thirteen_coordinators) {
  const Profile profile = profile_of("iga");
  int promoters = 0;
  int coordinators = 0;
  for (const Appointment& one : profile.appointments)
    (one.title == "相談支援包括化推進員" ? promoters : coordinators) += one.count;
  EXPECT_EQ(promoters, 8);
  EXPECT_EQ(coordinators, 13);
}

}  // namespace
}  // namespace hub::profile
