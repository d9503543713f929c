// API keys of partners' own systems, and what such a system may do with what was referred to it.
#include "hub/service/api_keys.hpp"

#include "hub/service/case_party.hpp"
#include "hub/service/partner_system.hpp"
#include "hub/service/say_answer.hpp"
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr auto keeper = "operator/root";

class ApiKeys : public ProcessFixture {
 protected:
  std::vector<store::StoredApiKey> all() {
    return look([](store::Reader& reader) { return store::list_api_keys(reader); });
  }
  std::string refusal(const std::string& partner, const std::string& until = {}) {
    const auto made = add_api_key(*context, partner, until, keeper);
    return made ? "" : made.error().text();
  }
  std::size_t live() {
    const auto stored = all();
    return static_cast<std::size_t>(std::count_if(
        stored.begin(), stored.end(), [&](const auto& key) { return is_live(key, clock.now()); }));
  }
};

TEST_F(ApiKeys, are_told_once_and_kept_as_tokens) {
  const auto made = add_api_key(*context, "sakutomo", "", keeper).value();
  EXPECT_EQ(made.key.size(), api_key_size);
  EXPECT_TRUE(made.key.starts_with(api_key_mark));
  EXPECT_EQ(made.until, "2027-03-31");
  ASSERT_THAT(all(), SizeIs(1));
  EXPECT_EQ(all().front().of.prefix, made.key.substr(0, api_key_prefix));
  EXPECT_EQ(all().front().of.verifier, api_key_verifier(keys, made.key));
  std::vector<std::string> lines;
  look([&](store::Reader& reader) {
    view_api_keys(reader, clock.now(), [&](std::string_view line) { lines.emplace_back(line); });
    return 0;
  });
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines.front(), Not(HasSubstr(made.key.substr(api_key_prefix))));
}

TEST_F(ApiKeys, are_for_partners_with_desks_and_days_to_come) {
  EXPECT_THAT(refusal("nobody"), HasSubstr("partners.yaml has no partner"));
  EXPECT_THAT(refusal("sakutomo", "2026-04-09"), HasSubstr("/until"));
  EXPECT_THAT(refusal("sakutomo", "2030-04-10"), HasSubstr("/until"));
  EXPECT_THAT(refusal("sakutomo", "soon"), HasSubstr("/until"));
  EXPECT_EQ(refusal("sakutomo", "2026-04-10"), "");
  wait(1);
  EXPECT_EQ(live(), 0U) << "its last day is over";
}

TEST_F(ApiKeys, are_two_at_most_and_one_follows_the_other) {
  EXPECT_FALSE(rotate_api_key(*context, "sakutomo", keeper)) << "there is none";
  EXPECT_EQ(refusal("sakutomo"), "");
  const auto second = rotate_api_key(*context, "sakutomo", keeper);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(live(), 2U);
  EXPECT_EQ(all().front().of.until_day, "2026-04-24");
  EXPECT_THAT(refusal("sakutomo"), HasSubstr("two keys"));
  EXPECT_FALSE(rotate_api_key(*context, "sakutomo", keeper));
  EXPECT_EQ(refusal("elim"), "") << "another partner's";
  wait(15);
  EXPECT_EQ(live(), 2U) << "the second, and elim's";
}

TEST_F(ApiKeys, are_revoked_at_once) {
  const auto made = add_api_key(*context, "sakutomo", "", keeper).value();
  const auto prefix = made.key.substr(0, api_key_prefix);
  EXPECT_EQ(revoke_api_key(*context, "tsn_00000000", keeper).error().kind(), Kind::not_found);
  EXPECT_TRUE(revoke_api_key(*context, prefix, keeper).has_value());
  EXPECT_EQ(revoke_api_key(*context, prefix, keeper).error().kind(), Kind::conflict);
  EXPECT_EQ(live(), 0U);
}

class PartnerSystem : public ProcessFixture {
 protected:
  bool works(const std::string& asker) {
    return look([&](store::Reader& reader) {
      const auto row = store::find_case(reader, about)->row;
      return officer_of_case(reader, *book, row, asker, clock.now()).has_value();
    });
  }
  base::Result<> answer(const std::string& word, const std::string& reason = {},
                        const std::string& partner = "sakutomo") {
    return say_answer(*context, {referrals().front().id, word, "", reason, "", ""}, partner);
  }
  std::string status() { return referrals().front().status; }
};

TEST_F(PartnerSystem, works_on_what_was_sent_to_its_desk) {
  EXPECT_TRUE(works("partner/sakutomo"));
  EXPECT_FALSE(works("partner/elim"));
  EXPECT_FALSE(works("partner/"));
  EXPECT_FALSE(works("partner/nobody"));
  const auto id = draft_plan(*context, {about, domain::PlanKind::takikan, {whole_text(), "P3M"}},
                             "partner/sakutomo");
  EXPECT_TRUE(id.has_value()) << id.error().text();
  const auto others = draft_plan(
      *context, {about, domain::PlanKind::takikan, {whole_text(), "P3M"}}, "partner/elim");
  EXPECT_EQ(others.error().kind(), Kind::forbidden);
}

TEST_F(PartnerSystem, does_not_once_the_consent_is_gone) {
  ASSERT_TRUE(answer("accepted").has_value());
  deliver(kaigo, {consent("k", "m", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  EXPECT_FALSE(works("partner/sakutomo"));
}

TEST_F(PartnerSystem, does_not_once_it_sent_the_matter_back) {
  ASSERT_TRUE(answer("returned", "地域包括支援センターで足りる").has_value());
  EXPECT_EQ(status(), "returned");
  EXPECT_FALSE(works("partner/sakutomo"));
}

TEST_F(PartnerSystem, answers_as_a_webhook_would_and_hears_at_once_what_does_not_fit) {
  EXPECT_THAT(answer("maybe").error().text(), HasSubstr("/answer: is accepted"));
  EXPECT_THAT(answer("returned").error().text(), HasSubstr("/data/reason"));
  EXPECT_EQ(answer("accepted", "", "elim").error().kind(), Kind::not_found);
  ASSERT_TRUE(answer("accepted").has_value());
  EXPECT_EQ(status(), "accepted");
  EXPECT_EQ(case_state(), "coordinating");
  ASSERT_TRUE(answer("returned", "やはり返す").has_value());
  EXPECT_EQ(answer("accepted").error().kind(), Kind::conflict) << "it is no more with them";
  const auto waiting = look([](store::Reader& reader) { return store::list_waiting(reader, 10); });
  EXPECT_THAT(waiting, IsEmpty()) << "taken in the same transaction";
}

TEST_F(PartnerSystem, sees_its_own_referrals_and_the_plans_of_the_case) {
  started();
  std::vector<std::string> lines;
  const auto see = [&](const std::string& asker) {
    lines.clear();
    return look([&](store::Reader& reader) {
      return view_followed_case(reader, *book, about, asker, clock.now(),
                                [&](std::string_view line) { lines.emplace_back(line); })
          .has_value();
    });
  };
  deliver(kaigo, {referral_to("r2", "m", "NIKON")});
  ASSERT_TRUE(see("partner/sakutomo"));
  EXPECT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines, Contains(HasSubstr(R"("kind":"plan")")));
  EXPECT_FALSE(see("partner/elim"));
  EXPECT_FALSE(see("operator/root"));
  EXPECT_THAT(lines, IsEmpty());
}

}  // namespace
}  // namespace hub::service
