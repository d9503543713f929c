#include "hub/cli/public_notice.hpp"
#include "tests/hub/cli/configured.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace hub::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const base::UtcMillis spring =
    base::from_jst_day({std::chrono::year(2026), std::chrono::month(4), std::chrono::day(10)});

std::string text_of(void (*write)(std::ostream&, const profile::Configuration&, base::UtcMillis),
                    const profile::Configuration& configured) {
  std::ostringstream out;
  write(out, configured, spring);
  return out.str();
}

TEST(PublicNotice, tells_every_source_and_every_ground_of_the_municipality) {
  for (const auto* name : {"sakura", "chigasaki", "kobayashi", "iga", "oda"}) {
    const auto configured = testing::configured_as(name);
    const auto text = text_of(write_public_notice, configured);
    EXPECT_THAT(text, HasSubstr(configured.profile.municipality.name));
    for (const auto& source : configured.profile.sources)
      EXPECT_THAT(text, HasSubstr(source.name)) << name;
    for (const auto* ground : {"支援会議", "本人の同意による提供"})
      EXPECT_THAT(text, HasSubstr(ground)) << name;
  }
}

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST(PublicNotice, names_no_article_of_a_ground_without_its_version) {
  const auto text = text_of(write_public_notice, testing::configured_as("sakura"));
  const auto begin = text.find("どの根拠で共有するか");
  const auto grounds = text.substr(begin, text.find("あなたができること") - begin);
  EXPECT_GT(count_of(grounds, "<tr>"), 5);
  EXPECT_EQ(count_of(grounds, "<tr>"), count_of(grounds, "時点）"));
}

TEST(PublicNotice, says_what_is_never_shared) {
  const auto text = text_of(write_public_notice, testing::configured_as("sakura"));
  EXPECT_THAT(text, HasSubstr("共有しないもの"));
  EXPECT_THAT(text, HasSubstr("番号法"));
  EXPECT_THAT(text, HasSubstr("地方税法22条"));
}

TEST(PublicNotice, marks_a_ground_that_nobody_held_against_the_statute) {
  const auto text = text_of(write_public_notice, testing::configured_as("sakura"));
  EXPECT_THAT(text, HasSubstr("時点）【要確認】"));
  EXPECT_THAT(text, HasSubstr("時点）。対象"));
}

TEST(FileRegister, has_the_entries_of_the_law_and_leaves_the_unknown_to_be_written) {
  const auto text = text_of(write_file_register, testing::configured_as("sakura"));
  for (const auto* entry :
       {"個人情報ファイルの名称", "利用目的", "記録項目", "記録範囲", "収集方法", "要配慮個人情報",
        "経常的提供先", "開示請求等を受理する組織", "（記入）", "健康・障害などの要配慮個人情報",
        "1827日"})
    EXPECT_THAT(text, HasSubstr(entry));
  EXPECT_THAT(text, Not(HasSubstr("個人番号")));
}

}  // namespace
}  // namespace hub::cli
