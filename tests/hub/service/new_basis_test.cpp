// A municipality writes rows of its own into legal_bases.yaml and uses them, end to end, without
// another build: sittings, consents and records of meetings know them by their class. What the gate
// stops whatever the forum stays stopped.
#include <fstream>
#include <sstream>

#include "hub/profile/check.hpp"
#include "hub/service/say_consent.hpp"
#include "tests/hub/service/sitting_fixture.hpp"

namespace hub::service {
namespace {

namespace fs = std::filesystem;
using domain::RecordKind;
using testing::HasSubstr;
using testing::Not;

/// A row as an operator writes it; its name is nowhere in the code.
std::string row(const std::string& code, const std::string& forum_class, bool consent) {
  return "  - code: " + code + "\n    forum_class: " + forum_class +
         "\n    title: 新しい会議\n    articles: 新しい法律9条\n    as_of: \"2026-04-01\"\n"
         "    from: 2026-04-01\n    conveners: [municipality]\n    about: 住民\n"
         "    consent_needed: " +
         (consent ? "true" : "false") +
         "\n    may_flow: 支援の検討に必要な情報\n    must_not_flow: 税情報\n"
         "    secrecy: 新しい法律10条\n    source: 官報\n    mark: R\n";
}

std::string content_of(const fs::path& file) {
  std::ostringstream read;
  read << std::ifstream(file).rdbuf();
  return read.str();
}

class NewBasis : public SittingFixture {
 protected:
  NewBasis() {
    const auto shared = scratch / "config";
    fs::copy(config_folder(), shared, fs::copy_options::recursive);
    std::ofstream(shared / "legal_bases.yaml", std::ios::app)
        << row("ARATA-KAIGI", "statutory", false) << row("MINNA-KAIGI", "consent_seated", true)
        << row("KODOMO-KAIGI", "youtai", false);
    const auto forums = shared / "municipalities/sakura/forums.yaml";
    auto text = content_of(forums);
    const std::string shipped = "      - {basis: SHIEN-KAIGI,";
    text.insert(text.find(shipped),
                "      - {basis: ARATA-KAIGI, when: 新しい法律の対象者}\n"
                "      - {basis: MINNA-KAIGI, when: 本人が同意した議題}\n");
    const std::string fixed = "    convener: fukushi\n    chair: fukushi\n";
    text.insert(text.find(fixed), "    choice: per_item\n");
    std::ofstream(forums) << text;
    profile::Problems problems;
    auto changed = std::make_shared<Book>(*book);
    profile::read_municipality(shared / "municipalities/sakura", shared, changed->law,
                               changed->profile, problems);
    EXPECT_TRUE(problems.empty()) << profile::failure_of(problems, profile::Language::en).text();
    book = changed;
    context->exchange(book);
    kaigo = plan_of("kaigo");
    deliver(kaigo, {person({.key = "m", .number = "1"}, "atena:kaigo"),
                    record("consultation", "c1", about("m", R"("wish":"家で暮らしたい")")),
                    consent("k", "m"), referral("r", "m")});
  }
  std::string meeting(const std::string& key, const std::string& forum) {
    return record("conference", key,
                  about("m", R"("forum":")" + forum +
                                 R"(","convener":"さくら市","at":{"date":"2026-04-05"},)"
                                 R"("confidentialityNotice":true,"agenda":[{"function":")" +
                                 forum + R"(","decision":"見守りを続ける"}])"));
  }
  bool goes_to_the_coordinator(const std::string& words) {
    return packet(referrals().at(0)).find(words) != std::string::npos;
  }

  FeedPlan kaigo;
};

TEST_F(NewBasis, is_the_ground_of_a_sittings_item_and_of_each_seats_paper) {
  const auto sitting = open("shien-kaigi");
  const auto agenda = item(sitting, case_of(kaigo, "m"), "ARATA-KAIGI");
  const auto paper_of_seat = paper(seat(sitting, "市税務課"));
  EXPECT_THAT(paper_of_seat, HasSubstr("家で暮らしたい"));
  look([&](store::Reader& reader) {
    EXPECT_EQ(store::find_agenda_item(reader, agenda)->of.function, "ARATA-KAIGI");
    return 0;
  });
  const auto papers = audited("sitting.paper");
  EXPECT_TRUE(std::any_of(papers.begin(), papers.end(),
                          [](const auto& entry) { return entry.basis == "ARATA-KAIGI"; }));
}

/// What the shipped form covers is another forum.
TEST_F(NewBasis, is_named_by_a_consent_that_carries_a_datum_to_its_forum) {
  const auto sitting = open("shien-kaigi");
  item(sitting, case_of(kaigo, "m"), "MINNA-KAIGI");
  const auto seated = seat(sitting, "市税務課");
  EXPECT_THAT(paper(seated), HasSubstr(R"("records":[])")) << "J1 does not name it";
  ConsentWord word;
  word.person = person_id(kaigo, "m");
  word.act = domain::ConsentAct::given;
  word.objects = {domain::ConsentObject::sharing};
  word.scope.forums = domain::Selection({"MINNA-KAIGI"});
  word.scope.recipients = domain::Selection({"supporting-agencies"});
  word.scope.purposes = domain::Selection({"plan"});
  word.scope.labels = {domain::Item::identity, domain::Item::statement};
  word.until = sitting_day;
  const auto said = say_consent(*context, word, officer);
  ASSERT_TRUE(said.has_value()) << said.error().text();
  const auto shown = paper(seated);
  EXPECT_THAT(shown, HasSubstr("家で暮らしたい"));
  EXPECT_THAT(shown, Not(HasSubstr("氏家2771"))) << "contact was not agreed to";
  clock.advance(std::chrono::minutes(1));
  word.act = domain::ConsentAct::withdrawn;
  word.scope = {};
  word.objects = {};
  word.until.reset();
  const auto withdrawn = say_consent(*context, word, officer);
  ASSERT_TRUE(withdrawn.has_value()) << withdrawn.error().text();
  EXPECT_EQ(withdrawn->stopped.holders.size(), 1U) << "who has the paper is told";
  EXPECT_THAT(paper(seated), HasSubstr(R"("records":[])"));
}

TEST_F(NewBasis, is_taken_away_by_name_when_a_person_says_so) {
  ConsentWord word;
  word.person = person_id(kaigo, "m");
  word.act = domain::ConsentAct::narrowed;
  word.scope.forums = domain::Selection({"MINNA-KAIGI"});
  EXPECT_TRUE(say_consent(*context, word, officer).has_value());
  word.scope.forums = domain::Selection({"DOKOKA-KAIGI"});
  const auto unknown = say_consent(*context, word, officer);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_THAT(unknown.error().text(), HasSubstr("no such row in legal_bases.yaml"));
}

TEST_F(NewBasis, lays_upon_the_record_of_a_meeting_what_its_class_says) {
  deliver(kaigo, {meeting("g1", "MINNA-KAIGI")});
  EXPECT_TRUE(goes_to_the_coordinator("見守りを続ける")) << "everybody there agreed";
  deliver(kaigo, {meeting("g1", "ARATA-KAIGI")});
  EXPECT_FALSE(goes_to_the_coordinator("見守りを続ける")) << "met without consent";
  deliver(kaigo, {meeting("g1", "KODOMO-KAIGI")});
  EXPECT_FALSE(goes_to_the_coordinator("見守りを続ける")) << "要対協's like";
  EXPECT_TRUE(stored(kaigo, RecordKind::conference, "g1")->body);
}

TEST_F(NewBasis, does_not_lift_what_a_forum_that_ships_lays_upon_its_records) {
  auto labelled = meeting("g2", "SHIEN-KAIGI");
  labelled.insert(labelled.size() - 1, R"(,"labels":[{"pointer":"/forum","item":"statement"}])");
  deliver(kaigo, {labelled});
  EXPECT_FALSE(goes_to_the_coordinator("見守りを続ける"));
}

TEST_F(NewBasis, without_a_row_or_of_a_ground_that_is_no_meeting_returns_the_record) {
  may_reject = true;
  for (const std::string forum : {"DOKOKA-KAIGI", "EMERGENCY", "TAX", "arata-kaigi"}) {
    deliver(kaigo, {meeting("g3", forum)});
    ASSERT_EQ(rejects.size(), 1U) << forum;
    EXPECT_EQ(rejects[0].code, "unknown_forum");
    EXPECT_EQ(rejects[0].column, "/forum");
    EXPECT_THAT(rejects[0].reason, HasSubstr("legal_bases.yaml"));
    EXPECT_THAT(rejects[0].reason, Not(HasSubstr(forum))) << "what was written is not repeated";
  }
  EXPECT_FALSE(stored(kaigo, RecordKind::conference, "g3"));
}

}  // namespace
}  // namespace hub::service
