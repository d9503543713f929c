// An adapter that does what its setting `fault` says, after it gave a record for each line that it
// read. With `none` it is a good one: the control of every fault.
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tsunagu/adapter.hpp"

namespace {

using tsunagu::Sink;

constexpr int hub_socket = 3;

void crash(int signal) {
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

[[noreturn]] void sleep_for_ever() {
  for (;;)
    ::sleep(3600);
}

void spin_for_ever() {
  for (volatile bool on = true; on;) {
  }
}

[[noreturn]] void flood(Sink& sink) {
  for (;;)
    sink.record(R"({"kind":"flood"})");
}

/// A sign of life now and then, and no end.
[[noreturn]] void drip(Sink& sink) {
  for (std::uint64_t row = 0;; ++row) {
    sink.progress(row);
    ::usleep(20'000);
  }
}

void hog() {
  std::vector<std::vector<char>> held;
  for (;;)
    held.emplace_back(64 * 1024 * 1024, 'x');
}

/// Past the host, straight into the socket.
void write_raw(const std::string& bytes) {
  if (::write(hub_socket, bytes.data(), bytes.size()) < 0) std::abort();
}

void say(Sink& sink, bool worked) {
  sink.record(worked ? R"({"result":"worked"})" : R"({"result":"refused"})");
}

/// Whatever records a test wants.
void say_lines(Sink& sink, const std::string& lines) {
  std::istringstream in(lines);
  std::uint64_t line = 0;
  for (std::string record; std::getline(in, record);)
    sink.record(record, ++line);
}

void open_file(Sink& sink, const std::string& path, int flags) {
  const int opened = ::open(path.c_str(), flags, 0600);
  say(sink, opened >= 0);
  if (opened >= 0) ::close(opened);
}

void open_socket(Sink& sink, int family) {
  const int opened = ::socket(family, SOCK_STREAM, 0);
  say(sink, opened >= 0);
  if (opened >= 0) ::close(opened);
}

void start_thread(Sink& sink) {
  pthread_t thread{};
  const auto nothing = [](void*) -> void* { return nullptr; };
  const bool started = ::pthread_create(&thread, nullptr, nothing, nullptr) == 0;
  if (started) ::pthread_join(thread, nullptr);
  say(sink, started);
}

void have_child(Sink& sink) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  say(sink, child > 0);
}

/// Says how many children it got before it was stopped; each of them would have done the same.
void fork_bomb(Sink& sink) {
  constexpr int enough = 8;
  int children = 0;
  for (int i = 0; i < enough; ++i) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    if (child > 0) ++children;
  }
  while (::waitpid(-1, nullptr, 0) > 0) {
  }
  say(sink, children > 0);
}

/// By the signal of that number, or only asks whether it could.
void kill_parent(Sink& sink, const std::string& signal) {
  say(sink, ::kill(::getppid(), signal.empty() ? 0 : std::stoi(signal)) == 0);
}

/// Lets the kernel send it: the process of that number gets a signal when the socket can be
/// written to.
void signal_by_descriptor(Sink& sink, const std::string& pid) {
  const bool owned = ::fcntl(hub_socket, F_SETOWN, std::stoi(pid)) == 0;
  const bool killing = owned && ::fcntl(hub_socket, F_SETSIG, SIGKILL) == 0;
  const bool on = killing && ::fcntl(hub_socket, F_SETFL, O_ASYNC) == 0;
  say(sink, on);
}

void trace(Sink& sink, const std::string& pid) {
  const pid_t sibling = std::stoi(pid);
  const bool seized = ::ptrace(PTRACE_SEIZE, sibling, nullptr, nullptr) == 0;
  if (seized) ::ptrace(PTRACE_DETACH, sibling, nullptr, nullptr);
  say(sink, seized);
}

/// Address space only: nobody's memory is used.
void take_space(Sink& sink, const std::string& mebibytes) {
  const std::size_t size = std::stoul(mebibytes) * 1024 * 1024;
  void* space =
      ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  say(sink, space != MAP_FAILED);
}

void reject_a_million(Sink& sink) {
  for (std::uint64_t line = 1; line <= 1'000'000; ++line)
    sink.reject({"bad_row", "読めない行です", line});
}

void give_a_million_concerns(Sink& sink) {
  std::string record = R"({"kind":"consultation","recordKey":"k","concerns":[)";
  for (int i = 0; i < 1'000'000; ++i)
    record += R"({"code":"CARE"},)";
  record.back() = ']';
  sink.record(record + "}", 1);
}

/// A frame that says it is longer than what comes, and then nothing.
[[noreturn]] void send_half_a_frame() {
  write_raw(std::string("\x64\0\0\0\x05x", 6));
  sleep_for_ever();
}

void make_code(Sink& sink) {
  void* memory =
      ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  say(sink, memory != MAP_FAILED);
}

void list_descriptors(Sink& sink) {
  std::string open;
  for (int descriptor = 0; descriptor < 1024; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) >= 0)
      open += (open.empty() ? "" : ",") + std::to_string(descriptor);
  }
  sink.record("[" + open + "]");
}

}  // namespace

class Bad final : public tsunagu::Adapter {
 public:
  static constexpr std::string_view manifest = R"({
    "id": "bad", "version": "1.0.0", "name": "不具合の見本", "description": "試験用",
    "fields": ["kaigo"],
    "feeds": [{"name": "lines", "description": "1行1件", "mode": "full", "order": "content",
               "encodings": ["utf8"]}],
    "writes": ["person"], "pushes": ["referral"],
    "config": [
      {"key": "fault", "type": "text", "default": "none", "help": "何をするか"},
      {"key": "path", "type": "text", "default": "", "help": "開くファイル"}]
  })";

  explicit Bad(const tsunagu::Config& config)
      : fault_(config.text("fault")), path_(config.text("path")) {
    if (fault_ == "refuses_settings") throw tsunagu::ConfigError("path", "使えない値です");
    if (fault_ == "crashes_at_start") crash(SIGABRT);
    if (fault_ == "hangs_at_start") sleep_for_ever();
    if (fault_ == "reads_at_start" && !std::ifstream(path_)) {
      throw tsunagu::ConfigError("path", "読めません");
    }
    if (fault_ == "reads_data_at_start" && !std::ifstream(config.data_dir() + "/table")) {
      throw tsunagu::ConfigError("path", "読めません");
    }
  }

  tsunagu::Outcome decode(tsunagu::Input& input, Sink& sink) override {
    if (fault_ == "reads_a_byte") return read_a_byte(input);
    const std::uint64_t rows = give_lines(input, sink);
    tired_ = true;
    if (rows == 0 && fault_ == "crashes_on_empty") crash(SIGABRT);
    misbehave(sink);
    if (fault_ == "refuses") return tsunagu::Outcome::refuse({"trailer_count", "件数が違います"});
    return tsunagu::Outcome::done(rows, "2026-04-10");
  }

  tsunagu::Outcome push(const tsunagu::Message& message, tsunagu::Outbox& outbox) override {
    outbox.open(fault_ == "climbs" ? "../evil" : "_a.csv");
    outbox.write(message.json());
    if (fault_ == "refuses") return tsunagu::Outcome::refuse({"no_such_case", "該当がありません"});
    outbox.open("_b.csv");
    outbox.write(std::string(fault_ == "floods" ? 64U * 1024 * 1024 : 600U * 1024, 'x'));
    for (int i = 0; fault_ == "warns" && i < 20'000; ++i)
      outbox.warning({"again", "同じ注意です"});
    outbox.warning({"substituted", "〜 を ~ に置き換えました"});
    return tsunagu::Outcome::done();
  }

  void health(tsunagu::Health& health) override {
    if (fault_ == "throws") throw std::runtime_error("thrown on purpose");
    if (fault_ == "crashes_of_health") crash(SIGABRT);
    if (fault_ == "tires" && tired_) return health.bad("tired", "休ませてください");
    health.good("ready", "準備ができています");
    health.bad("NOT A CODE", "制御\x01文字");
  }

 private:
  /// Right, but unusual: it needs no more of the file.
  static tsunagu::Outcome read_a_byte(tsunagu::Input& input) {
    char byte = 0;
    return tsunagu::Outcome::done(input.read(&byte, 1));
  }

  static std::uint64_t give_lines(tsunagu::Input& input, Sink& sink) {
    char block[4096];
    std::uint64_t line = 1;
    while (const std::size_t size = input.read(block, sizeof block)) {
      for (std::size_t at = 0; at < size; ++at) {
        if (block[at] == '\n') sink.record(R"({"kind":"person"})", line++);
      }
    }
    return line - 1;
  }

  void misbehave(Sink& sink) {
    if (fault_ == "throws") throw std::runtime_error("thrown on purpose");
    if (fault_ == "throws_anything") throw 42;
    if (fault_ == "crashes") crash(SIGSEGV);
    if (fault_ == "aborts") crash(SIGABRT);
    if (fault_ == "exits") ::_exit(0);
    if (fault_ == "spins") spin_for_ever();
    if (fault_ == "sleeps") sleep_for_ever();
    if (fault_ == "floods") flood(sink);
    if (fault_ == "drips") drip(sink);
    if (fault_ == "hogs") hog();
    tell_lies(sink);
    try_the_walls(sink);
  }

  void tell_lies(Sink& sink) {
    if (fault_ == "huge_frame") write_raw(std::string(64, '\xFF'));
    if (fault_ == "unknown_type") write_raw(std::string("\x01\0\0\0\xC8", 5));
    if (fault_ == "half_frame") send_half_a_frame();
    if (fault_ == "another_kind") {
      sink.record(R"({"kind":"consent","schemaVersion":"1","recordKey":"c1","personKey":"p1",)"
                  R"("status":"given","givenAt":"2026-04-01","scopeForm":"J1"})",
                  9);
      sink.record(R"({"kind":"person","schemaVersion":"1","recordKey":"p1"})", 10);
    }
    if (fault_ == "says") say_lines(sink, path_);
    if (fault_ == "million_rejects") reject_a_million(sink);
    if (fault_ == "million_concerns") give_a_million_concerns(sink);
    if (fault_ == "short_body") write_raw(std::string("\x02\0\0\0\x05x", 6));
    if (fault_ == "records_of") sink.record(std::string(std::stoul(path_), ' '), 7);
    if (fault_ == "bad_texts")
      sink.reject({"Bad Code!", "壊れた\xFF文字\n", 3, std::string(900, 'c')});
    if (fault_ == "many_progress") {
      for (std::uint64_t row = 0; row < 100'000; ++row)
        sink.progress(row);
    }
  }

  void try_the_walls(Sink& sink) {
    if (fault_ == "opens_file") open_file(sink, path_, O_RDONLY);
    if (fault_ == "writes_file") open_file(sink, path_, O_WRONLY | O_CREAT);
    if (fault_ == "opens_socket") open_socket(sink, AF_INET);
    if (fault_ == "has_child") have_child(sink);
    if (fault_ == "fork_bomb") fork_bomb(sink);
    if (fault_ == "traces") trace(sink, path_);
    if (fault_ == "looks_for_file") say(sink, ::access(path_.c_str(), F_OK) == 0);
    if (fault_ == "asks_name_service") open_socket(sink, AF_UNIX);
    if (fault_ == "starts_thread") start_thread(sink);
    if (fault_ == "signals_by_fcntl") signal_by_descriptor(sink, path_);
    if (fault_ == "takes_space") take_space(sink, path_);
    if (fault_ == "makes_code") make_code(sink);
    if (fault_ == "kills_parent") kill_parent(sink, path_);
    if (fault_ == "lists_descriptors") list_descriptors(sink);
  }

  std::string fault_;
  std::string path_;
  bool tired_ = false;
};

TSUNAGU_ADAPTER(Bad);
