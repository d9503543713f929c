#include "hub/signer/notary.hpp"

#include <fstream>

#include "tests/hub/signer/signer_fixture.hpp"

namespace hub::signer {
namespace {

namespace fs = std::filesystem;
using base::Kind;

class NotaryTest : public SignerFixture {};

TEST_F(NotaryTest, the_key_comes_back_from_its_file_and_only_its_user_may_read_it) {
  EXPECT_EQ(SignerKey::read(folder / "key").value().verifier().text(), created.text());
  EXPECT_EQ(fs::status(folder / "key").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  fs::permissions(folder / "key", fs::perms::others_read, fs::perm_options::add);
  EXPECT_TRUE(SignerKey::read(folder / "key").has_error());
}

TEST_F(NotaryTest, a_key_is_never_replaced_and_has_a_name_without_blanks) {
  EXPECT_TRUE(SignerKey::create(folder / "key", log_name, random).has_error());
  EXPECT_TRUE(SignerKey::create(folder / "new", "a name", random).has_error());
}

TEST_F(NotaryTest, signs_a_log_that_grows) {
  auto notary = open().value();
  for (const std::int64_t rows : {1, 2, 2, 900}) {
    const auto note = notary.sign(body(rows));
    ASSERT_TRUE(note.has_value()) << note.error().text();
    EXPECT_EQ(audit::open_note(*note, created)->head.seq, rows);
  }
}

TEST_F(NotaryTest,
       a_log_that_was_put_back_or_rewritten_gets_no_signature_not_even_after_a_restart) {
  EXPECT_TRUE(open().value().sign(body(9)).has_value());
  auto again = open().value();
  EXPECT_EQ(again.sign(body(8)).error().kind(), Kind::conflict);
  EXPECT_EQ(again.sign(body(9, 2)).error().kind(), Kind::conflict);
  EXPECT_TRUE(again.sign(body(9)).has_value());
}

TEST_F(NotaryTest, control_without_its_memory_it_would_sign_a_log_that_was_put_back) {
  EXPECT_TRUE(open().value().sign(body(9)).has_value());
  fs::remove(folder / "last");
  EXPECT_TRUE(open().value().sign(body(8)).has_value());
}

TEST_F(NotaryTest, a_memory_that_it_did_not_sign_stops_it) {
  std::ofstream(folder / "last") << body(1);
  EXPECT_EQ(open().error().kind(), Kind::corrupt);
}

TEST_F(NotaryTest, what_it_cannot_remember_it_does_not_sign) {
  auto notary = open().value();
  fs::create_directories(folder / "last.part");
  EXPECT_TRUE(notary.sign(body(1)).has_error());
  EXPECT_TRUE(told.empty());
}

TEST_F(NotaryTest, signs_no_other_log_and_nothing_else) {
  auto notary = open().value();
  const audit::Checkpoint other{"kobayashi.example/audit", {1, {}}};
  EXPECT_EQ(notary.sign(audit::to_body(other)).error().kind(), Kind::invalid);
  EXPECT_EQ(notary.sign("a letter").error().kind(), Kind::invalid);
  EXPECT_EQ(notary.sign(body(1) + "more\n").error().kind(), Kind::invalid);
}

TEST_F(NotaryTest, tells_the_journal_what_it_signed) {
  const auto note = open().value().sign(body(3)).value();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(audit::notes_in("Nov 22 host tsunagu-signer[1]: " + told[0]), std::vector{note});
}

}  // namespace
}  // namespace hub::signer
