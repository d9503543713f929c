#include "hub/normalize/phone_key.hpp"

#include <gtest/gtest.h>

namespace hub::normalize {
namespace {

TEST(PhoneKey, is_the_same_for_every_spelling) {
  for (const auto* text : {"0467-58-5400",         "0467585400",         "０４６７－５８－５４００",
                           "(0467)58-5400",        "0467(58)5400",       "0467‐58‐5400",
                           "0467－58－5400",       "0467ー58ー5400",     "0467 58 5400",
                           "TEL 0467-58-5400",     "電話：0467-58-5400", "+81-467-58-5400",
                           "+81(0)467-58-5400",    "0467-58-5400（代）", "0467-58-5400(代表)",
                           "0467-58-5400 内線123", "℡0467-58-5400",      "自宅 0467-58-5400",
                           "0467.58.5400",         "0467₋58₋5400"})
    EXPECT_EQ(phone_key(text).key, "0467585400") << text;
}

TEST(PhoneKey, differs_for_other_numbers) {
  for (const auto* text :
       {"0467-58-5401", "046-758-5400 1", "090-1234-5678", "0467-85-5400", "0476-58-5400",
        "0467-58-540", "0467-58-54000", "467-58-5400", "0467-58-5400 0467-58-5401",
        "0467-58-5400/5401", "一-58-5400", "0467-58-540O", "+82-467-58-5400", "12-0467-58-5400",
        "0467-58-5400様", "FAX", "00467-58-5400"})
    EXPECT_NE(phone_key(text).key, "0467585400") << text;
}

TEST(PhoneKey, is_none_for_what_is_no_number) {
  EXPECT_TRUE(phone_key("なし").notes.has(Note::phone_unreadable));
  EXPECT_TRUE(phone_key("12").notes.has(Note::phone_length));
  EXPECT_TRUE(phone_key("467-58-5400").notes.has(Note::phone_length));
  EXPECT_TRUE(phone_key("　").notes.has(Note::phone_empty));
  EXPECT_TRUE(phone_key("+1-202-555-0100").notes.has(Note::phone_unreadable));
  EXPECT_EQ(phone_key("12").key, "");
}

TEST(PhoneKey, notes_full_width) {
  EXPECT_TRUE(phone_key("０４６７－５８－５４００").notes.has(Note::phone_full_width));
  EXPECT_FALSE(phone_key("0467－58－5400").notes.has(Note::phone_full_width));
}

}  // namespace
}  // namespace hub::normalize
