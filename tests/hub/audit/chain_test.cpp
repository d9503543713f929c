#include "hub/audit/chain.hpp"

#include <gtest/gtest.h>

namespace hub::audit {
namespace {

crypto::TokenMaker key_of(char filling) {
  return crypto::TokenMaker(crypto::Secret(crypto::bytes_of(std::string(32, filling))));
}

class ChainTest : public testing::Test {
 protected:
  ChainTest() {
    Chain chain({}, key);
    for (const std::string& entry : entries)
      rows.push_back(chain.append(1'000 + chain.head().seq, entry));
    head = chain.head();
  }

  [[nodiscard]] Verifier walk() const {
    Verifier verifier(key);
    for (const Row& row : rows)
      verifier.see(row);
    verifier.finish(head, mac_of(head, key));
    return verifier;
  }
  void expect_break(Break::What what, std::int64_t seq) const {
    const Verifier verifier = walk();
    ASSERT_TRUE(verifier.broken());
    EXPECT_EQ(name_of(verifier.broken()->what), name_of(what));
    EXPECT_EQ(verifier.broken()->seq, seq);
  }

  crypto::TokenMaker key = key_of('k');
  std::vector<std::string> entries{"one", "two", "three", "four"};
  std::vector<Row> rows;
  Head head;
};

TEST_F(ChainTest, an_untouched_log_holds) {
  EXPECT_FALSE(walk().broken());
  EXPECT_EQ(walk().head(), head);
}

TEST_F(ChainTest, an_edited_row_is_named) {
  rows[1].entry = "TWO";
  expect_break(Break::What::edited, 2);
}

TEST_F(ChainTest, a_row_with_another_time_is_named) {
  rows[2].at_ms += 1;
  expect_break(Break::What::edited, 3);
}

TEST_F(ChainTest, a_deleted_row_is_named) {
  rows.erase(rows.begin() + 1);
  expect_break(Break::What::gap, 2);
}

TEST_F(ChainTest, a_deleted_row_is_named_though_the_others_moved_up) {
  rows.erase(rows.begin() + 1);
  rows[1].seq = 2;
  rows[2].seq = 3;
  expect_break(Break::What::edited, 2);
}

TEST_F(ChainTest, exchanged_rows_are_named) {
  std::swap(rows[1].entry, rows[2].entry);
  expect_break(Break::What::edited, 2);
}

TEST_F(ChainTest, a_cut_tail_is_named) {
  rows.pop_back();
  expect_break(Break::What::cut, 4);
}

TEST_F(ChainTest, a_chain_made_anew_without_the_key_is_named) {
  const crypto::TokenMaker other = key_of('x');
  Chain chain({}, other);
  entries[3] = "nothing happened";
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = chain.append(rows[i].at_ms, entries[i]);
  expect_break(Break::What::forged, 1);
}

TEST_F(ChainTest, a_kept_checkpoint_shows_a_log_that_was_put_back) {
  const crypto::Signer signer(crypto::bytes_of(std::string(32, 's')));
  const Checkpoint kept = sign(head, 5'000, signer);
  ASSERT_TRUE(verify(kept, signer.public_key()));
  Verifier verifier(key);
  verifier.see(rows[0]);
  verifier.see(kept, signer.public_key());
  ASSERT_TRUE(verifier.broken());
  EXPECT_EQ(verifier.broken()->what, Break::What::checkpoint);
}

TEST_F(ChainTest, a_checkpoint_with_another_time_or_head_does_not_verify) {
  const crypto::Signer signer(crypto::bytes_of(std::string(32, 's')));
  Checkpoint checkpoint = sign(head, 5'000, signer);
  checkpoint.at_ms += 1;
  EXPECT_FALSE(verify(checkpoint, signer.public_key()));
  checkpoint = sign(head, 5'000, signer);
  checkpoint.head.seq += 1;
  EXPECT_FALSE(verify(checkpoint, signer.public_key()));
}

}  // namespace
}  // namespace hub::audit
