#include "tests/places.hpp"
#include "tsunagu/testing.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace tsunagu::testing {
namespace {

const std::filesystem::path testdata = tests::in_source("/tests/sdk/testing/testdata");

/// One record a line; a line without a comma is a reject.
class Lines final : public Adapter {
 public:
  static constexpr std::string_view manifest = "{}";
  explicit Lines(const Config& config) : mode_(config.text("mode")) {
    if (mode_ == "wrong") throw ConfigError("mode", "使えない値です");
  }

  Outcome decode(Input& input, Sink& sink) override {
    if (mode_ == "throws") throw std::runtime_error("on purpose");
    if (mode_ == "by_blocks") return count_blocks(input, sink);
    std::string text;
    char block[16];
    while (const std::size_t size = input.read(block, sizeof block))
      text.append(block, size);
    return rows(text, sink);
  }

  Outcome push(const Message& message, Outbox& outbox) override {
    outbox.open(".csv");
    outbox.write(message.json());
    return Outcome::done();
  }

 private:
  /// Wrong on purpose: what it gives depends on how the bytes were cut.
  static Outcome count_blocks(Input& input, Sink& sink) {
    char block[16];
    while (input.read(block, sizeof block) > 0)
      sink.record("{}");
    return Outcome::done();
  }

  static Outcome rows(const std::string& text, Sink& sink) {
    std::uint64_t line = 0;
    std::size_t begin = 0;
    for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
      const std::string row = text.substr(begin, end - begin);
      ++line;
      if (row.find(',') == std::string::npos) {
        sink.reject({"bad_row", "列がありません", line});
        continue;
      }
      if (row.ends_with("warn")) sink.warning({"odd", "確認してください", line, "状態", 2});
      sink.record("{\"row\":" + row.substr(0, 1) + "}", line);
    }
    return Outcome::done(line, "2026");
  }

  std::string mode_;
};

TEST(FakeHost, gives_records_rejects_and_warnings) {
  FakeHost host(table_of<Lines>());
  const Decoded decoded = host.decode({.feed = "lines", .bytes = "1,a\nx\n2,warn\n"});
  EXPECT_EQ(decoded.status, TSUNAGU_OK);
  EXPECT_EQ(jsonl(decoded), "{\"row\":1}\n{\"row\":2}\n");
  EXPECT_EQ(decoded.rows, 3U);
  EXPECT_EQ(decoded.rejects.at(0).line, 2U);
  EXPECT_EQ(decoded.warnings.at(0).column, "状態");
}

TEST(FakeHost, stops_an_adapter_when_it_wants_no_more) {
  FakeHost host(table_of<Lines>());
  const Decoded decoded =
      host.decode({.feed = "lines", .bytes = "1,a\n2,a\n3,a\n", .records_wanted = 1});
  EXPECT_EQ(decoded.status, TSUNAGU_STOPPED);
  EXPECT_EQ(decoded.records.size(), 1U);
}

TEST(FakeHost, tells_refused_settings_and_exceptions) {
  EXPECT_THROW(FakeHost(table_of<Lines>(), {{"mode", "wrong"}}), ConfigError);
  FakeHost host(table_of<Lines>(), {{"mode", "throws"}});
  const Decoded decoded = host.decode({.feed = "lines", .bytes = ""});
  EXPECT_EQ(decoded.status, TSUNAGU_FAILED);
  EXPECT_EQ(decoded.refusal.code, "exception");
}

TEST(FakeHost, gives_pushed_files_and_health) {
  FakeHost host(table_of<Lines>());
  const Pushed pushed = host.push("referral", "{}");
  EXPECT_EQ(pushed.status, TSUNAGU_OK);
  EXPECT_EQ(pushed.files.at(0).bytes, "{}");
  EXPECT_TRUE(host.health().at(0).good);
}

TEST(Golden, files_match_what_comes_out) {
  FakeHost host(table_of<Lines>());
  EXPECT_EQ(golden(host, testdata, "lines", "lines.txt"), "");
}

/// A comparison that is meant to fail must never write the files anew.
class WithoutRefresh {
 public:
  WithoutRefresh() {
    if (const char* value = std::getenv("TSUNAGU_REFRESH")) before_ = value;
    ::unsetenv("TSUNAGU_REFRESH");
  }
  WithoutRefresh(const WithoutRefresh&) = delete;
  WithoutRefresh& operator=(const WithoutRefresh&) = delete;
  ~WithoutRefresh() {
    if (!before_.empty()) ::setenv("TSUNAGU_REFRESH", before_.c_str(), 1);
  }

 private:
  std::string before_;
};

TEST(Golden, files_that_differ_are_told_with_the_line) {
  const WithoutRefresh compare_only;
  FakeHost host(table_of<Lines>(), {{"mode", "by_blocks"}});
  const std::string differs = golden(host, testdata, "lines", "lines.txt");
  EXPECT_NE(differs.find("lines.txt.jsonl:1"), std::string::npos) << differs;
  EXPECT_NE(differs.find("decodes differently in blocks of 1 bytes"), std::string::npos);
}

}  // namespace
}  // namespace tsunagu::testing
