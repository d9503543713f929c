// What the five plans say of fields, desks, bodies and resources, held against the five profiles: a
// municipality is data, so what another plan says needs no rebuild.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "hub/profile/configuration.hpp"
#include "hub/profile/route.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Ge;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;

constexpr Day now{std::chrono::year(2026), std::chrono::month(4), std::chrono::day(10)};

Profile profile_of(const std::string& municipality) {
  Problems problems;
  Profile out = read_profile(
      std::filesystem::path(tests::in_source("/config/municipalities")) / municipality, problems);
  EXPECT_TRUE(problems.empty()) << municipality;
  return out;
}

class EachOfTheFive : public testing::TestWithParam<const char*> {
 protected:
  const Profile profile = profile_of(GetParam());
};

INSTANTIATE_TEST_SUITE_P(Plans, EachOfTheFive,
                         testing::Values("sakura", "chigasaki", "kobayashi", "iga", "oda"),
                         [](const auto& test) { return std::string(test.param); });

//
TEST_P(EachOfTheFive, turns_nobody_away_whatever_the_field) {
  for (const auto& field : profile.municipality.fields)
    EXPECT_THAT(route(profile, field.code, "", now).candidates, Not(IsEmpty())) << field.code;
  const auto nobodys = route(profile, "no-such-field", "", now);
  EXPECT_EQ(nobodys.desk, nullptr) << "a person decides";
  EXPECT_THAT(nobodys.candidates, Not(IsEmpty())) << "and is told among whom";
}

//
TEST_P(EachOfTheFive, has_the_four_statutory_fields_and_its_own) {
  std::set<std::string> codes;
  for (const auto& field : profile.municipality.fields)
    codes.insert(field.code);
  EXPECT_THAT(codes, IsSupersetOf({"kaigo", "shogai", "kodomo", "boshi", "konkyu"}));
  EXPECT_THAT(codes, SizeIs(Ge(6U))) << "the list is open";
}

//
TEST_P(EachOfTheFive, describes_its_bodies_by_name_function_convener_and_purpose) {
  std::set<std::string> functions;
  for (const auto& body : profile.forums) {
    EXPECT_FALSE(body.name.empty()) << body.code;
    EXPECT_FALSE(body.purpose.empty()) << body.code;
    EXPECT_FALSE(body.convener.code.empty()) << body.code;
    EXPECT_EQ(body.functions.empty(), !body.personal_data) << body.code;
    EXPECT_FALSE(body.plan.empty()) << body.code << ": where the plan says so";
    for (const auto& function : body.functions)
      functions.insert(function.basis.code);
  }
  EXPECT_THAT(functions, IsSupersetOf({"J-KAIGI", "SHIEN-KAIGI"}));
}

//
TEST_P(EachOfTheFive, has_each_kind_of_resource_that_the_statute_names) {
  std::set<StatuteItem> items;
  bool mutual_help = false;
  for (const auto& desk : profile.desks) {
    items.insert(desk.statute);
    const bool poverty = std::any_of(desk.fields.begin(), desk.fields.end(),
                                     [](const Ref& one) { return one.code == "konkyu"; });
    mutual_help = mutual_help || desk.statute == StatuteItem::i3 ||
                  (poverty && desk.programme.find("共助の基盤づくり") != std::string::npos);
  }
  EXPECT_THAT(items, IsSupersetOf({StatuteItem::i3_i, StatuteItem::i3_ro, StatuteItem::i3_ha,
                                   StatuteItem::i3_ni}));
  EXPECT_TRUE(mutual_help) << "生活困窮者の共助の基盤づくり";
}

//
TEST_P(EachOfTheFive, names_the_type_of_a_base_where_its_plan_does) {
  const auto typed = std::count_if(profile.desks.begin(), profile.desks.end(),
                                   [](const Desk& desk) { return desk.base_type.has_value(); });
  if (std::string(GetParam()) == "kobayashi")
    EXPECT_EQ(static_cast<std::size_t>(typed), profile.desks.size());
  else
    EXPECT_EQ(typed, 0) << "no other plan types its bases";
}

// whoever is outside the city's house is outside of it for the gate too.
TEST_P(EachOfTheFive, tells_the_citys_own_house_from_contractors) {
  std::size_t own = 0;
  std::size_t outside = 0;
  for (const auto& desk : profile.desks) {
    const auto* runs = operator_of(profile, desk);
    ASSERT_NE(runs, nullptr) << desk.code;
    const bool city = runs->kind == OperatorKind::municipality;
    EXPECT_FALSE(desk.mode == Mode::entrusted && city) << desk.code << ": entrusted to itself";
    EXPECT_FALSE(desk.mode == Mode::direct && !city) << desk.code << ": run by another";
    ++(city ? own : outside);
  }
  EXPECT_GT(own, 0U);
  EXPECT_GT(outside, 0U);
}

//
TEST(PlansSay, chigasaki_housing_mental_health_and_child_welfare_are_fields) {
  const auto profile = profile_of("chigasaki");
  for (const auto* field : {"sumai", "seishin", "jido"})
    EXPECT_NE(route(profile, field, "", now).desk, nullptr) << field;
}

//
TEST(PlansSay, oda_medicine_is_a_field_with_nurses) {
  const auto profile = profile_of("oda");
  const auto* desk = route(profile, "iryo", "", now).desk;
  ASSERT_NE(desk, nullptr);
  EXPECT_EQ(agency_of(profile, *desk)->name, "わたしの町の看護師さん");
}

std::set<std::string> programme_by(const Profile& profile, const std::string& programme,
                                   bool by_type) {
  std::set<std::string> out;
  for (const auto& desk : profile.desks) {
    if (desk.programme != programme) continue;
    if (by_type)
      out.insert(desk.types.begin(), desk.types.end());
    else
      out.insert(desk.section ? desk.section->code : "");
  }
  return out;
}

//
TEST(PlansSay, one_field_has_several_providers_and_one_provider_several_fields) {
  EXPECT_THAT(programme_by(profile_of("kobayashi"), "利用者支援事業", true),
              ElementsAre("こども家庭センター型", "妊婦等包括相談支援事業型", "特定型"));
  const auto chigasaki = profile_of("chigasaki");
  EXPECT_THAT(route(chigasaki, "kodomo", "", now).candidates, SizeIs(Ge(3U)));
  const auto sakura = profile_of("sakura");
  const auto* centre = find_desk(sakura, "kodomo-katei-center");
  ASSERT_NE(centre, nullptr);
  EXPECT_THAT(centre->fields, SizeIs(2)) << "mothers and children";
  const auto sources = std::count_if(sakura.sources.begin(), sakura.sources.end(),
                                     [](const Source& one) { return one.field.code == "kaigo"; });
  EXPECT_GT(sources, 1) << "an adapter is no field";
}

//
TEST(PlansSay, oda_serves_who_is_no_resident) {
  const auto profile = profile_of("oda");
  EXPECT_THAT(find_desk(profile, "odakko")->target, HasSubstr("里帰り中の方を含む"));
}

//
TEST(PlansSay, oda_coordinates_for_persons_and_for_agencies_with_no_desk_in_sight) {
  const auto profile = profile_of("oda");
  for (const auto* one : coordinators_on(profile, now)) {
    const auto* desk = find_desk(profile, one->desk.code);
    EXPECT_THAT(desk->target, HasSubstr("支援関係機関")) << desk->code;
    EXPECT_THAT(desk->content, HasSubstr("相談先が不明確な事例の相談受付")) << desk->code;
  }
}

// さくら市's 要綱 is the source of chair, table, secrecy and secretariat.
TEST(PlansSay, sakuras_guideline_is_configuration) {
  const auto profile = profile_of("sakura");
  const auto* body = find_forum(profile, "shien-kaigi");
  ASSERT_NE(body, nullptr);
  EXPECT_EQ(body->chair_title, "福祉課長");
  EXPECT_EQ(body->secretariat->code, "fukushi");
  ASSERT_TRUE(body->secrecy.has_value());
  EXPECT_THAT(body->secrecy->basis, HasSubstr("要綱第5条"));
  EXPECT_EQ(body->secrecy->binds, "会議に出席した者");
  EXPECT_FALSE(body->secrecy->papers_public);
  EXPECT_THAT(body->plan, HasSubstr("設置要綱"));
  EXPECT_EQ(body->tables.front().code, "shien-beppyo");
}

// 「同左」 in one plan, a manual in another: each body says on what its secrecy rests.
TEST(PlansSay, secrecy_of_the_juso_kaigi_rests_on_no_statute_by_itself) {
  EXPECT_THAT(find_forum(profile_of("chigasaki"), "shien-kentou")->secrecy->basis,
              HasSubstr("制定法の根拠は別に確かめる"));
  for (const auto* municipality : {"sakura", "kobayashi"}) {
    const auto profile = profile_of(municipality);
    EXPECT_THAT(find_forum(profile, "juso-kaigi")->secrecy->basis, Not(HasSubstr("106条の6")))
        << municipality;
  }
}

// 小林 founds the two on different paragraphs, さくら cites one: the ground is a row.
TEST(PlansSay, each_function_has_its_own_ground_whatever_a_plan_cites) {
  Problems problems;
  const auto bases = read_legal_bases(std::filesystem::path(tests::in_source("/config")), problems);
  const auto at = base::from_jst_day(now);
  EXPECT_THAT(bases.find("J-KAIGI", at)->articles, HasSubstr("106条の4第2項5号"));
  EXPECT_THAT(bases.find("SHIEN-KAIGI", at)->articles, HasSubstr("106条の6"));
  for (const auto* municipality : {"sakura", "kobayashi"}) {
    const auto profile = profile_of(municipality);
    EXPECT_EQ(find_forum(profile, "juso-kaigi")->functions.at(0).basis.code, "J-KAIGI");
    EXPECT_EQ(find_forum(profile, "shien-kaigi")->functions.at(0).basis.code, "SHIEN-KAIGI");
  }
}

//
TEST(PlansSay, a_regular_sitting_and_one_ad_hoc_differ_in_who_attends) {
  for (const auto* municipality : {"sakura", "kobayashi"}) {
    const auto profile = profile_of(municipality);
    const auto& sittings = find_forum(profile, "juso-kaigi")->sittings;
    ASSERT_THAT(sittings, SizeIs(2)) << municipality;
    EXPECT_EQ(sittings[0].sitting, Sitting::regular);
    EXPECT_EQ(sittings[1].sitting, Sitting::ad_hoc);
    EXPECT_FALSE(sittings[1].frequency.empty());
    EXPECT_NE(sittings[0].attendees, sittings[1].attendees) << municipality;
  }
}

//
TEST(PlansSay, residents_run_desks_and_a_nursery_or_an_association_may) {
  const auto chigasaki = profile_of("chigasaki");
  const auto* wards = find_desk(chigasaki, "chiku-vc-soudan");
  ASSERT_NE(wards, nullptr);
  EXPECT_EQ(wards->mode, Mode::community);
  EXPECT_EQ(wards->bases, 13);
  EXPECT_EQ(operator_of(chigasaki, *wards)->kind, OperatorKind::residents);
  const auto sakura = profile_of("sakura");
  EXPECT_EQ(operator_of(sakura, *find_desk(sakura, "wakuwaku"))->name,
            "アップル保育園（社会福祉法人）");
  EXPECT_EQ(operator_of(sakura, *find_desk(sakura, "machinaka"))->kind, OperatorKind::nonprofit);
}

//
TEST(PlansSay, special_services_of_kobayashi_and_oda_are_desks) {
  const auto kobayashi = profile_of("kobayashi");
  EXPECT_THAT(find_desk(kobayashi, "nishimoro")->programme, HasSubstr("住宅入居等支援事業"));
  EXPECT_THAT(find_desk(kobayashi, "jiritsu-center")->content,
              HasSubstr("アウトリーチ員を1名配置"));
  const auto oda = profile_of("oda");
  EXPECT_THAT(find_desk(oda, "yukimiiru")->content, HasSubstr("カウンセリング"));
  EXPECT_THAT(find_desk(oda, "kodomo-otona")->content, HasSubstr("自宅訪問"));
}

//
TEST(PlansSay, informal_resources_and_points_schemes_stand_beside_the_statutory_ones) {
  const auto sakura = profile_of("sakura");
  EXPECT_EQ(find_desk(sakura, "machinaka")->statute, StatuteItem::none);
  EXPECT_THAT(find_desk(sakura, "korei-kaigo-yobo")->content, HasSubstr("桜ささえあいポイント"));
  EXPECT_FALSE(label(sakura, "resource_points", {}).empty());
  EXPECT_THAT(find_desk(profile_of("kobayashi"), "yobo-shakyo")->content,
              HasSubstr("ポイント付与"));
  EXPECT_EQ(find_desk(profile_of("oda"), "cocoemi")->statute, StatuteItem::none);
}

// who helps gathering places to open, and the meetings of their network.
TEST(PlansSay, coordinators_of_community_work_and_their_network_have_places) {
  const auto iga = profile_of("iga");
  EXPECT_THAT(find_desk(iga, "seikatsu-taisei")->content,
              AllOf(HasSubstr("地域福祉コーディネーター"), HasSubstr("設置及び運営支援")));
  const auto kobayashi = profile_of("kobayashi");
  for (const auto* body : {"tabunya", "chiiki-jigyosho"}) {
    const auto* forum = find_forum(kobayashi, body);
    ASSERT_NE(forum, nullptr) << body;
    EXPECT_FALSE(forum->personal_data);
    EXPECT_EQ(forum->sittings.at(0).every, "P6M");
    EXPECT_EQ(forum->purpose, "世代や属性を超えて利用できる地域資源の開発");
  }
}

// development of resources is a topic of bodies that hear no person.
TEST(PlansSay, bodies_without_persons_hear_of_missing_resources) {
  for (const auto& [municipality, body] :
       {std::pair{"kobayashi", "daihyosha"}, {"sakura", "seikatsu-shien-kyogikai"}}) {
    const auto profile = profile_of(municipality);
    const auto* forum = find_forum(profile, body);
    ASSERT_NE(forum, nullptr) << body;
    EXPECT_FALSE(forum->personal_data);
    EXPECT_THAT(forum->functions, IsEmpty());
    EXPECT_THAT(forum->purpose, testing::AnyOf(HasSubstr("社会資源"), HasSubstr("ニーズ"))) << body;
  }
}

}  // namespace
}  // namespace hub::profile
