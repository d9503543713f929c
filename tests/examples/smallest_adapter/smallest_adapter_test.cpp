// The example as a vendor would ship it: the built module through the real host.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tests/hub/adapter/bench.hpp"
#include "tests/places.hpp"

namespace hub::adapter {
namespace {

using bench::Source;

Launch smallest() {
  Launch launch = bench::launch("");
  launch.adapter = tests::in_build("/adapters/adapter_smallest.so");
  return launch;
}

base::Result<DecodeSummary> decode(Source& source, std::string bytes) {
  bench::Bytes input(std::move(bytes));
  source.collected = {};
  return source.supervisor.decode({"k", "places", "places.tsv", 0, -1}, input, source.collected);
}

TEST(SmallestAdapter, gives_a_record_for_each_line_and_rejects_the_others) {
  Source source(smallest());
  const auto summary = decode(
      source, "1\t喜連川いきいきサロン\t毎週火曜 10時\n壊れた行\n2\t氏家ふれあい広場\t第2土曜");
  ASSERT_TRUE(summary) << summary.error().text();
  EXPECT_EQ(summary->rows, 3U);
  ASSERT_EQ(source.collected.records.size(), 2U);
  EXPECT_NE(source.collected.records[0].find(R"("kind":"resource")"), std::string::npos);
  EXPECT_NE(source.collected.records[1].find("氏家ふれあい広場"), std::string::npos);
  EXPECT_EQ(source.collected.lines, (std::vector<std::uint64_t>{1, 3}));
  ASSERT_EQ(source.collected.rejects.size(), 1U);
  EXPECT_EQ(source.collected.rejects[0].line, 2U);
}

TEST(SmallestAdapter, rejects_a_line_that_is_not_utf8) {
  Source source(smallest());
  ASSERT_TRUE(decode(source, "1\t\x8B\xE9\tx\n2\ta\tb\n"));
  ASSERT_EQ(source.collected.rejects.size(), 1U);
  EXPECT_EQ(source.collected.rejects[0].code, "bad_utf8");
  EXPECT_EQ(source.collected.records.size(), 1U);
}

TEST(SmallestAdapter, is_complete_in_fewer_than_sixty_lines) {
  std::ifstream file(tests::in_source("/examples/smallest_adapter/smallest_adapter.cpp"));
  ASSERT_TRUE(file);
  const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
  EXPECT_LT(lines, 60);
}

}  // namespace
}  // namespace hub::adapter
