#include "hub/intake/plans.hpp"

#include <gtest/gtest.h>

#include "hub/base/limits.hpp"

namespace hub::intake {
namespace {

namespace wire = tsunagu::wire;

class Plans : public testing::Test {
 protected:
  Plans() {
    source.code = "kaigo";
    source.adapter = "kaigo";
    source.owner.code = "elim";
    source.field.code = "kaigo";
    source.scope = profile::Scope::consented_rows;
    source.feeds.resize(1);
    source.feeds[0].name = "consultations";
    source.feeds[0].encodings = {"cp932"};
    municipality.municipality.code = "092142";
    manifest.id = "kaigo";
    manifest.feeds.resize(2);
    manifest.feeds[0].name = "life";
    manifest.feeds[0].mode = wire::Mode::append;
    manifest.feeds[1].name = "consultations";
    manifest.feeds[1].mode = wire::Mode::delta;
    manifest.feeds[1].order = wire::Order::name;
    manifest.feeds[1].encodings = {"utf8", "cp932"};
  }
  base::Result<std::vector<service::FeedPlan>> plans() {
    return plans_of(source, municipality, settings, manifest);
  }

  profile::Source source;
  profile::Profile municipality;
  profile::Settings settings;
  wire::Manifest manifest;
};

TEST_F(Plans, start_an_adapter_with_the_trust_that_the_configuration_says) {
  const auto launch = [this] { return launch_of(source, settings, {}); };
  EXPECT_FALSE(launch().trust.any_publisher);
  EXPECT_FALSE(launch().trust.signed_only);
  EXPECT_TRUE(launch().keeper.empty());
  settings.publishers.keys = {"key"};
  settings.signed_only = true;
  settings.adapter_keepers = "/run/tsunagu-adapter/sakura";
  EXPECT_EQ(launch().trust.publishers, std::vector<std::string>{"key"});
  EXPECT_TRUE(launch().trust.signed_only);
  EXPECT_EQ(launch().keeper, "/run/tsunagu-adapter/sakura/kaigo.sock");
  source.signed_only = false;
  EXPECT_FALSE(launch().trust.signed_only) << "the source's own word";
}

TEST_F(Plans, take_mode_and_order_from_the_manifest_and_the_rest_from_the_profile) {
  const auto made = plans();
  ASSERT_TRUE(made) << made.error().text();
  ASSERT_EQ(made->size(), 1U);
  const auto& plan = made->front();
  EXPECT_EQ(plan.feed, "consultations");
  EXPECT_EQ(plan.mode, service::FeedMode::delta);
  EXPECT_EQ(plan.order, service::FeedOrder::name);
  EXPECT_EQ(plan.owner, "elim");
  EXPECT_EQ(plan.lgcode5, "09214");
  EXPECT_EQ(plan.scope, profile::Scope::consented_rows);
}

TEST_F(Plans, name_a_feed_that_the_adapter_lacks) {
  source.feeds[0].name = "consultation";
  const auto made = plans();
  ASSERT_TRUE(made.has_error());
  EXPECT_EQ(made.error().kind(), base::Kind::invalid);
  EXPECT_NE(made.error().text().find("has no feed consultation"), std::string::npos);
}

TEST_F(Plans, name_an_encoding_that_the_adapter_does_not_read) {
  source.feeds[0].encodings = {"cp932", "utf16le"};
  const auto made = plans();
  ASSERT_TRUE(made.has_error());
  EXPECT_NE(made.error().text().find("does not read utf16le"), std::string::npos);
}

TEST_F(Plans, take_the_sources_own_brake_before_the_common_one) {
  settings.brake.gone_percent = 33;
  EXPECT_EQ(plans()->front().brake.gone_percent, 33);
  source.brake = profile::Brake{.gone_percent = 5};
  EXPECT_EQ(plans()->front().brake.gone_percent, 5);
}

TEST_F(Plans, put_a_label_only_where_feed_and_setting_are_meant) {
  manifest.config.resize(1);
  manifest.config[0].key = "provenance";
  manifest.config[0].otherwise = "none";
  manifest.labels.resize(3);
  manifest.labels[0].kind = "person";
  manifest.labels[0].pointer = "/income";
  manifest.labels[1].feed = "life";
  manifest.labels[2].setting = "provenance";
  manifest.labels[2].equals = "tax";
  for (auto& label : manifest.labels)
    label.item = "tax";
  const auto plain = plans();
  ASSERT_TRUE(plain) << plain.error().text();
  ASSERT_EQ(plain->front().labels.size(), 1U);
  EXPECT_EQ(plain->front().labels[0].kind, domain::RecordKind::person);
  EXPECT_EQ(plain->front().labels[0].item, domain::Item::tax);
  source.provenance = profile::Provenance::tax;
  EXPECT_EQ(plans()->front().labels.size(), 2U);
}

TEST_F(Plans, start_the_host_with_the_adapters_own_module_and_settings) {
  settings.adapters = "/opt/adapters";
  source.provenance = profile::Provenance::tax;
  const auto launch = launch_of(source, settings, {"/opt/host", "/opt/data"});
  EXPECT_EQ(launch.program, "/opt/host");
  EXPECT_EQ(launch.adapter, "/opt/adapters/adapter_kaigo.so");
  EXPECT_EQ(launch.adapter_id, "kaigo");
  EXPECT_EQ(launch.settings, (wire::Settings{{"provenance", "tax"}}));
}

TEST_F(Plans, start_the_adapter_with_what_the_operator_granted_and_limits) {
  settings.adapter_limits.idle_ms = 700;
  settings.adapter_limits.deaths_to_quarantine = 5;
  source.adapter_limits.deaths_to_quarantine = 2;
  source.may_push = {{"case_closed", {}}};
  const auto launch = launch_of(source, settings, {});
  EXPECT_EQ(launch.budget.idle, std::chrono::milliseconds(700));
  EXPECT_EQ(launch.budget.deaths_to_quarantine, 2);
  EXPECT_EQ(launch.budget.memory_bytes, base::limits::adapter_memory_bytes);
  EXPECT_EQ(launch.may_push, std::vector<std::string>{"case_closed"});
}

TEST_F(Plans, of_a_register_are_whole_and_braked) {
  source.brake = profile::Brake{.gone_percent = 7};
  const auto plan = register_plan(source, municipality, settings);
  EXPECT_EQ(plan.mode, service::FeedMode::full);
  EXPECT_EQ(plan.brake.gone_percent, 7);
}

TEST_F(Plans, let_the_operator_lower_the_largest_delivery_but_never_raise_it) {
  constexpr auto most = static_cast<std::int64_t>(base::limits::arrival_bytes);
  for (const auto& [said, expected] : {std::pair<std::int64_t, std::int64_t>{0, most},
                                       {1, 1},
                                       {most - 1, most - 1},
                                       {most, most},
                                       {most + 1, most}}) {
    settings.limits.arrival_bytes = said;
    EXPECT_EQ(largest_arrival(settings), expected);
  }
}

}  // namespace
}  // namespace hub::intake
