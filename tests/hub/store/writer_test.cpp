#include "hub/store/writer.hpp"

#include <malloc.h>

#include <chrono>
#include <future>
#include <thread>

#include "hub/base/limits.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/settings.hpp"
#include "sdk/wire/sanitized.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

using base::fail;
using base::Kind;
using base::Result;

class WriterTest : public StoreFixture {
 protected:
  WriterTest() { open(); }

  Result<> keep(const std::string& name) {
    return database->write([&](Transaction& transaction) -> Result<> {
      keep_setting(transaction, name, "1");
      transaction.audit(entry("setting.kept"));
      return {};
    });
  }
  bool has(const std::string& name) {
    return look([&](Reader& reader) { return read_setting(reader, name); }).has_value();
  }
  std::int64_t audit_rows() {
    return look([](Reader& reader) { return verify_audit(reader); }).rows;
  }

  // Holds the writer's thread until released, so that what is submitted meanwhile shares a commit.
  struct Gate {
    std::promise<void> entered;
    std::promise<void> released;
  };
  void hold(Gate& gate) {
    ASSERT_TRUE(database->writer()
                    .submit(
                        [&gate](Transaction&) -> Result<> {
                          gate.entered.set_value();
                          gate.released.get_future().wait();
                          return {};
                        },
                        [](const Result<>&) {})
                    .has_value());
    gate.entered.get_future().wait();
  }
  /// Bulk work of one piece that ends so, and a request that comes meanwhile: what came of both.
  std::pair<Result<>, Result<>> during_a_piece(const Writer::Job& job, Result<bool> end = false) {
    std::promise<Result<>> request;
    Result<> piece =
        database->writer().run_bulk([&](Transaction& transaction, const Pace&) -> Result<bool> {
          keep_setting(transaction, "piece", "1");
          transaction.audit(entry("piece"));
          (void)database->writer().submit(
              job, [&](const Result<>& result) { request.set_value(result); });
          return end;
        });
    return {piece, request.get_future().get()};
  }
  // A full queue is no stop: only the answer to it says so.
  bool is_stopping() {
    const auto queued = database->writer().submit([](Transaction&) -> Result<> { return {}; },
                                                  [](const Result<>&) {});
    return queued.has_error() && queued.error().kind() == Kind::unavailable;
  }
};

TEST_F(WriterTest, an_answer_comes_after_the_commit_that_others_can_see) {
  ASSERT_TRUE(keep("a").has_value());
  EXPECT_TRUE(has("a"));
}

TEST_F(WriterTest, a_failing_job_is_undone_alone) {
  Gate gate;
  hold(gate);
  std::vector<std::future<Result<>>> answers;
  for (int i = 0; i < 3; ++i) {
    auto answer = std::make_shared<std::promise<Result<>>>();
    answers.push_back(answer->get_future());
    ASSERT_TRUE(database->writer()
                    .submit(
                        [i](Transaction& transaction) -> Result<> {
                          keep_setting(transaction, "job" + std::to_string(i), "1");
                          transaction.audit(entry("setting.kept"));
                          if (i == 1) return fail(Kind::invalid, "no");
                          return {};
                        },
                        [answer](const Result<>& result) { answer->set_value(result); })
                    .has_value());
  }
  gate.released.set_value();
  EXPECT_TRUE(answers[0].get().has_value());
  EXPECT_EQ(answers[1].get().error().kind(), Kind::invalid);
  EXPECT_TRUE(answers[2].get().has_value());
  EXPECT_TRUE(has("job0"));
  EXPECT_FALSE(has("job1"));
  EXPECT_TRUE(has("job2"));
  const auto report = look([](Reader& reader) { return verify_audit(reader); });
  EXPECT_EQ(report.rows, 2);
  EXPECT_FALSE(report.broken);
}

TEST_F(WriterTest, a_job_that_writes_without_an_audit_row_is_refused) {
  const Result<> done = database->write([](Transaction& transaction) -> Result<> {
    keep_setting(transaction, "silent", "1");
    return {};
  });
  ASSERT_TRUE(done.has_error());
  EXPECT_NE(done.error().text().find("audit"), std::string::npos);
  EXPECT_FALSE(has("silent"));
}

TEST_F(WriterTest, a_job_that_throws_is_undone_and_the_writer_goes_on) {
  const Result<> done = database->write([](Transaction& transaction) -> Result<> {
    keep_setting(transaction, "thrown", "1");
    transaction.audit(entry("setting.kept"));
    throw std::runtime_error("defect");
  });
  EXPECT_EQ(done.error().kind(), Kind::internal);
  EXPECT_FALSE(has("thrown"));
  EXPECT_TRUE(keep("after").has_value());
  EXPECT_EQ(audit_rows(), 1);
}

TEST_F(WriterTest, a_statement_that_breaks_a_constraint_fails_its_job_alone) {
  const Result<> done = database->write([](Transaction& transaction) -> Result<> {
    transaction.execute("INSERT INTO feeds (source, name) VALUES (999, 'x')");
    transaction.audit(entry("feed.added"));
    return {};
  });
  EXPECT_EQ(done.error().kind(), Kind::conflict);
  EXPECT_TRUE(keep("after").has_value());
  EXPECT_FALSE(broke_down);
}

TEST_F(WriterTest, a_full_queue_says_busy_at_its_limit) {
  Gate gate;
  hold(gate);
  std::atomic<std::size_t> answered{0};
  const auto submit = [&] {
    return database->writer().submit([](Transaction&) -> Result<> { return {}; },
                                     [&](const Result<>&) { ++answered; });
  };
  for (std::size_t i = 0; i < base::limits::writer_queue; ++i)
    ASSERT_TRUE(submit().has_value()) << i;
  EXPECT_EQ(submit().error().kind(), Kind::busy);
  gate.released.set_value();
  database->writer().stop();  // finishes what was queued
  EXPECT_EQ(answered, base::limits::writer_queue);
}

TEST_F(WriterTest, bulk_work_makes_way_for_a_request_that_waits) {
  std::promise<Result<>> request;
  int pieces = 0;
  const Result<> done = database->writer().run_bulk([&](Transaction&,
                                                        const Pace& pace) -> Result<bool> {
    if (++pieces == 1)
      (void)database->writer().submit([](Transaction&) -> Result<> { return {}; },
                                      [&](const Result<>& result) { request.set_value(result); });
    else
      return false;
    for (int row = 0; row < 1'000'000; ++row)
      if (pace.over()) return true;
    return fail(Kind::internal, "nobody asked it to make way");
  });
  EXPECT_TRUE(done.has_value()) << done.error().text();
  EXPECT_TRUE(request.get_future().get().has_value());
}

TEST_F(WriterTest, a_request_that_came_during_a_piece_shares_its_commit) {
  bool kept_in_job = false;
  bool committed_in_job = true;
  const auto [piece, request] = during_a_piece([&](Transaction& transaction) -> Result<> {
    kept_in_job = read_setting(transaction, "piece").has_value();
    committed_in_job = has("piece");
    return {};
  });
  EXPECT_TRUE(piece.has_value()) << piece.error().text();
  EXPECT_TRUE(request.has_value());
  EXPECT_TRUE(kept_in_job);
  EXPECT_FALSE(committed_in_job);
}

TEST_F(WriterTest, a_request_that_fails_during_a_piece_is_undone_alone) {
  const auto [piece, request] = during_a_piece([](Transaction& transaction) -> Result<> {
    keep_setting(transaction, "request", "1");
    return fail(Kind::invalid, "bad");
  });
  EXPECT_TRUE(piece.has_value()) << piece.error().text();
  EXPECT_EQ(request.error().kind(), Kind::invalid);
  EXPECT_TRUE(has("piece"));
  EXPECT_FALSE(has("request"));
}

TEST_F(WriterTest, a_piece_that_fails_takes_no_request_with_it) {
  const auto [piece, request] = during_a_piece(
      [](Transaction& transaction) -> Result<> {
        keep_setting(transaction, "request", "1");
        transaction.audit(entry("setting.kept"));
        return {};
      },
      fail(Kind::invalid, "bad"));
  EXPECT_EQ(piece.error().kind(), Kind::invalid);
  EXPECT_TRUE(request.has_value());
  EXPECT_FALSE(has("piece"));
  EXPECT_TRUE(has("request"));
  EXPECT_EQ(audit_rows(), 1);
}

TEST_F(WriterTest, bulk_work_between_requests_grows_while_it_is_quick) {
  ASSERT_TRUE(keep("request").has_value());
  const std::chrono::milliseconds quick(base::limits::apply_chunk_ms);
  std::vector<int> rows;
  (void)database->writer().run_bulk([&](Transaction&, const Pace& piece) -> Result<bool> {
    int taken = 0;
    while (!piece.over())
      ++taken;
    rows.push_back(taken);
    if (rows.size() == 2) clock.advance(quick + std::chrono::milliseconds(1));
    return rows.size() < 3;
  });
  EXPECT_EQ(rows, (std::vector<int>{16, 18, 16}));
}

TEST_F(WriterTest, a_failed_piece_ends_the_bulk_work_and_keeps_the_earlier_ones) {
  int pieces = 0;
  const Result<> done =
      database->writer().run_bulk([&](Transaction& transaction, const Pace&) -> Result<bool> {
        keep_setting(transaction, "piece" + std::to_string(++pieces), "1");
        transaction.audit(entry("piece"));
        if (pieces == 3) return fail(Kind::invalid, "bad");
        return true;
      });
  EXPECT_EQ(done.error().kind(), Kind::invalid);
  EXPECT_TRUE(has("piece2"));
  EXPECT_FALSE(has("piece3"));
}

TEST_F(WriterTest, the_stop_ends_bulk_work_between_two_pieces) {
  std::future<void> stopped;
  int pieces = 0;
  const Result<> done =
      database->writer().run_bulk([&](Transaction& transaction, const Pace&) -> Result<bool> {
        keep_setting(transaction, "piece" + std::to_string(++pieces), "1");
        transaction.audit(entry("piece"));
        if (pieces == 2) return false;
        stopped = std::async(std::launch::async, [this] { database->writer().stop(); });
        while (!is_stopping()) {
        }
        return true;
      });
  stopped.get();
  ASSERT_TRUE(done.has_error());
  EXPECT_EQ(done.error().kind(), Kind::unavailable);
  EXPECT_EQ(pieces, 1);
  EXPECT_TRUE(has("piece1"));
}

TEST_F(WriterTest, after_the_stop_every_job_is_answered_unavailable) {
  database->writer().stop();
  EXPECT_EQ(keep("late").error().kind(), Kind::unavailable);
}

TEST_F(WriterTest, what_was_queued_before_the_stop_is_finished) {
  Gate gate;
  hold(gate);
  std::promise<Result<>> answer;
  ASSERT_TRUE(database->writer()
                  .submit(
                      [](Transaction& transaction) -> Result<> {
                        keep_setting(transaction, "queued", "1");
                        transaction.audit(entry("setting.kept"));
                        return {};
                      },
                      [&](const Result<>& result) { answer.set_value(result); })
                  .has_value());
  gate.released.set_value();
  database->writer().stop();
  EXPECT_TRUE(answer.get_future().get().has_value());
  EXPECT_TRUE(has("queued"));
}

TEST_F(WriterTest, gives_back_in_quiet_what_a_long_work_has_read) {
  if (tsunagu::wire::sanitized) GTEST_SKIP() << "the sanitizer's allocator counts nothing";
  constexpr std::int64_t megabytes = 8'000'000;
  const auto in_use = [] { return static_cast<std::int64_t>(::mallinfo2().uordblks); };
  const auto held = [&, before = in_use()] { return in_use() - before; };
  commit([](Transaction& transaction) {
    for (int at = 0; at < 100; ++at)
      keep_setting(transaction, "page" + std::to_string(at), std::string(megabytes / 100, 'x'));
  });
  ASSERT_GT(held(), megabytes);
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (held() > megabytes / 2 && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_LT(held(), megabytes / 2);
  EXPECT_TRUE(keep("a").has_value());
}

}  // namespace
}  // namespace hub::store
