// `tsunagu signal list|show|take-up|decline|decide|confirm|reject|done`
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/referral_columns.hpp"
#include "hub/cli/subcommand.hpp"

namespace hub::cli {
namespace {

constexpr Column candidate_columns[] = {
    {"person", {"人", "person"}},
    {"other", {"同じかもしれない人", "may be the same as"}},
    {"rule", {"根拠", "rule"}, Cell::word},
};
constexpr Column listed_patterns[] = {
    {"signal", {"ID", "id"}},
    {"code", {"内容", "signal"}, Cell::word},
    {"confidence", {"確かさ", "confidence"}, Cell::word},
    {"raisedAt", {"時", "raised"}, Cell::time},
    {"title", {"世帯の型", "pattern"}},
};
constexpr Column shown_patterns[] = {
    {"signal", {"ID", "id"}},
    {"code", {"内容", "signal"}, Cell::word},
    {"title", {"世帯の型", "pattern"}},
    {"fieldNames", {"知っている分野", "known to"}},
    {"evidence", {"根拠の種類", "kinds of evidence"}, Cell::word},
    {"confidence", {"確かさ", "confidence"}, Cell::word},
    {"raisedAt", {"時", "raised"}, Cell::time},
    {"decision", {"対応", "decision"}, Cell::word},
    {"reason", {"理由", "reason"}, Cell::word},
};
constexpr Column member_columns[] = {{"person", {"人", "person"}}};
constexpr Column unnamed_columns[] = {{"members", {"人数", "members"}}};
constexpr Column proposal_columns[] = {{"signal", {"提案", "proposal"}}};

constexpr Section listed[] = {
    {"signal", {"職員への提案", "Signals"}, signal_columns},
    {"pattern", {"世帯についての気づき", "Patterns of households"}, listed_patterns, true},
};
constexpr Section shown[] = {
    {"signal", {"職員への提案", "Signal"}, signal_columns, true},
    {"pattern", {"世帯についての気づき", "Pattern of a household"}, shown_patterns, true},
    {"member", {"世帯員", "Members"}, member_columns, true},
    {"unnamed",
     {"要対協が知る、名を示さない世帯員", "Known to the child council, not named"},
     unnamed_columns,
     true},
    {"candidate", {"同じ人かもしれない二人", "Who may be one person"}, candidate_columns, true},
};
constexpr Section proposed[] = {{"proposal", {"提案を開きました", "Opened"}, proposal_columns}};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"まだ対応していない提案", "what nobody has decided yet"},
     .verb = "signal.list",
     .sections = listed,
     .is_list = true},
    {.name = "done",
     .help = {"つなぎ先に人が伝えたことを記録する",
              "notes that the recipient was told of it in person"},
     .verb = "signal.done",
     .argument = "signal",
     .argument_help = {"提案のID", "id of the signal"},
     .done = {"記録しました。", "noted"}},
};

struct Typed {
  std::string signal;
  std::string decision;
  std::string person;
  std::string other;
  std::string purpose;
  std::string choice;
  std::string reason;
};

void ask(Console& console, const DaemonAddress& address, std::string_view verb,
         const Typed& typed) {
  Request request(verb);
  request.text("signal", typed.signal).text("decision", typed.decision);
  request.text("person", typed.person).text("other", typed.other);
  request.text("reason", typed.reason);
  Answer answer;
  if (!show_answer(console, address, request, {}, answer)) return;
  say_done(console, {"記録しました。", "noted"});
}

/// A subcommand about one signal, and what is typed with it.
std::pair<CLI::App*, std::shared_ptr<Typed>> add_about(
    CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address,
    const char* name, const Text& help) {
  auto* command = group.add_subcommand(name, std::string(console.in_words(help)));
  auto typed = std::make_shared<Typed>();
  command
      ->add_option("signal", typed->signal,
                   std::string(console.in_words({"提案のID", "id of the signal"})))
      ->required();
  command->callback([&console, address, typed, verb = "signal." + std::string(name)] {
    ask(console, *address, verb, *typed);
  });
  return {command, std::move(typed)};
}

/// About two persons whom `show` names.
void add_pair(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address,
              const char* name, const Text& help) {
  const auto [command, typed] = add_about(group, console, address, name, help);
  command
      ->add_option("person", typed->person,
                   std::string(console.in_words({"人のID", "id of a person"})))
      ->required();
  command
      ->add_option("other", typed->other,
                   std::string(console.in_words({"もう一人のID", "id of the other"})))
      ->required();
}

constexpr Text signal_help = {"提案のID", "id of the signal"};

void add_show(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto typed = std::make_shared<Typed>();
  Sub sub(group, console, "show",
          {"提案と、世帯の型の根拠の種類(中身は示さない)",
           "one: by what kinds of evidence, no contents; who may be one person"});
  sub.word("signal", typed->signal, signal_help)->required();
  sub.word("--purpose", typed->purpose,
           {"何のために見るか(purposes.yaml のコード)。世帯の型は、見た記録が残る",
            "what for (code of purposes.yaml); a pattern wants it, and each look is logged"});
  sub.command().callback([&console, address, typed] {
    Request request("signal.show");
    request.text("signal", typed->signal).text("purpose", typed->purpose);
    Answer answer;
    show_answer(console, *address, request, shown, answer);
  });
}

void add_take_up(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto typed = std::make_shared<Typed>();
  Sub sub(group, console, "take-up",
          {"世帯の型の気づきを取り上げる(市の職員)",
           "takes a pattern up by a proposal (municipal officers)"});
  sub.word("signal", typed->signal, signal_help)->required();
  sub.word("--choice", typed->choice,
           {"ask_consent(同意を求める)か convene_shien_kaigi(支援会議を招集する)",
            "ask_consent or convene_shien_kaigi"})
      ->required()
      ->check(CLI::IsMember({"ask_consent", "convene_shien_kaigi"}));
  sub.command().callback([&console, address, typed] {
    Request request("signal.take-up");
    request.text("signal", typed->signal).text("choice", typed->choice);
    Answer answer;
    show_answer(console, *address, request, proposed, answer);
  });
}

}  // namespace

void add_signal_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "signal", {"職員への提案", "signals and proposals"},
                           leaves, address);
  add_show(group, console, address);
  add_take_up(group, console, address);
  const auto [decline, declined] =
      add_about(group, console, address, "decline",
                {"世帯の型の気づきを、理由を記して見送る(市の職員)",
                 "declines a pattern, with a reason (municipal officers)"});
  decline
      ->add_option("--reason", declined->reason,
                   std::string(console.in_words(
                       {"supported_already(既に支援)、not_true(当たらない)、not_now(今は見送る)、"
                        "other(その他)",
                        "supported_already, not_true, not_now or other"})))
      ->required()
      ->check(CLI::IsMember({"supported_already", "not_true", "not_now", "other"}));
  const auto [decide, typed] = add_about(group, console, address, "decide",
                                         {"対応したかどうかを記録する", "notes what was decided"});
  decide
      ->add_option("decision", typed->decision,
                   std::string(console.in_words(
                       {"taken_up(対応した)か declined(見送った)", "taken_up or declined"})))
      ->required()
      ->check(CLI::IsMember({"taken_up", "declined"}));
  add_pair(group, console, address, "confirm",
           {"二人が同じ人だと確かめて、つなぐ(市の担当者)",
            "joins two persons who are one (an officer)"});
  add_pair(group, console, address, "reject",
           {"二人は別の人だと記録する。以後、規則ではつながない(市の担当者)",
            "keeps two persons apart for good (an officer)"});
}

}  // namespace hub::cli
