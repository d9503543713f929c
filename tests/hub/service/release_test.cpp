// What goes to a seat by a release alone, who may give one, and that it opens nothing else.
#include "hub/service/release.hpp"

#include "hub/service/view_sittings.hpp"
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

using base::Kind;
using domain::RecordKind;
using store::ReleaseKind;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A grandchild whom the council for children knows, with a worker's note beside its material, and
/// what the informant said.
class Releases : public SittingFixture {
 protected:
  void SetUp() override {
    const auto kaigo = plan_of("kaigo");
    deliver(kaigo, {person({.key = "m", .number = "1"}, "atena:kaigo"), consent("co", "m"),
                    referral("r", "m")});
    kodomo = plan_of("kodomo");
    deliver(kodomo, {person({.key = "g",
                             .number = "3",
                             .name = "例 結衣",
                             .kana = "レイ ユイ",
                             .birthday = "2015-05-05"},
                            "atena:kodomo"),
                     consultation("c4", "要対協の話", "職員の見立て"),
                     consultation("c5", "別の日の話", "別の日の見立て")});
    work_at("kodomo", "kodomo-katei-center");
    sitting = open("shien-kaigi");
    agenda = item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI");
  }
  static std::string consultation(const std::string& key, const std::string& material,
                                  const std::string& note) {
    return record("consultation", key,
                  about("g", R"("abuse":true,"statement":")" + material + R"(","course":")" + note +
                                 R"(","caller":{"name":"通報 太郎"},"labels":[)"
                                 R"({"pointer":"/statement","item":"youtai"},)"
                                 R"({"pointer":"/course","item":"staff_note"},)"
                                 R"({"pointer":"/caller","item":"informant"}])"));
  }
  ReleaseWish wish(ReleaseKind kind, const std::string& key = "c4") {
    ReleaseWish out;
    out.item = agenda;
    out.record = stored(kodomo, RecordKind::consultation, key)->id;
    out.kind = kind;
    if (kind == ReleaseKind::youtai) out.document = "こ家セ第3号";
    return out;
  }
  Kind refused(const ReleaseWish& wished, const std::string& asker = "officer/kodomo") {
    const auto done = release_record(*context, wished, asker);
    EXPECT_FALSE(done.has_value());
    return done ? Kind::internal : done.error().kind();
  }
  store::ReleaseId given(const ReleaseWish& wished) {
    return made(release_record(*context, wished, "officer/kodomo"));
  }

  FeedPlan kodomo;
  store::SittingId sitting;
  store::AgendaId agenda;
};

TEST_F(Releases, open_one_record_for_one_item_and_nothing_beside_it) {
  const auto seated = seat(sitting, "fukushi");
  EXPECT_THAT(paper(seated), Not(HasSubstr("要対協の話")));
  given(wish(ReleaseKind::youtai));
  EXPECT_THAT(paper(seated), AllOf(HasSubstr("要対協の話"), Not(HasSubstr("職員の見立て")),
                                   Not(HasSubstr("別の日の話")), Not(HasSubstr("通報"))));
  given(wish(ReleaseKind::opinion));
  EXPECT_THAT(paper(seated), AllOf(HasSubstr("職員の見立て"), Not(HasSubstr("別の日の見立て"))));
  const auto rows = audited("sitting.youtai_released");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].actor, "officer/kodomo");
  EXPECT_EQ(rows[0].basis, "SHIEN-KAIGI");
}

TEST_F(Releases, hold_for_their_item_alone) {
  given(wish(ReleaseKind::youtai));
  const auto later = open("shien-kaigi");
  const auto about = look([&](store::Reader& reader) {
    const auto row = store::find_agenda_item(reader, agenda)->of.about;
    return store::read_case(reader, row)->id;
  });
  item(later, about, "SHIEN-KAIGI");
  EXPECT_THAT(paper(seat(later, "fukushi")), Not(HasSubstr("要対協の話")));
}

TEST_F(Releases, end_when_the_desk_says_so) {
  const auto seated = seat(sitting, "fukushi");
  const auto id = given(wish(ReleaseKind::youtai));
  EXPECT_THAT(paper(seated), HasSubstr("要対協の話"));
  EXPECT_EQ(end_release(*context, id, officer).error().kind(), Kind::forbidden);
  ASSERT_TRUE(end_release(*context, id, "officer/kodomo").has_value());
  EXPECT_THAT(paper(seated), Not(HasSubstr("要対協の話")));
  EXPECT_EQ(end_release(*context, id, "officer/kodomo").error().kind(), Kind::conflict);
  EXPECT_EQ(audited("sitting.release_ended").size(), 1U);
}

TEST_F(Releases, stand_beside_the_agenda_of_their_sitting_the_ended_too) {
  const auto id = given(wish(ReleaseKind::youtai));
  const auto ended = given(wish(ReleaseKind::opinion, "c5"));
  ASSERT_TRUE(end_release(*context, ended, "officer/kodomo").has_value());
  const auto shown = [&](const store::SittingId& of) {
    std::string all;
    look([&](store::Reader& reader) {
      return view_sitting(reader, *book, of, officer, clock.now(),
                          [&](std::string_view line) { all += std::string(line) + "\n"; })
          .has_value();
    });
    return all;
  };
  const auto lines = shown(sitting);
  EXPECT_THAT(lines,
              HasSubstr(R"("release":")" + id.text() + R"(","no":1,"type":"youtai","record":")" +
                        wish(ReleaseKind::youtai).record.text() + '"'));
  EXPECT_THAT(lines, HasSubstr(R"("release":")" + ended.text() + R"(","no":1,"type":"opinion")"));
  EXPECT_THAT(lines, HasSubstr(R"("endedBy":"officer/kodomo")"));
  EXPECT_THAT(lines, AllOf(Not(HasSubstr("要対協の話")), Not(HasSubstr("見立て"))));
  EXPECT_THAT(shown(open("shien-kaigi")), Not(HasSubstr(R"("kind":"release")")));
}

TEST_F(Releases, are_given_by_the_desk_that_made_the_record) {
  EXPECT_EQ(refused(wish(ReleaseKind::youtai), officer), Kind::forbidden)
      << "who keeps the sitting";
  EXPECT_EQ(refused(wish(ReleaseKind::opinion), "operator/hanako"), Kind::forbidden);
  EXPECT_TRUE(audited("sitting.youtai_released").empty());
}

TEST_F(Releases, name_a_record_of_the_items_people_a_decision_and_a_day_that_was) {
  auto other = wish(ReleaseKind::youtai);
  other.document.clear();
  EXPECT_EQ(refused(other), Kind::invalid) << "a decision has a number";
  other = wish(ReleaseKind::opinion);
  other.day = std::chrono::year(2026) / std::chrono::April / 11;
  EXPECT_EQ(refused(other), Kind::invalid) << "tomorrow";
  other.day.reset();
  other.record = base::RecordId::make(clock.now(), random);
  EXPECT_EQ(refused(other), Kind::not_found);
  deliver(kodomo, {person({.key = "x",
                           .number = "9",
                           .name = "別 花子",
                           .kana = "ベツ ハナコ",
                           .birthday = "2016-01-01",
                           .address = "栃木県さくら市喜連川4420番地1"},
                          "atena:kodomo"),
                   record("consultation", "c9", about("x", R"("course":"よその見立て")"))});
  EXPECT_EQ(refused(wish(ReleaseKind::opinion, "c9")), Kind::invalid) << "nobody of this item";
}

TEST_F(Releases, open_no_seat_that_is_not_bound) {
  given(wish(ReleaseKind::youtai));
  const auto unbound = seat({.sitting = sitting, .party = "警察署"});
  EXPECT_THAT(paper(unbound), Not(HasSubstr("要対協の話")));
}

}  // namespace
}  // namespace hub::service
