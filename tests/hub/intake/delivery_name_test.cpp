#include "hub/intake/delivery_name.hpp"

#include <gtest/gtest.h>

namespace hub::intake {
namespace {

struct Case {
  const char* name;
  std::string disposition;
  std::string last_modified;
  std::string wanted;
};

class DeliveryName : public testing::TestWithParam<Case> {};

TEST_P(DeliveryName, is_what_the_answer_says) {
  EXPECT_EQ(delivery_name(GetParam().disposition, GetParam().last_modified), GetParam().wanted);
}

const std::string moment = "Fri, 10 Apr 2026 08:30:00 GMT";

INSTANTIATE_TEST_SUITE_P(
    All, DeliveryName,
    testing::Values(
        Case{"nothing", "", "", ""},
        Case{"quoted", "attachment; filename=\"KAIGO_20260410083000.csv\"", "",
             "KAIGO_20260410083000.csv"},
        Case{"token", "attachment;filename=a.csv", "", "a.csv"},
        Case{"capitals_and_blanks", "Attachment ; FileName = a.csv ; size=3", "", "a.csv"},
        Case{"inline_too", "inline; filename=a.csv", "", "a.csv"},
        Case{"semicolon_and_escapes_in_quotes", R"(attachment; filename="a;b\"c.csv"; x=y)", "",
             "a;b\"c.csv"},
        Case{"extended", "attachment; filename*=UTF-8''%E7%9B%B8%E8%AB%87.csv", "", "相談.csv"},
        Case{"extended_before_plain", "attachment; filename=a.csv; filename*=utf-8'ja'b%2ecsv", "",
             "b.csv"},
        Case{"another_charset", "attachment; filename*=iso-8859-1''%A3.csv; filename=a.csv", "",
             "a.csv"},
        Case{"broken_percent", "attachment; filename*=UTF-8''a%4; filename=a.csv", "", "a.csv"},
        Case{"bytes_that_are_no_utf8", "attachment; filename*=UTF-8''%FF.csv", "", ""},
        Case{"no_path", "attachment; filename=\"/etc/../passwd\"", "", "passwd"},
        Case{"no_path_of_windows", R"(attachment; filename="C:\\x\\a.csv")", "", "a.csv"},
        Case{"only_a_path", "attachment; filename=\"a/\"", "", ""},
        Case{"a_control_character", "attachment; filename*=UTF-8''a%0Ab", "", ""},
        Case{"without_its_type", "filename=a.csv", "", ""},
        Case{"a_quote_never_closed", "attachment; filename=\"a;b", "", ""},
        Case{"name_before_moment", "attachment; filename=a.csv", moment, "a.csv"},
        Case{"moment", "", moment, "modified_20260410083000"},
        Case{"moment_where_no_name", "attachment", moment, "modified_20260410083000"},
        Case{"december", "", "Thu, 31 Dec 2026 23:59:59 GMT", "modified_20261231235959"},
        Case{"no_such_month", "", "Fri, 10 anF 2026 08:30:00 GMT", ""},
        Case{"old_spelling", "", "Friday, 10-Apr-26 08:30:00 GMT", ""},
        Case{"letters_for_digits", "", "Fri, xx Apr 2026 08:30:00 GMT", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(DeliveryNameLength, is_that_of_a_file_at_most) {
  const auto named = [](std::size_t length) {
    return delivery_name("attachment; filename=" + std::string(length, 'a'), "");
  };
  EXPECT_EQ(named(254).size(), 254U);
  EXPECT_EQ(named(255).size(), 255U);
  EXPECT_EQ(named(256), "");
}

}  // namespace
}  // namespace hub::intake
