#include "hub/service/same_person.hpp"

#include <gmock/gmock.h>

#include "hub/service/resend.hpp"
#include "tests/hub/service/same_person_fixture.hpp"

namespace hub::service {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST_F(SamePerson, names_each_pair_that_may_be_one_and_none_that_a_system_tells_apart) {
  deliver(shogai, {person({.key = "b1", .birthday = year}, "")});
  const auto lines = shown(signal().id);
  ASSERT_THAT(lines, SizeIs(3)) << "the signal, and b1 beside each of the two";
  EXPECT_THAT(lines[0], HasSubstr(R"("code":"same_person")"));
  for (const auto* a : {"a1", "a2"})
    EXPECT_THAT(lines, Contains(HasSubstr(id_of(kaigo, a).text())));
  EXPECT_THAT(lines[1], HasSubstr(id_of(shogai, "b1").text()));
  EXPECT_THAT(lines[2], HasSubstr(id_of(shogai, "b1").text()));
  EXPECT_THAT(lines[1], HasSubstr(R"("rule":"likeness")"));
}

TEST_F(SamePerson, an_officer_joins_two_by_a_link_that_can_be_undone) {
  deliver(shogai, {person({.key = "b1", .birthday = year}, "")});
  ASSERT_TRUE(confirm_same(*context, about("b1", "a2"), officer).has_value());
  EXPECT_TRUE(joined("b1", "a2"));
  const auto link = *link_of(shogai, "b1");
  EXPECT_EQ(link.strength, store::Strength::officer);
  EXPECT_EQ(link.made_by, officer);
  const auto history =
      look([&](store::Reader& reader) { return store::link_history(reader, link.record); });
  EXPECT_EQ(history.size(), 2U);
  EXPECT_THAT(audited("person.joined"), SizeIs(2)) << "a row for each of the two";
}

TEST_F(SamePerson, what_an_officer_joined_outlives_the_next_delivery) {
  deliver(shogai, {person({.key = "b1", .birthday = year}, "")});
  ASSERT_TRUE(confirm_same(*context, about("b1", "a2"), officer).has_value());
  deliver(shogai, {person({.key = "b1", .kana = "ベツ ナマエ"}, "")});
  EXPECT_TRUE(joined("b1", "a2"));
}

TEST_F(SamePerson, two_that_an_officer_parted_are_asked_about_no_more) {
  deliver(shogai, {person({.key = "b1", .birthday = year}, "")});
  const auto asked = signal().id;
  ASSERT_TRUE(reject_same(*context, about("b1", "a1"), officer).has_value());
  EXPECT_THAT(shown(asked), SizeIs(2)) << "a2 is left";
  ASSERT_TRUE(reject_same(*context, about("b1", "a2"), officer).has_value());
  EXPECT_EQ(signal().code, "") << "nothing is open";
  deliver(shogai, {person({.key = "b1", .name = "例 華子", .birthday = year}, "")});
  EXPECT_FALSE(joined("b1", "a1") || joined("b1", "a2"));
  EXPECT_EQ(signal().code, "");
  EXPECT_THAT(audited("person.kept_apart"), SizeIs(4));
}

TEST_F(SamePerson, the_one_on_whom_something_rests_stays) {
  deliver(shogai, {person({.key = "b1", .birthday = year}, ""), referral("r1", "b1")});
  const auto before = link_of(shogai, "b1")->person;
  ASSERT_TRUE(confirm_same(*context, about("b1", "a1"), officer).has_value());
  EXPECT_EQ(link_of(shogai, "b1")->person, before);
  EXPECT_TRUE(joined("b1", "a1"));
}

TEST_F(SamePerson, two_on_whom_something_rests_stay_two) {
  deliver(kaigo, {referral("ra", "a1")});
  deliver(shogai, {person({.key = "b1", .birthday = year}, ""), referral("rb", "b1")});
  const auto done = confirm_same(*context, about("b1", "a1"), officer);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind(), base::Kind::conflict);
  EXPECT_FALSE(joined("b1", "a1"));
}

TEST_F(SamePerson, only_an_officer_decides_and_only_about_whom_the_signal_names) {
  deliver(shogai, {person({.key = "b1", .birthday = year}, ""),
                   person({.key = "b2", .kana = "レイ ジロウ", .birthday = "1988-08-08"}, "")});
  for (const auto* asker : {"operator/root", "officer/nobody"}) {
    EXPECT_EQ(confirm_same(*context, about("b1", "a1"), asker).error().kind(),
              base::Kind::forbidden);
    EXPECT_EQ(reject_same(*context, about("b1", "a1"), asker).error().kind(),
              base::Kind::forbidden);
  }
  EXPECT_EQ(confirm_same(*context, about("b2", "a1"), officer).error().kind(), base::Kind::invalid);
  EXPECT_FALSE(joined("b1", "a1"));
  EXPECT_THAT(audited("person.joined"), IsEmpty());
}

/// A referral whose recipient has no system of its own.
class ByHand : public ServiceFixture {
 protected:
  store::SignalId refer() {
    deliver(kaigo, {person({.key = "a1", .number = "1", .address = "さくら市氏家1"}, "atena:kaigo"),
                    consent("k1", "a1"), referral_to("r1", "a1", "kikan-soudan")});
    return look([](store::Reader& reader) { return store::list_open_signals(reader, 1).at(0).id; });
  }
  std::size_t open() {
    return look([](store::Reader& reader) { return store::list_open_signals(reader, 9).size(); });
  }

  FeedPlan kaigo = plan_of("kaigo");
};

TEST_F(ByHand, what_was_told_in_person_counts_as_received) {
  const auto signal = refer();
  ASSERT_TRUE(handed_over(*context, signal, "operator/root").has_value());
  EXPECT_EQ(referrals().at(0).status, "received");
  EXPECT_EQ(open(), 0U);
  const auto logged = audited("referral.handed_over");
  ASSERT_THAT(logged, SizeIs(1));
  EXPECT_EQ(logged[0].recipient, "kikan-soudan");
  EXPECT_EQ(logged[0].decision, audit::Decision::allow);
  EXPECT_EQ(handed_over(*context, signal, "operator/root").error().kind(), base::Kind::not_found);
}

TEST_F(ByHand, the_gate_is_asked_again) {
  const auto signal = refer();
  deliver(kaigo, {record("consent", "k1",
                         R"("personKey":"a1","status":"withdrawn","scopeForm":"J1",)"
                         R"("givenAt":"2026-04-09","withdrawnAt":"2026-04-10")")});
  EXPECT_EQ(handed_over(*context, signal, "operator/root").error().kind(), base::Kind::conflict);
  EXPECT_EQ(referrals().at(0).status, "held");
  EXPECT_THAT(audited("referral.handed_over"), IsEmpty());
}

}  // namespace
}  // namespace hub::service
