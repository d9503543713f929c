// A household in a temporary store, taken in as deliveries are: a mother known to 介護, who agreed
// and is referred, and a son known to 生活困窮, who was never asked. `planted` holds every value of
// theirs that no operator may see.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "hub/profile/configuration.hpp"
#include "hub/service/apply.hpp"
#include "hub/service/receive.hpp"
#include "hub/service/refer.hpp"
#include "hub/store/sources.hpp"
#include "tests/hub/normalize/test_tables.hpp"
#include "tests/hub/service/arrival_fixture.hpp"
#include "tests/places.hpp"

namespace hub::service {

inline constexpr std::array<std::string_view, 12> planted{
    "架空", "ウメコ",     "タロウ",       "カクウ", "1940-02-10", "1975-05-05",
    "氏家", "0001234567", "028-000-0000", "足腰",   "水道",       "架空ウメコの相談.csv"};

class HouseholdFixture : public ArrivalFixture {
 protected:
  void SetUp() override {
    open();
    profile::Problems problems;
    auto book = std::make_shared<Book>(
        profile::read_configuration(tests::in_source("/config/hub.yaml"), problems));
    ASSERT_TRUE(problems.empty());
    context.emplace(*database, normalize::test_tables(), clock, random, std::move(book));
    commit([&](store::Transaction& tx) {
      const auto feed = store::ensure_feed(tx, "sakura-shien-sochi", "register");
      store::mark_applied(tx, feed, "");
    });
    deliver("kaigo", "elim", mother);
    deliver("konkyu", "shakyo", son);
  }
  void TearDown() override { context.reset(); }

  FeedPlan plan_of(const std::string& source, const std::string& owner) {
    FeedPlan plan;
    commit([&](store::Transaction& tx) {
      plan.row = store::ensure_feed(tx, source, "consultations");
    });
    plan.source = source;
    plan.feed = "consultations";
    plan.owner = owner;
    plan.field = source;
    plan.lgcode5 = "09214";
    plan.scope = profile::Scope::all_rows;
    return plan;
  }

  store::ArrivalRef arrive(const FeedPlan& plan, std::string_view bytes) {
    return ArrivalFixture::arrive(plan.row, "架空ウメコの相談.csv", bytes);
  }

  /// One delivery to its end; its last line can't be used.
  void deliver(const std::string& source, const std::string& owner,
               const std::vector<std::string>& records) {
    const auto plan = plan_of(source, owner);
    const auto ref = arrive(plan, source);
    ASSERT_TRUE(begin_decoding(*context, plan, arrival(ref)).value());
    Stager stager(*context, plan, ref);
    std::int64_t line = 0;
    for (const auto& record : records)
      ASSERT_TRUE(stager.record(record, ++line).has_value());
    EXPECT_TRUE(stager.staged().rejects.empty())
        << stager.staged().rejects.front().column << stager.staged().rejects.front().reason;
    stager.reject({99, "生年月日", "impossible_date", "暦にない日付です"});
    ASSERT_EQ(end_decoding(*context, plan, ref, stager, {"", "1.0.0", true}).value(),
              Judgement::apply);
    const auto staged = arrival(ref);
    Applying applying(*context, plan, staged, stager.staged().consenting);
    ASSERT_TRUE(applying.run().has_value());
  }

  const std::vector<std::string> mother{
      R"({"kind":"person","schemaVersion":"1","recordKey":"m","identifiers":[{"system":"atena:kaigo","value":"0001234567"}],"names":[{"use":"official","familyName":"架空","givenName":"ウメコ","fullName":"架空 ウメコ","fullNameKana":"カクウ ウメコ","original":"架空　ウメコ"}],"sex":"2","dateOfBirth":{"date":"1940-02-10","precision":"day"},"addresses":[{"use":"registered","localGovernmentCode":"092142","prefecture":"栃木県","cityAndCounty":"さくら市","streetAddress":"氏家","cityBlock":"2771","fullAddress":"栃木県さくら市氏家2771番地"}],"contacts":[{"kind":"phone","value":"028-000-0000"}]})",
      R"({"kind":"consultation","schemaVersion":"1","recordKey":"c","personKey":"m","receivedAt":{"date":"2026-04-01"},"statement":"母の足腰が弱り、同居の弟は部屋から出ない。"})",
      R"({"kind":"consent","schemaVersion":"1","recordKey":"m/consent","personKey":"m","status":"given","givenBy":{"kind":"self"},"scopeForm":"J1","method":"written","givenAt":"2026-04-03","toSupport":{"status":"given","at":"2026-04-03"},"toSharing":{"status":"given","at":"2026-04-03"}})",
      R"({"kind":"referral","schemaVersion":"1","recordKey":"m/referral","personKey":"m","reason":"a","reasonText":"役割を整理したい","requestedRecipient":{"system":"tsunagu:agency","code":"SAKUTOMO"},"urgency":"soon"})",
  };
  const std::vector<std::string> son{
      R"({"kind":"person","schemaVersion":"1","recordKey":"s","names":[{"use":"official","familyName":"架空","givenName":"タロウ","fullName":"架空 タロウ","fullNameKana":"カクウ タロウ","original":"架空　タロウ"}],"sex":"1","dateOfBirth":{"date":"1975-05-05","precision":"day"},"addresses":[{"use":"registered","localGovernmentCode":"092142","prefecture":"栃木県","cityAndCounty":"さくら市","streetAddress":"氏家","cityBlock":"2771","fullAddress":"栃木県さくら市氏家2771番地"}]})",
      R"({"kind":"consultation","schemaVersion":"1","recordKey":"sc","personKey":"s","receivedAt":{"date":"2026-04-02"},"statement":"水道を2か月滞納している。"})",
      R"({"kind":"referral","schemaVersion":"1","recordKey":"s/referral","personKey":"s","requestedRecipient":{"system":"tsunagu:agency","code":"SAKUTOMO"}})",
  };
  std::optional<Context> context;
};

}  // namespace hub::service
