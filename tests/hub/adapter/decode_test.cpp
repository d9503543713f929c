#include <gtest/gtest.h>

#include "tests/hub/adapter/bench.hpp"

namespace hub::adapter {
namespace {

using base::Kind;
using bench::Source;

TEST(Decode, gives_each_record_with_its_line) {
  Source source("none");
  const auto summary = source.decode();
  ASSERT_TRUE(summary) << summary.error().text();
  EXPECT_FALSE(summary->refusal);
  EXPECT_EQ(summary->rows, 3U);
  EXPECT_EQ(summary->records, 3U);
  EXPECT_EQ(summary->bytes_read, 6U);
  EXPECT_EQ(summary->order_key, "2026-04-10");
  EXPECT_EQ(source.collected.lines, (std::vector<std::uint64_t>{1, 2, 3}));
  EXPECT_EQ(source.collected.records[2], R"({"kind":"person"})");
}

TEST(Decode, reads_more_than_one_block_and_works_again) {
  Source source("none");
  std::string many;
  for (int line = 0; line < 200'000; ++line)
    many += "line\n";
  for (int time = 0; time < 2; ++time) {
    const auto summary = source.decode(many);
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->records, 200'000U);
    EXPECT_EQ(summary->bytes_read, many.size());
  }
  EXPECT_EQ(source.supervisor.status().starts, 1U);
}

TEST(Decode, works_again_after_an_adapter_that_did_not_read_to_the_end) {
  Source source("reads_a_byte");
  for (int time = 0; time < 3; ++time) {
    const auto summary = source.decode(std::string(500'000, 'x'));
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->rows, 1U);
  }
  EXPECT_EQ(source.supervisor.status().starts, 1U);
}

TEST(Decode, tells_a_refusal_of_the_whole_apart_from_rejects) {
  Source source("refuses");
  const auto summary = source.decode();
  ASSERT_TRUE(summary) << summary.error().text();
  ASSERT_TRUE(summary->refusal);
  EXPECT_EQ(summary->refusal->code, "trailer_count");
  EXPECT_EQ(source.supervisor.status().deaths, 0U);
}

TEST(Decode, makes_a_record_over_the_limit_a_reject) {
  constexpr std::size_t limit = base::limits::record_bytes;
  for (const std::size_t size : {limit - 1, limit, limit + 1}) {
    Launch launch = bench::launch("records_of");
    launch.settings.emplace_back("path", std::to_string(size));
    Source source(launch);
    const auto summary = source.decode("");
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->records, size <= limit ? 1U : 0U);
    ASSERT_EQ(summary->rejects, size <= limit ? 0U : 1U);
    if (size <= limit) continue;
    EXPECT_EQ(source.collected.rejects[0].code, "record_too_large");
    EXPECT_EQ(source.collected.rejects[0].line, 7U);
  }
}

TEST(Decode, cuts_an_adapters_texts_down_to_what_can_be_shown) {
  Source source("bad_texts");
  ASSERT_TRUE(source.decode());
  ASSERT_EQ(source.collected.rejects.size(), 1U);
  const Problem& reject = source.collected.rejects[0];
  EXPECT_EQ(reject.code, "unnamed");
  EXPECT_EQ(reject.reason, "壊れた文字");
  EXPECT_EQ(reject.column.size(), 256U);
}

TEST(Decode, takes_many_signs_of_life) {
  Source source("many_progress");
  EXPECT_TRUE(source.decode());
}

TEST(Decode, names_a_feed_that_the_adapter_does_not_have) {
  Source source("none");
  bench::Bytes input("a\n");
  const auto summary =
      source.supervisor.decode({"k", "columns", "", 0, -1}, input, source.collected);
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().kind(), Kind::unsupported);
}

struct FullDisk final : RecordHandler {
  base::Result<> record(std::string_view, std::uint64_t) override {
    return base::fail(Kind::storage_full, "disk full");
  }
  base::Result<> reject(const Problem&) override { return {}; }
  base::Result<> warning(const Problem&) override { return {}; }
};

TEST(Decode, ends_with_the_handlers_failure_and_the_adapter_lives) {
  Source source("none");
  FullDisk full;
  bench::Bytes input(std::string(1'000'000, '\n'));
  const auto summary = source.supervisor.decode({"k", "lines", "", 0, -1}, input, full);
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().kind(), Kind::storage_full);
  EXPECT_TRUE(source.decode());
  EXPECT_EQ(source.supervisor.status().starts, 1U);
}

struct Unreadable final : InputSource {
  base::Result<std::size_t> read(std::span<std::uint8_t>) override {
    return base::fail(Kind::corrupt, "kept bytes fail their check");
  }
};

TEST(Decode, ends_with_the_inputs_failure_and_the_adapter_lives) {
  Source source("none");
  Unreadable input;
  const auto summary = source.supervisor.decode({"k", "lines", "", 0, -1}, input, source.collected);
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().kind(), Kind::corrupt);
  EXPECT_TRUE(source.decode());
}

}  // namespace
}  // namespace hub::adapter
