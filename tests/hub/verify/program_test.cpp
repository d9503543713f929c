// The program itself: its exit codes and its words.
#include <gmock/gmock.h>

#include <cstdio>
#include <fstream>

#include "tests/hub/verify/log_fixture.hpp"
#include "tests/places.hpp"

namespace hub::verify {
namespace {

using testing::HasSubstr;

struct Ran {
  int status = 0;
  std::string said;
};

class ProgramTest : public LogFixture {
 protected:
  ProgramTest() { write_rows(10); }

  static Ran run(const std::string& words) {
    const std::string command = tests::in_build("/tsunagu-verify ") + words + " 2>&1";
    Ran ran;
    FILE* pipe = ::popen(command.c_str(), "r");
    char bytes[4096];
    while (const std::size_t got = std::fread(bytes, 1, sizeof bytes, pipe))
      ran.said.append(bytes, got);
    const int status = ::pclose(pipe);
    ran.status = WEXITSTATUS(status);
    return ran;
  }
  [[nodiscard]] std::string key() const {
    return " --key " + audit::VerifierKey(log_name, signer.public_key()).text();
  }
};

TEST_F(ProgramTest, says_that_a_signed_log_is_intact) {
  sign();
  const auto file = backup().string();
  const auto ran = run(file + key() + " --lang en");
  EXPECT_EQ(ran.status, 0) << ran.said;
  EXPECT_THAT(ran.said, HasSubstr("rows proved by a signature: 10\n"));
  EXPECT_THAT(run(file + key() + " --lang ja").said, HasSubstr("正しい\n"));
}

TEST_F(ProgramTest, says_that_an_unsigned_log_proves_nothing) {
  EXPECT_EQ(run(backup().string() + key()).status, 4);
}

TEST_F(ProgramTest, names_the_bad_row) {
  sign();
  const auto file = backup();
  {
    Intruder intruder(file);
    intruder.drop_triggers();
    intruder.run("UPDATE audit_log SET at = at + 1 WHERE seq = 4");
  }
  const auto ran = run(file.string() + key() + " --lang en");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.said, HasSubstr("bad row: 4\n"));
  EXPECT_THAT(run(file.string() + key() + " --lang ja").said, HasSubstr("誤りの行: 4\n"));
}

TEST_F(ProgramTest, a_checkpoint_from_the_journal_shows_a_log_that_was_put_back) {
  const auto older = backup();
  write_rows(3);
  std::ofstream(scratch / "journal")
      << "Nov 22 02:00:00 host tsunagu-signer[7]: " << audit::to_line(sign()) << '\n';
  const auto ran = run(older.string() + key() + " --checkpoints " + (scratch / "journal").string() +
                       " --lang en");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.said, HasSubstr("bad row: 11-13\n"));
}

TEST_F(ProgramTest, reads_the_key_from_a_file_too) {
  sign();
  std::ofstream(scratch / "key") << audit::VerifierKey(log_name, signer.public_key()).text()
                                 << '\n';
  EXPECT_EQ(run(backup().string() + " --key " + (scratch / "key").string()).status, 0);
}

TEST_F(ProgramTest, tells_how_it_is_used) {
  EXPECT_EQ(run("").status, 2);
  EXPECT_EQ(run(backup().string()).status, 2);
  EXPECT_EQ(run("--help").status, 0);
  EXPECT_EQ(run("/absent" + key()).status, 3);
  EXPECT_EQ(run(backup().string() + " --key nothing").status, 3);
}

}  // namespace
}  // namespace hub::verify
