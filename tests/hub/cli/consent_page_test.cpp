// The person's copy of a consent, with readings.
#include "hub/cli/consent_page.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "hub/cli/easy_words.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::cli {
namespace {

TEST(Ruby, stands_over_the_kanji_before_it_and_nothing_else) {
  EXPECT_EQ(with_ruby("あなたの 相談《そうだん》のこと"),
            "あなたの <ruby>相談<rt>そうだん</rt></ruby>のこと");
  EXPECT_EQ(with_ruby("税金《ぜいきん》と 人々《ひとびと》"),
            "<ruby>税金<rt>ぜいきん</rt></ruby>と <ruby>人々<rt>ひとびと</rt></ruby>");
  EXPECT_EQ(with_ruby("10月《がつ》"), "10<ruby>月<rt>がつ</rt></ruby>");
}

TEST(Ruby, escapes_and_leaves_an_open_mark_as_it_is) {
  EXPECT_EQ(with_ruby("<b>&\n"), "&lt;b&gt;&amp;<br>\n");
  EXPECT_EQ(with_ruby("字《じ"), "字《じ");
  EXPECT_EQ(with_ruby(""), "");
}

std::string page_of(const std::string& more, const std::string& object = "sharing") {
  const auto parsed =
      tsunagu::json::parse_untrusted(R"({"kind":"copy","consent":"c-1","object":")" + object +
                                     R"(","givenOn":"2026-04-10")" + more + "}");
  const tsunagu::json::View lines[] = {parsed.root()};
  std::ostringstream out;
  write_consent_page(out, lines);
  return out.str();
}

TEST(ConsentPage, says_to_whom_for_what_until_when_and_whom_to_call) {
  const auto page =
      page_of(R"(,"recipients":["coordinator"],"recipientNames":["多機関協働事業者"],)"
              R"("agencies":["SAKUTOMO"],"purposes":["tie_in","own"],)"
              R"("purposeNames":["x","市の目的"],"items":["identity"],"until":"2027-03-31",)"
              R"("contact":"福祉課《ふくしか》 000-0000")");
  EXPECT_NE(page.find("まとめる ところ"), std::string::npos);
  EXPECT_NE(page.find("SAKUTOMO"), std::string::npos);
  EXPECT_NE(page.find("市の目的"), std::string::npos) << "a municipality's own code in its words";
  EXPECT_NE(page.find("2027<ruby>年<rt>ねん</rt></ruby>3<ruby>月"), std::string::npos);
  EXPECT_NE(page.find("<ruby>福祉課<rt>ふくしか</rt></ruby> 000-0000"), std::string::npos);
  EXPECT_NE(page.find("やめたいとき"), std::string::npos);
  EXPECT_EQ(page.find("《"), std::string::npos);
}

TEST(ConsentPage, leaves_a_line_for_the_telephone_where_the_profile_names_none) {
  EXPECT_NE(page_of(R"(,"recipients":[])").find("☎ <span class=\"line\">"), std::string::npos);
}

TEST(ConsentPage, of_the_support_alone_shows_nobody_anything) {
  const auto page = page_of("", "support");
  EXPECT_NE(page.find("<rt>しえん</rt>"), std::string::npos);
  EXPECT_EQ(page.find("だれに"), std::string::npos);
}

}  // namespace
}  // namespace hub::cli
