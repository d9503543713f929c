// The dispatcher against an outbox in memory and a sender that answers when the test says.
#include "hub/delivery/dispatcher.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

using namespace hub;
using delivery::Claim;
using delivery::Fate;
using delivery::Outcome;

const auto start = base::utc_from_millis(1'775'000'000'000);

class SharedClock final : public base::Clock {
 public:
  [[nodiscard]] base::UtcMillis now() const override { return base::utc_from_millis(millis_); }
  void advance(std::chrono::milliseconds by) { millis_ += by.count(); }

 private:
  std::atomic<std::int64_t> millis_{base::millis_of(start)};
};

/// What the store promises: of each case the earliest open row, if it is not leased and is due.
class MemoryOutbox final : public delivery::OutboxPort {
 public:
  struct Row {
    Claim claim;
    base::UtcMillis due = start;
    bool leased = false;
    bool open = true;
    std::vector<Outcome> outcomes;
    int given_back = 0;
  };

  void add(std::int64_t id, const std::string& partner, const std::string& order_key) {
    const std::lock_guard lock(mutex_);
    Row row;
    row.claim.id = id;
    row.claim.partner = partner;
    row.claim.order_key = order_key;
    row.claim.message_id = "m" + std::to_string(id);
    row.claim.url = "https://" + partner + "/hook";
    row.claim.content_type = "application/json";
    row.claim.body = "{}";
    rows_.push_back(row);
  }
  explicit MemoryOutbox(const base::Clock& clock) : clock_(clock) {}

  void turn(std::vector<Outcome> outcomes, delivery::Room room, delivery::OnTurn done) override {
    done(turned(outcomes, std::move(room)));
  }
  std::optional<base::UtcMillis> next_due(base::UtcMillis) override { return std::nullopt; }

  /// Waits until the row has that many outcomes that were tries.
  Outcome outcome(std::int64_t id, std::size_t count = 1) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return find(id).outcomes.size() >= count; });
    return find(id).outcomes[count - 1];
  }
  bool leased(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    return find(id).leased;
  }
  int given_back(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    return find(id).given_back;
  }
  void fail_next(int turns) {
    const std::lock_guard lock(mutex_);
    failing_ = turns;
  }

 private:
  Row& find(std::int64_t id) {
    return *std::find_if(rows_.begin(), rows_.end(),
                         [&](const Row& row) { return row.claim.id == id; });
  }
  void record(const Outcome& outcome) {
    auto& row = find(outcome.id);
    row.leased = false;
    if (outcome.fate == Fate::not_sent) {
      ++row.given_back;
      return;
    }
    ++row.claim.attempt;
    row.open = outcome.fate == Fate::retry;
    row.due = outcome.next_at.value_or(row.due);
    row.outcomes.push_back(outcome);
  }
  base::Result<std::vector<Claim>> turned(const std::vector<Outcome>& outcomes,
                                          delivery::Room room) {
    const std::lock_guard lock(mutex_);
    if (failing_ > 0) {
      --failing_;
      return base::fail(base::Kind::storage_full, "disk full");
    }
    for (const auto& outcome : outcomes)
      record(outcome);
    changed_.notify_all();
    return claim(clock_.now(), std::move(room));
  }
  std::vector<Claim> claim(base::UtcMillis now, delivery::Room room) {
    std::vector<Claim> out;
    std::vector<std::pair<std::string, std::string>> seen;
    for (auto& row : rows_) {
      const auto key = std::pair(row.claim.partner, row.claim.order_key);
      if (!row.open || std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
      seen.push_back(key);
      auto& left = room.partners.try_emplace(row.claim.partner, room.otherwise).first->second;
      if (row.leased || row.due > now || left == 0 || room.in_all == 0) continue;
      --left;
      --room.in_all;
      row.leased = true;
      out.push_back(row.claim);
    }
    return out;
  }

  const base::Clock& clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Row> rows_;
  int failing_ = 0;
};

class AllReceivers final : public delivery::Receivers {
 public:
  [[nodiscard]] std::optional<delivery::Receiver> find(std::string_view partner) const override {
    if (partner == "unknown") return std::nullopt;
    delivery::Receiver out;
    out.policy = std::make_shared<egress::PartnerPolicy>();
    out.keys = {crypto::WebhookKey::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").value()};
    return out;
  }
};

egress::Answer answer_of(int status) {
  egress::Answer answer;
  answer.status = status;
  return answer;
}

/// Answers partner "dead" never, until told; others at once.
class Wire {
 public:
  void operator()(egress::OutgoingRequest request, egress::OnDone on_done) {
    std::unique_lock lock(mutex_);
    const bool dead = request.url.starts_with("https://dead/");
    requests_.push_back(std::move(request));
    if (dead) {
      hanging_.push_back(std::move(on_done));
      changed_.notify_all();
      return;
    }
    auto result = answer_;
    changed_.notify_all();
    lock.unlock();
    on_done(std::move(result));
  }
  void answer_with(int status, std::string retry_after = "") {
    const std::lock_guard lock(mutex_);
    auto answer = answer_of(status);
    answer.retry_after = std::move(retry_after);
    answer_ = std::move(answer);
  }
  void wait_hanging(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return hanging_.size() >= count; });
  }
  std::size_t hanging() {
    const std::lock_guard lock(mutex_);
    return hanging_.size();
  }
  void time_out_hanging() { end_hanging(base::fail(base::Kind::unavailable, "timed out")); }
  void end_hanging(const base::Result<egress::Answer>& result) {
    std::vector<egress::OnDone> taken;
    {
      const std::lock_guard lock(mutex_);
      taken.swap(hanging_);
    }
    for (auto& on_done : taken)
      on_done(result);
  }
  std::vector<egress::OutgoingRequest> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<egress::OutgoingRequest> requests_;
  std::vector<egress::OnDone> hanging_;
  base::Result<egress::Answer> answer_ = answer_of(200);
};

class Dispatching : public testing::Test {
 protected:
  void begin() {
    dispatcher_ = std::make_unique<delivery::Dispatcher>(
        outbox_, receivers_,
        [this](egress::OutgoingRequest request, egress::OnDone done) {
          wire_(std::move(request), std::move(done));
        },
        clock_, random_, settings_);
  }
  void TearDown() override {
    if (!dispatcher_) return;
    wire_.time_out_hanging();
    dispatcher_->stop();
  }

  SharedClock clock_;
  MemoryOutbox outbox_{clock_};
  AllReceivers receivers_;
  Wire wire_;
  base::SeededRandom random_{3};
  delivery::DispatcherSettings settings_;
  std::unique_ptr<delivery::Dispatcher> dispatcher_;
};

std::string header(const egress::OutgoingRequest& request, std::string_view name) {
  for (const auto& [key, value] : request.headers) {
    if (key == name) return value;
  }
  return {};
}

TEST_F(Dispatching, signs_when_it_sends) {
  outbox_.add(1, "mirai", "case1");
  begin();
  EXPECT_EQ(outbox_.outcome(1).fate, Fate::delivered);
  const auto request = wire_.requests().at(0);
  const auto keys = receivers_.find("mirai")->keys;
  EXPECT_TRUE(
      crypto::verify_webhook({header(request, "webhook-id"), header(request, "webhook-timestamp"),
                              header(request, "webhook-signature")},
                             request.body, keys, start)
          .has_value());
}

TEST_F(Dispatching, keeps_the_order_of_a_case_across_a_retry) {
  wire_.answer_with(503);
  outbox_.add(1, "mirai", "case1");
  outbox_.add(2, "mirai", "case1");
  begin();
  const auto first = outbox_.outcome(1);
  EXPECT_EQ(first.fate, Fate::retry);
  EXPECT_EQ(first.reason, "http_503");
  wire_.answer_with(200);
  clock_.advance(std::chrono::minutes(1));
  dispatcher_->wake();
  EXPECT_EQ(outbox_.outcome(2).fate, Fate::delivered);
  const auto requests = wire_.requests();
  ASSERT_EQ(requests.size(), 3u);
  EXPECT_EQ(header(requests[0], "webhook-id"), "m1");
  EXPECT_EQ(header(requests[1], "webhook-id"), "m1");
  EXPECT_EQ(header(requests[2], "webhook-id"), "m2");
}

TEST_F(Dispatching, honours_retry_after) {
  wire_.answer_with(429, "3600");
  outbox_.add(1, "mirai", "case1");
  begin();
  EXPECT_GE(outbox_.outcome(1).next_at.value(), start + std::chrono::hours(1));
}

TEST_F(Dispatching, reports_a_partner_that_is_gone) {
  wire_.answer_with(410);
  outbox_.add(1, "mirai", "case1");
  begin();
  EXPECT_EQ(outbox_.outcome(1).fate, Fate::partner_gone);
}

TEST_F(Dispatching, lets_no_dead_partner_hold_up_the_others) {
  for (int id = 1; id <= 40; ++id)
    outbox_.add(id, "dead", "case" + std::to_string(id));
  for (int id = 41; id <= 80; ++id)
    outbox_.add(id, "mirai", "case" + std::to_string(id));
  begin();
  wire_.wait_hanging(base::limits::in_flight_per_partner);
  for (int id = 41; id <= 80; ++id)
    EXPECT_EQ(outbox_.outcome(id).fate, Fate::delivered);
  EXPECT_EQ(wire_.hanging(), base::limits::in_flight_per_partner);
}

TEST_F(Dispatching, lets_more_wait_for_a_partner_that_answered_promptly_but_only_for_it) {
  const auto connections = base::limits::in_flight_per_partner;
  settings_.ahead_per_partner = 20;
  for (int id = 1; id <= 100; ++id)
    outbox_.add(id, "dead", "case" + std::to_string(id));
  begin();
  wire_.wait_hanging(connections);
  EXPECT_EQ(wire_.hanging(), connections);
  wire_.end_hanging(answer_of(200));
  wire_.wait_hanging(connections + settings_.ahead_per_partner);
}

TEST_F(Dispatching, claims_anew_what_could_not_begin_in_time_and_counts_no_try) {
  outbox_.add(1, "dead", "case1");
  begin();
  wire_.wait_hanging(1);
  wire_.end_hanging(base::fail(base::Kind::busy, "no connection came free in time"));
  wire_.wait_hanging(1);
  EXPECT_EQ(outbox_.given_back(1), 1);
  wire_.end_hanging(answer_of(200));
  EXPECT_EQ(outbox_.outcome(1).fate, Fate::delivered);
  EXPECT_TRUE(wire_.requests().at(0).begin_within.has_value());
}

TEST_F(Dispatching, stops_though_the_outbox_takes_nothing_any_more) {
  outbox_.add(1, "dead", "case1");
  begin();
  wire_.wait_hanging(1);
  outbox_.fail_next(1'000'000);
  wire_.time_out_hanging();
  dispatcher_->stop();
  EXPECT_TRUE(outbox_.leased(1));
}

TEST_F(Dispatching, tries_a_partner_that_is_not_configured_again_later) {
  outbox_.add(1, "unknown", "case1");
  begin();
  const auto outcome = outbox_.outcome(1);
  EXPECT_EQ(outcome.fate, Fate::retry);
  EXPECT_EQ(outcome.reason, "no_answer_not_found");
}

TEST_F(Dispatching, records_later_what_the_outbox_could_not_take) {
  outbox_.add(1, "dead", "case1");
  begin();
  wire_.wait_hanging(1);
  outbox_.fail_next(1);
  wire_.time_out_hanging();
  while (!dispatcher_->counts().failed)
    std::this_thread::yield();
  dispatcher_->wake();
  EXPECT_EQ(outbox_.outcome(1).fate, Fate::retry);
}

TEST_F(Dispatching, records_what_is_under_way_before_it_stops) {
  outbox_.add(1, "dead", "case1");
  outbox_.add(2, "dead", "case1");
  begin();
  wire_.wait_hanging(1);
  std::thread stopping([this] { dispatcher_->stop(); });
  wire_.time_out_hanging();
  stopping.join();
  EXPECT_EQ(outbox_.outcome(1).fate, Fate::retry);
  EXPECT_FALSE(outbox_.leased(1));
  EXPECT_FALSE(outbox_.leased(2));
}

}  // namespace
