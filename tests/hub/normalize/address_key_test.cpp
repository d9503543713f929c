#include "hub/normalize/address_key.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/hub/normalize/test_tables.hpp"
#include "tests/places.hpp"

namespace hub::normalize {
namespace {

AddressKey key_of(std::string_view address, AddressHint hint = {}) {
  return address_key(address, test_tables(), hint);
}

struct Row {
  const char* address;
  const char* key;
};

TEST(AddressKey, reads_the_spellings_of_the_five_municipalities) {
  const Row rows[] = {
      {"栃木県さくら市氏家2650番地", "09214|氏家|2650|"},
      {"栃木県さくら市氏家３２４５－２２", "09214|氏家|3245-22|"},
      {"さくら市氏家3205-1", "09214|氏家|3205-1|"},
      {"神奈川県茅ケ崎市共恵1-16-16", "14207|共恵|1-16-16|"},
      {"神奈川県茅ヶ崎市共恵一丁目16番16号", "14207|共恵|1-16-16|"},
      {"神奈川県茅ヶ崎市南湖1丁目6番14号", "14207|南湖|1-6-14|"},
      {"神奈川県茅が崎市ひばりが丘7₋10", "14207|ひばりケ丘|7-10|"},
      {"伊賀市上野丸之内１０番地の８", "24216|上野丸ノ内|10-8|"},
      {"三重県伊賀市上野丸の内10−8", "24216|上野丸ノ内|10-8|"},
      {"島根県大田市波根町1290-１", "32205|波根町|1290-1|"},
      {"大田市大字波根町字古川２０２８", "32205|波根町古川|2028|"},
      {"島根県大田市大田町大田イ860-3", "32205|大田町大田イ|860-3|"},
      {"宮崎県小林市細野367番地1", "45205|細野|367-1|"},
      {"〒886-0004 宮崎県 小林市 細野 367番地1", "45205|細野|367-1|"},
      {"三重県伊賀市ゆめが丘四丁目１－５", "24216|ゆめケ丘|4-1-5|"},
  };
  for (const auto& row : rows) {
    const auto address = key_of(row.address);
    EXPECT_EQ(address.key, row.key) << row.address;
    EXPECT_TRUE(address.complete()) << row.address;
  }
}

TEST(AddressKey, takes_building_and_room_apart) {
  const auto address = key_of("栃木県さくら市氏家2771-1 コーポ氏家201号室");
  EXPECT_EQ(address.key, "09214|氏家|2771-1|201");
  EXPECT_EQ(address.without_room(), "09214|氏家|2771-1");
  EXPECT_EQ(key_of("神奈川県茅ケ崎市元町4-9-1林本ビル3階A号室").room, "A");
  EXPECT_EQ(key_of("茅ヶ崎市浜見平11-1BRANCH茅ヶ崎2-D", {.building = "BRANCH茅ヶ崎2-D"}).room,
            "2-D");
  EXPECT_EQ(key_of("さくら市氏家2771", {.building = "コーポ101"}).room, "101");
  EXPECT_EQ(key_of("茅ヶ崎市南湖1-6-14-201").room, "201");
  EXPECT_EQ(key_of("茅ケ崎市ひばりが丘7-10湘南すずきクリニック2階").room, "");
}

TEST(AddressKey, flags_a_floor_glued_to_the_number_and_does_not_guess) {
  const auto glued = key_of("神奈川県茅ケ崎市みずき4-9-161階");
  EXPECT_TRUE(glued.notes.has(Note::address_glued_building));
  EXPECT_EQ(glued.number, "4-9");
  const auto told = key_of("神奈川県茅ケ崎市みずき4-9-161階", {.building = "1階"});
  EXPECT_FALSE(told.notes.has(Note::address_glued_building));
  EXPECT_EQ(told.number, "4-9-16");
}

TEST(AddressKey, flags_a_room_glued_to_the_number_and_does_not_guess) {
  for (const auto* text : {"茅ヶ崎市みずき4-9-16101号室", "茅ヶ崎市みずき4-9-1601号室"}) {
    const auto glued = key_of(text);
    EXPECT_TRUE(glued.notes.has(Note::address_glued_building)) << text;
    EXPECT_EQ(glued.key, "14207|みずき|4-9|") << text;
  }
  EXPECT_EQ(key_of("さくら市氏家2771-1101号室").key, "09214|氏家|2771|");
  EXPECT_EQ(key_of("さくら市氏家2771-1-1101号室").key, "09214|氏家|2771-1|");
  EXPECT_EQ(key_of("さくら市氏家2771-101号室").key, "09214|氏家|2771|101");
  EXPECT_EQ(key_of("茅ヶ崎市みずき4-9-16-1101号室").key, "14207|みずき|4-9-16|1101");
}

TEST(AddressKey, takes_a_missing_city_from_a_town_that_only_one_has) {
  const auto found = key_of("栃木県氏家2650");
  EXPECT_EQ(found.key, "09214|氏家|2650|");
  EXPECT_TRUE(found.notes.has(Note::address_city_from_town));
  EXPECT_EQ(key_of("宮崎県氏家2650").lgcode5, "");
  EXPECT_EQ(key_of("どこか2650").lgcode5, "");
  EXPECT_EQ(key_of("馬場1").lgcode5, "");  // さくら市 and 伊賀市 both have one
  EXPECT_EQ(key_of("三重県馬場1").lgcode5, "24216");
  EXPECT_EQ(key_of("氏家2650", {.lgcode5 = "45205"}).lgcode5, "45205");
}

TEST(AddressKey, notes_each_kind_of_writing) {
  const std::pair<const char*, Note> rows[] = {
      {"氏家２", Note::address_full_width_digits},
      {"氏家2₋1", Note::address_odd_hyphen},
      {"大字氏家2", Note::address_section_word},
      {"氏家2番地", Note::address_banchi},
      {"氏家2番1号", Note::address_ban_go},
      {"卯の里2丁目1", Note::address_chome_digits},
      {"卯の里二丁目1", Note::address_chome_kanji},
      {"氏家二番", Note::address_kanji_digits},
      {"〒329-1311 氏家2", Note::address_postal_code},
      {"氏家2（改行）", Note::text_line_break_word},
      {"喜連川字本町2", Note::address_small_section},
      {"茅ケ崎市南湖1-2-3", Note::address_city_spelling},
  };
  const auto plain = key_of("栃木県さくら市氏家2-1");
  EXPECT_TRUE(plain.notes.empty());
  for (const auto& [text, note] : rows) {
    EXPECT_TRUE(key_of(text, {.lgcode5 = "09214"}).notes.has(note)) << text << " " << code_of(note);
    EXPECT_FALSE(plain.notes.has(note)) << code_of(note);
  }
}

TEST(AddressKey, drops_a_building_that_is_repeated) {
  const auto address =
      key_of("三重県伊賀市比土3213-1ディッチポンドマンション103ディッチポンドマンション103",
             {.building = "ディッチポンドマンション103"});
  EXPECT_EQ(address.key, "24216|比土|3213-1|103");
}

TEST(AddressKey, warns_of_what_is_missing) {
  const std::pair<const char*, Note> rows[] = {
      {"さくら市氏家1", Note::address_no_prefecture},
      {"氏家2650", Note::address_no_city},
      {"栃木県さくら市氏家", Note::address_no_number},
      {"府中市1-1", Note::address_ambiguous_city},
      {"", Note::address_empty},
      {"栃木県さくら市何処にもない1", Note::address_town_unknown},
      {"さくら市\xFF\x31", Note::address_malformed},
      {"三重県伊賀市ゆめが丘４四丁目１－５", Note::address_doubled_chome},
      {"さくら市氏家2771-1-101", Note::address_third_number},
      {"茅ヶ崎市南湖1-6-14-201", Note::address_room_in_number},
  };
  for (const auto& [text, note] : rows)
    EXPECT_TRUE(key_of(text).notes.has(note)) << text << " " << code_of(note);
  EXPECT_EQ(key_of("氏家2650", {.lgcode5 = "09214"}).key, "09214|氏家|2650|");
  EXPECT_FALSE(key_of("栃木県さくら市氏家").complete());
}

TEST(AddressKey, never_widens_a_name) {
  EXPECT_EQ(key_of("富山県富山市町村1-2").lgcode5, "16201");
  EXPECT_EQ(key_of("富山県富山市町村1-2").town, "町村");
  const auto name = key_of("栃木県さくら市三五十1");
  EXPECT_EQ(name.town, "三五十");
  EXPECT_EQ(name.number, "1");
}

TEST(AddressKey, finds_a_town_behind_its_county) {
  EXPECT_EQ(key_of("宮崎県西諸県郡高原町大字西麓899番地").lgcode5, "45361");
}

TEST(AddressKey, knows_every_town_of_the_master) {
  std::ifstream file(tests::in_source("/config/data/town_master_seed5.csv"));
  std::string line;
  std::getline(file, line);
  std::size_t towns = 0;
  while (std::getline(file, line)) {
    const auto address = key_of(line.substr(6) + "10-2", {.lgcode5 = line.substr(0, 5)});
    EXPECT_FALSE(address.notes.has(Note::address_town_unknown)) << line;
    EXPECT_TRUE(address.complete()) << line;
    ++towns;
  }
  EXPECT_EQ(towns, 487U);
}

}  // namespace
}  // namespace hub::normalize
