#include "tsunagu/text/codes.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/places.hpp"
#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/refused_numbers.hpp"
#include "tsunagu/text/table.hpp"

namespace tsunagu::text {
namespace {

TEST(Codes, check_all_local_governments_and_their_insurer_numbers) {
  std::ifstream file(tests::in_source("/config/data/lgcode.csv"));
  std::stringstream text;
  text << file.rdbuf();
  const auto all = text.str();
  TableReader rows;
  rows.feed(all);
  rows.finish();
  std::size_t checked = 0;
  while (const Row* row = rows.next()) {
    if (row->line() == 1) continue;
    const std::string code((*row)[3].text);
    const std::string insurer((*row)[4].text);
    ASSERT_TRUE(parse_local_government_code(code)) << code;
    ASSERT_TRUE(parse_insurer_number(insurer)) << insurer;
    EXPECT_EQ(parse_local_government_code(code)->digits, code);
    EXPECT_EQ(insurer_check_digit(code.substr(0, 5)), insurer[5]) << code;
    EXPECT_EQ(parse_local_government_code(code.substr(0, 5))->digits.size(), 6U);
    ++checked;
  }
  EXPECT_EQ(checked, 1916U);
}

struct Repaired {
  const char* text;
  const char* digits;
  CodeRepair repair;
};

TEST(Codes, repair_local_government_codes_and_report_it) {
  const Repaired rows[] = {
      {"092142", "092142", CodeRepair::none},
      {"０９２１４２", "092142", CodeRepair::none},
      {"92011", "092011", CodeRepair::leading_zero},
      {"13101", "131016", CodeRepair::check_digit},
      {"1100", "011002", CodeRepair::zero_and_check_digit},
  };
  for (const auto& row : rows) {
    const auto code = parse_local_government_code(row.text);
    ASSERT_TRUE(code) << row.text;
    EXPECT_EQ(code->digits, row.digits) << row.text;
    EXPECT_EQ(code->repair, row.repair) << row.text;
  }
}

TEST(Codes, keep_the_two_six_digit_numbers_apart) {
  EXPECT_TRUE(parse_local_government_code("092142"));
  EXPECT_EQ(parse_local_government_code("092148").problem().code, "code.check_digit");
  EXPECT_TRUE(parse_insurer_number("092148"));
  EXPECT_EQ(parse_insurer_number("092142").problem().code, "code.check_digit");
  EXPECT_EQ(parse_insurer_number("92148")->repair, CodeRepair::leading_zero);
}

TEST(Codes, refuse_with_a_reason) {
  EXPECT_EQ(parse_local_government_code("").problem().code, "code.empty");
  EXPECT_EQ(parse_local_government_code("09214a").problem().code, "code.not_digits");
  EXPECT_EQ(parse_local_government_code("999").problem().code, "code.length");
  EXPECT_EQ(parse_local_government_code("99999").problem().code, "code.check_digit");
  EXPECT_EQ(parse_facility_number("147240342").problem().code, "code.length");
  EXPECT_EQ(parse_corporate_number("1000020092142").problem().code, "code.check_digit");
}

TEST(Codes, check_corporate_numbers) {
  EXPECT_TRUE(parse_corporate_number("8000020092142")) << corporate_check_digit("000020092142");
  EXPECT_EQ(parse_town_id("0008-001")->digits, "0008001");
  EXPECT_EQ(parse_postal_code("〒329-1392")->digits, "3291392");
  EXPECT_EQ(parse_facility_number("1472403426")->digits, "1472403426");
}

/// Built here, so that no number that could be anyone's stands in this file.
std::string with_check_digit(std::string body) {
  int sum = 0;
  for (std::size_t n = 0; n < body.size(); ++n)
    sum += (body[body.size() - 1 - n] - '0') * static_cast<int>(n % 6 + 2);
  return body + static_cast<char>('0' + (sum % 11 <= 1 ? 0 : 11 - sum % 11));
}

std::string wrong(std::string number) {
  number.back() = number.back() == '9' ? '0' : static_cast<char>(number.back() + 1);
  return number;
}

TEST(RefusedNumbers, finds_a_my_number_wherever_it_hides) {
  const auto number = with_check_digit("12345678901");
  const auto grouped = number.substr(0, 4) + "-" + number.substr(4, 4) + "-" + number.substr(8);
  for (const auto& text : {number, grouped, "本人談: " + number + "とのこと", "（" + grouped + "）",
                           "090-1234-5678 " + grouped}) {
    const auto found = find_refused_number(text);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->number, RefusedNumber::my_number);
    EXPECT_EQ(text.substr(found->offset).substr(0, 4), number.substr(0, 4));
  }
}

TEST(RefusedNumbers, finds_full_width_digits) {
  std::string wide;
  for (const char c : with_check_digit("98765432109"))
    wide += "\xEF\xBC" + std::string(1, static_cast<char>(0x90 + (c - '0')));
  ASSERT_TRUE(find_refused_number(wide));
  EXPECT_EQ(find_refused_number(wide)->bytes, 36U);
}

TEST(RefusedNumbers, lets_other_numbers_pass) {
  const auto number = with_check_digit("12345678901");
  for (const auto& text :
       {wrong(number), number + "3", "0" + number, std::string("0000123456"),
        std::string("1,092148,20240401120000,3"), std::string("2024-04-01 2025-03-31")}) {
    EXPECT_FALSE(find_refused_number(text)) << text.size();
  }
}

TEST(RefusedNumbers, looks_for_resident_codes_outside_telephone_columns) {
  const auto code = with_check_digit("0901234567");
  EXPECT_EQ(find_refused_number(code)->number, RefusedNumber::resident_code);
  EXPECT_FALSE(find_refused_number(code, {.telephone_column = true}));
  const auto mobile = code.substr(0, 3) + "-" + code.substr(3, 4) + "-" + code.substr(7);
  EXPECT_FALSE(find_refused_number(mobile));
}

TEST(RefusedNumbers, are_not_found_in_a_uuid_but_beside_one) {
  const std::string uuid = "019d74cb-b6a2-7671-9862-1233ab3c4d5e";
  EXPECT_FALSE(find_refused_number(uuid));
  EXPECT_FALSE(find_refused_number("{" + uuid + "}"));
  EXPECT_TRUE(find_refused_number(uuid + " 123456789018"));
  EXPECT_FALSE(find_refused_number("1234 " + uuid + " 56789018"));
  EXPECT_TRUE(find_refused_number("b6a2-7671-9862-1233ab3c4d5e")) << "a part is no UUID";
  EXPECT_TRUE(find_refused_number("019d74cb-b6a2-7671-1862-12373c4d5eab-1234-5678-9018"));
}

TEST(RefusedNumbers, knows_headers_that_announce_them) {
  const std::pair<const char*, RefusedNumber> rows[] = {
      {"個人番号", RefusedNumber::my_number},
      {"ﾏｲﾅﾝﾊﾞｰ", RefusedNumber::my_number},
      {"My_Number", RefusedNumber::my_number},
      {"本人の個人 番号", RefusedNumber::my_number},
      {"住民票コード", RefusedNumber::resident_code},
      {"被保険者証記号・番号", RefusedNumber::health_insurance},
      {"健康保険証", RefusedNumber::health_insurance},
      {"団体内統合宛名番号", RefusedNumber::unified_atena},
  };
  for (const auto& [name, number] : rows)
    EXPECT_EQ(refused_header(name), number) << name;
  for (const auto* name : {"法人番号", "宛名番号", "被保険者番号", "受給者証番号", "健康保険",
                           "手帳の記号番号", "事業所番号", "電話番号", ""})
    EXPECT_FALSE(refused_header(name)) << name;
}

struct Dialled {
  const char* text;
  const char* digits;
};

TEST(Phone, becomes_digits) {
  const Dialled rows[] = {
      {"028-681-1116", "0286811116"},          {"０２８（６８１）１１１６", "0286811116"},
      {"090ー1234ー5678", "09012345678"},      {"090₋1234₋5678", "09012345678"},
      {"+81-90-1234-5678", "09012345678"},     {"TEL:0467-82-1111", "0467821111"},
      {"0467-82-1111(内線123)", "0467821111"},
  };
  for (const auto& row : rows) {
    const auto phone = parse_phone(row.text);
    ASSERT_TRUE(phone) << row.text;
    EXPECT_EQ(phone->digits, row.digits) << row.text;
  }
  EXPECT_EQ(parse_phone("0467-82-1111 内線 123")->extension, "123");
  EXPECT_TRUE(parse_phone("09012345678")->mobile);
  EXPECT_EQ(parse_phone("なし").problem().code, "phone.unreadable");
  EXPECT_EQ(parse_phone("681-1116").problem().code, "phone.length");
}

}  // namespace
}  // namespace tsunagu::text
