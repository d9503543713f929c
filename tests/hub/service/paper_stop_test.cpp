// Whoever got a person's data as the paper of a meeting is told, as who got them by a referral is,
// when what the person says takes its ground away; whose ground stands without a consent is not.
#include "hub/service/expire.hpp"
#include "hub/service/person_requests.hpp"
#include "hub/service/say_consent.hpp"
#include "hub/service/view_consents.hpp"
#include "hub/store/harm_findings.hpp"
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

using domain::ConsentAct;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view nothing_left = R"("records":[])";

/// 大田市: one body, 個別会議, holds both functions. The mother and the son of one household
/// agreed; a neighbour never said anything.
class PaperStop : public SittingFixture {
 protected:
  PaperStop() : SittingFixture("oda", "takikan-shi") {
    employ({"sato"});
    deliver(kaigo,
            {person(somebody("m", "1", "例 花子", "1940-02-10"), "atena:kaigo"),
             person(somebody("n", "9", "別 次郎", "1974-01-01"), "atena:kaigo"),
             record("consultation", "c1",
                    about("m", R"("wish":"家で暮らしたい","income":{"debts":"本人談の借金"})")),
             record("consultation", "c9", about("n", R"("wish":"だれとも会いたくない")")),
             referral("r", "m"), referral("rn", "n")});
    sitting = open("kobetsu-kaigi");
    agreed = item(sitting, case_of(kaigo, "m"), "J-KAIGI");
    silent = item(sitting, case_of(kaigo, "n"), "SHIEN-KAIGI");
    seated = seat(sitting, std::string(seat_name));
  }
  static Somebody somebody(const std::string& key, const std::string& number,
                           const std::string& name, const std::string& birthday) {
    return {.key = key,
            .number = number,
            .name = name,
            .kana = key == "m" ? "レイ ハナコ" : "ベツ ジロウ",
            .birthday = birthday,
            .address =
                key == "m" ? "島根県大田市大田町大田ロ1111番地" : "島根県大田市仁摩町仁万562番地3"};
  }
  ConsentSaid say(const std::string& key, ConsentAct act, const std::string& form = {},
                  std::vector<domain::Item> labels = {},
                  std::optional<std::chrono::year_month_day> until = {}) {
    ConsentWord word;
    word.person = person_id(kaigo, key);
    word.act = act;
    word.form = form;
    for (const auto item : labels)
      word.scope.labels = word.scope.labels.with(item);
    word.until = until;
    auto done = say_consent(*context, word, "officer/sato");
    EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().text());
    clock.advance(std::chrono::minutes(1));
    return done ? std::move(*done) : ConsentSaid();
  }
  std::vector<store::StopNotice> stops() {
    return look([&](store::Reader& reader) { return store::list_stops(reader, false, 100); });
  }
  /// The agenda items of which somebody was told, each as often as he was.
  std::vector<store::AgendaId> told_of() {
    std::vector<store::AgendaId> items;
    for (const auto& stop : stops()) {
      const auto item = look([&](store::Reader& reader) {
        return store::read_agenda_item(reader, stop.carrier.item);
      });
      if (item) items.push_back(item->id);
    }
    return items;
  }
  std::vector<std::string> waiting() {
    std::vector<std::string> lines;
    look([&](store::Reader& reader) {
      view_stops(reader, book->profile, true, 100,
                 [&](std::string_view line) { lines.emplace_back(line); });
      return 0;
    });
    return lines;
  }

  static constexpr std::string_view seat_name = "障害者地域生活支援センターせいふう";
  FeedPlan kaigo = plan_of("kaigo");
  store::SittingId sitting;
  store::AgendaId agreed;
  store::AgendaId silent;
  store::SeatId seated;
};

TEST_F(PaperStop, a_withdrawal_tells_the_seat_that_got_a_consented_paper) {
  say("m", ConsentAct::given, "J1");
  ASSERT_THAT(paper(seated), HasSubstr("家で暮らしたい"));
  const auto said = say("m", ConsentAct::withdrawn);
  ASSERT_THAT(said.stopped.holders, SizeIs(1));
  EXPECT_TRUE(said.stopped.holders[0].by_hand) << "no system of theirs got it";
  EXPECT_THAT(told_of(), testing::ElementsAre(agreed));
  ASSERT_THAT(waiting(), SizeIs(1));
  EXPECT_THAT(waiting()[0],
              AllOf(HasSubstr(agreed.text()), HasSubstr(seated.text()), HasSubstr(sitting.text()),
                    HasSubstr(R"("heldOn":"2026-04-20")"), HasSubstr(std::string(seat_name)),
                    HasSubstr(R"("state":"by_hand")")));
  const auto rows = audited("stop_use.ordered");
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_THAT(rows[0].objects,
              AllOf(Contains("agenda/" + agreed.text()), Contains("seat/" + seated.text())));
  ASSERT_TRUE(note_stop_answer(*context, said.stopped.holders[0].notice, officer).has_value());
  EXPECT_THAT(waiting(), IsEmpty()) << "tracked to the answer";
}

TEST_F(PaperStop, a_paper_that_is_made_after_the_withdrawal_holds_nothing) {
  say("m", ConsentAct::given, "J1");
  say("m", ConsentAct::withdrawn);
  EXPECT_THAT(paper(seated, agreed), HasSubstr(std::string(nothing_left)));
  EXPECT_THAT(stops(), IsEmpty()) << "who got nothing is told nothing";
}

TEST_F(PaperStop, a_seat_that_heard_no_paper_is_not_told_of_anothers) {
  say("m", ConsentAct::given, "J1");
  seat(sitting, "亀の子サポートセンター");
  paper(seated);
  EXPECT_THAT(say("m", ConsentAct::withdrawn).stopped.holders, SizeIs(1));
}

TEST_F(PaperStop, a_paper_of_a_shien_kaigi_keeps_its_ground) {
  say("n", ConsentAct::given, "J1");
  ASSERT_THAT(paper(seated), HasSubstr("だれとも会いたくない"));
  EXPECT_THAT(say("n", ConsentAct::withdrawn).stopped.holders, IsEmpty());
  EXPECT_THAT(say("n", ConsentAct::refused).stopped.holders, IsEmpty());
  EXPECT_THAT(paper(seated, silent), HasSubstr("だれとも会いたくない"));
}

/// The same person, one sitting, one seat: the ground is each item's own.
TEST_F(PaperStop, of_two_items_about_one_person_the_consented_one_alone_is_told) {
  say("m", ConsentAct::given, "J1");
  const auto unasked = item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI");
  ASSERT_THAT(paper(seated, agreed), HasSubstr("家で暮らしたい"));
  ASSERT_THAT(paper(seated, unasked), HasSubstr("家で暮らしたい"));
  say("m", ConsentAct::withdrawn);
  EXPECT_THAT(told_of(), testing::ElementsAre(agreed));
  EXPECT_THAT(paper(seated, agreed), HasSubstr(std::string(nothing_left)));
  EXPECT_THAT(paper(seated, unasked), HasSubstr("家で暮らしたい"));
}

TEST_F(PaperStop, who_left_his_seat_still_holds_what_he_got) {
  say("m", ConsentAct::given, "J1");
  paper(seated);
  ASSERT_TRUE(leave_seat(*context, seated, officer).has_value());
  EXPECT_THAT(say("m", ConsentAct::narrowed, {}, {domain::Item::special_care}).stopped.holders,
              IsEmpty());
  EXPECT_THAT(say("m", ConsentAct::withdrawn).stopped.holders, SizeIs(1));
}

TEST_F(PaperStop, who_left_a_shien_kaigi_is_not_told) {
  paper(seated);
  ASSERT_TRUE(leave_seat(*context, seated, officer).has_value());
  EXPECT_THAT(say("n", ConsentAct::refused).stopped.holders, IsEmpty());
}

/// Nothing goes to anybody while nobody knows who is protected; that takes no ground away.
TEST_F(PaperStop, with_an_old_register_the_consented_paper_alone_is_told) {
  say("m", ConsentAct::given, "J1");
  paper(seated);
  clock.advance(std::chrono::hours(24 * 5));
  ASSERT_THAT(paper(seated), Not(HasSubstr("だれとも会いたくない")));
  say("n", ConsentAct::refused);
  EXPECT_THAT(told_of(), IsEmpty());
  say("m", ConsentAct::withdrawn);
  EXPECT_THAT(told_of(), testing::ElementsAre(agreed));
}

TEST_F(PaperStop, a_narrowing_tells_only_who_was_given_what_it_takes_away) {
  say("m", ConsentAct::given, "J1");
  paper(seated);
  EXPECT_THAT(say("m", ConsentAct::narrowed, {}, {domain::Item::special_care}).stopped.holders,
              IsEmpty())
      << "nothing of that kind went";
  EXPECT_THAT(say("m", ConsentAct::narrowed, {}, {domain::Item::income}).stopped.holders,
              SizeIs(1));
  EXPECT_THAT(paper(seated, agreed),
              AllOf(HasSubstr("家で暮らしたい"), Not(HasSubstr("本人談の借金"))));
}

TEST_F(PaperStop, an_end_tells_at_its_time) {
  const auto today = base::jst_day(clock.now());
  say("m", ConsentAct::given, "J1", {}, today);
  ASSERT_THAT(paper(seated), HasSubstr("家で暮らしたい"));
  clock.set(domain::end_of_jst_day(today));
  ASSERT_TRUE(stop_expired(*context).has_value());
  EXPECT_THAT(told_of(), testing::ElementsAre(agreed));
  EXPECT_THAT(stops(), Contains(testing::Field(&store::StopNotice::cause, "consent.expired")));
}

TEST_F(PaperStop, a_withdrawal_that_an_export_brings_tells_too) {
  deliver(kaigo, {consent("k", "m")});
  ASSERT_THAT(paper(seated), HasSubstr("家で暮らしたい"));
  clock.advance(std::chrono::minutes(1));
  deliver(kaigo, {consent("k", "m", R"("status":"withdrawn","withdrawnAt":"2026-04-10")")});
  EXPECT_THAT(told_of(), testing::ElementsAre(agreed));
}

TEST_F(PaperStop, a_second_cause_tells_nobody_twice_and_a_new_paper_anew) {
  say("m", ConsentAct::given, "J1");
  paper(seated);
  say("m", ConsentAct::withdrawn);
  EXPECT_THAT(say("m", ConsentAct::refused).stopped.holders, IsEmpty());
  say("m", ConsentAct::given, "J1");
  paper(seated);
  clock.advance(std::chrono::minutes(1));
  EXPECT_THAT(say("m", ConsentAct::withdrawn).stopped.holders, SizeIs(1));
}

/// 地方税法22条: in a 支援会議 too tax data go on the person's own word alone.
TEST_F(PaperStop, of_a_shien_kaigi_a_withdrawal_tells_who_got_tax_data_and_nobody_else) {
  deliver(kaigo, {record("consultation", "c3",
                         about("n", R"("income":{"text":"課税の状況"},)"
                                    R"("labels":[{"pointer":"/income/text","item":"tax"}])"))});
  const auto other = seat(sitting, "亀の子サポートセンター");
  ASSERT_THAT(paper(other), AllOf(HasSubstr("だれとも会いたくない"), Not(HasSubstr("課税"))));
  say("n", ConsentAct::given, "J3");
  ASSERT_THAT(paper(seated), HasSubstr("課税の状況"));
  say("n", ConsentAct::withdrawn);
  ASSERT_THAT(stops(), SizeIs(1));
  const auto told = look(
      [&](store::Reader& reader) { return store::read_seat(reader, stops()[0].carrier.seat)->id; });
  EXPECT_EQ(told, seated);
  EXPECT_THAT(paper(seated), AllOf(HasSubstr("だれとも会いたくない"), Not(HasSubstr("課税"))));
}

/// 98条: whatever the ground, what was granted is used no longer; each paper is tracked by itself.
TEST_F(PaperStop, a_granted_request_tells_of_each_paper_and_a_guest_by_his_name) {
  const auto guest = seat({.sitting = sitting,
                           .name = "架空クリニック",
                           .kind = domain::RecipientKind::private_,
                           .invited = true,
                           .secrecy = store::Secrecy::pledge,
                           .document = "誓約-1"});
  ASSERT_THAT(paper(guest), HasSubstr("だれとも会いたくない"));
  ASSERT_THAT(paper(seated), HasSubstr("だれとも会いたくない"));
  RequestWish wish;
  wish.person = person_id(kaigo, "n");
  wish.kind = domain::RequestKind::stop;
  const auto request = made(open_person_request(*context, wish, officer));
  ASSERT_TRUE(answer_person_request(*context, request, {domain::RequestAnswer::granted}, officer)
                  .has_value());
  EXPECT_THAT(told_of(), testing::ElementsAre(silent, silent));
  EXPECT_THAT(waiting(), Contains(HasSubstr(R"("partnerName":"架空クリニック")")));
}

TEST_F(PaperStop, a_finding_of_harm_takes_the_ground_of_a_shien_kaigi_too) {
  paper(seated);
  clock.advance(std::chrono::minutes(1));
  const auto whom = person_id(kaigo, "n");
  commit([&](store::Transaction& tx) {
    const auto neighbour = *store::find_person(tx, whom);
    Halting halting(tx, *book, neighbour);
    store::add_harm(tx, {neighbour.row, "", officer, "本人に危険", {}});
    return halting.stop({"harm.found", officer}).holders.size();
  });
  EXPECT_THAT(told_of(), testing::ElementsAre(silent));
}

/// 97条: of two papers a party is told once.
TEST_F(PaperStop, a_correction_is_told_to_a_seat_once) {
  say("m", ConsentAct::given, "J1");
  item(sitting, case_of(kaigo, "m"), "SHIEN-KAIGI");
  paper(seated);
  RequestWish wish;
  wish.person = person_id(kaigo, "m");
  wish.kind = domain::RequestKind::correction;
  const auto request = made(open_person_request(*context, wish, officer));
  ASSERT_TRUE(answer_person_request(*context, request, {domain::RequestAnswer::granted}, officer)
                  .has_value());
  EXPECT_THAT(audited("request.notice_by_hand"), SizeIs(1));
}

}  // namespace
}  // namespace hub::service
