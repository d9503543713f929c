// Officers answer the review list itself; what they said is taken back and said again, and who is
// one person is each time what it was.
#include "hub/service/decide_link.hpp"

#include <gmock/gmock.h>

#include "hub/service/officers.hpp"
#include "hub/service/view_links.hpp"
#include "tests/hub/service/same_person_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The person of each record, and who is asked about.
struct State {
  std::map<std::string, store::PersonRow> persons{};
  std::vector<std::string> asked{};
  friend bool operator==(const State&, const State&) = default;
};

class DecideLink : public SamePerson {
 protected:
  DecideLink() {
    employ_at("suzuki", "kikan-soudan");
    employ_at("tanaka", "elim-houkatsu");  // 委託
    employ_at("shimin", "kikan-soudan", false, "shimin");
    deliver(shogai, {person({.key = "b1", .birthday = year}, "")});
  }

  State state() {
    State now;
    for (const auto* key : {"a1", "a2"})
      now.persons[key] = link_of(kaigo, key)->person;
    now.persons["b1"] = link_of(shogai, "b1")->person;
    now.asked = reviewed();
    return now;
  }
  std::vector<std::string> reviewed(bool sees_hidden = false) {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      return review_links(reader, {clock.now(), sees_hidden}, 10,
                          [&](std::string_view line) { lines.emplace_back(line); })
          .persons.size();
    });
    return lines;
  }
  std::vector<store::LinkWord> words() {
    return look([](store::Reader& reader) { return store::list_words(reader, 10); });
  }
  /// As if nobody were asked by a household.
  void close_signals() {
    commit([](store::Transaction& tx) {
      for (const auto& one : store::list_open_signals(tx, 10))
        store::decide_signal(tx, one.row, "declined", "officer/suzuki");
      return 0;
    });
  }
  base::Result<> confirm(const std::string& one, const std::string& other,
                         const std::string& who = "officer/suzuki") {
    return confirm_link(*context, {one, other}, who);
  }
  base::Result<> reject(const std::string& one, const std::string& other) {
    return reject_link(*context, {one, other}, municipal);
  }

  const std::string municipal = "officer/suzuki";
};

TEST_F(DecideLink, joins_two_whom_the_list_asks_about_without_any_signal) {
  close_signals();
  ASSERT_THAT(reviewed(), SizeIs(2)) << "b1 beside each of the two";
  ASSERT_TRUE(confirm("shogai/b1", "kaigo/a2").has_value());
  EXPECT_TRUE(joined("b1", "a2"));
  EXPECT_EQ(link_of(shogai, "b1")->made_by, municipal);
  const auto said = words();
  ASSERT_THAT(said, SizeIs(1));
  EXPECT_TRUE(said[0].same);
  const auto logged = audited("person.joined");
  ASSERT_THAT(logged, SizeIs(2)) << "a row for each of the two";
  EXPECT_THAT(logged[0].objects, Contains("word/" + said[0].id.text()));
}

TEST_F(DecideLink, takes_persons_by_their_ids_and_closes_the_signal_too) {
  ASSERT_TRUE(reject(id_of(shogai, "b1").text(), id_of(kaigo, "a1").text()).has_value());
  ASSERT_TRUE(reject(id_of(shogai, "b1").text(), id_of(kaigo, "a2").text()).has_value());
  EXPECT_THAT(reviewed(), IsEmpty());
  EXPECT_EQ(signal().code, "") << "nothing is open";
  ASSERT_THAT(words(), SizeIs(2));
  ASSERT_TRUE(undo_word(*context, words().at(0).id, municipal).has_value());
  EXPECT_EQ(signal().code, "same_person") << "it is asked again";
}

TEST_F(DecideLink, a_join_taken_back_and_said_again_gives_the_same) {
  const auto before = state();
  ASSERT_TRUE(confirm("shogai/b1", "kaigo/a1").has_value());
  const auto after = state();
  ASSERT_NE(before, after);
  ASSERT_TRUE(undo_word(*context, words().at(0).id, municipal).has_value());
  EXPECT_EQ(state(), before);
  EXPECT_THAT(audited("link.word_undone"), SizeIs(2));
  ASSERT_TRUE(confirm("shogai/b1", "kaigo/a1").has_value());
  EXPECT_EQ(state(), after);
  ASSERT_THAT(words(), SizeIs(2)) << "what was taken back is kept";
}

TEST_F(DecideLink, a_split_taken_back_and_said_again_gives_the_same) {
  const auto before = state();
  ASSERT_TRUE(reject("shogai/b1", "kaigo/a1").has_value());
  const auto after = state();
  ASSERT_NE(before, after);
  ASSERT_TRUE(undo_word(*context, words().at(0).id, municipal).has_value());
  EXPECT_EQ(state(), before);
  ASSERT_TRUE(reject("shogai/b1", "kaigo/a1").has_value());
  EXPECT_EQ(state(), after);
}

TEST_F(DecideLink, two_records_that_a_rule_joined_wrongly_stay_parted) {
  deliver(shogai, {person({.key = "b2"}, "")});
  const auto one = link_of(shogai, "b2")->person;
  const auto* a = link_of(kaigo, "a1")->person == one ? "a1" : "a2";
  ASSERT_EQ(link_of(kaigo, a)->person, one) << "nothing was joined";
  ASSERT_TRUE(reject("shogai/b2", std::string("kaigo/") + a).has_value());
  EXPECT_FALSE(joined("b2", a));
  deliver(shogai, {person({.key = "b2", .more = R"(,"nationality":"x")"}, "")});
  EXPECT_FALSE(joined("b2", a));
  ASSERT_TRUE(undo_word(*context, words().at(0).id, municipal).has_value());
  EXPECT_TRUE(joined("b2", a));
}

TEST_F(DecideLink, nobody_else_decides_and_about_nobody_else) {
  for (const auto* who : {"operator/root", "officer/nobody", "officer/tanaka"}) {
    EXPECT_EQ(confirm("shogai/b1", "kaigo/a1", who).error().kind(), Kind::forbidden) << who;
    EXPECT_EQ(undo_word(*context, {}, who).error().kind(), Kind::forbidden) << who;
  }
  EXPECT_EQ(confirm("kaigo/a1", "kaigo/a2").error().kind(), Kind::invalid) << "nobody is asked";
  EXPECT_EQ(reject("kaigo/a1", "kaigo/a1").error().kind(), Kind::invalid);
  EXPECT_EQ(confirm("kaigo/a1", "kaigo/none").error().kind(), Kind::not_found);
  EXPECT_EQ(undo_word(*context, {}, municipal).error().kind(), Kind::not_found);
  ASSERT_TRUE(confirm("shogai/b1", "kaigo/a1").has_value());
  const auto said = words().at(0).id;
  ASSERT_TRUE(undo_word(*context, said, municipal).has_value());
  EXPECT_EQ(undo_word(*context, said, municipal).error().kind(), Kind::not_found) << "once";
}

TEST_F(DecideLink, of_somebody_hidden_only_the_owning_section_knows) {
  ASSERT_TRUE(confirm("shogai/b1", "kaigo/a1").has_value());
  deliver_register(",レイ ハナコ," + year + ",2026-04-01,2027-03-31,,名,レイ ベツ,1930-01-01,\r\n");
  ASSERT_TRUE(joined("b1", "a1")) << "an officer's word joins who hides, too";
  const auto decided = [&](bool sees_hidden) {
    return look([&](store::Reader& reader) {
      return list_decided(reader, {clock.now(), sees_hidden}, 10, [](std::string_view) {})
          .persons.size();
    });
  };
  EXPECT_EQ(decided(false), 0U);
  EXPECT_EQ(decided(true), 1U);
  EXPECT_EQ(reject("shogai/b1", "kaigo/a1").error().kind(), Kind::not_found);
  EXPECT_EQ(undo_word(*context, words().at(0).id, municipal).error().kind(), Kind::not_found);
  EXPECT_TRUE(guards_register(*book, "officer/shimin"));
  EXPECT_FALSE(guards_register(*book, municipal));
  EXPECT_TRUE(undo_word(*context, words().at(0).id, "officer/shimin").has_value());
  EXPECT_FALSE(joined("b1", "a1"));
}

}  // namespace
}  // namespace hub::service
