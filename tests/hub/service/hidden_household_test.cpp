// Somebody under 支援措置 joins others and draws nobody: whoever comes when, the others' households
// and the evidence of them are the same as if there were no such person.
#include <algorithm>
#include <map>
#include <set>

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

/// Each of the others: with whom they live, and by what evidence they belong there.
using Homes = std::map<std::string, std::pair<std::set<std::string>, std::string>>;
/// Whom the deliveries bring, in this order. `hides` has an address in common with all but `aunt`,
/// a household number with `child` and another with `aunt`.
using Order = std::vector<std::string>;

enum class Named { first, last };

const std::map<std::string, std::string> readings{
    {"hides", "カクレ"}, {"child", "コドモ"}, {"other", "ベツ"}, {"aunt", "オバ"}};

class HiddenHousehold : public ServiceFixture {
 protected:
  /// One town quarter of its own for each order.
  Homes homes_after(const Order& order, Named named = Named::first) {
    day_ = std::to_string(10 + ++runs_ % 18);
    year_ = std::to_string(1900 + runs_);
    if (named == Named::first) name_her();
    for (const auto& who : order)
      deliver(kaigo_, rows_of(who));
    if (named == Named::last) name_her();
    Homes homes;
    for (const auto& who : order) {
      if (who != "hides") homes[who] = home_of(who);
    }
    return homes;
  }
  std::set<std::string> company_of(const std::string& who) { return home_of(who).first; }
  void move(const std::string& who, const std::string& house) {
    deliver(kaigo_, {person_of(who, house)});
  }

 private:
  [[nodiscard]] std::string key(const std::string& who) const { return who + year_; }
  [[nodiscard]] std::string birthday() const { return year_ + "-03-" + day_; }

  void name_her() {
    deliver_register(",レイ カクレ," + birthday() + ",2026-04-01,2027-03-31,,名,レイ ベツ," +
                     birthday() + ",\r\n");
  }
  [[nodiscard]] std::string person_of(const std::string& who, const std::string& house) const {
    return person({.key = key(who),
                   .kana = "レイ " + readings.at(who),
                   .birthday = birthday(),
                   .address = "栃木県さくら市喜連川" + year_ + "番地" + house},
                  "");
  }
  [[nodiscard]] std::string hint(const std::string& who, const std::string& number) const {
    return record("household_hint", "h" + number + key(who),
                  R"("focusPersonKey":")" + key(who) +
                      R"(","registerNumber":{"system":"setai","value":")" + number + year_ + "\"}");
  }
  [[nodiscard]] std::vector<std::string> rows_of(const std::string& who) const {
    std::vector<std::string> rows{person_of(who, who == "aunt" ? "2" : "1")};
    if (who == "hides" || who == "child") rows.push_back(hint(who, "7"));
    if (who == "hides" || who == "aunt") rows.push_back(hint(who, "8"));
    return rows;
  }

  std::pair<std::set<std::string>, std::string> home_of(const std::string& who) {
    const auto self = link_of(kaigo_, key(who))->person;
    const auto rows = households(self);
    EXPECT_EQ(rows.size(), 1U) << who;
    std::pair<std::set<std::string>, std::string> home;
    look([&](store::Reader& reader) {
      for (const auto& member : store::members_of(reader, rows.at(0))) {
        if (member.person == self) home.second = member.evidence;
        for (const std::string other : {"child", "other", "aunt", "hides"}) {
          const auto link = other == who ? std::nullopt : link_of(kaigo_, key(other));
          if (link && link->person == member.person) home.first.insert(other);
        }
      }
      return 0;
    });
    return home;
  }

  FeedPlan kaigo_ = plan_of("kaigo");
  int runs_ = 0;
  std::string day_;
  std::string year_;
};

Homes without_her(Homes homes) {
  for (auto& [who, home] : homes)
    home.first.erase("hides");
  return homes;
}

TEST_F(HiddenHousehold, others_stand_where_they_would_stand_without_her) {
  Order order{"aunt", "child", "hides", "other"};
  do {
    Order others = order;
    others.erase(std::find(others.begin(), others.end(), "hides"));
    const auto expected = homes_after(others);
    EXPECT_EQ(expected.at("child").first, std::set<std::string>{"other"});
    for (const auto named : {Named::first, Named::last}) {
      EXPECT_EQ(without_her(homes_after(order, named)), expected)
          << testing::PrintToString(order)
          << (named == Named::first ? " named first" : " named last");
      EXPECT_FALSE(company_of("hides").contains("other"));
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(HiddenHousehold, she_lives_with_her_own_until_the_other_side_comes) {
  for (const Order& order : {Order{"hides", "child"}, Order{"child", "hides"}}) {
    homes_after(order);
    EXPECT_EQ(company_of("hides"), std::set<std::string>{"child"});
  }
  homes_after({"child", "hides", "other"});
  EXPECT_EQ(company_of("child"), std::set<std::string>{"other"});
}

TEST_F(HiddenHousehold, she_goes_with_the_others_when_they_move_or_stays_behind) {
  homes_after({"hides", "child"});
  move("child", "3");
  EXPECT_EQ(company_of("hides"), std::set<std::string>{"child"}) << "the household number holds";
  homes_after({"hides", "aunt", "other"});
  EXPECT_EQ(company_of("hides"), std::set<std::string>{"aunt"});
  move("aunt", "1");
  EXPECT_EQ(company_of("aunt"), std::set<std::string>{"other"});
  EXPECT_EQ(company_of("hides"), std::set<std::string>{});
}

}  // namespace
}  // namespace hub::service
