// Adapters under a user of their own: started, limited, looked at and ended through a keeper. As
// root the keeper runs as nobody; as anybody else it runs as that one, and what needs two users is
// skipped.
#include <gmock/gmock.h>
#include <grp.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "hub/keeper/line.hpp"
#include "tests/hub/adapter/attempt.hpp"
#include "tests/hub/adapter/own_folder.hpp"
#include "tests/hub/adapter/sibling.hpp"

extern char** environ;

namespace hub::adapter {
namespace {

namespace fs = std::filesystem;
using base::Kind;
using bench::OwnFolder;
using bench::Source;
using std::chrono::seconds;
using std::chrono::steady_clock;
using testing::HasSubstr;

constexpr uid_t nobody = 65'534;
constexpr uid_t somebody = 65'533;

template <class Seen>
bool comes(Seen seen) {
  const auto until = steady_clock::now() + seconds(60);
  while (!seen()) {
    if (steady_clock::now() > until) return false;
    std::this_thread::sleep_for(milliseconds(2));
  }
  return true;
}

bool is_gone(pid_t pid) {
  return ::kill(pid, 0) != 0 && errno == ESRCH;
}

std::string user_of_mine() {
  return ::getpwuid(::geteuid())->pw_name;
}

/// A program of this machine, ended with this object.
class Program {
 public:
  explicit Program(std::vector<std::string> words) {
    std::vector<char*> argv;
    for (auto& word : words)
      argv.push_back(word.data());
    argv.push_back(nullptr);
    if (::posix_spawn(&pid_, argv[0], nullptr, nullptr, argv.data(), environ) != 0)
      throw std::runtime_error("can't start " + words.front());
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() { end(); }
  void end() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

 private:
  pid_t pid_ = -1;
};

class Keepers : public testing::Test {
 protected:
  Keepers() {
    fs::permissions(folder_.path(), fs::perms(0755));
    fs::create_directory(own_);
    if (is_root() && ::chown(own_.c_str(), nobody, nobody) != 0) throw std::runtime_error("chown");
  }

  static bool is_root() { return ::geteuid() == 0; }
  /// As its unit runs it: under its own user, and told the hub's.
  [[nodiscard]] std::vector<std::string> keeper_words() const {
    std::vector<std::string> words;
    if (is_root()) words = {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    for (const auto& word : {tests::in_build("/tsunagu-adapter-keeper"), std::string("--hub-user"),
                             user_of_mine(), std::string("--folder"), own_.string()})
      words.push_back(word);
    return words;
  }
  void start() {
    auto words = keeper_words();
    words.insert(words.end(), {"--socket", socket_.string()});
    keeper_ = std::make_unique<Program>(words);
    ASSERT_TRUE(comes([this] { return keeper::Line::to(socket_).has_value(); }));
  }
  [[nodiscard]] Launch launch(const std::string& fault) const {
    Launch launch = bench::launch(fault);
    launch.keeper = socket_;
    return launch;
  }
  /// Files of adapters that run now.
  [[nodiscard]] std::ptrdiff_t copies() const {
    return std::count_if(fs::directory_iterator(own_), fs::directory_iterator(),
                         [](const auto& entry) { return entry.is_directory(); });
  }

  OwnFolder folder_;
  fs::path own_ = folder_.path() / "keeper";
  fs::path socket_ = own_ / "keeper.sock";
  std::unique_ptr<Program> keeper_;
};

std::string status_line(pid_t pid, const std::string& key) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key + ":")) return line;
  }
  return {};
}

TEST_F(Keepers, run_an_adapter_under_their_own_user_inside_the_same_walls) {
  start();
  Source source(launch("none"));
  Source own("none");
  for (Source* one : {&source, &own}) {
    ASSERT_TRUE(one->decode());
    EXPECT_EQ(one->collected.lines, (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_GT(one->supervisor.status().memory_bytes, 0U);
  }
  EXPECT_EQ(source.supervisor.status().guards, own.supervisor.status().guards);
  if (!is_root()) return;
  EXPECT_THAT(status_line(source.supervisor.status().pid, "Uid"), HasSubstr("65534\t65534\t65534"));
  EXPECT_THAT(status_line(own.supervisor.status().pid, "Uid"), HasSubstr("0\t0\t0"));
}

TEST_F(Keepers, run_several_at_once_and_leave_no_file_behind) {
  start();
  {
    Source one(launch("none"));
    Source other(launch("none"));
    EXPECT_TRUE(one.decode());
    EXPECT_TRUE(other.decode());
    EXPECT_TRUE(one.decode());
    EXPECT_EQ(copies(), 2);
  }
  EXPECT_TRUE(comes([this] { return copies() == 0; }));
}

/// How a delivery ends the process, and whether that is gone.
Fault end_of(Launch launch) {
  Source source(launch);
  EXPECT_TRUE(source.supervisor.start());
  const pid_t pid = source.supervisor.status().pid;
  EXPECT_FALSE(source.decode());
  EXPECT_TRUE(is_gone(pid)) << launch.settings[0].second;
  return source.fault();
}

TEST_F(Keepers, tell_how_an_adapter_ended) {
  if (bench::sanitized) GTEST_SKIP() << "a sanitizer reports a crash in its own way";
  start();
  EXPECT_EQ(end_of(launch("crashes")).code, SIGSEGV);
  EXPECT_EQ(end_of(launch("aborts")).code, SIGABRT);
  EXPECT_EQ(name_of(end_of(launch("exits")).cause), "exited");
}

TEST_F(Keepers, kill_what_hangs) {
  start();
  Launch hanging = launch("sleeps");
  hanging.budget.idle = milliseconds(300);
  EXPECT_EQ(name_of(end_of(hanging).cause), "hung");
}

TEST_F(Keepers, hold_limits_of_memory_and_grant_cpu_time_for_each_delivery) {
  if (bench::sanitized) GTEST_SKIP() << "sanitizers can't start under a limit of address space";
  start();
  EXPECT_EQ(bench::last_record(launch("takes_space"), "10240"), bench::refused);
  Launch spinning = launch("spins");
  spinning.budget.cpu_seconds = 1;
  EXPECT_EQ(end_of(spinning).code, SIGXCPU);
}

TEST_F(Keepers, end_an_adapter_with_the_hub_and_with_themselves) {
  start();
  pid_t pid = 0;
  {
    Source source(launch("none"));
    ASSERT_TRUE(source.supervisor.start());
    pid = source.supervisor.status().pid;
    EXPECT_FALSE(is_gone(pid));
  }
  EXPECT_TRUE(comes([pid] { return is_gone(pid); })) << "the hub let it go";
  Source source(launch("none"));
  ASSERT_TRUE(source.supervisor.start());
  pid = source.supervisor.status().pid;
  keeper_->end();
  EXPECT_TRUE(comes([pid] { return is_gone(pid); })) << "the keeper was stopped";
  EXPECT_FALSE(source.decode());
}

/// Whatever became of the walls: the control is the hub's own child, without them too.
TEST_F(Keepers, keep_the_hubs_files_and_processes_from_an_adapter_without_walls) {
  if (!is_root()) GTEST_SKIP() << "two users are needed";
  start();
  const fs::path key = folder_.path() / "master.key";
  std::ofstream(key) << "x";
  fs::permissions(key, fs::perms(0600));
  const bench::Sibling sibling;
  const auto tried = [&](const fs::path& keeper, const std::string& fault, const std::string& at) {
    Launch open = bench::launch(fault);
    open.keeper = keeper;
    open.guarded = false;
    return bench::last_record(open, at);
  };
  EXPECT_EQ(tried(socket_, "opens_file", key), bench::refused);
  EXPECT_EQ(tried({}, "opens_file", key), bench::worked);
  EXPECT_EQ(tried(socket_, "traces", sibling.pid()), bench::refused);
  EXPECT_EQ(tried({}, "traces", sibling.pid()), bench::worked);
}

TEST_F(Keepers, listen_to_nobody_but_the_hubs_user) {
  if (!is_root()) GTEST_SKIP() << "two users are needed";
  start();
  const pid_t stranger = ::fork();
  if (stranger == 0) {
    if (::setgroups(0, nullptr) != 0 || ::setuid(somebody) != 0) std::_Exit(3);
    auto line = keeper::Line::to(socket_);
    if (!line) std::_Exit(4);
    const auto word = line->hear(steady_clock::now() + seconds(30));
    std::_Exit(!word && line->closed() ? 0 : 5);
  }
  int status = 0;
  ::waitpid(stranger, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(Source(launch("none")).supervisor.start());
}

TEST_F(Keepers, refuse_a_name_that_leads_elsewhere_and_say_so) {
  start();
  auto line = keeper::Line::to(socket_);
  ASSERT_TRUE(line);
  ASSERT_TRUE(line->say({"../adapter_bad.so", {}, 0, 0}, STDIN_FILENO, STDIN_FILENO));
  const auto answer = line->hear(steady_clock::now() + seconds(30));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->says, keeper::Says::refused);
  EXPECT_THAT(answer->text, HasSubstr("plain name"));
}

TEST_F(Keepers, that_do_not_answer_are_missed_with_a_sentence_and_not_done_without) {
  Source source(launch("none"));
  const auto started = source.supervisor.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind(), Kind::unavailable);
  EXPECT_THAT(started.error().text(), HasSubstr(socket_.string() + ": no keeper answers"));
  EXPECT_THAT(started.error().text(), HasSubstr("tsunagu-adapter@"));
  for (int time = 0; time < 5; ++time) {
    source.clock.advance(seconds(600));
    EXPECT_FALSE(source.decode());
  }
  EXPECT_EQ(name_of(source.supervisor.status().state), "backing_off") << "not the adapter's fault";
  start();
  source.clock.advance(seconds(600));
  EXPECT_TRUE(source.decode());
}

TEST_F(Keepers, take_the_socket_that_systemd_hands_over) {
  const std::string activate = "/usr/bin/systemd-socket-activate";
  if (!fs::exists(activate)) GTEST_SKIP() << "no " << activate;
  std::vector<std::string> words{activate, "--seqpacket", "--listen", socket_};
  const auto more = keeper_words();
  words.insert(words.end(), more.begin(), more.end());
  keeper_ = std::make_unique<Program>(words);
  ASSERT_TRUE(comes([this] { return fs::exists(socket_); }));
  Source source(launch("none"));
  ASSERT_TRUE(comes([&] {
    source.clock.advance(seconds(600));
    return source.decode().has_value();
  }));
  EXPECT_EQ(source.collected.lines, (std::vector<std::uint64_t>{1, 2, 3}));
}

}  // namespace
}  // namespace hub::adapter
