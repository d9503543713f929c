#include "tsunagu/text/encoding.hpp"

#include <gtest/gtest.h>
#include <iconv.h>

#include <random>

#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/utf8.hpp"

namespace tsunagu::text {
namespace {

using namespace std::string_literals;

constexpr EncodingSet utf8_or_cp932{Encoding::utf8, Encoding::cp932};

std::string cp932(std::string_view text) {
  return encode_cp932(text).bytes;
}

TEST(Decoder, takes_strict_utf8_before_cp932) {
  EXPECT_EQ(*decode("氏名,さくら市", utf8_or_cp932), "氏名,さくら市");
  EXPECT_EQ(*decode(cp932("氏名,さくら市"), utf8_or_cp932), "氏名,さくら市");
  EXPECT_EQ(*decode("plain", utf8_or_cp932), "plain");
  EXPECT_EQ(*decode("", utf8_or_cp932), "");
}

TEST(Decoder, lets_a_bom_decide) {
  const EncodingSet all{Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::cp932};
  EXPECT_EQ(*decode("\xEF\xBB\xBF山", all), "山");
  EXPECT_EQ(*decode("\xFF\xFE\x71\x5C"s, all), "山");
  EXPECT_EQ(*decode("\xFE\xFF\x5C\x71"s, all), "山");
  EXPECT_EQ(*decode("\xFF\xFE\x42\xD8\xB7\xDF"s, all), "𠮷");
}

TEST(Decoder, refuses_a_bom_that_the_feed_does_not_declare) {
  const auto text = decode("\xFF\xFE\x71\x5C"s, utf8_or_cp932);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.problem().code, "encoding.undeclared");
}

TEST(Decoder, makes_no_guess_at_euc_jp) {
  EXPECT_EQ(decode("\xBB\xB3", {Encoding::utf8, Encoding::euc_jp}).problem().code,
            "encoding.ambiguous");
  EXPECT_EQ(*decode("\xBB\xB3\x8E\xB1\x8F\xB0\xA1", {Encoding::euc_jp}), "山ｱ丂");
}

TEST(Decoder, calls_utf8_that_fails_only_at_its_end_cut) {
  const std::string whole = "受付番号,氏名\r\nR06-1,山";
  for (std::size_t lost = 1; lost <= 2; ++lost) {
    const auto text = decode(whole.substr(0, whole.size() - lost), utf8_or_cp932);
    ASSERT_FALSE(text) << lost;
    EXPECT_EQ(text.problem().code, "encoding.cut");
    EXPECT_EQ(text.problem().offset, whole.size() - 3);
  }
}

TEST(Decoder, calls_cp932_and_utf16_that_end_inside_a_character_cut) {
  const auto bytes = cp932("長い文章のあとに山");
  EXPECT_EQ(decode(bytes.substr(0, bytes.size() - 1), utf8_or_cp932).problem().code,
            "encoding.cut");
  EXPECT_EQ(decode("\xFF\xFE\x71"s, {Encoding::utf16le}).problem().code, "encoding.cut");
}

TEST(Decoder, never_takes_damaged_utf8_for_cp932) {
  std::string text;
  for (int i = 0; i < 10; ++i)
    text += "長い文章です。";
  const auto place = text.size();
  const auto damaged = decode(text + "\xE3\x81 後" + text, utf8_or_cp932);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.problem().code, "encoding.malformed");
  EXPECT_EQ(damaged.problem().offset, place);
}

struct Refused {
  const char* name;
  std::string bytes;
  Encoding encoding;
  std::size_t offset;
};

TEST(Decoder, refuses_malformed_bytes_with_their_offset) {
  const Refused rows[] = {
      {"cp932 80", "ab\x80", Encoding::cp932, 2},
      {"cp932 A0", "\xA0", Encoding::cp932, 0},
      {"cp932 FD", "a\xFD\x41", Encoding::cp932, 1},
      {"cp932 FF", "a\xFF", Encoding::cp932, 1},
      {"cp932 trail 7F", "\x81\x7F", Encoding::cp932, 0},
      {"cp932 unassigned", "\x85\x40", Encoding::cp932, 0},
      {"utf8 overlong", "a\xC0\x80", Encoding::utf8, 1},
      {"utf8 surrogate", "\xED\xA0\x80", Encoding::utf8, 0},
      {"utf8 above 10FFFF", "\xF4\x90\x80\x80", Encoding::utf8, 0},
      {"utf16 lone low", "a\0\x00\xDC"s, Encoding::utf16le, 2},
      {"utf16 lone high", "\x00\xD8\x41\x00"s, Encoding::utf16le, 0},
      {"euc lead", "\xFF\xA1", Encoding::euc_jp, 0},
  };
  for (const auto& row : rows) {
    const auto text = decode(row.bytes, EncodingSet{row.encoding});
    ASSERT_FALSE(text) << row.name;
    EXPECT_EQ(text.problem().code, "encoding.malformed") << row.name;
    EXPECT_EQ(text.problem().offset, row.offset) << row.name;
  }
}

TEST(Decoder, leaves_control_bytes_for_themselves_in_cp932) {
  EXPECT_EQ(*decode("\x1A\x1C\x7F\\~", {Encoding::cp932}), "\x1A\x1C\x7F\\~");
}

TEST(Decoder, keeps_and_counts_gaiji) {
  Decoder decoder({Encoding::cp932});
  EXPECT_EQ(*decoder.feed("\xF0\x40\x41\xF9\xFC"),
            "\xEE\x80\x80"
            "A"
            "\xEE\x9D\x97");
  EXPECT_EQ(decoder.gaiji(), 2U);
}

TEST(Decoder, says_the_same_problem_again_after_one) {
  Decoder decoder({Encoding::utf8});
  EXPECT_FALSE(decoder.feed("\xFF\xFFx"));
  EXPECT_FALSE(decoder.feed("fine"));
  EXPECT_FALSE(decoder.finish());
}

/// Every pair of bytes, against the C library's own table.
TEST(Decoder, agrees_with_glibc_on_every_pair_of_bytes_of_cp932) {
  iconv_t judge = iconv_open("UTF-8", "CP932");
  ASSERT_NE(judge, reinterpret_cast<iconv_t>(-1));
  std::size_t compared = 0;
  for (unsigned lead = 0x80; lead <= 0xFF; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFF; ++trail) {
      std::string bytes{static_cast<char>(lead), static_cast<char>(trail)};
      char out[16];
      char* in_at = bytes.data();
      char* out_at = out;
      std::size_t in_left = 2;
      std::size_t out_left = sizeof out;
      iconv(judge, nullptr, nullptr, nullptr, nullptr);
      const bool theirs = iconv(judge, &in_at, &in_left, &out_at, &out_left) == 0;
      const auto ours = decode(bytes, {Encoding::cp932});
      ASSERT_EQ(ours.ok(), theirs) << std::hex << lead << trail;
      ASSERT_TRUE(!theirs || *ours == std::string(out, out_at)) << std::hex << lead << trail;
      compared += theirs ? 1 : 0;
    }
  }
  iconv_close(judge);
  EXPECT_GT(compared, 9'000U);
}

std::string mixed_text(std::mt19937& random) {
  static constexpr std::u32string_view some = U"aZ,\"\n山田髙﨑ｱﾊﾞあ～①㈱";
  std::string text;
  for (auto left = random() % 200; left > 0; --left)
    append(text, some[random() % some.size()]);
  return text;
}

Outcome<std::string> decode_in_blocks(std::string_view bytes, EncodingSet declared,
                                      std::mt19937& random) {
  Decoder decoder(declared);
  std::string text;
  while (!bytes.empty()) {
    const auto size = std::min<std::size_t>(bytes.size(), random() % 7);
    const auto part = decoder.feed(bytes.substr(0, size));
    if (!part) return part.problem();
    text += *part;
    bytes.remove_prefix(size);
  }
  const auto rest = decoder.finish();
  if (!rest) return rest.problem();
  return text + std::string(*rest);
}

TEST(Decoder, yields_the_same_however_the_bytes_are_cut_into_blocks) {
  std::mt19937 random(20260401);
  for (int round = 0; round < 2'000; ++round) {
    const auto text = mixed_text(random);
    auto bytes = round % 2 == 0 ? text : cp932(text);
    if (round % 5 == 0 && !bytes.empty())
      bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto whole = decode(bytes, utf8_or_cp932);
    const auto parts = decode_in_blocks(bytes, utf8_or_cp932, random);
    ASSERT_EQ(whole.ok(), parts.ok()) << round;
    if (whole) {
      ASSERT_EQ(*whole, *parts) << round;
      ASSERT_TRUE(is_utf8(*whole));
    } else {
      ASSERT_EQ(whole.problem().offset, parts.problem().offset) << round;
    }
  }
}

TEST(Encodings, are_named_as_in_manifests) {
  for (const auto encoding :
       {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::cp932, Encoding::euc_jp}) {
    EXPECT_EQ(encoding_named(name_of(encoding)), encoding);
  }
  EXPECT_FALSE(encoding_named("shift_jis"));
}

}  // namespace
}  // namespace tsunagu::text
