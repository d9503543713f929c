#include "tsunagu/text/date.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tsunagu::text {
namespace {

struct Accepted {
  const char* text;
  const char* iso;
};

TEST(Date, reads_every_form_of_the_field) {
  const Accepted rows[] = {
      {"5060401", "2024-04-01"},
      {"R6.4.1", "2024-04-01"},
      {"R06.04.01", "2024-04-01"},
      {"r6/4/1", "2024-04-01"},
      {"R060401", "2024-04-01"},
      {"令和6年4月1日", "2024-04-01"},
      {"令和元年5月1日", "2019-05-01"},
      {"令６・４・１", "2024-04-01"},
      {"㋿6年4月1日", "2024-04-01"},
      {"㍻三十年", "2018"},
      {"㍻三十年一月八日", "2018-01-08"},
      {"昭和六十三年十二月三十一日", "1988-12-31"},
      {"令和 6 年 4 月 1 日", "2024-04-01"},
      {"　Ｒ６．４．１　", "2024-04-01"},
      {"2024/4/1", "2024-04-01"},
      {"20240401", "2024-04-01"},
      {"２０２４０４０１", "2024-04-01"},
      {"2024-04-01", "2024-04-01"},
      {"二〇二四年四月一日", "2024-04-01"},
      {"2024年4月1日(月)", "2024-04-01"},
      {"2024年4月", "2024-04"},
      {"R6.4", "2024-04"},
      {"昭和15年", "1940"},
      {"昭和15年頃", "1940"},
      {"昭和15年4月頃", "1940-04"},
      {"昭和15年月日不詳", "1940"},
      {"昭和15年4月日不詳", "1940-04"},
      {"3150300", "1940-03"},
      {"1940", "1940"},
      {"3150399", "1940-03"},
      {"3150000", "1940"},
      {"3159999", "1940"},
      {"3150310", "1940-03-10"},
      {"1060101", "1873-01-01"},
      {"明治45年7月30日", "1912-07-30"},
      {"大正元年7月30日", "1912-07-30"},
      {"大正15年12月25日", "1926-12-25"},
      {"2024/2/29", "2024-02-29"},
      {"2024-04-01T10:30:00+09:00", "2024-04-01"},
      {"2024/4/1 0:00", "2024-04-01"},
      {"2024.4.1", "2024-04-01"},
      {"昭和47年4月1日生", "1972-04-01"},
      {"昭和４７年４月１日生まれ", "1972-04-01"},
      {"S.47.4.1", "1972-04-01"},
      {"昭　和　４７　年　４　月　１　日", "1972-04-01"},
      {"昭和47年(1972年)4月1日", "1972-04-01"},
      {"1972年（昭和47年）4月1日", "1972-04-01"},
      {"1972(昭和47)年4月1日", "1972-04-01"},
      {"令和元年（2019）5月", "2019-05"},
      {"西暦1972年4月1日", "1972-04-01"},
      {"二千二十四年四月一日", "2024-04-01"},
      {"昭和廿年八月十五日", "1945-08-15"},
      {"昭和壱拾五年", "1940"},
      {"R6 4 1", "2024-04-01"},
      {"1972 4 1", "1972-04-01"},
      {"令和6年4⽉1⽇", "2024-04-01"},
      {"昭和47年4月上旬", "1972-04"},
      {"1972〜4〜1", "1972-04-01"},
      {"昭和15年3月不詳日", "1940-03"},
      {"㍼47.4.1", "1972-04-01"},
      {"㍽15年12月25日", "1926-12-25"},
      {"㍾45年7月30日", "1912-07-30"},
      {"平成元.1.8", "1989-01-08"},
      {"Ｓ４７−４−１", "1972-04-01"},
  };
  for (const auto& row : rows) {
    const auto date = parse_date(row.text);
    ASSERT_TRUE(date) << row.text << ": " << date.problem().code;
    EXPECT_EQ(date->iso(), row.iso) << row.text;
  }
}

struct Refused {
  const char* text;
  const char* code;
};

TEST(Date, reads_the_year_last_where_the_source_says_what_comes_first) {
  const auto read = [](const char* text, DateOrder order) {
    DateRules rules;
    rules.order = order;
    const auto date = parse_date(text, rules);
    return date ? date->iso() : date.problem().code;
  };
  EXPECT_EQ(read("4/1/2024", DateOrder::month_day_year), "2024-04-01");
  EXPECT_EQ(read("４／１／２０２４", DateOrder::month_day_year), "2024-04-01");
  EXPECT_EQ(read("04-13-2024 10:30", DateOrder::month_day_year), "2024-04-13");
  EXPECT_EQ(read("1.4.2024", DateOrder::day_month_year), "2024-04-01");
  EXPECT_EQ(read("13/4/2024", DateOrder::month_day_year), "date.no_such_month");
  EXPECT_EQ(read("4/31/2024", DateOrder::month_day_year), "date.no_such_day");
  for (const char* text : {"4/1/24", "4/1", "4/1/2024/5", "4/1/2024x"})
    EXPECT_EQ(read(text, DateOrder::month_day_year), "date.unreadable") << text;
  for (const char* text : {"2024/4/1", "R6.4.1", "令和 6.4.1", "20240401", "5060401"})
    EXPECT_EQ(read(text, DateOrder::month_day_year), "2024-04-01") << text;
  EXPECT_EQ(read("4/1/2024", DateOrder::year_month_day), "date.unreadable");
}

TEST(Date, refuses_what_is_no_date_and_says_why) {
  const Refused rows[] = {
      {"", "date.empty"},
      {"　", "date.empty"},
      {"令和7年2月30日", "date.no_such_day"},
      {"2023/2/29", "date.no_such_day"},
      {"2024/13/1", "date.no_such_month"},
      {"昭和0年", "date.year_zero"},
      {"3000101", "date.year_zero"},
      {"明治5年12月3日", "date.before_1873"},
      {"1700-01-01", "date.before_1873"},
      {"9999-12-31", "date.out_of_range"},
      {"8010101", "date.unknown_era_code"},
      {"0010101", "date.unknown_era_code"},
      {"060401", "date.unreadable"},
      {"6.4.1", "date.unreadable"},
      {"4月1日", "date.unreadable"},
      {"不明", "date.unreadable"},
      {"令和", "date.unreadable"},
      {"R6.4.1.5", "date.unreadable"},
      {"2024/4/1x", "date.unreadable"},
      {"99999999999999999999", "date.unreadable"},
      {"\xFF\xFE", "date.unreadable"},
      {"元年5月1日", "date.unreadable"},
      {"3999999", "date.unknown"},
      {"99999999", "date.unknown"},
      {"9999999", "date.unknown"},
      {"00000000", "date.unknown"},
      {"0000/00/00", "date.unknown"},
      {"9999-99-99", "date.unknown"},
      {"昭和99年99月99日", "date.unknown"},
      {"昭和47年(1973年)4月1日", "date.unreadable"},
      {"昭和47年(1972年4月1日", "date.unreadable"},
      {"R6 4 1 5", "date.unreadable"},
      {"昭 47 4 1 x", "date.unreadable"},
      {"生", "date.unreadable"},
      {"西暦令和6年", "date.unreadable"},
      {"2024/4/31", "date.no_such_day"},
      {"令和6年13月", "date.no_such_month"},
      {"S47.4.1.", "date.unreadable"},
      {"47年4月1日", "date.unreadable"},
      {"1972-04-01-02", "date.unreadable"},
      {"二千年百月", "date.no_such_month"},
      {"昭和", "date.unreadable"},
      {"昭和年4月1日", "date.unreadable"},
      {"47", "date.unreadable"},
      {"19720", "date.unreadable"},
      {"197204", "date.unreadable"},
      {"0470401", "date.unknown_era_code"},
      {"S4704", "date.unreadable"},
      {"昭和47年4月32日", "date.no_such_day"},
      {"昭和47年14月1日", "date.no_such_month"},
      {"令和６年６月３１日", "date.no_such_day"},
      {"平成29年2月29日", "date.no_such_day"},
      {"1900-02-29", "date.no_such_day"},
      {"2024-00-10x", "date.unreadable"},
      {"2024//4/1", "date.unreadable"},
      {"2024/4/1/", "date.unreadable"},
      {"/2024/4/1", "date.unreadable"},
      {"S", "date.unreadable"},
      {"S年", "date.unreadable"},
      {"S47年4月1日1", "date.unreadable"},
      {"昭和昭和47年", "date.unreadable"},
      {"47昭和", "date.unreadable"},
      {"令和六十百年", "date.unreadable"},
      {"明治元年1月1日", "date.before_1873"},
      {"M5.12.31", "date.before_1873"},
  };
  for (const auto& row : rows) {
    const auto date = parse_date(row.text);
    ASSERT_FALSE(date) << row.text;
    EXPECT_EQ(date.problem().code, row.code) << row.text;
  }
}

struct Noted {
  const char* text;
  const char* iso;
  DateNote note;
};

TEST(Date, accepts_with_a_note) {
  const Noted rows[] = {
      {"平成31年5月1日", "2019-05-01", DateNote::past_era},
      {"昭和64年1月8日", "1989-01-08", DateNote::past_era},
      {"昭和100年1月8日", "2025-01-08", DateNote::past_era},
      {"令和元年1月1日", "2019-01-01", DateNote::before_era},
      {"平成元年1月7日", "1989-01-07", DateNote::before_era},
      {"昭和15年頃", "1940", DateNote::approximate},
      {"3150399", "1940-03", DateNote::unknown_day},
      {"3159999", "1940", DateNote::unknown_month},
      {"2024/4/1 10:30", "2024-04-01", DateNote::time_dropped},
  };
  for (const auto& row : rows) {
    const auto date = parse_date(row.text);
    ASSERT_TRUE(date) << row.text;
    EXPECT_EQ(date->iso(), row.iso) << row.text;
    EXPECT_EQ(std::count(date->notes.begin(), date->notes.end(), row.note), 1) << row.text;
  }
}

TEST(Date, has_no_note_at_the_edges_of_eras) {
  for (const auto* text : {"昭和64年1月7日", "平成元年1月8日", "平成31年4月30日", "令和元年5月1日",
                           "昭和元年12月25日", "昭和64年", "平成31年", "令和元年"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_TRUE(date->notes.empty()) << text;
  }
}

TEST(Date, takes_the_era_digit_from_its_source) {
  DateRules form;
  form.era_digits = {Era::none, Era::taisho, Era::showa, Era::heisei, Era::none,
                     Era::none, Era::none,   Era::none,  Era::none,   Era::none};
  EXPECT_EQ(parse_date("2150310", form)->iso(), "1940-03-10");
  EXPECT_EQ(parse_date("5060401", form).problem().code, "date.unknown_era_code");
}

TEST(Date, reads_two_digit_era_codes_where_the_source_writes_them) {
  EXPECT_EQ(parse_date("05060401", {.two_digit_eras = true})->iso(), "2024-04-01");
  EXPECT_EQ(parse_date("20240401", {.two_digit_eras = true})->iso(), "2024-04-01");
  EXPECT_FALSE(parse_date("05060401"));
}

TEST(Date, knows_an_artificial_day) {
  const auto date = parse_date("19400315", {.artificial_day = 15});
  ASSERT_TRUE(date);
  EXPECT_TRUE(date->artificial);
  EXPECT_EQ(date->iso(), "1940-03");
  EXPECT_EQ(date->day, 15);
  EXPECT_FALSE(parse_date("19400315")->artificial);
}

TEST(Date, is_written_in_eras_and_reads_back) {
  for (int year = 1873; year <= 2050; ++year) {
    for (const int month : {1, 4, 5, 7, 12}) {
      for (const int day : {1, 7, 8, 25, 30}) {
        const Date date{.year = year, .month = month, .day = day};
        EXPECT_EQ(parse_date(era_text(date))->iso(), date.iso());
        EXPECT_EQ(parse_date(era_short(date))->iso(), date.iso());
        EXPECT_EQ(parse_date(era_digits(date))->iso(), date.iso());
        EXPECT_EQ(parse_date(date.iso())->iso(), date.iso());
      }
    }
  }
  EXPECT_EQ(era_text(*parse_date("2019-05-01")), "令和元年5月1日");
  EXPECT_EQ(era_text(*parse_date("1940")), "昭和15年");
}

TEST(Date, problems_never_hold_the_value) {
  for (const auto* text : {"令和7年2月30日", "1700-01-01", "8010101", "R6.4.1.5"})
    EXPECT_EQ(parse_date(text).problem().text.find("30"), std::string::npos);
}

}  // namespace
}  // namespace tsunagu::text
