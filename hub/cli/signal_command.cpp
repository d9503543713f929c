// `tsunagu signal list|show|decide|confirm|reject|done`
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/referral_columns.hpp"

namespace hub::cli {
namespace {

constexpr Column candidate_columns[] = {
    {"person", {"人", "person"}},
    {"other", {"同じかもしれない人", "may be the same as"}},
    {"rule", {"根拠", "rule"}, Cell::word},
};
constexpr Section listed[] = {{"signal", {"職員への提案", "Signals"}, signal_columns}};
constexpr Section shown[] = {
    {"signal", {"職員への提案", "Signal"}, signal_columns},
    {"candidate", {"同じ人かもしれない二人", "Who may be one person"}, candidate_columns, true},
};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"まだ対応していない提案", "what nobody has decided yet"},
     .verb = "signal.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"提案と、同じ人かもしれない二人", "one, and who may be one person"},
     .verb = "signal.show",
     .argument = "signal",
     .argument_help = {"提案のID", "id of the signal"},
     .sections = shown},
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
};

void ask(Console& console, const DaemonAddress& address, std::string_view verb,
         const Typed& typed) {
  Request request(verb);
  request.text("signal", typed.signal).text("decision", typed.decision);
  request.text("person", typed.person).text("other", typed.other);
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

}  // namespace

void add_signal_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "signal", {"職員への提案", "signals and proposals"},
                           leaves, address);
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
