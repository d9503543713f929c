// `tsunagu plan …`: a plan from its draft to its end, who does what, and how it goes.
#include <CLI/CLI.hpp>

#include "hub/cli/support_commands.hpp"
#include "hub/cli/worded.hpp"

namespace hub::cli {
namespace {

constexpr auto needed = WordOption::needed;

constexpr Column counts[] = {
    {"unratified", {"追認待ち", "to ratify"}},
    {"overdue", {"モニタリングの遅れ", "overdue"}},
};
constexpr Column plans[] = {
    {"plan", {"プラン", "plan"}},
    {"type", {"種類", "kind"}, Cell::word},
    {"state", {"状態", "state"}, Cell::word},
    {"revision", {"版", "revision"}},
    {"case", {"ケース", "case"}},
    {"due", {"モニタリング期限", "due"}},
    {"overdue", {"遅れ", "overdue"}},
    {"unratified", {"追認待ち", "to ratify"}},
    {"grantedOn", {"支援決定", "granted"}},
};
constexpr Column roles[] = {
    {"role", {"役割", "role"}},   {"agencyName", {"機関", "agency"}},
    {"lead", {"主担当", "lead"}}, {"back", {"元の機関が継続", "handed back"}},
    {"task", {"内容", "task"}},   {"until", {"終わり", "until"}, Cell::time},
};
constexpr Column events[] = {
    {"revision", {"版", "revision"}},
    {"event", {"手続き", "event"}, Cell::word},
    {"at", {"日時", "at"}, Cell::time},
    {"by", {"職員", "by"}},
    {"goals", {"目標", "goals"}},
    {"policy", {"方針", "policy"}},
    {"reason", {"理由", "reason"}},
    {"evaluation", {"経過と成果", "evaluation"}},
    {"followUp", {"フォローアップ", "follow-up"}},
};
constexpr Column looks[] = {
    {"heldOn", {"日", "day"}},
    {"proposal", {"提案", "proposal"}, Cell::word},
    {"nextDue", {"次の期限", "next"}},
    {"note", {"記録", "note"}},
};
constexpr Column made_plan[] = {{"plan", {"プラン", "plan"}}, {"revision", {"版", "revision"}}};
constexpr Column made_role[] = {{"role", {"役割", "role"}}};
constexpr Column made_grant[] = {{"grant", {"支援決定", "support decision"}}};
constexpr Column made_look[] = {{"monitoring", {"モニタリング", "monitoring"}}};

constexpr Section listed[] = {{"counts", {"", ""}, counts},
                              {"plan", {"プラン", "Plans"}, plans, true}};
constexpr Section late[] = {{"plan", {"モニタリングが遅れているプラン", "Overdue"}, plans}};
constexpr Section shown[] = {{"plan", {"プラン", "Plan"}, plans},
                             {"role", {"役割分担", "Roles"}, roles, true},
                             {"event", {"経過", "Course"}, events},
                             {"monitoring", {"モニタリング", "Monitoring"}, looks, true}};
constexpr Section drafted[] = {{"plan", {"", ""}, made_plan}};
constexpr Section given[] = {{"role", {"", ""}, made_role}};
constexpr Section granted[] = {{"grant", {"", ""}, made_grant}};
constexpr Section looked[] = {{"monitoring", {"", ""}, made_look}};

constexpr WordOption plan{"plan", "plan", {"プランのID", "id of the plan"}, needed};
constexpr WordOption seen{
    "--seen", "seen", {"plan show で見た版", "the revision that plan show told"}, needed};
constexpr WordOption reason{"--reason", "reason", {"理由", "why"}};
constexpr WordOption agency{"agency", "agency", {"機関のコード", "code of the agency"}, needed};
constexpr WordOption task{"--task", "task", {"受け持つこと", "what it does"}};
constexpr WordOption wish{"--wish", "wish", {"本人の希望", "what the person wishes"}};
constexpr WordOption goals{"--goals", "goals", {"本人の目標", "goals of the person"}};
constexpr WordOption policy{"--policy", "policy", {"支援の方針", "line of support"}};
constexpr WordOption support{"--support", "support", {"支援の内容", "what is done"}};
constexpr WordOption cycle{"--cycle", "cycle", {"モニタリングの周期(P3M)", "how often (P3M)"}};
constexpr WordOption due{"--due", "due", {"モニタリングの日", "the day (2026-07-10)"}};

constexpr WordOption draft[] = {
    {"case", "case", {"ケースのID", "id of the case"}, needed},
    {"--kind",
     "planKind",
     {"takikan(多機関協働) outreach(アウトリーチ等) sanka(参加支援)", "takikan, outreach or sanka"},
     needed},
    wish,
    goals,
    policy,
    support,
    cycle,
    due};
constexpr WordOption rewrite[] = {plan, seen, wish, goals, policy, support, cycle, due};
constexpr WordOption change[] = {plan, seen, reason, wish, goals, policy, support, cycle, due};
constexpr WordOption bare[] = {plan, seen};
constexpr WordOption because[] = {plan, seen, reason};
constexpr WordOption end[] = {
    plan,
    seen,
    {"--evaluation", "evaluation", {"経過と成果", "course and result"}},
    {"--follow-up", "followUp", {"フォローアップの要否と方法", "whether and how"}}};
constexpr WordOption supersede[] = {
    plan, seen, {"--by", "successor", {"代わりのプランのID", "id of the other plan"}, needed}};
constexpr WordOption role[] = {plan, agency, seen, task};
constexpr WordOption back[] = {plan, seen, task};
constexpr WordOption grant[] = {
    plan,
    seen,
    {"--document", "document", {"支援決定の文書番号", "its number"}, needed},
    {"--on", "on", {"決定の日(なければ今日)", "the day; else today"}}};
constexpr WordOption monitor[] = {
    plan,
    seen,
    {"--proposal",
     "proposal",
     {"continue(継続) change(変更) suspend(中断) close(終結)",
      "continue, change, suspend or close"},
     needed},
    {"--note", "note", {"記録", "note"}},
    {"--on", "on", {"行った日(なければ今日)", "the day; else today"}},
    {"--next", "next", {"次の日(なければ周期による)", "the next day; else by the cycle"}}};
constexpr WordOption reopen[] = {
    {"case", "case", {"ケースのID", "id of the case"}, needed},
    {"--reason",
     "reason",
     {"state_changed(状態の変化) roles(役割の整理し直し) contact_again(連絡の回復) other(その他)",
      "state_changed, roles, contact_again or other"},
     needed}};

constexpr Worded all[] = {
    {"draft", "plan.draft", {"プランの案を作る", "drafts a plan"}, draft, drafted},
    {"rewrite", "plan.rewrite", {"案を書き直す", "writes the draft anew"}, rewrite, drafted},
    {"decide",
     "plan.decide",
     {"会議の合議により策定する", "a meeting agreed to it"},
     bare,
     drafted},
    {"grant", "plan.grant", {"支援決定を記録する", "the city decides on support"}, grant, granted},
    {"start", "plan.start", {"支援を始める", "support begins"}, bare, drafted},
    {"start-urgent",
     "plan.start-urgent",
     {"会議の前に始める(後で追認が要る)", "begins before the meeting, which must ratify it"},
     because,
     drafted},
    {"ratify",
     "plan.ratify",
     {"先に始めた支援を追認する", "the meeting ratified it"},
     bare,
     drafted},
    {"reject", "plan.reject", {"追認されなかった", "the meeting did not ratify it"}, bare, drafted},
    {"change",
     "plan.change",
     {"会議の合議により変更する", "a meeting agreed to it"},
     change,
     drafted},
    {"interrupt", "plan.interrupt", {"支援を中断する", "interrupts it"}, because, drafted},
    {"resume", "plan.resume", {"中断した支援を再開する", "resumes it"}, because, drafted},
    {"end",
     "plan.end",
     {"終結する(評価と主担当が要る)", "ends it, with an evaluation"},
     end,
     drafted},
    {"supersede", "plan.supersede", {"別のプランに置き換える", "gives way"}, supersede, drafted},
    {"role", "plan.role", {"機関に役割を割り当てる", "gives an agency a role"}, role, given},
    {"lead", "plan.lead", {"主担当を決める", "names the lead agency"}, role, given},
    {"hand-back",
     "plan.hand-back",
     {"つないだ機関が主担当を続ける", "the referrer leads"},
     back,
     given},
    {"monitor", "monitor.add", {"モニタリングを記録する", "notes how it goes"}, monitor, looked},
    {"reopen-case",
     "case.reopen",
     {"終結したケースを再開する", "takes a closed case up anew"},
     reopen,
     {},
     {"再開しました。", "the case is open again"}},
};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"プランを新しい順に示す", "plans, the newest first"},
     .verb = "plan.list",
     .sections = listed,
     .is_list = true},
    {.name = "overdue",
     .help = {"モニタリングが遅れているプラン", "plans that were not looked at by their day"},
     .verb = "monitor.overdue",
     .sections = late},
    {.name = "show",
     .help = {"一つのプランの内容と経過", "one plan: roles, course, monitoring"},
     .verb = "plan.show",
     .argument = "plan",
     .argument_help = {"プランのID", "id of the plan"},
     .sections = shown},
};

}  // namespace

void add_plan_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "plan",
                           {"プランの策定・開始・変更・終結とモニタリング",
                            "plans: drafting, steps, roles and monitoring"},
                           leaves, address);
  add_worded(group, console, address, all);
}

}  // namespace hub::cli
