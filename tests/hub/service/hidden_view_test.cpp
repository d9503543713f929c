// What an operator sees of somebody under 支援措置: what he would see if there were nobody.
#include <gmock/gmock.h>

#include "hub/service/view_cases.hpp"
#include "hub/service/view_explain.hpp"
#include "hub/service/view_households.hpp"
#include "hub/service/view_referrals.hpp"
#include "hub/store/cases.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr const char* hanako_hides_from_ichiro =
    ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1939-01-01,\r\n";

class Hidden : public ServiceFixture {
 protected:
  using Lines = std::vector<std::string>;

  FeedPlan kaigo = plan_of("kaigo");

  /// The other side is served by the coordinator, so whoever hides is not shown to him at all.
  void refer_the_other_side() {
    deliver(kaigo, {person({.key = "n1",
                            .number = "3",
                            .kana = "レイ イチロウ",
                            .birthday = "1939-01-01",
                            .address = "さくら市喜連川9"},
                           "atena:kaigo"),
                    consent("kn", "n1"), referral("rn", "n1")});
  }
  Lines explained(const base::ReferralId& id) {
    return lines_of([&](store::Reader& reader, const ViewSink& sink) {
      return explain_referral(reader, *book, id, {"operator/root", clock.now()}, sink);
    });
  }
  Lines shown(const base::ReferralId& id) {
    return lines_of([&](store::Reader& reader, const ViewSink& sink) {
      return view_referral(reader, id, sink);
    });
  }
  template <class View>
  Lines lines_of(View&& view) {
    Lines lines;
    look([&](store::Reader& reader) {
      EXPECT_TRUE(
          view(reader, [&](std::string_view line) { lines.emplace_back(line); }).has_value());
      return 0;
    });
    for (const auto& line : lines) {
      EXPECT_THAT(line, Not(HasSubstr("hidden")));
      EXPECT_THAT(line, Not(HasSubstr("masked")));
    }
    return lines;
  }
};

TEST_F(Hidden, a_person_whom_the_recipient_may_not_see_is_held_like_any_other) {
  deliver_register(hanako_hides_from_ichiro);
  refer_the_other_side();
  deliver(kaigo, {person({.key = "a1", .number = "1"}, "atena:kaigo"), consent("k1", "a1"),
                  referral("r1", "a1")});
  const auto id = referrals().at(0).id;
  ASSERT_EQ(referrals().at(0).status, "held");
  EXPECT_THAT(shown(id), Contains(HasSubstr(R"("reason":"unknown_fact")")));
  EXPECT_THAT(explained(id), Contains(HasSubstr("判断に必要な事実を確認できないため")));
  EXPECT_EQ(audited("referral.held").back().rule, "hidden_person") << "the log knows";
}

TEST_F(Hidden, one_withheld_at_the_claim_too) {
  refer_the_other_side();
  deliver(kaigo, {person({.key = "a1", .number = "1"}, "atena:kaigo"), consent("k1", "a1"),
                  referral("r1", "a1")});
  ASSERT_EQ(referrals().at(0).status, "sent");
  deliver_register(hanako_hides_from_ichiro);
  claim_all();
  ASSERT_EQ(referrals().at(0).status, "held");
  shown(referrals().at(0).id);
}

TEST_F(Hidden, a_member_of_the_household_is_absent_from_the_explanation) {
  deliver_register(hanako_hides_from_ichiro);
  refer_the_other_side();
  deliver(kaigo, {person({.key = "u1", .number = "2", .kana = "レイ ウメ"}, "atena:kaigo"),
                  consent("ku", "u1"), referral("ru", "u1"),
                  person({.key = "a1", .number = "1"}, "atena:kaigo"), consent("k1", "a1")});
  const auto hanako = link_of(kaigo, "a1")->person;
  ASSERT_EQ(households(hanako), households(link_of(kaigo, "u1")->person));
  const auto id =
      look([&](store::Reader& reader) { return store::read_person(reader, hanako)->id.text(); });
  const auto lines = explained(referrals().at(0).id);
  EXPECT_THAT(lines, Contains(HasSubstr(R"("decision":"allow")")));
  EXPECT_THAT(lines, Not(Contains(HasSubstr(id))));
}

TEST_F(Hidden, a_member_is_absent_from_the_household_and_its_case_but_not_to_an_officer) {
  deliver_register(hanako_hides_from_ichiro);
  deliver(kaigo, {person({.key = "u1", .number = "2", .kana = "レイ ウメ"}, "atena:kaigo"),
                  consent("ku", "u1"), referral("ru", "u1"),
                  person({.key = "a1", .number = "1"}, "atena:kaigo")});
  const auto hanako = link_of(kaigo, "a1")->person;
  const auto home = households(hanako);
  ASSERT_EQ(home, households(link_of(kaigo, "u1")->person));
  const auto person_id =
      look([&](store::Reader& reader) { return store::read_person(reader, hanako)->id.text(); });
  const auto household_id =
      look([&](store::Reader& reader) { return store::read_household(reader, home.at(0))->id; });
  const auto case_id = look([](store::Reader& reader) {
    return store::read_case(reader, store::list_cases(reader, 1).at(0))->id;
  });
  commit([&](store::Transaction& tx) {
    store::put_case_person(tx, store::find_case(tx, case_id)->row, hanako, false);
    return 0;
  });
  for (const bool officer : {false, true}) {
    const Looker looker{clock.now(), officer};
    const auto household = lines_of([&](store::Reader& reader, const ViewSink& sink) {
      return view_household(reader, looker, household_id, sink);
    });
    const auto about = lines_of([&](store::Reader& reader, const ViewSink& sink) {
      return view_case(reader, looker, case_id, sink);
    });
    EXPECT_THAT(household, Contains(HasSubstr(officer ? R"("members":2)" : R"("members":1)")));
    if (officer) {
      EXPECT_THAT(household, Contains(HasSubstr(person_id)));
      EXPECT_THAT(about, Contains(HasSubstr(person_id)));
    } else {
      EXPECT_THAT(household, Not(Contains(HasSubstr(person_id))));
      EXPECT_THAT(about, Not(Contains(HasSubstr(person_id))));
    }
  }
}

TEST_F(Hidden, one_who_lives_alone_has_no_household_that_anybody_could_look_at) {
  deliver_register(hanako_hides_from_ichiro);
  deliver(kaigo, {person({.key = "a1", .number = "1"}, "atena:kaigo")});
  const auto home = households(link_of(kaigo, "a1")->person);
  const auto id =
      look([&](store::Reader& reader) { return store::read_household(reader, home.at(0))->id; });
  const auto seen = [&](const Looker& looker) {
    return look([&](store::Reader& reader) {
      return view_household(reader, looker, id, [](std::string_view) {}).has_value();
    });
  };
  EXPECT_FALSE(seen({clock.now()}));
  EXPECT_TRUE(seen({clock.now(), true}));
  EXPECT_THAT(lines_of([&](store::Reader& reader, const ViewSink& sink) -> base::Result<> {
                view_households(reader, {clock.now()}, 10, sink);
                return {};
              }),
              Not(Contains(HasSubstr(id.text()))));
}

TEST_F(Hidden, one_who_lives_alone_makes_no_list_of_households_shorter) {
  deliver_register(hanako_hides_from_ichiro);
  deliver(kaigo, {person({.key = "n1", .number = "3", .kana = "レイ ジロウ", .address = "喜連川9"},
                         "atena:kaigo")});
  deliver(kaigo, {person({.key = "a1", .number = "1"}, "atena:kaigo")});
  const auto listed = [&](const Looker& looker, std::size_t at_most) {
    return lines_of([&](store::Reader& reader, const ViewSink& sink) -> base::Result<> {
      view_households(reader, looker, at_most, sink);
      return {};
    });
  };
  ASSERT_THAT(listed({clock.now(), true}, 1), testing::SizeIs(1));
  EXPECT_THAT(listed({clock.now()}, 1), listed({clock.now()}, 9));
  EXPECT_THAT(listed({clock.now()}, 1), testing::SizeIs(1));
}

TEST_F(Hidden, a_masked_address_is_no_line_of_the_explanation) {
  deliver_register(hanako_hides_from_ichiro);
  deliver(kaigo, {person({.key = "a1", .number = "1"}, "atena:kaigo"), consent("k1", "a1"),
                  referral("r1", "a1")});
  ASSERT_EQ(referrals().at(0).status, "sent");
  const auto lines = explained(referrals().at(0).id);
  EXPECT_THAT(lines, Contains(HasSubstr(R"("item":"identity")")));
  EXPECT_THAT(lines, Not(Contains(HasSubstr(R"("item":"contact")"))));
}

}  // namespace
}  // namespace hub::service
