// `tsunagu decision take|list|show|review|harm|harms|unharm`: what a named officer decides without
// the person's consent, and the queue that a second officer empties.
#include <CLI/CLI.hpp>
#include <vector>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/subcommand.hpp"

namespace hub::cli {
namespace {

constexpr Column decisions[] = {
    {"decision", {"判断", "decision"}},
    {"state", {"状態", "state"}, Cell::word},
    {"awaitsReview", {"確認待ち", "awaits review"}},
    {"person", {"人", "person"}},
    {"recipient", {"受け手", "recipient"}},
    {"ground", {"根拠", "ground"}},
    {"officer", {"判断した職員", "officer"}},
    {"takenAt", {"時", "at"}, Cell::time},
    {"until", {"期限", "until"}, Cell::time},
    {"reviewer", {"確認した職員", "reviewer"}},
    {"reason", {"理由", "reason"}},
};
constexpr Column harms[] = {
    {"harm", {"おそれ", "finding"}},        {"person", {"人", "person"}},
    {"recipient", {"受け手", "recipient"}}, {"officer", {"職員", "officer"}},
    {"at", {"時", "at"}, Cell::time},
};
constexpr Column made[] = {{"decision", {"判断", "decision"}}};
constexpr Column found[] = {{"harm", {"おそれ", "finding"}}};
constexpr Section shown[] = {{"decision", {"職員の判断", "Decisions"}, decisions}};
constexpr Section harms_shown[] = {{"harm", {"害するおそれ", "Findings of harm"}, harms}};
constexpr Section taken[] = {{"decision", {"", ""}, made}};
constexpr Section stated[] = {{"harm", {"", ""}, found}};

constexpr Leaf leaves[] = {
    {.name = "show",
     .help = {"理由も含めて示す(判断できる職員だけ)",
              "with its reason, to officers who may decide"},
     .verb = "decision.show",
     .argument = "decision",
     .argument_help = {"判断のID", "id of the decision"},
     .sections = shown},
    {.name = "harms",
     .help = {"いま認められている「害するおそれ」", "findings of harm that stand"},
     .verb = "harm.list",
     .sections = harms_shown},
};

struct Typed {
  std::string id;
  std::string person;
  std::string ground;
  std::vector<std::string> items;
  std::string until;
  std::string reason;
  std::string outcome;
  bool flag = false;
};
using TypedIn = std::shared_ptr<Typed>;

constexpr Text referral_help{"つなぎのID", "id of the referral"};
constexpr Text person_help{"世帯のほかの人のID(なければ本人)",
                           "id of another member of the household (else the case's person)"};
constexpr Text reason_help{"理由(文で書く)", "the reason, in writing"};

void add_take(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "take",
          {"同意によらない提供を判断する(判断できる職員が、根拠・理由・期限を示す)",
           "decides on sharing without consent, with ground, reason and end"});
  sub.word("referral", typed->id, referral_help)->required();
  sub.word("--ground", typed->ground,
           {"根拠のコード(EMERGENCY, AGENCY など)", "code of the ground (EMERGENCY, AGENCY …)"})
      ->required();
  sub.words("--items", typed->items,
            {"出す項目(identity,contact …)。税・個人番号・通報者は出せない",
             "the items (identity,contact …); tax, my number and informant can't be opened"})
      ->required();
  sub.word("--until", typed->until, {"最後の日(2026-04-11)", "its last day (2026-04-11)"})
      ->required();
  sub.word("--reason", typed->reason, reason_help)->required();
  sub.word("--person", typed->person, person_help);
  sub.command().callback([&console, address, typed] {
    Request request("decision.take");
    request.text("referral", typed->id).text("person", typed->person);
    request.text("ground", typed->ground).list("items", typed->items);
    request.text("until", typed->until).text("reason", typed->reason);
    Answer answer;
    if (!show_answer(console, *address, request, taken, answer) || console.json) return;
    say_done(console,
             {"判断を記録しました。送るには referral send、別の職員の確認は decision review です。",
              "written down; `referral send` sends it, another officer reviews it with "
              "`decision review`"});
  });
}

void add_list(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "list",
          {"別の職員の確認を待つ判断を示す", "decisions that wait for a second officer"});
  sub.command().add_flag("--all", typed->flag,
                         std::string(console.in_words({"すべて", "all of them"})));
  sub.command().callback([&console, address, typed] {
    Request request("decision.list");
    request.flag("all", typed->flag);
    Answer answer;
    show_answer(console, *address, request, shown, answer);
  });
}

void add_review(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "review",
          {"ほかの職員の判断を確認する(認めないと、そこで止まる)",
           "looks at another officer's decision; ending it stops what goes under it"});
  sub.word("decision", typed->id, {"判断のID", "id of the decision"})->required();
  sub.word("outcome", typed->outcome, {"upheld(認める) か ended(認めない)", "upheld or ended"})
      ->required()
      ->check(CLI::IsMember({"upheld", "ended"}));
  sub.command().callback([&console, address, typed] {
    Request request("decision.review");
    request.text("decision", typed->id).text("outcome", typed->outcome);
    Answer answer;
    if (show_answer(console, *address, request, {}, answer))
      say_done(console, {"確認を記録しました。", "the review is written down"});
  });
}

void add_harm(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "harm",
          {"提供が本人や第三者を不当に害するおそれがあると認める(以後は出ない)",
           "finds that sharing would unduly harm; nothing goes from then on"});
  sub.word("referral", typed->id, referral_help)->required();
  sub.word("--reason", typed->reason, reason_help)->required();
  sub.word("--person", typed->person, person_help);
  sub.command().add_flag(
      "--everybody", typed->flag,
      std::string(console.in_words({"どの受け手にも", "whoever receives, not this one only"})));
  sub.command().callback([&console, address, typed] {
    Request request("harm.find");
    request.text("referral", typed->id).text("person", typed->person);
    request.text("reason", typed->reason).flag("everybody", typed->flag);
    Answer answer;
    show_answer(console, *address, request, stated, answer);
  });
}

void add_unharm(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "unharm", {"害するおそれがなくなったと認める", "the danger is over"});
  sub.word("harm", typed->id, {"おそれのID", "id of the finding"})->required();
  sub.word("--reason", typed->reason, reason_help)->required();
  sub.command().callback([&console, address, typed] {
    Request request("harm.end");
    request.text("harm", typed->id).text("reason", typed->reason);
    Answer answer;
    if (show_answer(console, *address, request, {}, answer))
      say_done(console, {"記録しました。", "written down"});
  });
}

}  // namespace

void add_decision_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group =
      add_leaves(app, console, "decision",
                 {"職員の判断(同意によらない提供)", "officers' decisions"}, leaves, address);
  for (const auto add : {add_take, add_list, add_review, add_harm, add_unharm})
    add(group, console, address);
}

}  // namespace hub::cli
