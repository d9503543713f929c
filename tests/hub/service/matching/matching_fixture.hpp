// A hub with the list of community resources of さくら市's walkthrough and a withdrawn man; what
// officers do is asked as the verbs ask it. Persons are invented.
#pragma once

#include <gmock/gmock.h>

#include <fstream>

#include "hub/service/edit_resource.hpp"
#include "hub/service/export_resources.hpp"
#include "hub/service/match_person.hpp"
#include "hub/service/resource_recipient.hpp"
#include "hub/service/say_consent.hpp"
#include "hub/service/step_match.hpp"
#include "hub/service/view_matches.hpp"
#include "hub/service/view_resources.hpp"
#include "tests/hub/service/service_fixture.hpp"
#include "tests/places.hpp"

namespace hub::service {

using Lines = std::vector<std::string>;

/// Resource records as the adapter of open data emits them.
inline Lines golden(const std::string& name) {
  std::ifstream file(tests::in_source("/plugins/chiiki/testdata/expected/") + name + ".csv.jsonl");
  Lines lines;
  for (std::string line; std::getline(file, line);)
    lines.push_back(line);
  return lines;
}

inline std::string member(const std::string& line, std::string_view key) {
  const auto parsed = tsunagu::json::parse_untrusted(line);
  return std::string(parsed.root().find(key).text());
}
inline std::int64_t number(const std::string& line, std::string_view key) {
  const auto parsed = tsunagu::json::parse_untrusted(line);
  return parsed.root().find(key).integer();
}

class MatchingFixture : public ServiceFixture {
 protected:
  MatchingFixture() {
    employ({"suzuki", "hanako"});
    place("suzuki", "kikan-soudan");
    const auto konkyu = plan_of("konkyu");
    deliver(konkyu, {person({.key = "s", .birthday = "1976-05-05", .sex = "1"}, "")});
    const auto link = link_of(konkyu, "s");
    who = look([&](store::Reader& reader) { return store::read_person(reader, link->person)->id; });
    deliver(plan_of("chiiki_shigen"), golden("shigen_20260410"));
    needs.concerns = {"WITHDRAWAL"};
    needs.wishes = {"短時間可"};
    needs.age = "50";
    needs.town = "氏家";
    needs.needs_transport = "no";
  }

  void place(const std::string& user, const std::string& desk) {
    auto changed = std::make_shared<Book>(*book);
    for (auto& one : changed->settings.officers)
      if (one.user == user) one.desk.code = desk;
    book = changed;
    context->exchange(book);
  }

  Lines resources(const std::string& asker, bool stale = false) {
    return look([&](store::Reader& reader) {
      Lines lines;
      view_resources(reader, *context->book(),
                     {.asker = asker, .stale = stale, .at_most = 1000, .at = clock.now()},
                     [&](std::string_view line) { lines.emplace_back(line); });
      return lines;
    });
  }
  domain::ResourceId id_of(const std::string& name) {
    for (const auto& line : resources(officer)) {
      if (member(line, "name") == name) return *domain::ResourceId::parse(member(line, "resource"));
    }
    return {};
  }
  Lines propose(const Needs& wanted) {
    Lines lines;
    const auto done = propose_resources(*context, shelf, {who, wanted, 300}, officer,
                                        [&](std::string_view line) { lines.emplace_back(line); });
    EXPECT_TRUE(done.has_value()) << done.error().text();
    return lines;
  }
  /// Empty where it is no candidate.
  static std::string candidate(const Lines& lines, const std::string& name) {
    for (const auto& line : lines) {
      if (member(line, "name") == name) return line;
    }
    return {};
  }
  void agree(const domain::ResourceId& resource) {
    ConsentWord word;
    word.person = who;
    word.act = domain::ConsentAct::given;
    word.objects = {domain::ConsentObject::sharing};
    word.scope = {domain::Selection({"CONSENT"}), domain::Selection({resource_code(resource)}),
                  domain::Selection({"participation"}), domain::Labels(domain::Item::identity)};
    word.until = std::chrono::year_month_day{std::chrono::year(2027) / 3 / 31};
    const auto said = say_consent(*context, word, officer);
    ASSERT_TRUE(said.has_value()) << said.error().text();
  }
  base::Result<store::MatchId> offer(const domain::ResourceId& resource, bool checked = true) {
    return offer_resource(
        *context, {who, resource, needs, domain::Labels(domain::Item::identity), checked}, officer);
  }
  store::MatchId offered(const std::string& name) {
    const auto resource = id_of(name);
    agree(resource);
    const auto made = offer(resource);
    EXPECT_TRUE(made.has_value()) << made.error().text();
    return *made;
  }
  base::Result<> step(const store::MatchId& match, domain::MatchStatus to) {
    return step_match(*context, match, to, "架空の覚え", officer);
  }
  Lines show(const store::MatchId& match) {
    return look([&](store::Reader& reader) {
      Lines lines;
      const auto shown =
          view_match(reader, *context->book(), match, {.asker = officer, .at = clock.now()},
                     [&](std::string_view line) { lines.emplace_back(line); });
      EXPECT_TRUE(shown.has_value());
      return lines;
    });
  }
  std::size_t due() {
    return look([&](store::Reader& reader) {
      return store::list_matches(reader, base::jst_date(clock.now()), 100).size();
    });
  }
  base::Result<> edit(const std::string& name, const ResourceChange& change) {
    return edit_resource(*context, id_of(name), change, officer);
  }

  const std::string officer = "officer/suzuki";   ///< the city's
  const std::string stranger = "officer/hanako";  ///< of a desk that knows nothing of the man
  base::PersonId who;
  Needs needs;
  OfferShelf shelf;
};

}  // namespace hub::service
