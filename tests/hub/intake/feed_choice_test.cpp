// A file that comes without its feed: by its name, by its beginning as the adapter reads it, or not
// at all, which is said.
#include "hub/intake/feed_choice.hpp"

#include <gtest/gtest.h>

#include "tests/hub/adapter/bench.hpp"
#include "tests/places.hpp"

namespace hub::intake {
namespace {

constexpr std::string_view life = "SERVICE_USER_INFO\ncare_facility_id,service_code\n";

class FeedChoice : public testing::Test {
 protected:
  FeedChoice() {
    source.code = "kaigo";
    source.feeds.resize(2);
    source.feeds[0].name = "consultations";
    source.feeds[0].files = "KAIGO_SODAN_*.csv";
    source.feeds[1].name = "life";
  }

  base::Result<std::string> choose(const std::string& name, std::string_view bytes,
                                   const std::string& adapter = "adapters/adapter_kaigo") {
    auto launch = adapter::bench::launch("");
    launch.adapter = tests::in_build("/") + adapter + ".so";
    launch.data_dir = tests::in_source("/config/data");
    adapter::bench::Source asked(launch);
    at = 0;
    const ReadFile read = [&](std::span<std::uint8_t> buffer) -> base::Result<std::size_t> {
      const auto size = std::min({buffer.size(), bytes.size() - at, std::size_t{7}});
      std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size, buffer.begin());
      at += size;
      return size;
    };
    Peeked file(read);
    auto chosen = choose_feed(source, asked.supervisor, name, file);
    rest = read_all(file);
    return chosen;
  }
  static std::string read_all(Peeked& file) {
    std::string all;
    std::uint8_t buffer[5];
    while (const auto size = file.read(buffer).value())
      all.append(reinterpret_cast<const char*>(buffer), size);
    return all;
  }

  profile::Source source;
  std::size_t at = 0;
  std::string rest;  ///< what is read after the choice
};

TEST_F(FeedChoice, goes_by_the_name_first) {
  EXPECT_EQ(choose("kaigo_sodan_1.csv", life).value(), "consultations");
}

TEST_F(FeedChoice, goes_by_what_the_adapter_recognizes_and_loses_no_byte) {
  EXPECT_EQ(choose("export.csv", life).value(), "life");
  EXPECT_EQ(rest, life);
}

TEST_F(FeedChoice, is_asked_back_where_nothing_tells) {
  for (const std::string_view bytes : {"a,b,c\n", ""}) {
    const auto chosen = choose("export.csv", bytes);
    ASSERT_FALSE(chosen);
    EXPECT_EQ(chosen.error().kind(), base::Kind::invalid);
    EXPECT_NE(chosen.error().text().find("say which with --feed (consultations, life)"),
              std::string::npos)
        << chosen.error().text();
  }
}

TEST_F(FeedChoice, is_asked_back_of_an_adapter_without_the_extension) {
  EXPECT_FALSE(choose("export.csv", life, "tests/adapters/adapter_bad"));
}

TEST_F(FeedChoice, never_takes_a_feed_that_the_source_has_not) {
  source.feeds[1].name = "care_plan";
  EXPECT_FALSE(choose("export.csv", life));
}

}  // namespace
}  // namespace hub::intake
