// An adapter that is a program of its own, on the wire and inside the same walls. The control of
// each try is the same without walls.
#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/hub/adapter/bench.hpp"
#include "tests/hub/adapter/own_folder.hpp"
#include "tests/hub/adapter/sibling.hpp"
#include "tests/places.hpp"

namespace hub::adapter {
namespace {

using base::Kind;
using bench::OwnFolder;
using bench::Source;
using std::filesystem::path;
using std::filesystem::perms;

const path bad_program = tests::in_source("/tests/sdk/host/bad/bad_program.py");
constexpr const char* worked = "worked";
constexpr const char* refused = "refused";
constexpr const char* ended = "died: signalled 31";  // SIGSYS

/// The worktree may be writable by a group, the copy is not.
path copy_of(const path& program, const OwnFolder& folder) {
  path copy = folder.path() / "adapter_program";
  std::filesystem::copy_file(program, copy, std::filesystem::copy_options::overwrite_existing);
  std::filesystem::permissions(copy, perms::owner_all);
  return copy;
}

Launch launch_of(const path& program, const std::string& fault, const std::string& argument = "") {
  Launch launch = bench::launch(fault);
  launch.adapter = program;
  launch.settings.emplace_back("path", argument);
  return launch;
}

class Programs : public testing::Test {
 protected:
  void SetUp() override {
    if (bench::sanitized) GTEST_SKIP() << "an interpreter is not sanitized";
    Source source(launch_of(program_, "none"));
    const auto started = source.supervisor.start();
    if (!started && started.error().text().find("no Landlock") != std::string::npos) {
      GTEST_SKIP() << started.error().text();
    }
  }

  std::string attempt(const std::string& fault, bool guarded, const std::string& argument = "") {
    Launch launch = launch_of(program_, fault, argument);
    launch.guarded = guarded;
    Source source(launch);
    const auto summary = source.decode("");
    if (!summary) {
      return "died: " + std::string(name_of(source.fault().cause)) + " " +
             std::to_string(source.fault().code);
    }
    return source.collected.records.empty() ? "said nothing" : source.collected.records.back();
  }

  OwnFolder folder_;
  path program_ = copy_of(bad_program, folder_);
};

TEST_F(Programs, speak_the_wire_and_have_the_walls_that_the_host_tells) {
  Source source(launch_of(program_, "none"));
  ASSERT_TRUE(source.decode("a\n"));
  const std::uint32_t guards = source.supervisor.status().guards;
  EXPECT_EQ(guards, tsunagu::wire::guard_descriptors | tsunagu::wire::guard_limits |
                        tsunagu::wire::guard_landlock | tsunagu::wire::guard_calls)
      << "not what the program itself claims";
}

TEST_F(Programs, that_claim_walls_of_their_own_break_the_protocol) {
  Source source(launch_of(program_, "lies"));
  ASSERT_FALSE(source.decode());
  EXPECT_EQ(name_of(source.fault().cause), "nonsense");
}

TEST_F(Programs, read_no_file_of_ours) {
  const std::string secret = folder_.path() / "key";
  std::ofstream(secret) << "x";
  EXPECT_EQ(attempt("opens_file", true, secret), refused);
  EXPECT_EQ(attempt("opens_file", false, secret), worked);
  EXPECT_EQ(attempt("opens_file", true, "/etc/passwd"), refused);
  EXPECT_EQ(attempt("opens_file", true, "/proc/self/environ"), refused);
}

TEST_F(Programs, write_no_file) {
  EXPECT_EQ(attempt("writes_file", true, folder_.path() / "a"), refused);
  EXPECT_EQ(attempt("writes_file", false, folder_.path() / "b"), worked);
}

/// Listens while it lives.
class Listener {
 public:
  explicit Listener(const path& at) : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    at.string().copy(address.sun_path, sizeof address.sun_path - 1);
    if (::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(socket_, 4) != 0) {
      throw std::runtime_error("no listener");
    }
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() { ::close(socket_); }

 private:
  int socket_;
};

TEST_F(Programs, reach_nobody) {
  const path door = folder_.path() / "door";
  const Listener listener(door);
  EXPECT_EQ(attempt("connects", true, door), refused);
  EXPECT_EQ(attempt("connects", false, door), worked);
  EXPECT_EQ(attempt("opens_socket", true), ended);
  EXPECT_EQ(attempt("opens_socket", false), worked);
}

TEST_F(Programs, have_no_children_and_signal_nobody) {
  EXPECT_EQ(attempt("has_child", true), ended);
  EXPECT_EQ(attempt("has_child", false), worked);
  EXPECT_EQ(attempt("kills_parent", true), ended);
  EXPECT_EQ(attempt("kills_parent", false), worked);
}

TEST_F(Programs, become_no_other_program) {
  EXPECT_EQ(attempt("execs", true, "/bin/true"), ended);
  EXPECT_EQ(attempt("execs", true, program_), ended) << "also not itself once more";
  EXPECT_EQ(attempt("execs", false, "/bin/true"), "died: exited 0");
}

TEST_F(Programs, trace_no_sibling) {
  const bench::Sibling sibling;
  EXPECT_EQ(attempt("traces", true, sibling.pid()), ended);
  EXPECT_EQ(attempt("traces", false, sibling.pid()), worked);
}

TEST_F(Programs, let_no_descriptor_signal_another) {
  const bench::Sibling sibling;
  EXPECT_EQ(attempt("signals_by_fcntl", true, sibling.pid()), ended);
  EXPECT_EQ(attempt("signals_by_fcntl", false, sibling.pid()), worked);
}

TEST_F(Programs, get_no_descriptor_but_the_socket_and_no_environment) {
  const int leaking = ::dup(2);  // no O_CLOEXEC
  EXPECT_EQ(attempt("descriptors", true), "0,1,2");
  EXPECT_EQ(attempt("environment", true), "LC_CTYPE") << "which Python sets itself";
  ::close(leaking);
}

std::string refusal_of(const path& program) {
  const auto started = Source(launch_of(program, "none")).supervisor.start();
  return started ? "" : started.error().text();
}

void write(const path& file, const std::string& content) {
  std::ofstream(file, std::ios::trunc) << content;
  std::filesystem::permissions(file, perms::owner_all);
}

TEST_F(Programs, that_can_not_be_run_are_refused_with_a_sentence) {
  const path file = folder_.path() / "script";
  write(file, "#!/usr/bin/env python3\n");
  EXPECT_NE(refusal_of(file).find("absolute path, and not env"), std::string::npos);
  write(file, "#!python3\n");
  EXPECT_NE(refusal_of(file).find("absolute path"), std::string::npos);
  write(file, "#!/nowhere/python3\n");
  EXPECT_NE(refusal_of(file).find("/nowhere/python3"), std::string::npos);
  write(file, "no program at all");
  EXPECT_NE(refusal_of(file).find("Exec format error"), std::string::npos);
}

TEST_F(Programs, whose_interpreter_others_can_write_are_refused) {
  const path interpreter = folder_.path() / "interpreter";
  std::filesystem::copy_file("/bin/true", interpreter);
  const path file = folder_.path() / "script";
  write(file, "#!" + interpreter.string() + "\n");
  std::filesystem::permissions(interpreter, perms::all);
  const auto started = Source(launch_of(file, "none")).supervisor.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind(), Kind::forbidden);
}

TEST_F(Programs, in_python_read_a_list) {
  Launch launch = bench::launch("");
  launch.adapter = copy_of(tests::in_source("/examples/python_adapter/renraku.py"), folder_);
  launch.adapter_id = "renraku";
  Source source(launch);
  std::ifstream file(tests::in_source("/examples/python_adapter/renraku_20260410.csv"));
  bench::Bytes input({std::istreambuf_iterator<char>(file), {}});
  const auto summary = source.supervisor.decode({"k", "list", "renraku_20260410.csv", 0, -1}, input,
                                                source.collected);
  ASSERT_TRUE(summary) << summary.error().text();
  EXPECT_EQ(summary->rows, 3U);
  EXPECT_EQ(summary->records, 9U);
}

}  // namespace
}  // namespace hub::adapter
