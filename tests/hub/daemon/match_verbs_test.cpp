// The registry of resources and 参加支援 over the administration socket: officers register, offer
// and follow up; whoever runs the machine sees what is public, and nobody's match.
#include <fstream>

#include "tests/hub/daemon/admin_fixture.hpp"
#include "tests/places.hpp"

namespace hub::daemon {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::IsEmpty;
using testing::SizeIs;

/// A resource record, as a JSON string within the request.
std::string quoted(const std::string& json) {
  std::string text = "\"";
  for (const char c : json)
    text += c == '"' ? "\\\"" : std::string(1, c);
  return text + '"';
}

class MatchVerbs : public AdminVerbsTest {
 protected:
  void SetUp() override {
    AdminVerbsTest::SetUp();
    employ({"suzuki"}, "sakutomo-takikan");
    asker = "officer/suzuki";
    place = the("resource", "resource.register", "\"record\":" + quoted(field_of(3)));
    who = R"("person":")" + look([](store::Reader& reader) {
            return store::read_person(reader, store::PersonRow{2})->id.text();
          }) +
          '"';
  }
  /// As the adapter of open data emits them.
  static std::string field_of(int line) {
    std::ifstream file(
        tests::in_source("/plugins/chiiki/testdata/expected/shigen_20260410.csv.jsonl"));
    std::string text;
    for (; line > 0; --line)
      std::getline(file, text);
    return text;
  }
  void agree() {
    ASSERT_TRUE(ask("consent.give", who + R"(,"objects":["sharing"],"recipients":["resource/)" +
                                        place.substr(place.size() - 37, 36) +
                                        R"("],"purposes":["participation"],"items":["identity"],)"
                                        R"("forums":["CONSENT"],"until":"2027-03-31",)"
                                        R"("method":"written")")
                    .has_value());
  }
  Result<std::vector<std::string>> offer() {
    return ask("match.offer", who + "," + place + R"(,"items":["identity"],"checked":true)");
  }

  std::string place;
  std::string who;
};

TEST_F(MatchVerbs, an_officer_offers_a_place_and_follows_up) {
  EXPECT_THAT(ask("match.propose", who).value(),
              Contains(AllOf(HasSubstr(R"("kind":"candidate")"),
                             HasSubstr(place.substr(place.size() - 37, 36)))));
  EXPECT_EQ(offer().error().kind(), Kind::forbidden) << "nobody agreed";
  agree();
  const auto made = offer();
  ASSERT_TRUE(made.has_value()) << made.error().text();
  const auto match = the("match", "match.list");
  EXPECT_EQ(ask("match.feedback", match + R"(,"side":"cat","text":"x")").error().kind(),
            Kind::invalid);
  for (const auto* step : {"match.visit", "match.try", "match.join"})
    EXPECT_TRUE(ask(step, match + R"(,"text":"覚え")").has_value()) << step;
  EXPECT_EQ(ask("match.visit", match).error().kind(), Kind::conflict) << "joined already";
  EXPECT_TRUE(ask("match.feedback", match + R"(,"side":"receiver","text":"朝が合う")").has_value());
  const auto shown = ask("match.show", match).value();
  EXPECT_THAT(shown, Contains(AllOf(HasSubstr(R"("kind":"event")"), HasSubstr("朝が合う"))));
  EXPECT_EQ(logged("match.looked_at"), 1);
  EXPECT_THAT(ask("match.list", R"("due":true)").value(), IsEmpty()) << "not yet";
  clock.advance(std::chrono::days(120));
  EXPECT_THAT(ask("match.list", R"("due":true)").value(), SizeIs(1));
}

TEST_F(MatchVerbs, a_need_that_nothing_meets_is_a_shortage) {
  EXPECT_THAT(ask("match.propose", who + R"(,"types":["住まい"])").value(), IsEmpty());
  EXPECT_THAT(ask("shortage.list").value(), Contains(HasSubstr("住まい")));
}

TEST_F(MatchVerbs, what_is_for_staff_is_seen_by_staff_alone) {
  ASSERT_TRUE(ask("resource.edit", place + R"(,"range":"staff","contact":"架空の連絡先")"));
  EXPECT_THAT(ask("resource.list").value(), SizeIs(1));
  EXPECT_THAT(ask("resource.show", place).value(), Contains(HasSubstr("架空の連絡先")));
  asker = "operator/hanako";
  EXPECT_THAT(ask("resource.list").value(), IsEmpty());
  EXPECT_EQ(ask("resource.show", place).error().kind(), Kind::not_found);
  EXPECT_THAT(ask("resource.export", R"("format":"csv")").value(),
              Contains(HasSubstr(R"("resources":0)")));
  EXPECT_EQ(ask("resource.export", R"("format":"pdf")").error().kind(), Kind::invalid);
}

TEST_F(MatchVerbs, are_an_officers) {
  asker = "operator/hanako";
  for (const auto& [verb, rest] : std::map<std::string, std::string>{
           {"match.propose", who},
           {"match.offer", who + "," + place + R"(,"items":["identity"])"},
           {"match.list", ""},
           {"shortage.list", ""},
           {"resource.confirm", place},
           {"resource.edit", place + R"(,"places":"few")"},
           {"resource.register", "\"record\":" + quoted(field_of(2))}}) {
    EXPECT_EQ(ask(verb, rest).error().kind(), Kind::forbidden) << verb;
  }
}

TEST_F(MatchVerbs, what_grows_stale_is_confirmed) {
  clock.advance(std::chrono::days(3000));
  EXPECT_THAT(ask("resource.list", R"("stale":true)").value(), SizeIs(1));
  ASSERT_TRUE(ask("resource.confirm", place).has_value());
  EXPECT_THAT(ask("resource.list", R"("stale":true)").value(), IsEmpty());
}

}  // namespace
}  // namespace hub::daemon
