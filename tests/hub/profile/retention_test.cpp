#include "hub/profile/retention.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

namespace hub::profile {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class RetentionTest : public testing::Test {
 protected:
  RetentionTest() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "tsunagu-retention-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
  }
  ~RetentionTest() override { std::filesystem::remove_all(folder); }

  void write(const std::string& closed, const std::string& more = "") {
    std::ofstream(folder / "retention.yaml")
        << "retention:\n  removed_records_days: 365\n  replaced_bodies_days: 365\n"
           "  delivered_bytes_days: 90\n  webhooks_days: 365\n  closed_cases_days: "
        << closed << "\n  audit_days: 3653\n"
        << more;
  }
  std::vector<Problem> problems() {
    Problems found;
    read = read_retention(folder, found);
    return {found.all().begin(), found.all().end()};
  }

  std::filesystem::path folder;
  std::optional<Retention> read;
};

//
TEST_F(RetentionTest, reads_each_period) {
  write("1827");
  EXPECT_THAT(problems(), IsEmpty());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->closed_cases_days, 1827);
  EXPECT_EQ(read->delivered_bytes_days, 90);
  EXPECT_EQ(read->audit_days, 3653);
}

TEST_F(RetentionTest, is_none_without_the_file) {
  EXPECT_THAT(problems(), IsEmpty());
  EXPECT_FALSE(read);
}

TEST_F(RetentionTest, refuses_a_period_of_nothing_of_centuries_and_one_that_outlives_the_log) {
  for (const auto* days : {"0", "-5", "36526", "3654"}) {
    write(days);
    EXPECT_THAT(problems(), SizeIs(1)) << days;
  }
  write("3653");
  EXPECT_THAT(problems(), IsEmpty()) << "the control: as long as the log itself";
}

TEST_F(RetentionTest, refuses_a_key_that_it_does_not_know) {
  write("1827", "  forever_days: 1\n");
  EXPECT_THAT(problems(), SizeIs(1));
}

}  // namespace
}  // namespace hub::profile
