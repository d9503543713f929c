// `tsunagu request open|list|show|prolong|answer|told`
#include <CLI/CLI.hpp>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column requests[] = {
    {"request", {"請求", "request"}},
    {"type", {"種別", "type"}, Cell::word},
    {"state", {"状態", "state"}, Cell::word},
    {"receivedDay", {"受付", "received"}},
    {"dueDay", {"期限", "due"}},
    {"workDay", {"その前の開庁日", "open day before"}},
    {"partDueDay", {"相当の部分の期限", "part due"}},
    {"prolonged", {"延長", "prolonged"}},
    {"answer", {"決定", "answer"}, Cell::word},
    {"grantedItems", {"認めた項目", "granted items"}},
    {"grantedFrom", {"認めた相手", "granted from"}},
    {"answeredAt", {"決定の時", "answered"}, Cell::time},
};
constexpr Column whose[] = {
    {"person", {"人", "person"}},
    {"requester", {"請求者", "by"}, Cell::word},
    {"document", {"文書番号", "document"}},
};
constexpr Column holders[] = {
    {"recipient", {"提供先", "holder"}},          {"name", {"名称", "name"}},
    {"referral", {"つなぎ", "referral"}},         {"agenda", {"会議の議題", "agenda item"}},
    {"way", {"伝え方", "way"}, Cell::word},       {"state", {"送付の状態", "order"}, Cell::word},
    {"toldAt", {"伝えた時", "told"}, Cell::time},
};
constexpr Section listed[] = {{"request", {"請求", "Requests"}, requests}};
constexpr Section shown[] = {
    {"request", {"請求", "Request"}, requests},
    {"request", {"請求した人", "Whose"}, whose},
    {"holder", {"訂正・停止を伝える提供先", "Who is told"}, holders, true},
};
constexpr Text id_help{"請求のID", "id of the request"};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"期限の近い順に示す", "those due soonest first"},
     .verb = "request.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"請求した人と、訂正・停止を伝える提供先", "whose it is, and who is told"},
     .verb = "request.show",
     .argument = "request",
     .argument_help = id_help,
     .sections = shown},
};

struct Typed {
  std::string first;
  std::string second;
};

struct Deciding {
  std::string request;
  std::string answer;
  std::string items;
  std::vector<std::string> recipients;
};

/// Asks, and shows how the request then stands.
void ask(Console& console, const DaemonAddress& address, Request& request) {
  Answer answer;
  show_answer(console, address, request, shown, answer);
}

struct Opening {
  std::string person;
  std::string type;
  std::string by;
  std::string items;
  std::string received;
  std::string document;
};

void add_open(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = group.add_subcommand(
      "open", words({"開示・訂正・利用停止の請求を受け付ける(30日の期限が始まる)",
                     "takes a request; the 30 days begin"}));
  const auto typed = std::make_shared<Opening>();
  command->add_option("--person", typed->person, words({"人のID", "id of the person"}))->required();
  command
      ->add_option("--type", typed->type,
                   words({"disclosure 開示(76条)、correction 訂正(90条)、stop 利用停止(98条)",
                          "disclosure, correction, or stop of the use"}))
      ->required()
      ->check(CLI::IsMember({"disclosure", "correction", "stop"}));
  command
      ->add_option("--by", typed->by,
                   words({"請求者: self 本人、representative 代理人", "self or representative"}))
      ->check(CLI::IsMember({"self", "representative"}));
  command->add_option("--items", typed->items,
                      words({"どの種類の情報か(例: contact,identity。既定: すべて)",
                             "kinds of data: contact,identity (default: all)"}));
  command->add_option("--received", typed->received,
                      words({"受付日(既定: 今日)", "day of the request (default: today)"}));
  command->add_option("--document", typed->document,
                      words({"請求書の文書番号(名前は書かない)", "number of the paper; no name"}));
  command->callback([&console, address, typed] {
    Request request("request.open");
    request.text("person", typed->person).text("type", typed->type).text("by", typed->by);
    request.text("items", typed->items).text("received", typed->received);
    request.text("document", typed->document);
    ask(console, *address, request);
  });
}

void add_prolong(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = group.add_subcommand(
      "prolong", words({"期限を30日延ばす(期限内に1回だけ。本人への通知が要る)",
                        "30 days more, once and while in time; the person must be told"}));
  const auto typed = std::make_shared<Typed>();
  command->add_option("request", typed->first, words(id_help))->required();
  command->add_option(
      "--until", typed->second,
      words({"30日でなく、本人に知らせた日まで("
             "著しく大量なとき84条、特に長期間を要するとき95条・103条)",
             "instead of 30 days, until the day that the person was told (articles 84, 95, 103)"}));
  command->callback([&console, address, typed] {
    Request request("request.prolong");
    request.text("request", typed->first).text("until", typed->second);
    ask(console, *address, request);
  });
}

void add_answer(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = group.add_subcommand(
      "answer", words({"決定を記録する。訂正・停止を認めると、提供先への通知が作られる",
                       "records the decision; a granted correction or stop is told to who holds a "
                       "copy"}));
  const auto typed = std::make_shared<Deciding>();
  command->add_option("request", typed->request, words(id_help))->required();
  command
      ->add_option(
          "answer", typed->answer,
          words({"granted 認める、partly 一部、refused 認めない", "granted, partly or refused"}))
      ->required()
      ->check(CLI::IsMember({"granted", "partly", "refused"}));
  command->add_option("--items", typed->items,
                      words({"一部を認めるとき: どの種類の情報か(例: contact,identity)",
                             "of partly: kinds of data, such as contact,identity"}));
  command->add_option("--from", typed->recipients,
                      words({"利用停止の一部を認めるとき: どの機関・課に対してか(コード、何度でも)",
                             "of a stop granted partly: towards which agencies or sections "
                             "(codes, again and again)"}));
  command->callback([&console, address, typed] {
    Request request("request.answer");
    request.text("request", typed->request).text("answer", typed->answer);
    request.text("items", typed->items).list("recipients", typed->recipients);
    ask(console, *address, request);
  });
}

void add_told(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto words = [&console](const Text& text) { return std::string(console.in_words(text)); };
  auto* command = group.add_subcommand(
      "told", words({"提供先に人が伝えたことを記録する", "records that somebody told a holder"}));
  const auto typed = std::make_shared<Typed>();
  command->add_option("request", typed->first, words(id_help))->required();
  command
      ->add_option("recipient", typed->second,
                   words({"提供先のコード(show に出る)", "code of the holder (see show)"}))
      ->required();
  command->callback([&console, address, typed] {
    Request request("request.told");
    request.text("request", typed->first).text("recipient", typed->second);
    ask(console, *address, request);
  });
}

}  // namespace

void add_request_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(
      app, console, "request",
      {"本人からの開示・訂正・利用停止の請求", "requests of persons about their own data"}, leaves,
      address);
  add_open(group, console, address);
  add_prolong(group, console, address);
  add_answer(group, console, address);
  add_told(group, console, address);
}

}  // namespace hub::cli
