#include <gtest/gtest.h>

#include "hub/profile/check.hpp"
#include "hub/profile/configuration.hpp"
#include "tests/places.hpp"

namespace hub::profile {
namespace {

const std::filesystem::path config = std::filesystem::path(tests::in_source("/config"));

class EveryProfile : public testing::TestWithParam<const char*> {};

TEST_P(EveryProfile, checks_clean) {
  Problems problems;
  Law law;
  Profile profile;
  read_municipality(config / "municipalities" / GetParam(), config, law, profile, problems);
  EXPECT_TRUE(problems.empty()) << failure_of(problems, Language::en).text();
}

INSTANTIATE_TEST_SUITE_P(Five, EveryProfile,
                         testing::Values("sakura", "chigasaki", "kobayashi", "iga", "oda"),
                         [](const auto& test) { return std::string(test.param); });

TEST(Settings, the_shipped_hub_yaml_reads) {
  const auto settings = load_settings(config / "hub.yaml");
  ASSERT_TRUE(settings.has_value()) << settings.error().text();
  EXPECT_EQ(settings->municipality.filename(), "sakura");
}

}  // namespace
}  // namespace hub::profile
