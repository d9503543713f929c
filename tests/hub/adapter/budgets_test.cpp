// Every budget of an exchange at its limit and one beyond, against an adapter process that is
// played here, message by message.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <thread>

#include "hub/adapter/decode_exchange.hpp"
#include "hub/adapter/push_exchange.hpp"
#include "tests/hub/adapter/bench.hpp"

namespace hub::adapter {
namespace {

namespace limits = base::limits;
namespace wire = tsunagu::wire;
using std::chrono::seconds;

/// Both ends of a conversation; the other side sends its script at once and reads nothing.
class Played {
 public:
  explicit Played(std::string script) : script_(std::move(script)) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_) != 0) std::abort();
    hub_ = std::make_unique<wire::Channel>(ends_[0]);
    child_ = std::make_unique<wire::Channel>(ends_[1]);
    talk_ = std::make_unique<Conversation>(*hub_, seconds(30), seconds(60));
    player_ = std::thread([this] { play(); });
  }
  ~Played() {
    ::shutdown(ends_[0], SHUT_RDWR);
    player_.join();
  }
  Played(const Played&) = delete;
  Played& operator=(const Played&) = delete;

  Conversation& talk() { return *talk_; }
  /// How it ended: empty when it did not break.
  std::string fault() const {
    return talk_->broken() ? std::string(name_of(talk_->broken()->cause)) : std::string();
  }

 private:
  void play() {
    for (std::string_view rest = script_; !rest.empty();) {
      const ssize_t sent = ::send(ends_[1], rest.data(), rest.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      rest.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  std::string script_;
  int ends_[2] = {-1, -1};
  std::unique_ptr<wire::Channel> hub_;
  std::unique_ptr<wire::Channel> child_;
  std::unique_ptr<Conversation> talk_;
  std::thread player_;
};

std::string decoded(std::string script, std::string input, bench::Collected& collected) {
  Played played(std::move(script));
  bench::Bytes bytes(std::move(input));
  DecodeExchange exchange(played.talk(), bytes, collected);
  exchange.run({"k", "lines", "", 0, -1});
  return played.fault();
}

std::string decoded(std::string script, std::string input = {}) {
  bench::Collected collected;
  return decoded(std::move(script), std::move(input), collected);
}

std::string with_done(std::string script) {
  wire::append(script, wire::Done{});
  return script;
}

/// Messages of exactly `size` bytes, the last of them the end.
std::string output_of(std::size_t size, std::string script = {}) {
  constexpr std::size_t most = 200'000;
  const std::size_t end = with_done({}).size();
  std::string empty;
  wire::append(empty, wire::Record{});
  for (std::size_t rest = size - end - script.size(); rest > 0;) {
    std::size_t part = std::min(rest, most);
    if (rest - part > 0 && rest - part < empty.size()) part -= empty.size();
    wire::append(script, wire::Record{1, std::string(part - empty.size(), ' ')});
    rest -= part;
  }
  return with_done(std::move(script));
}

TEST(OutputBudget, is_spent_to_its_last_byte_and_no_further) {
  EXPECT_EQ(output_of(limits::adapter_output_least).size(), limits::adapter_output_least);
  EXPECT_EQ(decoded(output_of(limits::adapter_output_least - 1)), "");
  EXPECT_EQ(decoded(output_of(limits::adapter_output_least)), "");
  EXPECT_EQ(decoded(output_of(limits::adapter_output_least + 1)), "flooded");
}

TEST(OutputBudget, grows_with_what_went_in) {
  std::string want;
  wire::append(want, wire::Want{});
  const std::size_t budget = limits::adapter_output_least + 2 * limits::adapter_output_ratio;
  EXPECT_EQ(decoded(output_of(budget, want), "ab"), "");
  EXPECT_EQ(decoded(output_of(budget + 1, want), "ab"), "flooded");
}

TEST(RecordBudget, holds_against_a_process_that_does_not_keep_it) {
  for (const std::size_t size : {limits::record_bytes - 1, limits::record_bytes}) {
    bench::Collected collected;
    std::string script;
    wire::append(script, wire::Record{7, std::string(size, ' ')});
    EXPECT_EQ(decoded(with_done(script), {}, collected), "");
    ASSERT_EQ(collected.records.size(), 1U);
    EXPECT_EQ(collected.records[0].size(), size);
  }
  std::string beyond;
  wire::append(beyond, wire::Record{7, std::string(limits::record_bytes + 1, ' ')});
  EXPECT_EQ(decoded(with_done(beyond)), "nonsense");
}

/// As many problems as the output budget pays for are taken one by one, never held.
TEST(WarningBudget, is_the_output_budget) {
  wire::ProblemMessage warning{static_cast<std::uint8_t>(wire::ProblemKind::warning),
                               {"odd", "変です", 1}};
  std::string one;
  wire::append(one, warning);
  const std::size_t most = (limits::adapter_output_least - with_done({}).size()) / one.size();
  std::string script;
  for (std::size_t i = 0; i < most; ++i)
    script += one;
  bench::Collected collected;
  EXPECT_EQ(decoded(with_done(script), {}, collected), "");
  EXPECT_EQ(collected.warnings.size(), most);
  EXPECT_EQ(decoded(with_done(script + one)), "flooded");
}

std::string pushed(std::string script) {
  Played played(std::move(script));
  PushExchange exchange(played.talk());
  exchange.run("referral", "{}");
  return played.fault();
}

std::string files(std::size_t count) {
  std::string script;
  for (std::size_t i = 0; i < count; ++i)
    wire::append(script, wire::File{"_" + std::to_string(i) + ".csv"});
  return with_done(std::move(script));
}

TEST(PushBudget, of_files) {
  EXPECT_EQ(pushed(files(limits::push_files)), "");
  EXPECT_EQ(pushed(files(limits::push_files + 1)), "nonsense");
}

std::string file_of(std::size_t size) {
  std::string script;
  wire::append(script, wire::File{"_a.csv"});
  while (size > 0) {
    const std::size_t part = std::min(size, wire::transfer_bytes);
    wire::append(script, wire::FileBytes{std::string(part, 'x')});
    size -= part;
  }
  return with_done(std::move(script));
}

TEST(PushBudget, of_bytes) {
  EXPECT_EQ(pushed(file_of(limits::push_bytes)), "");
  EXPECT_EQ(pushed(file_of(limits::push_bytes + 1)), "nonsense");
}

TEST(PushBudget, of_a_files_name) {
  for (const std::size_t size : {std::size_t{64}, std::size_t{65}}) {
    std::string script;
    wire::append(script, wire::File{std::string(size, 'a')});
    EXPECT_EQ(pushed(with_done(script)), size <= 64 ? "" : "nonsense");
  }
}

TEST(HealthBudget, of_lines) {
  for (const std::size_t count : {std::size_t{100}, std::size_t{101}}) {
    std::string script;
    for (std::size_t i = 0; i < count; ++i)
      wire::append(script, wire::HealthLine{1, "ready", "ok"});
    Played played(with_done(script));
    std::vector<HealthLine> lines;
    EXPECT_EQ(ask_health(played.talk(), lines), count <= 100);
    EXPECT_EQ(played.fault(), count <= 100 ? "" : "nonsense");
  }
}

TEST(TimeBudget, of_the_whole_ends_an_adapter_that_gives_signs_of_life_for_ever) {
  Launch launch = bench::launch("drips");
  launch.budget.idle = std::chrono::hours(1);
  launch.budget.exchange = milliseconds(500);
  bench::Source source(launch);
  ASSERT_FALSE(source.decode());
  EXPECT_EQ(name_of(source.fault().cause), "hung");
}

}  // namespace
}  // namespace hub::adapter
