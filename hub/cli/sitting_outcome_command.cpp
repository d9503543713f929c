// `tsunagu sitting attend|decide|copy|return`: who sat, what was decided, numbered copies.
#include "hub/cli/support_commands.hpp"
#include "hub/cli/worded.hpp"

namespace hub::cli {
namespace {

constexpr auto needed = WordOption::needed;
constexpr auto flag = WordOption::flag;

constexpr Column decision[] = {{"decision", {"決定", "decision"}}};
constexpr Column copy[] = {{"number", {"番号", "number"}}};
constexpr Section decided[] = {{"decision", {"", ""}, decision}};
constexpr Section handed[] = {{"copy", {"", ""}, copy}};

constexpr WordOption attend[] = {
    {"seat", "seat", {"席のID", "id of the seat"}, needed},
    {"--absent", "absent", {"欠席した", "was absent"}, flag},
};
constexpr WordOption decide[] = {
    {"item", "agenda", {"議題のID", "id of the agenda item"}, needed},
    {"timing",
     "timing",
     {"create(作成) change(変更) suspend(中断) close(終結)、プランなしで share(支援方針) "
      "field(既存の機関で対応できる)",
      "create, change, suspend, close; without a plan share or field"},
     needed},
    {"--plan", "plan", {"プランのID", "id of the plan"}},
    {"--turned-down", "turnedDown", {"認められなかった", "those attending said no"}, flag},
    {"--policy", "policy", {"支援方針", "line of support"}},
    {"--next", "next", {"次に諮る日(2026-05-20)", "the day on which it is heard again"}},
};
constexpr WordOption hand[] = {
    {"seat", "seat", {"席のID", "id of the seat"}, needed},
    {"--reader", "reader", {"渡す人の名前", "name of who gets it"}, needed},
};
constexpr WordOption give_back[] = {
    {"sitting", "sitting", {"会議のID", "id of the sitting"}, needed},
    {"number", "number", {"資料の番号", "number of the copy"}, needed},
};

constexpr Worded all[] = {
    {.name = "attend",
     .verb = "sitting.attend",
     .help = {"席の出欠を記録する(開催日以後に一度だけ)", "says once who of the seats sat"},
     .options = attend,
     .done = {"記録しました。", "recorded"}},
    {.name = "decide",
     .verb = "sitting.decide",
     .help = {"議題について出席者が決めたことを記録する",
              "what those attending decided on an item"},
     .options = decide,
     .sections = decided},
    {.name = "copy",
     .verb = "sitting.copy",
     .help = {"番号付きの資料を紙で渡す", "hands out a numbered copy on paper"},
     .options = hand,
     .sections = handed},
    {.name = "return",
     .verb = "sitting.return",
     .help = {"紙の資料の返却を記録する", "a copy came back"},
     .options = give_back,
     .done = {"返却を記録しました。", "recorded"}},
};

}  // namespace

void add_sitting_outcome(CLI::App& group, Console& console,
                         const std::shared_ptr<DaemonAddress>& address) {
  add_worded(group, console, address, all);
}

}  // namespace hub::cli
