// Both records side by side: to whom the gate shows what of them.
#include "hub/service/view_pair.hpp"

#include <gmock/gmock.h>

#include "tests/hub/service/same_person_fixture.hpp"

namespace hub::service {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

class ViewPair : public SamePerson {
 protected:
  ViewPair() {
    employ_at("suzuki", "kikan-soudan");
    employ_at("links", "kikan-soudan", true);
    deliver(shogai, {person({.key = "b1",
                             .birthday = year,
                             .more = R"(,"contacts":[{"kind":"phone","value":"028-681-0001"}])"},
                            "")});
  }
  std::vector<std::string> explained(const std::string& who, const std::string& one,
                                     const std::string& other) {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      auto done = explain_link(reader, *context, {{clock.now(), false}, who, one, other},
                               [&](std::string_view line) { lines.emplace_back(line); });
      if (done) shown = *done;
      return done.has_value();
    });
    return lines;
  }
  static std::vector<std::string> values(std::vector<std::string> lines) {
    std::erase_if(lines,
                  [](const std::string& line) { return !line.starts_with(R"({"kind":"value")"); });
    return lines;
  }

  Shown shown;
};

TEST_F(ViewPair, whoever_keeps_the_links_sees_what_both_say) {
  const auto lines = explained("officer/links", "shogai/b1", "kaigo/a1");
  for (const auto* line :
       {R"({"kind":"value","field":"name","a":["例 花子"],"b":["例 花子"]})",
        R"({"kind":"value","field":"reading","a":["レイ ハナコ"],"b":["レイ ハナコ"]})",
        R"({"kind":"value","field":"birth","a":["1951-02-10"],"b":["1940-02-10"]})",
        R"({"kind":"value","field":"sex","a":["2"],"b":["2"]})",
        R"({"kind":"value","field":"phone","a":["028-681-0001"],"b":[]})",
        R"x({"kind":"value","field":"number","a":[],"b":["0001 (insured)"]})x"})
    EXPECT_THAT(lines, Contains(line));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("kind":"record","side":"a")"),
                                    HasSubstr(R"("record":"shogai/b1")"))));
  EXPECT_EQ(shown.purpose, "record_linkage");
  EXPECT_THAT(shown.values, Contains("person/names/0/original"));
  EXPECT_EQ(shown.persons.size(), 2U);
}

TEST_F(ViewPair, an_officer_of_one_section_sees_its_own_record_alone) {
  const auto lines = explained("officer/suzuki", "shogai/b1", "kaigo/a1");
  EXPECT_THAT(lines, Contains(HasSubstr(R"("field":"birth","a":["1951-02-10"],"b":[])")));
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("record":"kaigo/a1")"),
                                    HasSubstr(R"("withheld":"not_holder")"))));
  EXPECT_THAT(lines, Each(Not(HasSubstr("1940-02-10"))));
  EXPECT_THAT(lines, Each(Not(HasSubstr("0001 "))));
}

TEST_F(ViewPair, a_contractor_is_shown_neither_record) {
  employ_at("beside", "nikon-houkatsu");
  const auto lines = explained("officer/beside", "shogai/b1", "kaigo/a1");
  EXPECT_THAT(lines, Contains(HasSubstr(R"("kind":"pair")")));
  EXPECT_THAT(lines, Each(Not(AnyOf(HasSubstr(R"("kind":"record")"), HasSubstr("1940-02-10")))));
}

TEST_F(ViewPair, an_operator_sees_how_they_agree_and_no_value) {
  const auto lines = explained("operator/root", "shogai/b1", "kaigo/a1");
  EXPECT_THAT(lines, Contains(HasSubstr(R"("kind":"field")")));
  EXPECT_TRUE(values(lines).empty());
  EXPECT_THAT(lines, Each(Not(HasSubstr(R"("kind":"record")"))));
  EXPECT_TRUE(shown.values.empty());
}

TEST_F(ViewPair, nothing_of_taxation_even_to_whoever_keeps_the_links) {
  const auto tax = plan_of("konkyu_tax");
  deliver(tax, {person({.key = "t1"}, "")});
  const auto lines = explained("officer/links", "konkyu_tax/t1", "kaigo/a1");
  EXPECT_THAT(lines, Contains(AllOf(HasSubstr(R"("record":"konkyu_tax/t1")"),
                                    HasSubstr(R"("withheld":"not_holder")"))));
  EXPECT_THAT(lines, Contains(HasSubstr(R"("field":"birth","a":[],"b":["1940-02-10"])")));
}

TEST_F(ViewPair, of_whom_only_keys_are_kept_it_says_so) {
  auto keys_only = plan_of("konkyu");
  keys_only.scope = profile::Scope::keys_only;
  deliver(keys_only, {person({.key = "k1", .birthday = year}, "")});
  const auto id = look([&](store::Reader& reader) {
    return store::record_id(reader.keys(), keys_only.row, number_of(domain::RecordKind::person),
                            "k1");
  });
  const auto lines = explained("officer/links", id.text(), "kaigo/a1");
  EXPECT_THAT(lines, Contains(HasSubstr(R"("withheld":"keys_only")")));
}

TEST_F(ViewPair, somebody_hidden_is_not_there) {
  deliver_register(",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,名,レイ ベツ,1930-01-01,\r\n");
  for (const auto* who : {"officer/links", "operator/root"})
    EXPECT_TRUE(explained(who, "shogai/b1", "kaigo/a1").empty()) << who;
}

/// The owning section may know that there is somebody, and sees no value either.
TEST_F(ViewPair, of_somebody_hidden_no_value_is_shown_to_anybody) {
  deliver_register(",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,名,レイ ベツ,1930-01-01,\r\n");
  std::vector<std::string> lines;
  look([&](store::Reader& reader) {
    return explain_link(reader, *context,
                        {{clock.now(), true}, "officer/links", "shogai/b1", "kaigo/a1"},
                        [&](std::string_view line) { lines.emplace_back(line); })
        .has_value();
  });
  EXPECT_THAT(lines, Contains(HasSubstr(R"("withheld":"hidden")")));
  EXPECT_THAT(lines, Each(Not(HasSubstr("1940-02-10"))));
}

}  // namespace
}  // namespace hub::service
