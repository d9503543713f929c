// `tsunagu referral list|show|send|retry`
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/referral_columns.hpp"

namespace hub::cli {
namespace {

constexpr Column events[] = {
    {"at", {"時", "at"}, Cell::time},           {"from", {"前", "from"}, Cell::word},
    {"to", {"後", "to"}, Cell::word},           {"actor", {"誰が", "by"}},
    {"reason", {"理由", "reason"}, Cell::word},
};
constexpr Column orders[] = {
    {"order", {"送付", "order"}},
    {"partner", {"相手", "partner"}},
    {"state", {"状態", "state"}, Cell::word},
    {"reason", {"理由", "reason"}, Cell::word},
    {"attempts", {"試行", "tries"}},
    {"dueAt", {"次", "due"}, Cell::time},
    {"closedAt", {"終了", "closed"}, Cell::time},
};
constexpr Column attempts[] = {
    {"order", {"送付", "order"}},     {"attempt", {"回", "try"}},
    {"at", {"時", "at"}, Cell::time}, {"status", {"応答", "status"}},
    {"reason", {"理由", "reason"}},
};
constexpr Column results[] = {
    {"referral", {"つなぎ", "referral"}},
    {"state", {"状態", "state"}, Cell::word},
    {"orders", {"送付", "orders"}},
};
constexpr Section listed[] = {{"referral", {"つなぎ", "Referrals"}, referral_columns}};
constexpr Section shown[] = {
    {"referral", {"つなぎ", "Referral"}, referral_columns},
    {"event", {"経過", "History"}, events, true},
    {"order", {"送付", "Orders"}, orders, true},
    {"attempt", {"送付の試行", "Tries"}, attempts, true},
    {"signal", {"職員への提案", "Proposals"}, signal_columns, true},
};
constexpr Section done[] = {{"result", {"", ""}, results}};
constexpr Text id_help{"つなぎのID", "id of the referral"};

constexpr Leaf leaves[] = {
    {.name = "show",
     .help = {"経過と、送付とその試行", "its history, orders and every try"},
     .verb = "referral.show",
     .argument = "referral",
     .argument_help = id_help,
     .sections = shown},
    {.name = "retry",
     .help = {"待っている送付をすぐに、断念した送付を改めて行う",
              "sends what waits now, and what was given up again"},
     .verb = "referral.retry",
     .argument = "referral",
     .argument_help = id_help,
     .sections = done},
};

void add_list(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  struct Typed {
    std::string state;
    std::int64_t limit = 200;
  };
  auto* command = group.add_subcommand(
      "list", std::string(console.in_words({"つなぎを新しい順に示す", "the newest first"})));
  const auto typed = std::make_shared<Typed>();
  command->add_option("--state", typed->state,
                      std::string(console.in_words({"この状態のものだけ(held など)",
                                                    "only those in this state (held, …)"})));
  command->add_option("--limit", typed->limit,
                      std::string(console.in_words({"最大件数", "at most so many"})));
  command->callback([&console, address, typed] {
    Request request("referral.list");
    request.text("state", typed->state).count("limit", typed->limit);
    Answer answer;
    show_answer(console, *address, request, listed, answer);
  });
}

struct Sending {
  std::string referral;
  std::string to;
  bool explained = false;
};

/// Exit status 1 where it stays where it is.
void send(Console& console, const DaemonAddress& address, const Sending& typed) {
  Request request("referral.send");
  request.text("referral", typed.referral).text("to", typed.to);
  if (typed.explained) request.flag("explained", true);
  Answer answer;
  if (!show_answer(console, address, request, done, answer)) return;
  const auto results_of = answer.of("result");
  if (results_of.empty() || results_of.front().find("state").text() == "sent") return;
  console.exit_code = static_cast<int>(Exit::findings);
  console.err << console.in_words({"送られていません。理由は explain で確かめてください。",
                                   "it did not go; `tsunagu explain` says why"})
              << '\n';
}

void add_send(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  auto* command = group.add_subcommand(
      "send",
      std::string(console.in_words({"保留又は返送のつなぎを、もう一度判断して送る",
                                    "asks the gate again about one that is held or returned"})));
  const auto typed = std::make_shared<Sending>();
  command->add_option("referral", typed->referral, std::string(console.in_words(id_help)))
      ->required();
  command->add_option("--to", typed->to,
                      std::string(console.in_words({"つなぎ先の窓口を選ぶ(候補は list に出る)",
                                                    "the desk to send it to (see list)"})));
  command->add_flag("--explained", typed->explained,
                    std::string(console.in_words({"多機関協働の役割を説明し、本人が納得した",
                                                  "the person was told of it and is convinced"})));
  command->callback([&console, address, typed] { send(console, *address, *typed); });
}

}  // namespace

void add_referral_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "referral", {"つなぎ", "referrals"}, leaves, address);
  add_list(group, console, address);
  add_send(group, console, address);
}

}  // namespace hub::cli
