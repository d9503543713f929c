// Whom in a file a person is held beside, by a new hub's weights and by a named configuration's.
#include "hub/workshop/file_links.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "hub/linkage/model_text.hpp"
#include "tests/places.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const normalize::Tables& shared_tables() {
  static const auto tables = [] {
    auto loaded = normalize::Tables::load(tests::in_source("/config/data"));
    if (!loaded) throw std::runtime_error(loaded.error().text());
    return std::move(*loaded);
  }();
  return tables;
}

Line person(const std::string& key, std::uint64_t line, const std::string& more) {
  return {R"({"kind":"person","recordKey":")" + key +
              R"(","names":[{"fullName":"架空 花","fullNameKana":"カクウ ハナ"}],"sex":"2",)" +
              R"("contacts":[{"kind":"phone","value":"0280-99-0100"}])" + more + "}",
          line};
}

TriedRecord tried(const std::string& key) {
  TriedRecord record;
  record.kind = domain::RecordKind::person;
  record.key = key;
  return record;
}

const std::string born = R"(,"dateOfBirth":{"date":"1940-03-09","precision":"day"})";
const std::string born_otherwise = R"(,"dateOfBirth":{"date":"1971-11-20","precision":"day"})";

TEST(FileLinks, hold_a_person_beside_the_others_of_the_file_as_the_hub_would) {
  const LinkBasis basis;
  const normalize::Tables& tables = shared_tables();
  const std::vector<Line> lines{
      person("a", 2, born),
      person("b", 3, born),
      person("c", 4, born_otherwise),
      {R"({"kind":"consultation","recordKey":"k"})", 5},
  };
  const FileLinks links(basis, tables, lines);
  const auto found = links.of(tried("a"));
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].record, "b");
  EXPECT_EQ(found[0].line, 3U);
  EXPECT_EQ(found[0].found.answer, linkage::Answer::same);
  EXPECT_EQ(found[1].record, "c");
  EXPECT_NE(found[1].found.answer, linkage::Answer::same);
  EXPECT_THAT(links.of(tried("k")), IsEmpty());
}

TEST(FileLinks, answer_by_the_thresholds_they_are_given) {
  LinkBasis basis;
  basis.settings = linkage::settings_in_bits(60, -60, 100, 40);
  const std::vector<Line> lines{person("a", 2, born), person("b", 3, born)};
  const FileLinks links(basis, shared_tables(), lines);
  EXPECT_EQ(links.of(tried("a")).at(0).found.answer, linkage::Answer::perhaps);
}

TEST(FileLinks, take_the_same_number_for_the_same_person_and_the_last_of_a_key) {
  const LinkBasis basis;
  const std::string number = R"(,"identifiers":[{"system":"insured","value":"77"}])";
  const std::vector<Line> lines{person("a", 2, born), person("b", 3, born + number),
                                person("a", 4, born + number)};
  const FileLinks links(basis, shared_tables(), lines);
  const auto found = links.of(tried("b"));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].line, 4U);
  EXPECT_EQ(found[0].found.told, linkage::Told::same);
}

class ConfiguredLinks : public testing::Test {
 protected:
  ConfiguredLinks() {
    std::string name = (fs::temp_directory_path() / "tsunagu-links-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    write("hub.yaml",
          "data: data\nmunicipality: " + tests::in_source("/config/municipalities/sakura") +
              "\nshared: " + tests::in_source("/config") +
              "\nadapters: .\nlisten: [{address: 127.0.0.1, port: 0}]\n"
              "admin_socket: admin.sock\nsecrets: {folder: .}\n"
              "linkage: {same: 9, perhaps: -4}\n");
    fs::create_directory(folder_ / "data");
  }
  ~ConfiguredLinks() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
  }
  [[nodiscard]] auto basis() const { return link_basis_of(folder_ / "hub.yaml"); }

  fs::path folder_;
};

TEST_F(ConfiguredLinks, take_its_thresholds_and_a_new_hubs_weights_where_nothing_was_estimated) {
  const auto found = basis();
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->settings.same, 9 * linkage::one_bit);
  EXPECT_EQ(found->settings.perhaps, -4 * linkage::one_bit);
  EXPECT_EQ(found->lgcode5, "09214");
  EXPECT_EQ(found->weighed, Weighed::standard);
}

TEST_F(ConfiguredLinks, take_the_weights_that_the_municipality_estimated) {
  auto model = linkage::standard_model();
  model.records = 4321;
  write("data/linkage.model", linkage::format_model(model));
  const auto found = basis();
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->weighed, Weighed::own);
  EXPECT_EQ(found->model.records, 4321U);
}

TEST_F(ConfiguredLinks, refuse_a_broken_model_and_a_broken_configuration_by_name_and_line) {
  write("data/linkage.model", "tsunagu linkage model 1\nno such word\n");
  const auto broken = basis();
  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().text(), HasSubstr("linkage.model"));
  EXPECT_THAT(broken.error().text(), HasSubstr("line 2"));
  write("hub.yaml", "linkag: {same: 6}\n");
  const auto mistyped = basis();
  ASSERT_FALSE(mistyped);
  EXPECT_THAT(mistyped.error().text(), HasSubstr("hub.yaml:1"));
}

}  // namespace
}  // namespace hub::workshop
