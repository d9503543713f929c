// DOMAIN 9.1, properties (b), (c) and (d), and 9.2, cases 1 and 3: from the delivered records to
// the packet that a coordinator pulls.
#include <gmock/gmock.h>

#include <set>

#include "hub/service/packet.hpp"
#include "hub/service/recipient.hpp"
#include "hub/service/situation.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using testing::HasSubstr;
using testing::Not;

using Seen = std::set<std::string>;

enum class Word { none, refused, narrow, wide };
constexpr Word words[] = {Word::none, Word::refused, Word::narrow, Word::wide};

struct Member {
  std::string tag;
  std::string birthday;
  Word word = Word::none;
};

class Household : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  /// Name, wish and debts of everybody say whose they are and in which household.
  static std::vector<std::string> records_of(const Member& who, const std::string& house) {
    const auto key = who.tag + house;
    std::vector<std::string> rows{
        person({.key = key,
                .number = who.tag + house,
                .name = "名" + key,
                .birthday = who.birthday,
                .address = "栃木県さくら市氏家" + house + "番地"},
               "insured"),
        record("consultation", "c" + key,
               about(key, R"("wish":"望)" + key + R"(","income":{"debts":"借)" + key + R"("})"))};
    const auto word = consent_of(who, key);
    if (!word.empty()) rows.push_back(word);
    return rows;
  }
  static std::string consent_of(const Member& who, const std::string& key) {
    switch (who.word) {
      case Word::none:
        return {};
      case Word::refused:
        return record("consent", "k" + key, about(key, R"("status":"refused")"));
      case Word::narrow:
        return consent("k" + key, key, R"("status":"given","scopeForm":"J2")");
      case Word::wide:
        return consent("k" + key, key);
    }
    return {};
  }

  /// What a household's packet shows. The first member is the case's person.
  Seen seen_of(const std::vector<Member>& members, const std::string& house) {
    std::vector<std::string> rows;
    for (const auto& one : members) {
      const auto more = records_of(one, house);
      rows.insert(rows.end(), more.begin(), more.end());
    }
    rows.push_back(referral("r" + house, members.front().tag + house));
    deliver(kaigo, rows);
    return seen_in(members, house);
  }
  Seen seen_in(const std::vector<Member>& members, const std::string& house) {
    const auto sent = packet(referrals().at(0));
    Seen seen;
    for (const auto& one : members) {
      for (const std::string what : {"名", "望", "借"}) {
        const auto mark = what + one.tag + house;
        if (sent.find(mark + "\"") != std::string::npos) seen.insert(what + one.tag);
      }
    }
    return seen;
  }
  static Seen agreed(const Member& who) {
    if (who.word == Word::wide) return {"名" + who.tag, "望" + who.tag, "借" + who.tag};
    if (who.word == Word::narrow) return {"名" + who.tag, "望" + who.tag};
    return {};
  }
};

std::vector<Member> household_with(Word mother, Word son, Word child) {
  return {{"M", "1940-02-10", mother}, {"S", "1974-01-01", son}, {"G", "2015-05-05", child}};
}

/// Exactly what each agreed to, whatever the others said: so a consent adds and never takes (b), a
/// refusal takes that member's data and nobody else's (c), and nobody is shown who did not agree
/// (d).
TEST_F(Household, shows_of_each_exactly_what_that_person_agreed_to) {
  int house = 100;
  for (const auto mother : words) {
    for (const auto son : words) {
      for (const auto child : words) {
        const auto members = household_with(mother, son, child);
        Seen expected;
        if (!agreed(members[0]).empty()) {
          for (const auto& one : members)
            expected.merge(agreed(one));
        }
        EXPECT_EQ(seen_of(members, std::to_string(++house)), expected)
            << static_cast<int>(mother) << static_cast<int>(son) << static_cast<int>(child);
      }
    }
  }
}

TEST_F(Household, a_later_consent_adds_and_a_withdrawal_takes_only_its_own) {
  auto members = household_with(Word::wide, Word::none, Word::narrow);
  const auto before = seen_of(members, "7");
  members[1].word = Word::wide;
  deliver(kaigo, {consent_of(members[1], "S7")});
  auto more = before;
  more.merge(agreed(members[1]));
  EXPECT_EQ(seen_in(members, "7"), more);
  deliver(kaigo, {record("consent", "kS7",
                         about("S7", R"("status":"withdrawn","withdrawnAt":"2026-04-10")"))});
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(seen_in(members, "7"), before);
  deliver(kaigo, {record("consent", "kM7",
                         about("M7", R"("status":"withdrawn","withdrawnAt":"2026-04-10")"))});
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(seen_in(members, "7"), Seen{}) << "whose case it is: nothing goes at all";
}

TEST_F(Household, a_meeting_that_nobody_convened_gets_nothing) {
  const auto members = household_with(Word::wide, Word::wide, Word::wide);
  EXPECT_FALSE(seen_of(members, "8").empty());
  const auto one = std::move(referrals().at(0));
  const auto& desk = *profile::find_desk(book->profile, one.to_desk);
  const auto recipient = recipient_of(book->profile, desk, base::jst_day(clock.now()));
  for (const auto* forum : {"J-KAIGI", "SHIEN-KAIGI", "YOUTAIKYO"}) {
    const auto shown = look([&](store::Reader& reader) {
      const Asking asking{recipient, forum, "plan", std::nullopt};
      return render_packet(reader, *book, one, asking, clock.now()).data;
    });
    EXPECT_THAT(shown, HasSubstr(R"("records":[])")) << forum;
  }
}

/// Case 1: that a son lives with her is hers to tell; how old he is, is his.
TEST_F(Household, the_mother_tells_that_her_son_lives_with_her_and_nothing_more_of_him) {
  deliver(kaigo,
          {person({.key = "m", .number = "1"}, "atena:kaigo"), consent("k", "m"),
           record("household_hint", "h",
                  R"("focusPersonKey":"m","composition":"三世代","membersText":"長男:52;孫:11",)"
                  R"("members":[{"relationship":"長男","cohabiting":"yes","age":52,"role":)"
                  R"("dependent"},{"relationship":"孫","cohabiting":"yes","age":11}])"),
           referral("r", "m")});
  const auto sent = packet(referrals().at(0));
  EXPECT_THAT(sent, HasSubstr(R"("members":[{"relationship":"長男","cohabiting":"yes"},)"
                              R"({"relationship":"孫","cohabiting":"yes"}])"));
  EXPECT_THAT(sent, HasSubstr("三世代"));
  for (const auto* his : {"membersText", ":52", "長男:", "\"age\"", "dependent"})
    EXPECT_THAT(sent, Not(HasSubstr(his)));
}

/// Case 3: a child known to the 要対協, her pregnant mother under 支援措置, both agreeing to all.
TEST_F(Household, a_child_of_the_youtaikyo_and_a_mother_in_hiding_are_not_found_by_it) {
  deliver_register(
      ",レイ ハナコ,1990-02-10,2026-04-01,2027-03-31,0000009,例 一郎,"
      "レイ イチロウ,1989-01-01,\r\n");
  const auto kodomo = plan_of("kodomo");
  const std::string youtai = R"(,"labels":[{"pointer":"/statement","item":"youtai"}])";
  deliver(kodomo, {person({.key = "m",
                           .number = "1",
                           .birthday = "1990-02-10",
                           .more = R"(,"pregnancy":{"dueDate":{"date":"2026-09-01"}})"},
                          "atena:kodomo"),
                   person({.key = "c",
                           .number = "0000009",
                           .kana = "レイ アオイ",
                           .birthday = "2015-05-05",
                           .more = R"(,"affiliations":[{"kind":"school","name":"架空小学校"}])"},
                          "atena:jumin"),
                   record("consultation", "cc", about("c", R"("statement":"要支援の話")" + youtai)),
                   consent("km", "m"), consent("kc", "c"), referral("r", "m")});
  const auto sent = packet(referrals().at(0));
  EXPECT_THAT(sent, HasSubstr("レイ ハナコ"));
  EXPECT_THAT(sent, HasSubstr(R"("fullAddress":{"dataAbsentReason":"masked"})"));
  for (const auto* never : {"氏家", "2771", "架空小学校", "要支援の話"})
    EXPECT_THAT(sent, Not(HasSubstr(never)));
}

}  // namespace
}  // namespace hub::service
