// However records and hints come, change and go, and whatever an officer says and the register
// hides: who lives together is what settling everybody at once gives.
#include <map>
#include <set>

#include "hub/service/home_circle.hpp"
#include "hub/service/relink.hpp"
#include "tests/hub/service/as_anew_fixture.hpp"

namespace hub::service {
namespace {

using store::PersonRow;

/// By each person the first of their household, and by what they belong there.
using Answer = std::map<PersonRow, std::pair<PersonRow, std::string>>;

using Lines = std::vector<std::string>;

Lines lines_of(const Answer& answer) {
  Lines lines;
  for (const auto& [person, home] : answer)
    lines.push_back(std::to_string(person.value) + " with " + std::to_string(home.first.value) +
                    " by " + home.second);
  return lines;
}

/// What stands in one alone.
Lines differences(const Answer& one, const Answer& other) {
  const auto mine = lines_of(one);
  const auto theirs = lines_of(other);
  Lines lines;
  for (const auto& line : mine) {
    if (std::find(theirs.begin(), theirs.end(), line) == theirs.end()) lines.push_back("+ " + line);
  }
  for (const auto& line : theirs) {
    if (std::find(mine.begin(), mine.end(), line) == mine.end()) lines.push_back("- " + line);
  }
  return lines;
}

class HomesAsAnew : public AsAnew {
 protected:
  /// Few houses, some with rooms, so that some are crowded now and not later.
  std::string address() {
    const auto house = below(4);
    const std::string text = "栃木県さくら市氏家277" + std::to_string(house) + "番地";
    if (house == 0) return "不定";
    return house == 1 || percent(70) ? text
                                     : text + " 荘" + std::to_string(101 + below(3)) + "号室";
  }
  std::string somebody(const std::string& key) {
    static constexpr std::array<const char*, 4> families{"架空 ", "例 ", "仮 ", "試 "};
    static constexpr std::array<const char*, 4> kana{"カクウ ", "レイ ", "カリ ", "タメシ "};
    const auto family = below(families.size());
    Somebody who;
    who.key = key;
    who.name = families[family] + std::string("花") + key;
    who.kana = kana[family] + std::string(percent(15) ? "ハナコ" : "ハナ");
    who.birthday = percent(15) ? "1940-02-10" : "19" + std::to_string(10 + below(80)) + "-02-10";
    who.number = "00" + std::to_string(percent(20) ? below(5) : 100 + std::stoul(key.substr(1)));
    who.address = address();
    return person(who, "atena:kaigo");
  }
  std::string hint(const std::string& key) {
    std::string more = R"("focusPersonKey":")" + person_key() + '"';
    if (percent(60))
      more += R"(,"registerNumber":{"system":"setai","value":")" + std::to_string(below(8)) + "\"}";
    if (percent(40)) {
      more += R"(,"members":[{"relationship":"長男","personKey":")" + person_key() +
              R"(","cohabiting":")" + (percent(80) ? "yes" : "no") + R"("}])";
    }
    return record("household_hint", key, more);
  }
  std::string person_key() { return "p" + std::to_string(below(45)); }
  std::string hint_key() { return "h" + std::to_string(below(25)); }

  void deliver_some() {
    std::vector<std::string> records;
    std::set<std::string> named;
    for (auto left = 1 + below(percent(20) ? 20 : 5); left > 0; --left) {
      const bool about_home = percent(35);
      const auto key = about_home ? hint_key() : person_key();
      if (!named.insert(key).second) continue;
      if (percent(20)) {
        records.push_back(gone(about_home ? "household_hint" : "person", key));
      } else {
        records.push_back(about_home ? hint(key) : somebody(key));
      }
    }
    deliver(plan_, records);
  }
  /// An officer takes somebody out, or takes all of that back.
  void decide() {
    const auto rows = held();
    if (rows.size() < 2) return;
    const auto who = rows[below(rows.size())];
    const auto whose = rows[below(rows.size())];
    commit([&](store::Transaction& tx) {
      if (percent(60)) {
        if (who != whose) store::split_household(tx, who, whose, "officer/hanako");
      } else {
        store::undo_household_splits(tx, who);
      }
      const auto link = store::link_of(tx, who);
      if (link) settle_homes(tx, *context, {link->person});
      return 0;
    });
  }
  void step() {
    const auto what = below(12);
    if (what == 0) return deliver_register("");
    if (what == 1)
      return deliver_register(
          ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,仮 花,カリ ハナコ,1940-02-10,\r\n");
    if (what == 2) return decide();
    if (what == 3) return clock.advance(std::chrono::hours(24));
    deliver_some();
  }

  /// All persons in one run.
  Answer anew() {
    return look([this](store::Reader& reader) {
      HiddenTokens hidden;
      hidden.look(reader, clock.now());
      const auto weights = context->weights();
      PackedRecords packed;
      OpenRecords open(reader, *weights, hidden, packed);
      HomeCircle circle(open, clock.now());
      for (const auto row : store::rows_with_facts(reader))
        (void)circle.read(store::link_of(reader, row)->person);
      const auto homes = circle.settle();
      std::map<linkage::Place, PersonRow> first;
      std::set<PersonRow> persons(circle.owners().begin(), circle.owners().end());
      Answer answer;
      for (const auto one : persons) {
        const auto place = circle.read(one).places.front();
        answer[one] = {first.try_emplace(homes.household[place], one).first->second,
                       std::string(linkage::name_of(homes.rule[place]))};
      }
      return answer;
    });
  }
  /// What is stored.
  Answer stored() {
    const auto rows = held();
    return look([&](store::Reader& reader) {
      std::set<PersonRow> persons;
      for (const auto row : rows)
        persons.insert(store::link_of(reader, row)->person);
      std::map<store::HouseholdRow, PersonRow> first;
      Answer answer;
      for (const auto one : persons) {
        const auto members = store::memberships_of(reader, one);
        EXPECT_EQ(members.size(), 1U) << one.value;
        if (members.empty()) continue;
        answer[one] = {first.try_emplace(members.front().household, one).first->second,
                       members.front().evidence};
      }
      return answer;
    });
  }

  FeedPlan plan_ = plan_of("kaigo");
};

TEST_P(HomesAsAnew, whatever_comes_in_whatever_order) {
  std::size_t together = 0;
  for (int at = 0; at < 150; ++at) {
    step();
    const auto mine = stored();
    ASSERT_EQ(differences(mine, anew()), Lines()) << "after " << at;
    for (const auto& [person, home] : mine)
      together += home.first == person ? 0 : 1;
  }
  EXPECT_GT(together, 100U) << "few lived together: nothing was tried";
}

TEST_P(HomesAsAnew, also_after_everything_was_linked_anew) {
  for (int at = 0; at < 60; ++at)
    step();
  const auto before = stored();
  const auto on = [](const RelinkProgress&) { return true; };
  ASSERT_TRUE(rebuild_links(*context, "operator/root", on));
  EXPECT_EQ(differences(stored(), before), Lines());
  EXPECT_EQ(differences(stored(), anew()), Lines());
}

INSTANTIATE_TEST_SUITE_P(Orders, HomesAsAnew, testing::Range(1, 9));

}  // namespace
}  // namespace hub::service
