// The suite itself: each check passes a good adapter and fails one that breaks that promise.
#include <gtest/gtest.h>

#include <algorithm>

#include "sdk/conformance/report.hpp"
#include "sdk/wire/sanitized.hpp"
#include "tests/places.hpp"

namespace tsunagu::conformance {
namespace {

Target target() {
  Target target;
  target.adapter = tests::in_build("/tests/adapters/adapter_crooked.so");
  target.host = tests::in_build("/tsunagu-adapter-host");
  target.schema_dir = tests::in_source("/sdk/schema");
  return target;
}

Plan plan(const std::string& breaks) {
  Sample sample;
  sample.feed = "rows";
  sample.file = "rows_20260410.csv";
  sample.name = sample.file;
  sample.bytes = "number,code,text\n001,A,first\n002,A,second\n003,A,third\n";
  sample.settings = {{"breaks", breaks}};
  sample.layout = Layout::csv;
  sample.header_line = 1;
  sample.data_line = 2;
  sample.unknown_codes = {{",A,", ",ZZ,"}};
  Plan plan;
  plan.samples = {sample};
  plan.pushes = {{"answer", R"({"text":"ok"})"}};
  plan.bad_settings = {{{"code", ""}, {"breaks", breaks}}};
  plan.bounds.memory_bytes = 4U << 20U;
  return plan;
}

std::vector<Result> results(const Plan& plan) {
  Bench bench(target(), plan);
  return run_all(bench);
}

Verdict verdict_of(const std::vector<Result>& results, const std::string& id) {
  for (const Result& one : results) {
    if (one.check->id == id) return one.finding.verdict;
  }
  ADD_FAILURE() << "no check " << id;
  return Verdict::idle;
}

TEST(Conformance, passes_an_adapter_that_holds_every_promise) {
  for (const Result& one : results(plan("none")))
    EXPECT_EQ(one.finding.verdict, Verdict::passed) << one.check->id << one.finding.text.en;
}

class BrokenPromise : public testing::TestWithParam<const char*> {};

TEST_P(BrokenPromise, is_found) {
  if (wire::sanitized && std::string(GetParam()) == "bounds") {
    GTEST_SKIP() << "a sanitizer holds memory back";
  }
  const auto found = results(plan(GetParam()));
  EXPECT_EQ(verdict_of(found, GetParam()), Verdict::failed);
  EXPECT_FALSE(all_good(found));
}

INSTANTIATE_TEST_SUITE_P(Each, BrokenPromise,
                         testing::Values("settings", "samples", "schema", "record_keys",
                                         "same_bytes", "any_bytes", "truncated", "doubled",
                                         "reordered", "deliveries", "key_scope", "unknown_columns",
                                         "unknown_codes", "labels", "my_number", "cancellation",
                                         "push", "health", "extensions", "bounds"),
                         [](const auto& one) { return std::string(one.param); });

TEST(Conformance, finds_a_key_that_is_missing_only_where_a_cell_is_empty) {
  EXPECT_EQ(verdict_of(results(plan("empty_keys")), "record_keys"), Verdict::failed);
}

TEST(Conformance, finds_records_that_are_lost_where_rows_stand_in_another_order) {
  EXPECT_EQ(verdict_of(results(plan("loses_rows")), "reordered"), Verdict::failed);
}

TEST(Conformance, misses_a_feed_without_a_sample) {
  Plan other = plan("none");
  other.samples[0].feed = "columns";
  EXPECT_EQ(verdict_of(results(other), "manifest"), Verdict::failed);
}

TEST(Conformance, tells_a_quirk_and_one_that_is_none_any_more) {
  Plan declared = plan("labels");
  declared.quirks["labels"] = "the source does not say";
  EXPECT_EQ(verdict_of(results(declared), "labels"), Verdict::quirk);
  declared.quirks = {{"push", "declared for nothing"}};
  EXPECT_EQ(verdict_of(results(declared), "push"), Verdict::failed);
}

TEST(Conformance, fails_every_check_of_what_can_not_be_loaded) {
  Target none = target();
  none.adapter = tests::in_build("/tests/adapters/nothing.so");
  Bench bench(none, plan("none"));
  for (const Result& one : run_all(bench))
    EXPECT_EQ(one.finding.verdict, Verdict::failed) << one.check->id;
}

TEST(Report, is_junit_and_speaks_both_languages) {
  const auto found = results(plan("labels"));
  const std::string junit = as_junit("crooked<&>", found, false);
  EXPECT_NE(junit.find("<testsuite name=\"crooked&lt;&amp;&gt;\" tests=\"21\" failures=\"1\""),
            std::string::npos)
      << junit;
  EXPECT_NE(as_text("x", found, true).find("不適"), std::string::npos);
  EXPECT_NE(as_text("x", found, false).find("FAIL"), std::string::npos);
}

}  // namespace
}  // namespace tsunagu::conformance
