#include "hub/cli/adapter_upgrade.hpp"

#include <filesystem>
#include <memory>
#include <ostream>

#include "hub/cli/answer.hpp"
#include "hub/cli/daemon_call.hpp"
#include "hub/cli/subcommand.hpp"

namespace hub::cli {
namespace {

constexpr Column versions[] = {
    {"now", {"いま", "now"}},
    {"then", {"新しい版", "new version"}},
};
constexpr Column compared[] = {
    {"arrival", {"届いたもの", "delivery"}},
    {"feed", {"種類", "feed"}},
    {"added", {"増える", "added"}},
    {"gone", {"消える", "gone"}},
    {"changed", {"変わる", "changed"}},
    {"same", {"同じ", "same"}},
    {"rejectsNow", {"不可(いま)", "rejects now"}},
    {"rejectsThen", {"不可(新)", "rejects then"}},
    {"warningsNow", {"注意(いま)", "warnings now"}},
    {"warningsThen", {"注意(新)", "warnings then"}},
    {"refusedNow", {"全体不可(いま)", "refused now"}, Cell::word},
    {"refusedThen", {"全体不可(新)", "refused then"}, Cell::word},
};
constexpr Column fields[] = {
    {"arrival", {"届いたもの", "delivery"}},
    {"recordKind", {"記録", "record"}},
    {"field", {"項目", "field"}},
    {"records", {"変わる件数", "records"}},
};
constexpr Column differences[] = {
    {"arrival", {"届いたもの", "delivery"}}, {"line", {"行", "line"}},
    {"recordKind", {"記録", "record"}},      {"difference", {"違い", "difference"}, Cell::word},
    {"fields", {"項目", "fields"}},
};
constexpr Column remarks[] = {
    {"arrival", {"届いたもの", "delivery"}},
    {"line", {"行", "line"}},
    {"remark", {"種別", "remark"}, Cell::word},
    {"difference", {"違い", "difference"}, Cell::word},
    {"column", {"列", "column"}},
    {"code", {"理由", "code"}},
};
constexpr Section sections[] = {
    {"versions", {"アダプターの版", "Versions"}, versions},
    {"compared", {"届いたものごとの違い", "Deliveries"}, compared},
    {"field", {"変わる項目", "Fields that change"}, fields, true},
    {"difference", {"記録ごとの違い", "Records"}, differences, true},
    {"remark", {"読めない行・注意の違い", "Rejects and warnings"}, remarks, true},
};

constexpr Column switched[] = {
    {"source", {"記録の元", "source"}},
    {"former", {"前の版", "former"}},
    {"version", {"いまの版", "version"}},
};
constexpr Section switches[] = {{"switched", {"切り替えました", "Switched"}, switched}};

struct Typed {
  std::string source;
  std::string module;
  std::string mapping;
  std::int64_t last = 5;
  std::int64_t limit = 200;
};

/// The daemon stands elsewhere: it gets the whole path.
std::string absolute(const std::string& file) {
  std::error_code failed;
  return std::filesystem::absolute(file, failed).lexically_normal().string();
}

void name_version(Request& request, const Typed& typed) {
  request.text("source", typed.source);
  if (!typed.module.empty()) request.text("module", absolute(typed.module));
  if (!typed.mapping.empty()) request.text("mapping", absolute(typed.mapping));
}

bool names_one(Console& console, const Typed& typed) {
  if (typed.module.empty() != typed.mapping.empty()) return true;
  console.fail(Exit::usage, {"--module か --mapping を指定してください",
                             "name the new version by --module or by --mapping"});
  return false;
}

bool is_progress(const Answer& line) {
  return !line.of("progress").empty();
}

/// Prints what is asked for; false: it failed.
bool ask(Console& console, const DaemonAddress& address, Request& request,
         std::span<const Section> shown) {
  Answer answer;
  const bool answered = ask_daemon(console, address, request, [&](std::string_view line) {
    Answer one;
    one.add(line);
    if (is_progress(one)) return;
    answer.add(line);
    if (console.json) console.out << line << '\n';
  });
  if (answered && !console.json) print_answer(console, answer, shown);
  return answered;
}

void diff(Console& console, const DaemonAddress& address, const Typed& typed) {
  if (!names_one(console, typed)) return;
  Request request("adapter.diff");
  name_version(request, typed);
  request.text("last", std::to_string(typed.last)).count("limit", typed.limit);
  if (!ask(console, address, request, sections) || console.json) return;
  console.err << console.in_words({"何も書き込んでいません。", "nothing was written"}) << '\n';
}

void switch_over(Console& console, const DaemonAddress& address, const Typed& typed) {
  if (!names_one(console, typed)) return;
  Request request("adapter.switch");
  name_version(request, typed);
  if (!ask(console, address, request, switches) || console.json) return;
  console.err
      << console.in_words(
             {"戻すには adapter rollback、前に届いたものも読み直すには source replay です。",
              "adapter rollback goes back; source replay reads what came before again"})
      << '\n';
}

void roll_back(Console& console, const DaemonAddress& address, const Typed& typed) {
  Request request("adapter.rollback");
  request.text("source", typed.source);
  ask(console, address, request, switches);
}

void name_source(Sub& sub, Typed& typed) {
  sub.word("source", typed.source,
           {"記録の元のコード(source list で分かる)", "code of the source (see source list)"})
      ->required();
}

void add_version(Sub& sub, Typed& typed) {
  name_source(sub, typed);
  auto* module =
      sub.word("--module", typed.module, {"新しいアダプター(.so)", "the new adapter (.so)"});
  sub.word("--mapping", typed.mapping, {"直した対応表(mapping.yaml)", "the corrected mapping"})
      ->excludes(module);
}

void add_diff(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto typed = std::make_shared<Typed>();
  Sub sub(group, console, "diff",
          {"新しい版で読むと何が変わるかを、届いたもので示す(何も書き込まない)",
           "tells what another version would change in what was delivered (writes nothing)"});
  add_version(sub, *typed);
  sub.command()
      .add_option("--last", typed->last,
                  std::string(console.in_words(
                      {"最近届いたものの数(既定 5)", "so many of the last deliveries (5)"})))
      ->check(CLI::Range(1, 100));
  sub.command()
      .add_option("--limit", typed->limit,
                  std::string(console.in_words(
                      {"届いたもの1つごとに示す行数(既定 200)", "lines of each delivery (200)"})))
      ->check(CLI::Range(1, 10'000));
  sub.command().callback([&console, address, typed] { diff(console, *address, *typed); });
}

void add_switches(CLI::App& group, Console& console,
                  const std::shared_ptr<DaemonAddress>& address) {
  const auto typed = std::make_shared<Typed>();
  Sub sub(group, console, "switch",
          {"読取り中のファイルが終わったところで、新しい版に切り替える",
           "switches to another version as soon as the file in flight has ended"});
  add_version(sub, *typed);
  sub.command().callback([&console, address, typed] { switch_over(console, *address, *typed); });
  Sub back(group, console, "rollback",
           {"切り替える前の版に戻す", "goes back to the version before the last switch"});
  name_source(back, *typed);
  back.command().callback([&console, address, typed] { roll_back(console, *address, *typed); });
}

}  // namespace

void add_adapter_upgrades(CLI::App& group, Console& console) {
  const auto address = add_address(group, console);
  add_diff(group, console, address);
  add_switches(group, console, address);
}

}  // namespace hub::cli
