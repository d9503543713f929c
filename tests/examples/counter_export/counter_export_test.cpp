// The example as a vendor would ship it: the built module through the real host, held by its golden
// files.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "hub/workshop/golden_check.hpp"
#include "tests/places.hpp"

namespace hub::workshop {
namespace {

const std::filesystem::path example = tests::in_source("/examples/counter_export");

TEST(CounterExport, maps_its_sample_as_written_down) {
  SubjectWish wish;
  wish.module = tests::in_build("/adapters/adapter_counter.so");
  const auto subject = Subject::open(wish, tests::in_build("/tsunagu"), profile::Language::en);
  ASSERT_TRUE(subject) << subject.error().text();
  const bool refresh = std::getenv("TSUNAGU_REFRESH") != nullptr;
  const auto results = check_golden(**subject, example / "testdata", refresh);
  ASSERT_TRUE(results) << results.error().text();
  ASSERT_EQ(results->size(), 1U);
  EXPECT_EQ(results->front().differs, "");
}

TEST(CounterExport, is_complete_in_fewer_than_two_hundred_lines) {
  std::ifstream file(example / "counter_export.cpp");
  ASSERT_TRUE(file);
  EXPECT_LT(std::count(std::istreambuf_iterator<char>(file), {}, '\n'), 200);
}

}  // namespace
}  // namespace hub::workshop
