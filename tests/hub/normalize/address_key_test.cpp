#include "hub/normalize/address_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/hub/normalize/test_tables.hpp"

namespace hub::normalize {
namespace {

using testing::Contains;
using testing::Not;

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

TEST(AddressKey, folds_the_spellings_of_one_place_into_one_key) {
  const Row rows[] = {
      {"茅ヶ崎市ひばりが丘1-10", "茅ケ崎市ひばりケ丘１番１０号"},
      {"さくら市桜ヶ丘一丁目2-3", "さくら市桜が丘1丁目2番3号"},
      {"さくら市櫻野1", "さくら市桜野1番地"},
      {"伊賀市ゆめが丘四丁目1-5", "伊賀市ゆめケ丘4-1-5"},
      {"さくら市卯の里二丁目1番3", "さくら市卯ノ里2－1－3"},
      {"さくら市大字氏家字2771", "さくら市氏家2771"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(key_of(row.address).key, key_of(row.key).key) << row.address;
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
  EXPECT_THAT(glued.warnings, Contains("address.glued_building"));
  EXPECT_EQ(glued.number, "4-9");
  const auto told = key_of("神奈川県茅ケ崎市みずき4-9-161階", {.building = "1階"});
  EXPECT_THAT(told.warnings, Not(Contains("address.glued_building")));
  EXPECT_EQ(told.number, "4-9-16");
}

TEST(AddressKey, drops_a_building_that_is_repeated) {
  const auto address =
      key_of("三重県伊賀市比土3213-1ディッチポンドマンション103ディッチポンドマンション103",
             {.building = "ディッチポンドマンション103"});
  EXPECT_EQ(address.key, "24216|比土|3213-1|103");
}

TEST(AddressKey, warns_of_what_is_missing) {
  EXPECT_THAT(key_of("さくら市氏家1").warnings, Contains("address.no_prefecture"));
  EXPECT_THAT(key_of("氏家2650").warnings, Contains("address.no_city"));
  EXPECT_EQ(key_of("氏家2650", {.lgcode5 = "09214"}).key, "09214|氏家|2650|");
  EXPECT_THAT(key_of("栃木県さくら市氏家").warnings, Contains("address.no_number"));
  EXPECT_FALSE(key_of("栃木県さくら市氏家").complete());
  EXPECT_THAT(key_of("府中市1-1").warnings, Contains("address.ambiguous_city"));
  EXPECT_THAT(key_of("").warnings, Contains("address.empty"));
  EXPECT_THAT(key_of("栃木県さくら市何処にもない1").warnings, Contains("address.town_unknown"));
  EXPECT_THAT(key_of("さくら市\xFF\x31").warnings, Contains("address.malformed"));
  EXPECT_THAT(key_of("三重県伊賀市ゆめが丘４四丁目１－５").warnings,
              Contains("address.doubled_chome"));
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
  std::ifstream file(TSUNAGU_SOURCE_DIR "/config/data/town_master_seed5.csv");
  std::string line;
  std::getline(file, line);
  std::size_t towns = 0;
  while (std::getline(file, line)) {
    const auto address = key_of(line.substr(6) + "10-2", {.lgcode5 = line.substr(0, 5)});
    EXPECT_THAT(address.warnings, Not(Contains("address.town_unknown"))) << line;
    EXPECT_TRUE(address.complete()) << line;
    ++towns;
  }
  EXPECT_EQ(towns, 487U);
}

}  // namespace
}  // namespace hub::normalize
