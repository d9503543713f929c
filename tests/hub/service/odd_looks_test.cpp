#include "hub/service/odd_looks.hpp"

#include <gmock/gmock.h>

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

base::UtcMillis april(unsigned day, int hour) {
  return base::from_jst_day(
             {std::chrono::year(2026), std::chrono::month(4), std::chrono::day(day)}) +
         std::chrono::hours(hour);
}

class OddLooks : public testing::Test {
 protected:
  base::PersonId somebody() { return base::PersonId::make(april(1, 0), random); }
  store::LoggedEntry look(const base::PersonId& person, base::UtcMillis at) {
    store::LoggedEntry logged;
    logged.seq = ++last_;
    logged.at = at;
    logged.entry.actor = logged.entry.recipient = "operator/hanako";
    logged.entry.action = "case.looked_at";
    logged.entry.persons = {person};
    return logged;
  }
  store::LoggedEntry step(const base::PersonId& person) {
    auto logged = look(person, april(10, 12));
    logged.entry.actor = "system";
    logged.entry.action = "referral.sent";
    return logged;
  }
  base::SystemRandom random;

 private:
  std::int64_t last_ = 0;
};

TEST_F(OddLooks, a_look_in_office_hours_at_somebody_who_is_served_is_none) {
  const auto person = somebody();
  EXPECT_THAT(odd_looks({step(person), look(person, april(10, 12))}), IsEmpty());
}

TEST_F(OddLooks, outside_of_office_hours_are_asked_about) {
  const auto person = somebody();
  for (const auto at : {april(10, 7), april(10, 19), april(11, 12), april(12, 12)}) {
    const auto odd = odd_looks({step(person), look(person, at)});
    ASSERT_THAT(odd, SizeIs(1));
    EXPECT_THAT(odd[0].why, ElementsAre("out_of_hours"));
  }
  EXPECT_TRUE(is_office_time(april(10, 8)));
}

TEST_F(OddLooks, at_somebody_in_whose_matter_nothing_was_done_are_asked_about) {
  const auto odd = odd_looks({step(somebody()), look(somebody(), april(10, 12))});
  ASSERT_THAT(odd, SizeIs(1));
  EXPECT_THAT(odd[0].why, ElementsAre("nothing_done"));
}

TEST_F(OddLooks, at_very_many_in_one_day_are_asked_about) {
  std::vector<store::LoggedEntry> entries;
  for (std::size_t count = 1; count <= many_persons; ++count) {
    const auto person = somebody();
    entries.push_back(step(person));
    entries.push_back(look(person, april(10, 12)));
    EXPECT_EQ(odd_looks(entries).size(), count < many_persons ? 0 : many_persons);
  }
}

class OddLooksOfAMonth : public ServiceFixture {};

TEST_F(OddLooksOfAMonth, are_listed_by_id_and_no_other_months) {
  const auto person = base::PersonId::make(clock.now(), random);
  commit([&](store::Transaction& tx) {
    audit::Entry entry;
    entry.actor = entry.recipient = "operator/hanako";
    entry.action = "case.looked_at";
    entry.persons = {person};
    tx.audit(entry);
    return 0;
  });
  const auto lines = [&](std::string_view month) {
    std::vector<std::string> all;
    look([&](store::Reader& reader) {
      EXPECT_TRUE(view_odd_looks(reader, month, [&](auto line) { all.emplace_back(line); }));
      return 0;
    });
    return all;
  };
  ASSERT_THAT(lines("2026-04"), SizeIs(2));
  EXPECT_THAT(lines("2026-04")[0], testing::HasSubstr(person.text()));
  EXPECT_THAT(lines("2026-05"), SizeIs(1));
  look([&](store::Reader& reader) {
    EXPECT_EQ(view_odd_looks(reader, "2026-4", [](auto) {}).error().kind(), base::Kind::invalid);
    return 0;
  });
}

}  // namespace
}  // namespace hub::service
