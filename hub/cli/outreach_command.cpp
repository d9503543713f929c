// `tsunagu outreach …`: whom the municipality knows and has not reached, each try, and its end.
#include <CLI/CLI.hpp>

#include "hub/cli/support_commands.hpp"
#include "hub/cli/worded.hpp"

namespace hub::cli {
namespace {

constexpr auto needed = WordOption::needed;
constexpr auto flag = WordOption::flag;

constexpr Column entries[] = {
    {"outreach", {"アウトリーチ", "outreach"}},
    {"why", {"届いていない理由", "why"}, Cell::word},
    {"basis", {"根拠", "basis"}},
    {"tries", {"働きかけ", "tries"}},
    {"reached", {"会えた", "reached"}},
    {"minutes", {"分", "minutes"}},
    {"next", {"次の日", "next"}},
    {"outcome", {"結果", "outcome"}, Cell::word},
    {"case", {"ケース", "case"}},
};
constexpr Column tries[] = {
    {"day", {"日", "day"}},
    {"step", {"段階", "step"}, Cell::word},
    {"reached", {"会えた", "reached"}},
    {"minutes", {"分", "minutes"}},
    {"basis", {"根拠", "basis"}},
    {"next", {"次の日", "next"}},
    {"note", {"記録", "note"}},
};
constexpr Column made_entry[] = {{"outreach", {"アウトリーチ", "outreach"}}};
constexpr Column made_try[] = {{"contact", {"働きかけ", "contact"}}};

constexpr Section listed[] = {{"outreach", {"アウトリーチの名簿", "Register"}, entries}};
constexpr Section shown[] = {{"outreach", {"アウトリーチ", "Outreach"}, entries},
                             {"contact", {"働きかけ", "Tries"}, tries, true}};
constexpr Section entered[] = {{"outreach", {"", ""}, made_entry}};
constexpr Section noted[] = {{"contact", {"", ""}, made_try}};

constexpr WordOption outreach{
    "outreach", "outreach", {"アウトリーチのID", "id of the outreach"}, needed};
constexpr WordOption basis{
    "--basis", "basis", {"根拠(legal_bases.yamlのコード)", "ground (code of legal_bases.yaml)"}};

constexpr WordOption enter[] = {
    {"case", "case", {"ケースのID", "id of the case"}, needed},
    {"--why",
     "why",
     {"cannot_ask(求められない) refuses(拒む) unaware(自覚がない) hidden(見えにくい)",
      "cannot_ask, refuses, unaware or hidden"},
     needed},
    {basis.name, basis.key, basis.help, needed}};
constexpr WordOption contact[] = {
    outreach,
    {"--step",
     "step",
     {"gather(情報収集) arrange(事前調整) relate(関係づくり) visit(訪問) accompany(同行)",
      "gather, arrange, relate, visit or accompany"},
     needed},
    {"--reached", "reached", {"本人に会えた、話せた", "the person was reached"}, flag},
    {"--minutes", "minutes", {"かかった分数", "how many minutes it took"}},
    {"--on", "on", {"行った日(なければ今日)", "the day; else today"}},
    {"--next", "next", {"次の日", "the next day"}},
    {"--basis", "basis", {"名簿と違う根拠", "another ground than the register's"}},
    {"--note", "note", {"記録", "note"}}};
constexpr WordOption end[] = {
    outreach,
    {"outcome",
     "outcome",
     {"consented(同意) referred(つないだ) plan(プランへ) moved(転出) died(死亡) other(その他)",
      "consented, referred, plan, moved, died or other"},
     needed}};

constexpr Worded all[] = {
    {"register",
     "outreach.register",
     {"ケースを根拠とともに名簿に載せる", "enters a case in the register, with its ground"},
     enter,
     entered},
    {"contact",
     "outreach.contact",
     {"働きかけを記録する(プランの前でもよい)", "notes a try, also before any plan"},
     contact,
     noted},
    {"end",
     "outreach.end",
     {"結果とともに終える", "ends it with its outcome"},
     end,
     {},
     {"アウトリーチを終えました。", "the outreach has ended"}},
};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"名簿を、続いているものから示す", "the register, those that go on first"},
     .verb = "outreach.list",
     .sections = listed,
     .is_list = true},
    {.name = "due",
     .help = {"次の日が来たもの", "those whose next day has come"},
     .verb = "outreach.due",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"一つのアウトリーチと働きかけの記録", "one outreach and every try"},
     .verb = "outreach.show",
     .argument = "outreach",
     .argument_help = {"アウトリーチのID", "id of the outreach"},
     .sections = shown},
};

}  // namespace

void add_outreach_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(
      app, console, "outreach",
      {"まだ届いていない人への働きかけ", "whom the municipality knows and has not reached"}, leaves,
      address);
  add_worded(group, console, address, all);
}

}  // namespace hub::cli
