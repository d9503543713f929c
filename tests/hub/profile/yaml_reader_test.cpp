#include "hub/profile/yaml_reader.hpp"

#include <gtest/gtest.h>

#include <array>

// Types of its own, read as another folder's would be.
namespace yaml_reader_test {

using namespace hub::profile;

enum class Way { direct, entrusted };

struct Counter {
  std::string name;
  Way mode = Way::direct;
  Day from{};
  bool open = true;
  std::vector<Ref> areas;
};

static std::span<const Word<Way>> words_of(WordsFor<Way>) {
  static constexpr std::array<Word<Way>, 2> words{
      {{"直営", Way::direct}, {"委託", Way::entrusted}}};
  return words;
}

static void read(const Node& node, Problems& problems, Counter& out) {
  read_map(node, problems,
           {need("name", out.name), need("mode", out.mode), may("from", out.from),
            may("open", out.open), may("areas", out.areas)});
}

static Counter desk_from(std::string_view text, Problems& problems) {
  Counter desk;
  if (const auto node = parse_yaml(text, "desks.yaml", problems)) read(*node, problems, desk);
  problems.sort();
  return desk;
}

static std::string first(std::string_view text, Language language = Language::en) {
  Problems problems;
  desk_from(text, problems);
  return problems.empty() ? std::string() : render(problems.all().front(), language);
}

TEST(YamlReader, reads_what_is_written) {
  Problems problems;
  const Counter desk =
      desk_from("name: no\nmode: 委託\nfrom: 2024-04-01\nareas: [east, west]\n", problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(desk.name, "no");  // a bare `no` is a word, not false
  EXPECT_EQ(desk.mode, Way::entrusted);
  EXPECT_EQ(desk.from, Day(std::chrono::year(2024), std::chrono::month(4), std::chrono::day(1)));
  ASSERT_EQ(desk.areas.size(), 2U);
  EXPECT_EQ(desk.areas[1].code, "west");
  EXPECT_EQ(desk.areas[1].at.line, 4);
  EXPECT_EQ(desk.areas[1].at.column, 15);
}

TEST(YamlReader, names_an_unknown_key_its_place_and_the_nearest_right_one) {
  EXPECT_EQ(first("name: a\nmoed: 直営\nmode: 直営\n"),
            "desks.yaml:2:1: unknown key \"moed\"; known keys: name, mode, from, open, areas"
            " (did you mean: mode?)");
}

TEST(YamlReader, speaks_japanese) {
  EXPECT_EQ(first("name: a\nmode: 直栄\n", Language::ja),
            "desks.yaml:2:7: 「直栄」は使えない値です。使える値: 直営, 委託(もしかして: 直営)");
}

TEST(YamlReader, reports_every_error_at_once) {
  Problems problems;
  desk_from("nmae: a\nmode: 直営\nfrom: 2024-02-30\nopen: no\nareas: east\n", problems);
  ASSERT_EQ(problems.all().size(), 5U);
  EXPECT_EQ(problems.all()[0].code, "unknown_key");
  EXPECT_EQ(problems.all()[1].code, "missing_key");
  EXPECT_EQ(problems.all()[2].at.line, 3);
  EXPECT_EQ(problems.all()[3].at.line, 4);
  EXPECT_EQ(problems.all()[4].at.line, 5);
}

TEST(YamlReader, refuses_a_key_that_stands_twice) {
  EXPECT_EQ(first("name: a\nmode: 直営\nname: b\n"),
            "desks.yaml:3:1: \"name\" stands in line 1 already; remove one");
}

TEST(YamlReader, refuses_anchors_tags_and_several_documents) {
  EXPECT_EQ(first("name: &a x\nmode: 直営\n"), "desks.yaml:1:7: anchors (&) are not used here");
  EXPECT_EQ(first("name: !!str x\nmode: 直営\n"), "desks.yaml:1:7: tags (!) are not used here");
  EXPECT_EQ(first("name: x\nmode: 直営\n---\nname: y\n"),
            "desks.yaml: one document (---) a file, please");
}

TEST(YamlReader, says_where_the_syntax_breaks) {
  EXPECT_TRUE(first("name: [x\nmode: 直営\n").starts_with("desks.yaml:2:"));
  EXPECT_TRUE(first(std::string(100'000, '[')).starts_with("desks.yaml:1:"));
}

}  // namespace yaml_reader_test
