#include "sdk/conformance/guest.hpp"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <utility>

#include "sdk/wire/spawn.hpp"

namespace tsunagu::conformance {
namespace {

using std::chrono::steady_clock;
constexpr std::int64_t cpu_seconds = 600;

Words end_of(int pid) {
  int status = 0;
  if (::waitpid(pid, &status, 0) != pid) return {"プロセスが終わりました", "the process ended"};
  if (WIFSIGNALED(status)) {
    const std::string number = std::to_string(WTERMSIG(status));
    return {"プロセスがシグナル " + number + " で終わりました",
            "the process ended by signal " + number};
  }
  const std::string number = std::to_string(WEXITSTATUS(status));
  return {"プロセスが終了コード " + number + " で終わりました",
          "the process ended by itself with status " + number};
}

/// A line of /proc/PID/status, in bytes.
std::uint64_t proc_status(int pid, std::string_view name) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind(name, 0) == 0) return std::stoull(line.substr(name.size())) * 1024;
  }
  return 0;
}

}  // namespace

Guest::Guest(const Target& target) : target_(target) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    throw Broken({"ソケットを作れません", "no socket pair"});
  }
  const wire::HostCall call{target.host, target.adapter, target.data_dir, target.memory_bytes,
                            cpu_seconds};
  pid_ = wire::spawn(call, ends[1], wire::Group::ours).pid;
  ::close(ends[1]);
  channel_ = std::make_unique<wire::Channel>(ends[0]);
  if (pid_ < 0) {
    throw Broken(same(target.host.string()) + Words{" を起動できません", " can't be started"});
  }
  wire::Frame first = hear();
  if (wire::as<wire::Walls>(first)) first = hear();
  if (const auto fatal = wire::as<wire::Fatal>(first)) {
    throw Broken(Words{"読み込めません: ", "it can't be loaded: "} + same(fatal->text));
  }
  const auto hello = take<wire::Hello>(first);
  if (hello.protocol != wire::protocol_version) {
    throw Broken({"通信の版が違います", "it speaks another version of the wire"});
  }
  manifest_errors_ = wire::read_manifest(hello.manifest, manifest_);
}

Guest::~Guest() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void Guest::broken(wire::Io io) {
  if (io == wire::Io::timed_out) {
    throw Broken({"時間内に応答がありません", "gave no sign of life within its time"});
  }
  if (io == wire::Io::malformed) {
    throw Broken({"ありえない長さのフレームです", "an impossible frame"});
  }
  const int pid = std::exchange(pid_, -1);
  throw Broken(end_of(pid));
}

wire::Frame Guest::hear() {
  wire::Frame frame{};
  const wire::Io io = channel_->next(frame, steady_clock::now() + target_.patience);
  if (io != wire::Io::ok) broken(io);
  return frame;
}

template <class Message>
Message Guest::take(const wire::Frame& frame) {
  auto message = wire::as<Message>(frame);
  if (message) return *std::move(message);
  const std::string type = std::to_string(static_cast<int>(frame.type));
  throw Broken({"ここでは許されないか、壊れたメッセージです（種別 " + type + "）",
                "a message that is malformed or does not belong here (type " + type + ")"});
}

template <class Message>
void Guest::say(const Message& message) {
  if (!channel_->queue(message)) throw Broken({"メッセージが長すぎます", "a message is too long"});
  const wire::Io io = channel_->flush(steady_clock::now() + target_.patience);
  if (io != wire::Io::ok) broken(io);
}

wire::Created Guest::create(const wire::Settings& settings) {
  say(wire::Create{settings});
  return take<wire::Created>(hear());
}

void Guest::answer_want(const Offer& offer, std::size_t& at, std::size_t& blocks) {
  if (blocks++ >= offer.blocks_wanted) {
    say(wire::Stop{});
    return;
  }
  const std::size_t most = std::min(offer.block, wire::transfer_bytes);
  const std::string_view block = offer.bytes.substr(at, most);
  at += block.size();
  say(wire::Block{block});
}

void Guest::on_frame(const wire::Frame& frame, Decoded& decoded) {
  if (frame.type == wire::Type::record) {
    const auto record = take<wire::Record>(frame);
    decoded.records.push_back({std::string(record.json), record.line});
    return;
  }
  if (frame.type == wire::Type::progress) {
    static_cast<void>(take<wire::Progress>(frame));
    return;
  }
  const auto told = take<wire::ProblemMessage>(frame);
  switch (static_cast<wire::ProblemKind>(told.kind)) {
    case wire::ProblemKind::reject:
      decoded.rejects.push_back(told.problem);
      return;
    case wire::ProblemKind::warning:
      decoded.warnings.push_back(told.problem);
      return;
    case wire::ProblemKind::refusal:
      decoded.refusal = told.problem;
      return;
  }
  throw Broken({"知らない種類の指摘です", "a problem of no known kind"});
}

Decoded Guest::decode(const Offer& offer) {
  const auto begin = steady_clock::now();
  constexpr std::int64_t received_at_ms = 1'775'779'200'000;  // 2026-04-10T00:00:00Z
  say(wire::Decode{offer.feed, offer.name, received_at_ms,
                   static_cast<std::int64_t>(offer.bytes.size())});
  Decoded decoded;
  std::size_t at = 0;
  std::size_t blocks = 0;
  wire::Frame frame = hear();
  for (; frame.type != wire::Type::done; frame = hear()) {
    if (frame.type == wire::Type::want) {
      answer_want(offer, at, blocks);
    } else {
      on_frame(frame, decoded);
    }
    if (steady_clock::now() - begin > target_.patience * 10) broken(wire::Io::timed_out);
  }
  const auto done = take<wire::Done>(frame);
  decoded.status = done.status;
  decoded.rows = done.rows;
  decoded.bytes_read = std::min(at, offer.bytes.size());
  decoded.order_key = done.order_key;
  decoded.took = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begin);
  return decoded;
}

Pushed Guest::push(const std::string& kind, const std::string& json) {
  say(wire::Push{kind, json});
  Pushed pushed;
  for (;;) {
    const wire::Frame frame = hear();
    if (frame.type == wire::Type::done) {
      pushed.status = take<wire::Done>(frame).status;
      return pushed;
    }
    if (frame.type == wire::Type::file) {
      pushed.suffixes.push_back(take<wire::File>(frame).suffix);
    } else if (frame.type == wire::Type::file_bytes) {
      pushed.bytes += take<wire::FileBytes>(frame).bytes.size();
    } else {
      const auto told = take<wire::ProblemMessage>(frame);
      const bool refusal = told.kind == static_cast<std::uint8_t>(wire::ProblemKind::refusal);
      if (refusal) pushed.refusal = told.problem;
    }
  }
}

Health Guest::health() {
  say(wire::HealthQuestion{});
  Health told;
  wire::Frame frame = hear();
  for (; frame.type != wire::Type::done; frame = hear())
    told.lines.push_back(take<wire::HealthLine>(frame));
  told.status = take<wire::Done>(frame).status;
  return told;
}

std::string Guest::recognize(const std::string& name, std::string_view bytes) {
  say(wire::Recognize{name, bytes.substr(0, wire::transfer_bytes)});
  std::string feed;
  wire::Frame frame = hear();
  if (frame.type == wire::Type::recognized) {
    feed = take<wire::Recognized>(frame).feed;
    frame = hear();
  }
  static_cast<void>(take<wire::Done>(frame));
  return feed;
}

std::uint64_t Guest::memory() const {
  return proc_status(pid_, "VmRSS:");
}

std::uint64_t Guest::most_memory() const {
  return proc_status(pid_, "VmHWM:");
}

}  // namespace tsunagu::conformance
