// 参加支援 from candidates to its end: reasons, an offer that only a consent which names the place
// opens, follow-up of both sides, and what is missing.
#include "hub/service/case_course.hpp"
#include "hub/store/plans.hpp"
#include "tests/hub/service/matching/matching_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::MatchStatus;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class MatchPerson : public MatchingFixture {
 protected:
  static constexpr const char* workshop = "架空製作所";
};

TEST_F(MatchPerson, is_proposed_with_points_and_what_is_to_be_asked_and_logged_R70) {
  const auto found = propose(needs);
  const auto line = candidate(found, workshop);
  ASSERT_FALSE(line.empty());
  EXPECT_EQ(member(line, "need"), "40/40");
  EXPECT_EQ(member(line, "wish"), "20/20");
  EXPECT_EQ(member(line, "places"), "6/10") << "one place is free";
  EXPECT_THAT(line, HasSubstr(R"("ask":["shared_days"])"));
  EXPECT_TRUE(candidate(found, "おひさまひろば").empty()) << "for children up to 6";
  for (std::size_t at = 1; at < found.size(); ++at)
    EXPECT_GE(number(found[at - 1], "score"), number(found[at], "score"));
  const auto rows = audited("match.proposed");
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].actor, officer);
  EXPECT_EQ(rows[0].persons, std::vector{who});
  EXPECT_THAT(rows[0].objects, SizeIs(1 + found.size()));
}

TEST_F(MatchPerson, is_for_officers_alone) {
  const auto nobody = [](std::string_view) { ADD_FAILURE() << "told"; };
  EXPECT_EQ(propose_resources(*context, shelf, {who, needs, 20}, "operator/hanako", nobody)
                .error()
                .kind(),
            Kind::forbidden);
  const auto match = offered(workshop);
  const auto seen = look([&](store::Reader& reader) {
    return view_match(reader, *context->book(), match, {.asker = "operator/hanako"}, nobody)
        .has_value();
  });
  EXPECT_FALSE(seen);
}

TEST_F(MatchPerson, is_for_who_works_with_the_person_alone) {
  const auto nobody = [](std::string_view) { ADD_FAILURE() << "told"; };
  const auto match = offered(workshop);
  place("hanako", "nikon-houkatsu");
  std::vector<Kind> answers{
      propose_resources(*context, shelf, {who, needs, 20}, stranger, nobody).error().kind(),
      step_match(*context, match, domain::MatchStatus::visited, "", stranger).error().kind(),
      note_feedback(*context, match, "person", "架空の感想", stranger).error().kind(),
      offer_resource(*context,
                     {who, id_of(workshop), needs, domain::Labels(domain::Item::identity), true},
                     stranger)
          .error()
          .kind()};
  look([&](store::Reader& reader) {
    const MatchLook theirs{.asker = stranger, .at_most = 9, .at = clock.now()};
    answers.push_back(view_match(reader, *context->book(), match, theirs, nobody).error().kind());
    EXPECT_TRUE(view_matches(reader, *context->book(), theirs, nobody).has_value());
    return 0;
  });
  EXPECT_THAT(answers, testing::Each(Kind::not_found));
}

TEST_F(MatchPerson, follows_what_staff_wrote_of_conditions_and_places_R75) {
  ASSERT_TRUE(
      edit(workshop, {.conditions = R"({"field":"certificate","in":["mental","statement"]})"})
          .has_value());
  EXPECT_THAT(candidate(propose(needs), workshop), HasSubstr("certificate"));
  needs.certificates = {"none"};
  EXPECT_TRUE(candidate(propose(needs), workshop).empty());
  needs.certificates = {"statement"};
  EXPECT_FALSE(candidate(propose(needs), workshop).empty());
  ASSERT_TRUE(edit(workshop, {.places = "none"}).has_value());
  EXPECT_TRUE(candidate(propose(needs), workshop).empty());
}

TEST_F(MatchPerson, refuses_words_that_nobody_knows) {
  needs.days = {"Funday"};
  EXPECT_EQ(propose_resources(*context, shelf, {who, needs, 20}, officer, [](std::string_view) {})
                .error()
                .kind(),
            Kind::invalid);
}

TEST_F(MatchPerson, refuses_numbers_that_no_int_holds) {
  for (auto Needs::*number : {&Needs::age, &Needs::visits}) {
    auto wanted = needs;
    wanted.*number = "99999999999";
    EXPECT_EQ(
        propose_resources(*context, shelf, {who, wanted, 20}, officer, [](std::string_view) {})
            .error()
            .kind(),
        Kind::invalid);
  }
}

TEST_F(MatchPerson, is_offered_only_under_a_consent_that_names_the_place) {
  const auto place = id_of(workshop);
  EXPECT_EQ(offer(place).error().kind(), Kind::forbidden);
  EXPECT_THAT(audited("match.offered"),
              Each(testing::Field(&audit::Entry::decision, audit::Decision::deny)));
  agree(id_of("まちなか保健室"));
  EXPECT_EQ(offer(place).error().kind(), Kind::forbidden) << "another place";
  agree(place);
  EXPECT_EQ(offer(place, false).error().kind(), Kind::conflict) << "要確認 was not asked";
  EXPECT_TRUE(offer(place).has_value());
  EXPECT_EQ(audited("match.offered").back().decision, audit::Decision::allow);
  EXPECT_EQ(audited("match.offered").back().recipient, resource_code(place));
  EXPECT_EQ(offer(place).error().kind(), Kind::conflict) << "offered there already";
}

TEST_F(MatchPerson, is_offered_nowhere_against_a_hard_condition_whatever_is_consented) {
  const auto children = id_of("おひさまひろば");
  agree(children);
  EXPECT_EQ(offer(children).error().kind(), Kind::conflict);
}

// R-74: 自分ラボ・プログラム is for who has a decided plan, and of that the hub's own word counts.
TEST_F(MatchPerson, enters_a_programme_with_a_decided_plan_alone_whatever_is_said) {
  ASSERT_TRUE(edit(workshop, {.conditions = R"({"field":"plan","eq":"decided"})"}).has_value());
  const auto place = id_of(workshop);
  agree(place);
  EXPECT_TRUE(candidate(propose(needs), workshop).empty());
  EXPECT_THAT(offer(place).error().text(), HasSubstr("does not fit: plan"));
  needs.plan = "yes";
  EXPECT_THAT(offer(place).error().text(), HasSubstr("knows no decided plan"));
  needs.plan.clear();
  const auto plan = commit([&](store::Transaction& tx) {
    const auto person = store::find_person(tx, who)->row;
    return store::add_plan(tx, {case_for(tx, person, officer), domain::PlanKind::sanka},
                           {.from = {}, .actor = officer, .body = {}});
  });
  EXPECT_FALSE(offer(place).has_value()) << "a draft is none";
  commit([&](store::Transaction& tx) {
    const auto stored = *store::find_plan(tx, plan);
    return store::step_plan(tx, stored.row, stored.revision,
                            {.event = domain::PlanEvent::decide,
                             .from = domain::PlanState::draft,
                             .to = domain::PlanState::decided,
                             .actor = officer,
                             .body = {}});
  });
  EXPECT_FALSE(candidate(propose(needs), workshop).empty());
  EXPECT_TRUE(offer(place).has_value());
}

TEST_F(MatchPerson, goes_no_further_where_the_consent_was_taken_back) {
  const auto match = offered(workshop);
  EXPECT_TRUE(step(match, MatchStatus::visited).has_value());
  ConsentWord word;
  word.person = who;
  word.act = domain::ConsentAct::withdrawn;
  word.objects = {domain::ConsentObject::sharing};
  ASSERT_TRUE(say_consent(*context, word, officer).has_value());
  EXPECT_EQ(step(match, MatchStatus::trial).error().kind(), Kind::forbidden);
  EXPECT_TRUE(step(match, MatchStatus::declined).has_value()) << "whoever leaves tells nothing";
}

TEST_F(MatchPerson, goes_step_by_step) {
  const auto match = offered(workshop);
  EXPECT_EQ(step(match, MatchStatus::ended).error().kind(), Kind::conflict);
  EXPECT_TRUE(step(match, MatchStatus::trial).has_value());
  EXPECT_EQ(step(match, MatchStatus::visited).error().kind(), Kind::conflict);
  EXPECT_TRUE(step(match, MatchStatus::joined).has_value());
  EXPECT_EQ(step(match, MatchStatus::declined).error().kind(), Kind::conflict);
  EXPECT_TRUE(step(match, MatchStatus::ended).has_value());
  EXPECT_EQ(step(match, MatchStatus::joined).error().kind(), Kind::conflict);
  EXPECT_EQ(member(show(match).at(0), "state"), "match_ended");
}

/// 2026-04-10 is a Friday: ten open days after it is the 24th.
// R-71, R-73
TEST_F(MatchPerson, is_followed_up_on_both_sides_after_open_days_R71_R73) {
  const auto match = offered(workshop);
  EXPECT_EQ(due(), 0U);
  EXPECT_EQ(member(show(match).at(0), "personDue"), "2026-04-24");
  clock.advance(std::chrono::hours(24 * 14));
  deliver_register("");  // the gate tells nothing by an old one
  EXPECT_EQ(due(), 1U);
  const auto say = [&](const std::string& side) {
    return note_feedback(*context, match, side, "落ち着いている", officer);
  };
  ASSERT_TRUE(say("person").has_value());
  EXPECT_EQ(due(), 1U) << "the place is still to be asked";
  ASSERT_TRUE(say("receiver").has_value());
  EXPECT_EQ(due(), 0U);
  EXPECT_EQ(say("neighbour").error().kind(), Kind::invalid);
  const auto shown = show(match);
  EXPECT_THAT(shown,
              Contains(AllOf(HasSubstr(R"("side":"receiver")"), HasSubstr("落ち着いている"))));
  EXPECT_EQ(member(shown.at(0), "personDue"), "2026-05-14") << "昭和の日, 憲法記念日 … are closed";
}

TEST_F(MatchPerson, keeps_its_offer_as_the_rules_were) {
  const auto match = offered(workshop);
  const auto before = show(match);
  auto changed = std::make_shared<Book>(*context->book());
  auto rules = std::make_shared<domain::MatchingRules>(*changed->profile.matching);
  rules->weights = {100, 0, 0, 0, 0};
  rules->conditions.clear();
  rules->text += "# changed\n";
  changed->profile.matching = rules;
  context->exchange(changed);
  const auto after = show(match);
  ASSERT_EQ(after.size(), before.size());
  EXPECT_EQ(number(after.at(1), "score"), number(before.at(1), "score"));
  EXPECT_THAT(before.at(1), HasSubstr(R"("rulesChanged":false)"));
  EXPECT_THAT(after.at(1), HasSubstr(R"("rulesChanged":true)"));
  for (std::size_t at = 2; at < after.size(); ++at)
    EXPECT_EQ(after[at], before[at]);
}

// R-50, R-81
TEST_F(MatchPerson, counts_as_a_shortage_where_no_resource_meets_the_need_R81) {
  Needs wanted;
  wanted.kinds = {"移動支援"};
  wanted.town = "氏家";
  EXPECT_THAT(propose(wanted), IsEmpty());
  EXPECT_THAT(propose(wanted), IsEmpty());
  const auto missing = look([](store::Reader& reader) { return store::list_shortages(reader); });
  ASSERT_THAT(missing, SizeIs(1));
  EXPECT_EQ(missing[0].kind, "移動支援");
  EXPECT_FALSE(missing[0].area.empty());
  EXPECT_EQ(missing[0].persons, 1) << "one person's need counts once";
  EXPECT_THAT(audited("shortage.noted"), SizeIs(1));
}

// R-72, R-98
TEST_F(MatchPerson, is_no_shortage_any_more_when_the_person_joined) {
  ASSERT_TRUE(edit(workshop, {.places = "none"}).has_value());
  needs.kinds = {"就労体験"};
  EXPECT_THAT(propose(needs), IsEmpty());
  ASSERT_TRUE(edit(workshop, {.places = "few"}).has_value());
  const auto match = offered(workshop);
  const auto missing = [this] {
    return look([](store::Reader& reader) { return store::list_shortages(reader).size(); });
  };
  EXPECT_EQ(missing(), 1U);
  EXPECT_TRUE(step(match, MatchStatus::joined).has_value());
  EXPECT_EQ(missing(), 0U);
}

TEST_F(MatchPerson, finds_resources_in_the_areas_of_its_day) {
  auto moved = std::make_shared<Book>(*context->book());
  for (auto& area : moved->profile.areas)
    area.period.from = std::chrono::year(2026) / std::chrono::April / 11;
  context->exchange(moved);
  const auto in_an_area = [this] {
    const auto offers =
        look([this](store::Reader& reader) { return shelf.offers(reader, *context); });
    return std::count_if(offers->begin(), offers->end(),
                         [](const matching::Offer& offer) { return !offer.area.empty(); });
  };
  clock.advance(std::chrono::seconds(5));  // what changed just now is not kept
  EXPECT_EQ(in_an_area(), 0);
  EXPECT_EQ(in_an_area(), 0);
  clock.advance(std::chrono::hours(24));
  EXPECT_GT(in_an_area(), 0);
}

TEST_F(MatchPerson, is_no_shortage_of_a_concern_any_more_when_the_person_joined_what_serves_it) {
  needs = {};
  needs.concerns = {"MOBILITY"};
  EXPECT_THAT(propose(needs), IsEmpty());
  const auto missing = [this] {
    return look([](store::Reader& reader) { return store::list_shortages(reader); });
  };
  ASSERT_THAT(missing(), SizeIs(1));
  EXPECT_EQ(missing()[0].kind, "MOBILITY");
  const auto made = register_resource(
      *context,
      R"({"kind":"resource","schemaVersion":"1","recordKey":"own","publicRange":"staff",)"
      R"("name":"架空の送迎","resourceKind":{"text":"移動支援"}})",
      officer);
  ASSERT_TRUE(made.has_value()) << made.error().text();
  EXPECT_TRUE(step(offered("架空の送迎"), MatchStatus::joined).has_value());
  EXPECT_THAT(missing(), IsEmpty());
}

/// The rows that the ministry publishes for five municipalities (介護サービス情報公表).
TEST_F(MatchPerson, is_matched_among_the_published_rows) {
  auto chiiki = plan_of("chiiki");
  deliver(chiiki, golden("kaigo_kohyo_seed5"));
  EXPECT_THAT(resources(officer), SizeIs(196 + 6));
  Needs wanted;
  wanted.kinds = {"訪問入浴介護"};
  const auto found = propose(wanted);
  for (const auto& line : found)
    EXPECT_EQ(member(line, "need"), "40/40");
  EXPECT_THAT(found, Each(Not(HasSubstr("茅ヶ崎")))) << "another municipality's";
}

}  // namespace
}  // namespace hub::service
