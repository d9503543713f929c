// The commands as an operator types them, against a daemon that gives prepared answers.
#include "hub/cli/commands.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "hub/base/limits.hpp"
#include "hub/cli/answer.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/doctor_words.hpp"
#include "hub/cli/limit_words.hpp"
#include "hub/http/admin_socket.hpp"

namespace hub::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Commands : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "tsunagu-cli-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
  }
  void TearDown() override {
    socket.reset();
    std::filesystem::remove_all(folder);
  }

  /// The daemon answers `verb` with these lines.
  void answer(const std::string& verb, std::vector<std::string> lines) {
    verbs[verb] = [this, lines = std::move(lines)](const std::string& request,
                                                   http::ReplySink& reply) -> base::Result<> {
      requests.push_back(request);
      for (const auto& line : lines)
        reply.line(line);
      return {};
    };
  }
  void refuse(const std::string& verb, base::Kind kind, const std::string& text) {
    verbs[verb] = [kind, text](const std::string&, http::ReplySink&) -> base::Result<> {
      return base::fail(kind, text);
    };
  }

  /// Types it; returns the exit status.
  int type(const std::string& words, Language language = Language::ja, bool terminal = false) {
    if (!socket) {
      http::AdminSettings settings;
      settings.path = folder / "admin.sock";
      socket = std::move(http::AdminSocket::start(settings, verbs)).value();
    }
    Console console{in, out, err, language, false, terminal, {}, 0};
    CLI::App app{"tsunagu"};
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", console.json);
    add_commands(app, console);
    out.str("");
    err.str("");
    try {
      app.parse(words + " --socket " + (folder / "admin.sock").string());
    } catch (const CLI::ParseError&) {
      return static_cast<int>(Exit::usage);
    }
    return console.exit_code;
  }

  std::filesystem::path folder;
  http::AdminVerbs verbs;
  std::unique_ptr<http::AdminSocket> socket;
  std::vector<std::string> requests;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
};

const std::string id = "01890a5d-ac96-774b-bcce-b302099a8057";

TEST_F(Commands, prints_aligned_tables_in_japanese_with_japans_time) {
  answer("case.list",
         {R"({"kind":"case","case":")" + id +
          R"(","state":"coordinating","referrals":1,"openedAt":"2026-04-10T15:05:00.000Z"})"});
  EXPECT_EQ(type("case list"), 0);
  EXPECT_EQ(
      out.str(),
      "ケース\n"
      "ケース                                状態        つなぎ  開始              終結  世帯\n" +
          id + "  多機関協働  1       2026-04-11 00:05  -     -\n");
}

TEST_F(Commands, says_it_in_english_where_the_environment_does) {
  answer("partner.list", {R"({"kind":"partner","partner":"sakutomo","state":"paused"})"});
  type("partner list", Language::en);
  EXPECT_THAT(out.str(), HasSubstr("Partners\npartner   state"));
  EXPECT_THAT(out.str(), HasSubstr("sakutomo  paused"));
}

TEST_F(Commands, passes_the_daemons_lines_on_with_json) {
  const std::string line = R"({"kind":"case","case":"x"})";
  answer("case.list", {line});
  EXPECT_EQ(type("case list --json"), 0);
  EXPECT_EQ(out.str(), line + "\n");
}

TEST_F(Commands, says_that_there_is_nothing) {
  answer("household.list", {});
  EXPECT_EQ(type("household list"), 0);
  EXPECT_THAT(out.str(), HasSubstr("(ありません)"));
}

TEST_F(Commands, tells_the_daemon_what_was_typed) {
  answer("source.pause", {});
  answer("referral.list", {});
  for (const auto* verb : {"signal.decide", "signal.confirm", "signal.reject", "signal.done"})
    answer(verb, {});
  EXPECT_EQ(type("source pause kaigo"), 0);
  EXPECT_THAT(out.str(), HasSubstr("一時停止しました"));
  type("referral list --state held --limit 5");
  type("signal decide " + id + " declined");
  type("signal confirm S A B");
  type("signal reject S A B");
  EXPECT_EQ(type("signal done S"), 0);
  ASSERT_EQ(requests.size(), 6u);
  EXPECT_EQ(requests[3], R"({"verb":"signal.confirm","signal":"S","person":"A","other":"B"})");
  EXPECT_EQ(requests[4], R"({"verb":"signal.reject","signal":"S","person":"A","other":"B"})");
  EXPECT_EQ(requests[5], R"({"verb":"signal.done","signal":"S"})");
  EXPECT_EQ(requests[0], R"({"verb":"source.pause","source":"kaigo"})");
  EXPECT_EQ(requests[1], R"({"verb":"referral.list","state":"held","limit":5})");
  EXPECT_THAT(requests[2], HasSubstr(R"("decision":"declined")"));
}

TEST_F(Commands, tells_of_a_pattern_without_contents_and_takes_it_up) {
  answer("signal.list",
         {R"({"kind":"pattern","signal":"S","code":"pattern_8050","title":"8050世帯",)"
          R"("confidence":"probable","raisedAt":"2026-04-10T00:00:00.000Z"})"});
  answer(
      "signal.show",
      {R"({"kind":"pattern","signal":"S","code":"pattern_8050","fieldNames":["介護","生活困窮"],)"
       R"("evidence":["age","lives_with"],"confidence":"certain"})",
       R"({"kind":"member","person":"P"})", R"({"kind":"unnamed","members":1})"});
  answer("signal.take-up", {R"({"kind":"proposal","signal":"Q"})"});
  answer("signal.decline", {});
  answer("sitting.item", {R"({"kind":"agenda","agenda":"A"})"});
  EXPECT_EQ(type("signal list"), 0);
  EXPECT_THAT(out.str(), HasSubstr("8050世帯"));
  EXPECT_EQ(type("signal show S --purpose case_conference"), 0);
  EXPECT_THAT(out.str(), HasSubstr("年齢"));
  EXPECT_THAT(out.str(), HasSubstr("同居"));
  EXPECT_THAT(out.str(), HasSubstr("名を示さない"));
  EXPECT_EQ(type("signal take-up S --choice convene_shien_kaigi"), 0);
  EXPECT_THAT(out.str(), HasSubstr("Q"));
  EXPECT_EQ(type("signal decline S --reason not_now"), 0);
  EXPECT_NE(type("signal decline S --reason because"), 0);
  EXPECT_NE(type("signal take-up S --choice case"), 0);
  EXPECT_EQ(type("sitting item T --signal Q --function SHIEN-KAIGI"), 0);
  ASSERT_EQ(requests.size(), 5U);
  EXPECT_EQ(requests[1], R"({"verb":"signal.show","signal":"S","purpose":"case_conference"})");
  EXPECT_EQ(requests[2],
            R"({"verb":"signal.take-up","signal":"S","choice":"convene_shien_kaigi"})");
  EXPECT_EQ(requests[3], R"({"verb":"signal.decline","signal":"S","reason":"not_now"})");
  EXPECT_THAT(requests[4], HasSubstr(R"("sitting":"T","signal":"Q","function":"SHIEN-KAIGI")"));
}

TEST_F(Commands, knows_every_list_of_the_operator) {
  for (const auto* what :
       {"source", "arrival", "reject", "household", "case", "referral", "signal", "partner"}) {
    answer(std::string(what) + ".list", {});
  }
  answer("quarantine.list", {});
  for (const auto* words :
       {"source list", "arrival list", "reject list", "reject quarantine", "household list",
        "case list", "referral list", "signal list", "partner list"}) {
    EXPECT_EQ(type(words), 0) << words << err.str();
  }
}

TEST_F(Commands, shows_an_operator_how_one_adapter_stands_and_what_to_do) {
  answer(
      "source.show",
      {R"({"kind":"source","source":"kaigo","adapter":"kaigo","scope":"all_rows","state":"open"})",
       R"({"kind":"adapter","source":"kaigo","state":"quarantined","deaths":3,"cause":"hung",)"
       R"("fault":"gave no sign of life","next":"release_when_mended"})",
       R"({"kind":"push","message":"case_closed","granted":"not_granted"})",
       R"({"kind":"limit","limit":"idle_ms","value":700,"otherwise":30000})"});
  EXPECT_EQ(type("source show kaigo"), 0) << err.str();
  EXPECT_THAT(requests[0], HasSubstr(R"("source":"kaigo")"));
  for (const auto* said : {"隔離", "応答がない", "source release", "許可なし", "idle_ms", "700"})
    EXPECT_THAT(out.str(), HasSubstr(said));
}

TEST_F(Commands, ends_with_the_exit_status_of_the_daemons_failure) {
  refuse("case.show", base::Kind::not_found, "no case " + id + "; see `case list`");
  refuse("backup", base::Kind::storage_full, "the disk is full");
  refuse("audit.verify", base::Kind::internal, "a defect");
  EXPECT_EQ(type("case show " + id), static_cast<int>(Exit::findings));
  EXPECT_THAT(err.str(), HasSubstr("エラー: ケース " + id + " はありません"));
  EXPECT_EQ(type("backup x.db"), static_cast<int>(Exit::refused));
  EXPECT_EQ(type("audit verify"), static_cast<int>(Exit::failed));
  EXPECT_EQ(type("case show"), static_cast<int>(Exit::usage));
}

TEST_F(Commands, says_what_failed_as_json_where_the_answer_is_json) {
  refuse("case.show", base::Kind::not_found, "no case x");
  EXPECT_EQ(type("case show " + id + " --json", Language::en), static_cast<int>(Exit::findings));
  EXPECT_EQ(err.str(), R"({"kind":"error","code":"not_found","text":"no case x"})"
                       "\n");
}

TEST_F(Commands, reloads_and_points_to_the_check_where_the_configuration_is_wrong) {
  answer("reload", {});
  EXPECT_EQ(type("reload"), 0);
  EXPECT_THAT(out.str(), HasSubstr("読み直しました"));
  socket.reset();
  refuse("reload", base::Kind::invalid, "hub.yaml:1:1: 誤り");
  EXPECT_EQ(type("reload", Language::en), static_cast<int>(Exit::findings));
  EXPECT_THAT(err.str(), HasSubstr("config check"));
  EXPECT_THAT(err.str(), Not(HasSubstr("誤り")));
}

TEST_F(Commands, says_what_to_do_where_no_daemon_answers) {
  answer("case.list", {});
  type("case list");
  socket->stop();
  EXPECT_EQ(type("case list"), static_cast<int>(Exit::unreachable));
  EXPECT_THAT(err.str(), HasSubstr("systemctl status"));
}

TEST_F(Commands, explains_person_by_person_what_goes_first) {
  answer(
      "referral.explain",
      {R"({"kind":"referral","referral":")" + id +
           R"(","state":"sent","from":"elim","to":"sakutomo-takikan","goes":true,"cited":"個人情報保護法69条2項1号（2025-04-01時点）"})",
       R"({"kind":"answer","person":"p-1","subject":"focus","decision":"deny","reason":"tax_without_consent","item":"tax","itemName":"税の情報","sentence":"税に由来する情報のため、出せません。","next":"同意を求めてください。","fields":["person/income"]})",
       R"({"kind":"answer","person":"p-1","subject":"focus","decision":"allow","reason":"ok","item":"identity","itemName":"氏名・生年月日等","sentence":"出せます。","cited":"個人情報保護法69条2項1号（2025-04-01時点）","fields":["person/names/fullName","person/dateOfBirth/date"]})"});
  EXPECT_EQ(type("explain " + id), 0);
  const auto text = out.str();
  EXPECT_THAT(text, HasSubstr("本人 p-1"));
  EXPECT_LT(text.find("○ 出す"), text.find("× 出さない"));
  EXPECT_THAT(text, HasSubstr("根拠: 個人情報保護法69条2項1号（2025-04-01時点）"));
  EXPECT_THAT(text, HasSubstr("次に: 同意を求めてください。"));
  EXPECT_THAT(text, HasSubstr("項目: person/names/fullName, person/dateOfBirth/date"));
}

TEST_F(Commands, ends_with_findings_where_a_referral_stays_held) {
  answer("referral.send",
         {R"({"kind":"result","referral":")" + id + R"(","state":"held","orders":0})"});
  EXPECT_EQ(type("referral send " + id), static_cast<int>(Exit::findings));
  EXPECT_THAT(err.str(), HasSubstr("explain"));
}

TEST_F(Commands, shows_a_bar_only_on_a_terminal_and_then_what_came_of_the_import) {
  answer("import", {R"({"kind":"progress","bytes":50,"bytesInAll":100,"records":0,"applied":0})",
                    R"({"kind":"progress","bytes":100,"bytesInAll":100,"records":0,"applied":0})",
                    R"({"kind":"progress","bytes":100,"bytesInAll":100,"records":8,"applied":6})",
                    R"({"kind":"reject","line":7,"column":"日付","code":"impossible_date"})",
                    R"({"kind":"import","state":"applied","records":3,"rejects":1})"});
  const auto file = folder / "in.csv";
  std::ofstream(file) << "x";
  const auto words = "import " + file.string() + " --source kaigo";
  EXPECT_EQ(type(words, Language::ja, true), 0);
  EXPECT_THAT(out.str(), HasSubstr("] 50 %  受取り中"));
  EXPECT_THAT(out.str(), HasSubstr("] 0 %  解読中"));
  EXPECT_THAT(out.str(), HasSubstr("] 75 %  適用 6 / 8 件"));
  EXPECT_EQ(type(words), 0);
  EXPECT_THAT(out.str(), Not(HasSubstr("50 %")));
  EXPECT_THAT(out.str(), HasSubstr("適用済み"));
  EXPECT_THAT(out.str(), HasSubstr("impossible_date"));
  EXPECT_THAT(requests.back(), HasSubstr(file.string()));
}

TEST_F(Commands, ends_with_findings_and_the_next_step_where_an_import_waits) {
  answer("import", {R"({"kind":"import","state":"paused","reason":"too_many_gone"})"});
  const auto file = folder / "in.csv";
  std::ofstream(file) << "x";
  EXPECT_EQ(type("import " + file.string() + " --source kaigo"), static_cast<int>(Exit::findings));
  EXPECT_THAT(out.str(), HasSubstr("消える行が多すぎる"));
  EXPECT_THAT(err.str(), HasSubstr("arrival release"));
}

TEST_F(Commands, doctor_says_what_it_is_what_it_means_and_what_to_do) {
  answer("doctor",
         {R"({"kind":"daemon","version":"0.1.0","listening":["127.0.0.1:8443"]})",
          R"({"kind":"finding","code":"partner_paused","subject":"sakutomo","count":1})"});
  EXPECT_EQ(type("doctor"), static_cast<int>(Exit::findings));
  EXPECT_THAT(out.str(), HasSubstr("[異常] 相手への送付を止めています: sakutomo"));
  EXPECT_THAT(out.str(), HasSubstr("partner resume"));
  EXPECT_EQ(type("doctor --json"), static_cast<int>(Exit::findings));
  EXPECT_THAT(out.str(), HasSubstr(R"("severity":"error")"));
}

TEST_F(Commands, doctor_is_content_with_notes_alone) {
  answer("doctor", {R"({"kind":"finding","code":"referrals_held","subject":"","count":2})"});
  EXPECT_EQ(type("doctor"), 0);
  EXPECT_THAT(out.str(), HasSubstr("保留のつなぎが 2 件あります"));
  EXPECT_THAT(out.str(), HasSubstr("問題はありません"));
}

TEST(DoctorWords, have_both_languages_and_a_step_for_every_finding_of_the_daemon) {
  for (const auto* code :
       {"disk_low", "reload_refused", "adapter_quarantined", "adapter_refused",
        "adapter_backing_off", "adapter_unwell", "source_paused", "arrival_paused",
        "number_quarantined", "register_missing", "register_old", "partner_paused",
        "partner_failing", "orders_waiting", "referrals_held", "signals_open"}) {
    const auto& finding = finding_for(code);
    EXPECT_EQ(finding.code, code);
    for (const auto& text : {finding.what, finding.meaning, finding.todo}) {
      EXPECT_THAT(text.ja, Not(IsEmpty()));
      EXPECT_THAT(text.en, Not(IsEmpty()));
    }
  }
}

TEST(LimitWords, say_every_limit_in_japanese) {
  for (const auto& limit : base::limits::all())
    EXPECT_THAT(why_in_japanese(limit.name), Not(IsEmpty())) << limit.name;
}

TEST(Answer, leaves_what_is_no_instant_as_it_is) {
  EXPECT_EQ(in_japan("2026-12-31T23:59:00.000Z"), "2027-01-01 08:59");
  EXPECT_EQ(in_japan("yesterday"), "yesterday");
}

}  // namespace
}  // namespace hub::cli
