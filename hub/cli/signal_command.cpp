// `tsunagu signal list|decide`
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/referral_columns.hpp"

namespace hub::cli {
namespace {

constexpr Section listed[] = {{"signal", {"職員への提案", "Signals"}, signal_columns}};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"まだ対応していない提案", "what nobody has decided yet"},
     .verb = "signal.list",
     .sections = listed,
     .is_list = true},
};

struct Typed {
  std::string signal;
  std::string decision;
};

void decide(Console& console, const DaemonAddress& address, const Typed& typed) {
  Request request("signal.decide");
  request.text("signal", typed.signal).text("decision", typed.decision);
  Answer answer;
  if (!show_answer(console, address, request, {}, answer)) return;
  say_done(console, {"記録しました。", "noted"});
}

}  // namespace

void add_signal_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "signal", {"職員への提案", "signals and proposals"},
                           leaves, address);
  auto* command = group.add_subcommand(
      "decide",
      std::string(console.in_words({"対応したかどうかを記録する", "notes what was decided"})));
  const auto typed = std::make_shared<Typed>();
  command
      ->add_option("signal", typed->signal,
                   std::string(console.in_words({"提案のID", "id of the signal"})))
      ->required();
  command
      ->add_option("decision", typed->decision,
                   std::string(console.in_words(
                       {"taken_up(対応した)か declined(見送った)", "taken_up or declined"})))
      ->required()
      ->check(CLI::IsMember({"taken_up", "declined"}));
  command->callback([&console, address, typed] { decide(console, *address, *typed); });
}

}  // namespace hub::cli
