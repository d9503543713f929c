#include "hub/audit/note.hpp"

#include <gtest/gtest.h>

#include "hub/crypto/bytes.hpp"

namespace hub::audit {
namespace {

class NoteTest : public testing::Test {
 protected:
  NoteTest() { checkpoint.head.chain.fill(7); }

  crypto::Signer signer{crypto::bytes_of("01234567890123456789012345678901")};
  Checkpoint checkpoint{"sakura.example/audit", {42, {}}};
  VerifierKey key{checkpoint.origin, signer.public_key()};
};

TEST_F(NoteTest, a_signed_note_says_what_was_signed) {
  const std::string note = sign_note(checkpoint, signer);
  EXPECT_EQ(open_note(note, key), checkpoint);
  EXPECT_EQ(note.substr(0, 24), "sakura.example/audit\n42\n");
  EXPECT_NE(note.find("\n\n\xE2\x80\x94 sakura.example/audit "), std::string::npos);
}

// The example of golang.org/x/mod/sumdb/note: others' signed notes are read as theirs read ours.
TEST_F(NoteTest, reads_a_key_as_other_tools_write_it) {
  const auto peter =
      VerifierKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  ASSERT_TRUE(peter);
  EXPECT_EQ(peter->name(), "PeterNeumann");
  EXPECT_EQ(peter->text(), "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
}

TEST_F(NoteTest, a_key_whose_id_is_another_keys_is_none) {
  EXPECT_FALSE(
      VerifierKey::parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
  EXPECT_FALSE(VerifierKey::parse("PeterNeumann"));
  EXPECT_FALSE(VerifierKey::parse(""));
}

TEST_F(NoteTest, every_changed_byte_makes_it_say_nothing) {
  const std::string note = sign_note(checkpoint, signer);
  for (std::size_t at = 0; at + 1 < note.size(); ++at) {
    std::string changed = note;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(open_note(changed, key)) << at;
  }
}

TEST_F(NoteTest, another_signers_note_says_nothing) {
  const crypto::Signer other(crypto::bytes_of("another-key-another-key-another-"));
  EXPECT_FALSE(open_note(sign_note(checkpoint, other), key));
}

TEST_F(NoteTest, a_body_has_exactly_three_lines) {
  EXPECT_EQ(from_body(to_body(checkpoint)), checkpoint);
  EXPECT_FALSE(from_body(to_body(checkpoint) + "more\n"));
  EXPECT_FALSE(from_body("log\n042\n" + crypto::to_base64(checkpoint.head.chain) + "\n"));
  EXPECT_FALSE(from_body("log\n-1\n" + crypto::to_base64(checkpoint.head.chain) + "\n"));
  EXPECT_FALSE(from_body("log\n1\nshort\n"));
}

TEST_F(NoteTest, notes_are_found_in_a_file_of_notes_and_in_a_journal) {
  const std::string one = sign_note(checkpoint, signer);
  checkpoint.head.seq = 43;
  const std::string other = sign_note(checkpoint, signer);
  EXPECT_EQ(notes_in(one + "\n" + other), (std::vector{one, other}));
  EXPECT_EQ(notes_in("11月 22 02:00 host tsunagu-signer[7]: " + to_line(one) + "\nnoise\n" +
                     "11月 22 02:05 host tsunagu-signer[7]: " + to_line(other) + "\n"),
            (std::vector{one, other}));
  EXPECT_TRUE(notes_in("no note here\n").empty());
}

}  // namespace
}  // namespace hub::audit
