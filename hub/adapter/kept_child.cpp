#include "hub/adapter/kept_child.hpp"

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <mutex>

#include "hub/keeper/line.hpp"

namespace hub::adapter {

using base::fail;
using base::Kind;
using base::Result;
using base::UniqueFd;
using keeper::Says;
using keeper::Word;
using std::chrono::steady_clock;
namespace wire = tsunagu::wire;

namespace {

constexpr milliseconds patience_for_the_killed{5'000};
constexpr milliseconds patience_for_a_look{200};

}  // namespace

/// The line to the keeper, and what came over it. Any thread.
struct KeptChild::Kept {
  explicit Kept(keeper::Line to) : line(std::move(to)) {}

  void say(const Word& word) {
    const std::lock_guard lock(mutex);
    static_cast<void>(line.say(word));
  }
  /// Whether it is over: the process has ended, or its keeper has gone.
  bool over_within(milliseconds patience) {
    const std::lock_guard lock(mutex);
    static_cast<void>(await(Says::ended, patience));
    return ended || line.closed();
  }
  std::uint64_t look() {
    const std::lock_guard lock(mutex);
    if (ended || !line.say({Says::look, 0, 0, {}})) return 0;
    const auto seen = await(Says::seen, patience_for_a_look);
    return seen ? static_cast<std::uint64_t>(seen->number) : 0;
  }
  /// Under the lock.
  std::optional<Word> await(Says wanted, milliseconds patience) {
    const auto until = steady_clock::now() + patience;
    while (!ended && !line.closed()) {
      auto word = line.hear(until);
      if (word && word->says == Says::ended) ended = word;
      if (word && word->says == wanted) return word;
      if (!word && steady_clock::now() >= until) break;
    }
    return std::nullopt;
  }

  std::mutex mutex;
  keeper::Line line;
  std::optional<Word> ended;
};

KeptChild::KeptChild(pid_t pid, int socket, std::shared_ptr<Kept> kept)
    : Child(socket), pid_(pid), kept_(std::move(kept)) {}

Result<std::unique_ptr<Child>> KeptChild::start(const wire::HostCall& call,
                                                const std::filesystem::path& keeper,
                                                milliseconds patience) {
  auto line = keeper::Line::to(keeper);
  if (!line) return fail(Kind::busy, line.error().text());
  const UniqueFd adapter(::open(call.adapter.c_str(), O_RDONLY | O_CLOEXEC));
  int ends[2];
  if (!adapter || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return fail(Kind::unavailable, call.adapter.string() + ": " + std::strerror(errno));
  auto kept = std::make_shared<Kept>(std::move(*line));
  std::unique_ptr<KeptChild> child(new KeptChild(0, ends[0], kept));
  const UniqueFd its(ends[1]);
  static_cast<void>(
      kept->line.say({call.adapter.filename().string(), call.data_dir, call.memory_bytes,
                      call.cpu_seconds, static_cast<std::uint8_t>(call.guarded ? 1 : 0)},
                     adapter.get(), its.get()));
  const auto answer = kept->line.hear(steady_clock::now() + patience);
  if (answer && answer->says == Says::refused)
    return fail(Kind::busy, "its keeper can't start it: " + answer->text);
  if (!answer || answer->says != Says::started)
    return fail(Kind::busy, keeper.string() + ": the keeper does not let us start it");
  child->pid_ = static_cast<pid_t>(answer->number);
  return std::unique_ptr<Child>(std::move(child));
}

KeptChild::~KeptChild() {
  kept_->say({Says::kill, 0, 0, {}});
}

Memory KeptChild::memory() const {
  return [kept = kept_] { return kept->look(); };
}

bool KeptChild::alive() const {
  return !kept_->over_within(milliseconds(0));
}

void KeptChild::grant_cpu(std::int64_t seconds) const {
  kept_->say({Says::grant, seconds, 0, {}});
}

Fault KeptChild::end(milliseconds patience, const Fault& killed) {
  const bool by_itself = kept_->over_within(patience);
  if (!by_itself) {
    kept_->say({Says::kill, 0, 0, {}});
    static_cast<void>(kept_->over_within(patience_for_the_killed));
  }
  if (!by_itself) return killed;
  if (!kept_->ended) return {Cause::exited, 0, "lost its keeper"};
  return how_it_ended(static_cast<int>(kept_->ended->code), static_cast<int>(kept_->ended->number));
}

}  // namespace hub::adapter
