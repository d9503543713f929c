#include "hub/cli/desk_page.hpp"
#include "tests/hub/cli/configured.hpp"

#include <gmock/gmock.h>

#include <sstream>
#include <tuple>

#include "hub/cli/html.hpp"

namespace hub::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const profile::Configuration& configured, int year) {
  std::ostringstream out;
  write_desk_page(
      out, configured,
      base::from_jst_day({std::chrono::year(year), std::chrono::month(4), std::chrono::day(10)}));
  return out.str();
}

//
TEST(DeskPage, names_every_desk_that_takes_consultations_with_whom_and_where) {
  for (const auto* name : {"sakura", "chigasaki", "kobayashi", "iga", "oda"}) {
    const auto configured = testing::configured_as(name);
    const auto page = page_of(configured, 2026);
    int named = 0;
    for (const auto& desk : configured.profile.desks) {
      const bool now = profile::covers(
          desk.period, {std::chrono::year(2026), std::chrono::month(4), std::chrono::day(10)});
      if (!now || !profile::takes_consultations(desk.statute)) continue;
      const auto* agency = profile::find_agency(configured.profile, desk.agency.code);
      ASSERT_NE(agency, nullptr);
      EXPECT_THAT(page, HasSubstr("<h3>" + escaped(agency->name) + "</h3>")) << name;
      EXPECT_THAT(page, HasSubstr(escaped(desk.target))) << name;
      ++named;
    }
    EXPECT_GT(named, 3) << name;
  }
}

TEST(DeskPage, is_of_its_day) {
  const auto configured = testing::configured_as("sakura");
  for (const auto& [year, there, gone] :
       {std::tuple{2023, "子育て世代包括支援センター", "こども家庭センター"},
        std::tuple{2026, "こども家庭センター", "子育て世代包括支援センター"}}) {
    const auto page = page_of(configured, year);
    EXPECT_THAT(page, HasSubstr("<h3>" + std::string(there) + "</h3>"));
    EXPECT_THAT(page, Not(HasSubstr("<h3>" + std::string(gone) + "</h3>")));
  }
}

TEST(DeskPage, says_where_a_field_has_no_desk_and_escapes_what_is_written) {
  auto configured = testing::configured_as("oda");
  configured.profile.municipality.fields.push_back({"sumai", "住まい<居住支援>", {}});
  const auto page = page_of(configured, 2026);
  EXPECT_THAT(page, HasSubstr("<h2>住まい&lt;居住支援&gt;</h2>"));
  EXPECT_THAT(page, HasSubstr("この分野だけの窓口はありません"));
}

TEST(DeskPage, names_no_desk_of_the_other_programmes) {
  const auto configured = testing::configured_as("sakura");
  const auto page = page_of(configured, 2026);
  for (const auto& desk : configured.profile.desks) {
    if (desk.statute != profile::StatuteItem::i5 || desk.content.empty()) continue;
    EXPECT_THAT(page, Not(HasSubstr(escaped(desk.content))));
  }
}

}  // namespace
}  // namespace hub::cli
