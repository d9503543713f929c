// Sheets as they are printed (R-92, R-93): every layout of config/sheets, filled and escaped.
#include "hub/cli/sheet_page.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/places.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::cli {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path config = std::filesystem::path(tests::in_source()) / "config";

std::vector<profile::SheetLayout> layouts() {
  profile::Problems problems;
  auto all = profile::read_sheets({}, config, problems);
  for (const auto& one : problems.all())
    ADD_FAILURE() << profile::render(one, profile::Language::en);
  return all;
}
profile::SheetLayout layout(const std::string& code) {
  for (auto& one : layouts())
    if (one.code == code) return one;
  ADD_FAILURE() << code;
  return {};
}
Answer answer(std::initializer_list<std::string_view> lines) {
  Answer out;
  for (const auto line : lines)
    out.add(line);
  return out;
}
std::string page(const std::string& code, const Answer& data) {
  std::ostringstream out;
  write_sheet_page(out, fill(layout(code), data));
  return out.str();
}

TEST(Sheets, are_those_that_the_field_uses_R_92_R_93) {
  std::vector<std::string> codes;
  for (const auto& one : layouts()) {
    codes.push_back(one.code);
    EXPECT_FALSE(one.version.empty()) << one.code;
  }
  EXPECT_THAT(codes, testing::ElementsAre("assessment", "course", "evaluation", "minutes", "plan",
                                          "pledge", "reply", "sharing-consent", "tsunagu-sheet",
                                          "uketsuke-consent", "uketsuke-no-consent"));
}

TEST(Sheets, escape_whatever_a_name_says) {
  const auto html = page("uketsuke-consent",
                         answer({R"({"kind":"person","name":"<script>alert(1)</script>&\"x"})"}));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;x"));
}

TEST(Sheets, keep_rare_characters_and_their_variants) {
  const auto name =
      std::string("葛\xF3\xA0\x84\x80飾 \xF0\xA0\xAE\xB7野 髙﨑");  // IVS, 𠮷, compatibility
  Answer data;
  data.add(R"({"kind":"person","name":")" + name + "\"}");
  EXPECT_THAT(page("plan", data), HasSubstr(name));
}

TEST(Sheets, show_days_in_both_calendars) {
  const auto html = page("uketsuke-consent",
                         answer({R"({"kind":"person","birth":"1940-02-10"})",
                                 R"({"kind":"case","openedAt":"2026-11-22T15:30:00.000Z"})"}));
  EXPECT_THAT(html, HasSubstr("昭和15年2月10日（1940-02-10）"));
  EXPECT_THAT(html, HasSubstr("令和8年11月23日（2026-11-23）")) << "the day in Japan";
}

TEST(Sheets, show_an_unsafe_contact_in_red_and_in_words) {
  const auto html =
      page("tsunagu-sheet", answer({R"({"kind":"contact","value":"000-1111","safe":false})",
                                    R"({"kind":"contact","value":"000-2222","safe":true})"}));
  EXPECT_THAT(html,
              HasSubstr("<tr class=\"unsafe\"><td style=\"height:6mm\">【連絡不可】000-1111"));
  EXPECT_THAT(html, HasSubstr("<tr><td style=\"height:6mm\">000-2222"));
  EXPECT_THAT(html, HasSubstr(".unsafe td { color: #c00000"));
}

TEST(Sheets, number_their_pages_and_tear_no_row) {
  const auto html = page("course", Answer());
  EXPECT_THAT(html, AllOf(HasSubstr("size: A4"), HasSubstr("counter(page)"),
                          HasSubstr("tr { break-inside: avoid }"),
                          HasSubstr("thead { display: table-header-group }")));
}

TEST(Sheets, mark_what_no_published_form_shows) {
  EXPECT_THAT(page("tsunagu-sheet", Answer()),
              AllOf(HasSubstr("つなぎの番号<span class=\"mark\">※"), HasSubstr("にない欄です")));
  EXPECT_THAT(page("course", Answer()), Not(HasSubstr("※")));
}

TEST(Sheets, say_the_newest_of_what_a_plan_said) {
  const auto data =
      answer({R"({"kind":"event","goals":"初めの目標"})", R"({"kind":"event","event":"start"})",
              R"({"kind":"event","goals":"新しい目標"})"});
  EXPECT_THAT(page("plan", data), AllOf(HasSubstr("新しい目標"), Not(HasSubstr("初めの目標"))));
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    std::size_t bytes = 0;
    tsunagu::text::next(text.substr(at), bytes);
    at += bytes;
  }
  return count;
}

TEST(Sheets, fit_a_reply_into_the_characters_of_a_desks_own_record) {
  std::string long_text;
  for (int at = 0; at < 500; ++at)
    long_text += "髙";
  Answer data;
  data.add(R"({"kind":"event","policy":")" + long_text + "\"}");
  const auto reply = layout("reply");
  ASSERT_EQ(reply.text_limit, 400);
  const auto text = sheet_text(fill(reply, data), reply.text_limit);
  EXPECT_EQ(characters(text), 400U);
  EXPECT_THAT(text, HasSubstr("続きは返書"));
  const auto little = answer({R"({"kind":"event","policy":"見守り"})"});
  EXPECT_EQ(sheet_text(fill(reply, little), 400), "返書\n支援の方針：見守り\n");
}

TEST(Sheets, of_a_municipality_stand_in_the_place_of_ours_and_are_checked) {
  const auto own =
      std::filesystem::temp_directory_path() / ("tsunagu-sheets-" + std::to_string(::getpid()));
  std::filesystem::create_directories(own / "sheets");
  std::ofstream(own / "sheets" / "plan.yaml")
      << "code: plan\ntitle: 支援プラン\nversion: \"2\"\nsections:\n"
         "  - entries:\n      - {label: 目標, field: event.goal}\n"
         "  - table: rolle\n    columns:\n      - {label: x, field: task}\n";
  profile::Problems problems;
  const auto all = profile::read_sheets(own, config, problems);
  std::filesystem::remove_all(own);
  std::vector<std::string> said;
  for (const auto& one : problems.all())
    said.push_back(profile::render(one, profile::Language::en));
  EXPECT_THAT(said, testing::SizeIs(2));
  EXPECT_THAT(said, Contains(AllOf(HasSubstr("plan.yaml:6:"), HasSubstr("event.goals"))))
      << "the line, and the nearest right word";
  EXPECT_THAT(said, Contains(HasSubstr("plan.yaml:7:")));
  const auto plan = std::find_if(
      all.begin(), all.end(), [](const profile::SheetLayout& one) { return one.code == "plan"; });
  ASSERT_NE(plan, all.end());
  EXPECT_EQ(plan->title, "支援プラン");
}

}  // namespace
}  // namespace hub::cli
