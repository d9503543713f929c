#include "hub/service/linkage_facts.hpp"

#include "hub/service/blocks.hpp"
#include "hub/service/match_token.hpp"
#include "hub/store/record_facts.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

/// What linkage is told, as text.
struct Told {
  std::vector<std::string> names{};
  std::string rest{};
};

Told told(const std::string& members) {
  codec::RecordReader reader;
  const auto decoded = reader.read(record("person", "k", members));
  EXPECT_TRUE(decoded.ok()) << decoded.error_text();
  const crypto::Opened facts(make_facts({shared_tables(), "09214", 20'000}, *decoded.record));
  NumberSystems systems;
  const TakenFacts taken(facts, 7, false, systems);
  Told out;
  for (const auto& name : taken.get().names)
    out.names.push_back(std::string(name.spelling.family) + "/" + std::string(name.spelling.given) +
                        " " + std::string(name.reading.family) + "/" +
                        std::string(name.reading.given));
  const auto& birth = taken.get().birth;
  out.rest = std::to_string(birth.year) + "-" + std::to_string(birth.month) + "-" +
             std::to_string(birth.day) + " " + std::to_string(taken.get().sex) + " " +
             std::string(taken.get().address.town) + " " + std::string(taken.get().address.number);
  for (const auto phone : taken.get().phones)
    out.rest += " " + std::string(phone);
  for (const auto& number : taken.get().numbers)
    out.rest += " " + std::to_string(number.system) + ":" + std::string(number.value) +
                (number.one_each ? "!" : "");
  return out;
}

std::string named(const std::string& name, const std::string& more = {}) {
  return R"("names":[{"fullName":")" + name + R"(","original":")" + name + "\"" + more + "}]";
}

TEST(LinkageFacts, a_name_is_parted_by_its_fields_or_by_a_space) {
  EXPECT_EQ(told(named("例　花子", R"(,"fullNameKana":"れい はなこ")")).names,
            std::vector<std::string>{"例/花子 レイ/ハナコ"});
  EXPECT_EQ(told(named("例花子", R"(,"familyName":"例","givenName":"花子")")).names,
            std::vector<std::string>{"例/花子 /"});
  EXPECT_EQ(told(named("例花子")).names, std::vector<std::string>{"/例花子 /"});
}

TEST(LinkageFacts, each_name_of_a_text_is_one) {
  EXPECT_EQ(told(named("金 英姫（通称名：例 英子）")).names.size(), 2U);
  EXPECT_EQ(told(R"("names":[{"fullName":"例 花子","original":"a"},)"
                 R"({"use":"former","fullName":"仮 花子","original":"b"}])")
                .names,
            (std::vector<std::string>{"例/花子 /", "仮/花子 /"}));
}

TEST(LinkageFacts, a_stand_in_day_and_what_is_not_known_are_left_out) {
  EXPECT_EQ(told(R"("dateOfBirth":{"date":"1940-02-15","artificial":true},"sex":"2")").rest,
            "1940-2-0 2    ");
  EXPECT_EQ(told(R"("dateOfBirth":{"date":"1940-01-01","precision":"year"},"sex":"9")").rest,
            "1940-0-0 9    ");
}

TEST(LinkageFacts, the_address_where_the_person_is_counts_and_phones_and_numbers) {
  EXPECT_EQ(
      told(
          R"("addresses":[{"use":"registered","fullAddress":"栃木県さくら市喜連川100番地"},)"
          R"({"use":"actual","fullAddress":"栃木県さくら市氏家2771番地1"}],)"
          R"("contacts":[{"kind":"fax","value":"028-681-0000"},)"
          R"({"kind":"phone","value":"028-681-1111"}],)"
          R"("identifiers":[{"system":"insured","value":"01"},{"system":"atena:kaigo","value":"2"}])")
          .rest,
      "0-0-0 0 09214|氏家 2771-1 0286811111  0:01! 1:2");
}

class StoredFacts : public ServiceFixture {
 protected:
  std::vector<crypto::Token> blocks_of(const FeedPlan& plan) {
    return look([&](store::Reader& reader) {
      const auto row = link_of(plan, "a1")->record;
      EXPECT_TRUE(store::facts_of(reader, row));
      return of_kind(MatchKind::block, store::tokens_of(reader, row));
    });
  }
};

TEST_F(StoredFacts, stand_also_where_only_keys_are_kept) {
  auto plan = plan_of("kaigo");
  plan.scope = profile::Scope::keys_only;
  deliver(plan, {person({.key = "a1"}, "")});
  EXPECT_FALSE(stored(plan, domain::RecordKind::person, "a1")->body);
  EXPECT_FALSE(blocks_of(plan).empty());
}

TEST_F(StoredFacts, somebody_hidden_is_in_no_block_and_is_again_afterwards) {
  const auto plan = plan_of("kaigo");
  deliver(plan, {person({.key = "a1"}, "")});
  const auto before = blocks_of(plan);
  ASSERT_FALSE(before.empty());
  deliver_register(
      ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1940-02-10,\r\n");
  EXPECT_TRUE(blocks_of(plan).empty());
  deliver_register("");
  EXPECT_EQ(blocks_of(plan), before);
}

TEST_F(StoredFacts, go_with_the_record) {
  const auto plan = plan_of("kaigo");
  deliver(plan, {person({.key = "a1"}, "")});
  deliver(plan, {record("removal", "x", R"("targetKind":"person","targetKey":"a1")")});
  look([](store::Reader& reader) {
    EXPECT_TRUE(store::rows_with_facts(reader).empty());
    return 0;
  });
}

}  // namespace
}  // namespace hub::service
