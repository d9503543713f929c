#include "hub/audit/chain.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace hub::audit {
namespace {

crypto::TokenMaker key_of(char filling) {
  return crypto::TokenMaker(crypto::Secret(crypto::bytes_of(std::string(32, filling))));
}

/// A row with the contents that stand beside it.
struct Kept {
  std::string body;
  Row row;
  Salt salt{};
  std::string bytes;
  bool erased = false;
};

class ChainTest : public testing::Test {
 protected:
  ChainTest() {
    for (const char* action : {"one", "two", "three", "four"})
      append(action);
  }

  void append(const std::string& action) {
    Entry entry;
    entry.action = action;
    append(entry);
  }
  void append(const Entry& entry) {
    kept.push_back({});
    Kept& one = kept.back();
    one.salt = fresh_salt(random);
    one.bytes = to_canonical(entry);
    one.body = committed({one.salt, one.bytes});
    one.row = chain.append(1'000 + chain.head().seq, one.body);
  }

  [[nodiscard]] Verifier walk() const {
    Verifier verifier(key);
    for (const Kept& one : kept) {
      Row row = one.row;
      row.body = one.body;
      verifier.see(row, one.erased ? std::nullopt : std::optional(Contents{one.salt, one.bytes}));
    }
    verifier.finish(chain.head(), mac_of(chain.head(), key));
    return verifier;
  }
  void expect_break(Break::What what, std::int64_t seq) const {
    const Verifier verifier = walk();
    ASSERT_TRUE(verifier.broken());
    EXPECT_EQ(name_of(verifier.broken()->what), name_of(what));
    EXPECT_EQ(verifier.broken()->seq, seq);
  }

  crypto::TokenMaker key = key_of('k');
  base::SeededRandom random{1};
  Chain chain{{}, key};
  std::deque<Kept> kept;
};

TEST_F(ChainTest, an_untouched_log_holds) {
  EXPECT_FALSE(walk().broken());
  EXPECT_EQ(walk().head(), chain.head());
}

TEST_F(ChainTest, an_edited_row_is_named) {
  kept[1].body.back() ^= 1;
  expect_break(Break::What::edited, 2);
}

TEST_F(ChainTest, a_row_with_another_time_is_named) {
  kept[2].row.at_ms += 1;
  expect_break(Break::What::edited, 3);
}

TEST_F(ChainTest, a_deleted_row_is_named) {
  kept.erase(kept.begin() + 1);
  expect_break(Break::What::gap, 2);
}

TEST_F(ChainTest, a_deleted_row_is_named_though_the_others_moved_up) {
  kept.erase(kept.begin() + 1);
  kept[1].row.seq = 2;
  kept[2].row.seq = 3;
  expect_break(Break::What::edited, 2);
}

TEST_F(ChainTest, exchanged_rows_are_named) {
  std::swap(kept[1].body, kept[2].body);
  expect_break(Break::What::edited, 2);
}

TEST_F(ChainTest, a_cut_tail_is_named) {
  kept.pop_back();
  expect_break(Break::What::cut, 4);
}

TEST_F(ChainTest, a_chain_made_anew_without_the_key_is_named) {
  const crypto::TokenMaker other = key_of('x');
  Chain anew({}, other);
  for (Kept& one : kept)
    one.row = anew.append(one.row.at_ms, one.body);
  expect_break(Break::What::forged, 1);
}

TEST_F(ChainTest, edited_contents_and_another_salt_are_named) {
  kept[2].bytes.back() ^= 1;
  expect_break(Break::What::contents, 3);
  kept[2].bytes.back() ^= 1;
  kept[2].salt[0] ^= 1;
  expect_break(Break::What::contents, 3);
}

TEST_F(ChainTest, contents_that_are_gone_were_taken_unless_a_later_row_tells_of_it) {
  kept[1].erased = true;
  kept[2].erased = true;
  expect_break(Break::What::taken, 2);
  append(erasure_of({{2, 2}}, "system", "retention"));
  expect_break(Break::What::taken, 3);
  append(erasure_of({{3, 3}}, "system", "retention"));
  EXPECT_FALSE(walk().broken());
}

TEST_F(ChainTest, a_row_cannot_tell_of_an_erasure_after_it) {
  append(erasure_of({{1, 9}}, "system", "retention"));
  append("six");
  kept[5].erased = true;
  expect_break(Break::What::taken, 6);
}

TEST_F(ChainTest, a_kept_checkpoint_shows_a_log_that_was_put_back) {
  Verifier verifier(key);
  Row first = kept[0].row;
  first.body = kept[0].body;
  verifier.see(first, Contents{kept[0].salt, kept[0].bytes});
  verifier.see(Checkpoint{"log", chain.head()});
  ASSERT_TRUE(verifier.broken());
  EXPECT_EQ(verifier.broken()->what, Break::What::checkpoint);
  EXPECT_EQ(verifier.broken()->seq, 4);
}

TEST(AuditContents, the_same_contents_with_another_salt_are_another_row) {
  base::SeededRandom random(1);
  const std::string one = committed({fresh_salt(random), "deny"});
  const std::string other = committed({fresh_salt(random), "deny"});
  EXPECT_NE(one, other);
  EXPECT_EQ(one.size(), other.size());
}

}  // namespace
}  // namespace hub::audit
