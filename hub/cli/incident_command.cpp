// `tsunagu incident open|list|show|done|report|letter`: when it went wrong.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/incident_page.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column incidents[] = {
    {"incident", {"番号", "incident"}},       {"cause", {"事由", "cause"}, Cell::word},
    {"state", {"状態", "state"}, Cell::word}, {"source", {"もと", "source"}},
    {"knownDay", {"知った日", "known"}},      {"due", {"確報の期限", "final report due"}},
};
constexpr Column deadlines[] = {
    {"step", {"すること", "step"}, Cell::word}, {"dueDay", {"期限", "due"}},
    {"state", {"状態", "state"}, Cell::word},   {"doneDay", {"した日", "done"}},
    {"by", {"記録した者", "noted by"}},
};
constexpr Column disclosed[] = {
    {"row", {"記録番号", "row"}}, {"at", {"時", "at"}, Cell::time}, {"person", {"人", "person"}},
    {"to", {"提供先", "to"}},     {"basis", {"根拠", "basis"}},
};
constexpr Column looked[] = {
    {"row", {"記録番号", "row"}},         {"at", {"時", "at"}, Cell::time},
    {"person", {"人", "person"}},         {"to", {"閲覧した者", "who"}},
    {"action", {"閲覧したもの", "what"}},
};
constexpr Column copies[] = {
    {"person", {"人", "person"}},
    {"partnerName", {"写しを持つ相手", "holder"}},
    {"stop", {"利用停止の通知", "notice"}},
    {"state", {"状態", "state"}, Cell::word},
    {"answeredAt", {"答えた時", "answered"}, Cell::time},
};
constexpr Column judged[] = {
    {"persons", {"本人の数", "persons"}},
    {"sensitive", {"要配慮個人情報", "sensitive data"}},
    {"many", {"100人を超える", "more than 100"}},
};
constexpr Section listed[] = {{"incident", {"漏えい等", "Incidents"}, incidents}};
constexpr Section shown[] = {
    {"incident", {"漏えい等", "Incident"}, incidents},
    {"deadline", {"期限", "What is due"}, deadlines},
    {"judged", {"報告の要否の手がかり", "What may make it reportable"}, judged},
    {"disclosed", {"誤って提供したもの", "What went out"}, disclosed, true},
    {"looked", {"閲覧", "Who looked"}, looked, true},
    {"copy", {"写しを持つ相手", "Who holds a copy"}, copies, true},
};
constexpr Text id_help{"番号(list に出る)", "id of the incident"};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"漏えい等を新しい順に示す", "incidents, the newest first"},
     .verb = "incident.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"期限、提供と閲覧、写しを持つ相手の答え",
              "what is due, what went out, who looked, and what the holders answered"},
     .verb = "incident.show",
     .argument = "incident",
     .argument_help = id_help,
     .sections = shown},
};

struct Typed {
  std::string incident;
  std::string link;
  std::string disclosure;
  std::string day;
  std::string step;
  std::string person;
  bool final_report = false;
};

/// The subcommands that are no leaves; all live as long as the app.
class Adding {
 public:
  Adding(CLI::App& group, Console& console, std::shared_ptr<DaemonAddress> address)
      : group_(group), console_(console), address_(std::move(address)) {}

  void open() {
    auto* command =
        sub("open", {"誤った名寄せか誤った送付を記録し、写しを持つ相手に利用停止を求める",
                     "opens an incident and tells who holds a copy to stop"});
    const auto typed = std::make_shared<Typed>();
    auto* link = option(*command, "--link", typed->link,
                        {"誤ってつないだ記録のID(household show に出る)",
                         "id of the record that was joined wrongly (see household show)"});
    option(*command, "--disclosure", typed->disclosure,
           {"誤った提供の記録番号(person disclosures に出る)",
            "number of the row that tells of the wrong sending (see person disclosures)"})
        ->excludes(link);
    option(*command, "--known", typed->day,
           {"知った日(既定: 今日)", "day on which one learned of it (default: today)"});
    command->callback([&console = console_, address = address_, typed] {
      Request request("incident.open");
      request.text("link", typed->link).text("disclosure", typed->disclosure);
      request.text("known", typed->day);
      Answer answer;
      show_answer(console, *address, request, shown, answer);
    });
  }

  void done() {
    auto* command = sub("done", {"したことを記録する", "notes what was done"});
    const auto typed = std::make_shared<Typed>();
    id(*command, *typed);
    command
        ->add_option("step", typed->step,
                     words({"prompt_report 速報、final_report 確報、person_told 本人への通知、"
                            "wrongful 不正の目的のおそれ(確報が60日になる)、closed 終結",
                            "prompt_report, final_report, person_told, wrongful (somebody may "
                            "have meant harm: the final report has 60 days) or closed"}))
        ->required()
        ->check(
            CLI::IsMember({"prompt_report", "final_report", "person_told", "wrongful", "closed"}));
    option(*command, "--on", typed->day, {"した日(既定: 今日)", "day (default: today)"});
    command->callback([&console = console_, address = address_, typed] {
      Request request("incident.done");
      request.text("incident", typed->incident).text("step", typed->step).text("on", typed->day);
      Answer answer;
      show_answer(console, *address, request, shown, answer);
    });
  }

  void report() {
    auto* command = sub("report", {"個人情報保護委員会への報告の案。A4(> ファイル.html)",
                                   "draft of the report to the commission (> FILE.html)"});
    const auto typed = std::make_shared<Typed>();
    id(*command, *typed);
    command->add_flag("--final", typed->final_report,
                      words({"確報(既定: 速報)", "the final report (default: the prompt one)"}));
    command->callback([&console = console_, address = address_, typed] {
      page(console, *address, *typed, [&](const Answer& answer) {
        write_incident_report(console.out, answer, typed->final_report);
      });
    });
  }

  void letter() {
    auto* command = sub("letter", {"本人への通知の案。A4(> ファイル.html)",
                                   "draft of the notice to a person (> FILE.html)"});
    const auto typed = std::make_shared<Typed>();
    id(*command, *typed);
    command->add_option("person", typed->person, words({"人のID", "id of the person"}))->required();
    command->callback([&console = console_, address = address_, typed] {
      page(console, *address, *typed, [&](const Answer& answer) {
        write_incident_letter(console.out, answer, typed->person);
      });
    });
  }

 private:
  template <class Write>
  static void page(Console& console, const DaemonAddress& address, const Typed& typed,
                   Write write) {
    Request request("incident.show");
    request.text("incident", typed.incident);
    Answer answer;
    if (show_answer(console, address, request, {}, answer) && !console.json) write(answer);
  }

  std::string words(const Text& text) { return std::string(console_.in_words(text)); }
  CLI::App* sub(const char* name, const Text& help) {
    return group_.add_subcommand(name, words(help));
  }
  CLI::Option* option(CLI::App& command, const char* name, std::string& value, const Text& help) {
    return command.add_option(name, value, words(help));
  }
  void id(CLI::App& command, Typed& typed) {
    option(command, "incident", typed.incident, id_help)->required();
  }

  CLI::App& group_;
  Console& console_;
  std::shared_ptr<DaemonAddress> address_;
};

}  // namespace

void add_incident_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "incident", {"漏えい等への対応", "when it went wrong"},
                           leaves, address);
  Adding adding(group, console, address);
  adding.open();
  adding.done();
  adding.report();
  adding.letter();
}

}  // namespace hub::cli
