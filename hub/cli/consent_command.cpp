// `tsunagu consent list|ask|give|refuse|withdraw|narrow|renew|copy|stops|stopped`: what a person
// says about the support and about sharing. What takes away answers with what is on its way and who
// holds a copy.
#include <CLI/CLI.hpp>
#include <ostream>
#include <vector>

#include "hub/cli/commands.hpp"
#include "hub/cli/consent_page.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column events[] = {
    {"consent", {"同意", "consent"}},
    {"act", {"種類", "word"}, Cell::word},
    {"object", {"何に", "object"}, Cell::word},
    {"at", {"時", "at"}, Cell::time},
    {"until", {"期限", "until"}, Cell::time},
    {"form", {"様式", "form"}},
    {"givenBy", {"だれが", "given by"}, Cell::word},
    {"method", {"方法", "how"}, Cell::word},
    {"by", {"記録した者", "recorded by"}},
};
constexpr Column said[] = {
    {"consent", {"同意", "consent"}},      {"act", {"種類", "word"}, Cell::word},
    {"inFlight", {"送付中", "in flight"}}, {"copies", {"写しを持つ相手", "copies"}},
    {"held", {"止めたつなぎ", "held"}},
};
constexpr Column in_flight[] = {
    {"referral", {"つなぎ", "referral"}},
    {"order", {"送付", "order"}},
    {"partner", {"相手", "partner"}},
    {"type", {"種類", "type"}},
};
constexpr Column copies[] = {
    {"referral", {"つなぎ", "referral"}},
    {"agenda", {"会議の議題", "agenda item"}},
    {"heldOn", {"開催日", "held on"}},
    {"partnerName", {"相手", "holder"}},
    {"stop", {"利用停止の通知", "notice to stop"}},
    {"byHand", {"人が伝える", "by hand"}},
};
constexpr Column held[] = {{"referral", {"つなぎ", "referral"}}};
constexpr Column stops[] = {
    {"stop", {"通知", "notice"}},
    {"referral", {"つなぎ", "referral"}},
    {"agenda", {"会議の議題", "agenda item"}},
    {"heldOn", {"開催日", "held on"}},
    {"person", {"人", "person"}},
    {"partnerName", {"相手", "holder"}},
    {"state", {"状態", "state"}, Cell::word},
    {"cause", {"理由", "cause"}, Cell::word},
    {"at", {"時", "at"}, Cell::time},
    {"answeredAt", {"答えた時", "answered"}, Cell::time},
};
constexpr Section listed[] = {{"consent", {"同意の経過", "What was said"}, events}};
constexpr Section told[] = {
    {"said", {"", ""}, said},
    {"in_flight",
     {"すでに送っているもの(届くことがある)", "On its way, may still arrive"},
     in_flight,
     true},
    {"copy", {"写しを持つ相手(利用停止を通知する)", "Holds a copy, is told to stop"}, copies, true},
    {"held", {"止めたつなぎ", "Held"}, held, true},
};
constexpr Section stops_shown[] = {{"stop", {"利用停止の通知", "Notices to stop"}, stops}};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"その人の同意の経過", "what the person said, in order"},
     .verb = "consent.list",
     .argument = "person",
     .argument_help = {"人のID", "id of the person"},
     .sections = listed},
    {.name = "stopped",
     .help = {"相手が写しの利用をやめたと、職員が聞いたことを記録する",
              "records that a holder said, to somebody, that he uses his copy no longer"},
     .verb = "stop.answered",
     .argument = "stop",
     .argument_help = {"利用停止の通知のID(stops に出る)", "id of the notice (see stops)"},
     .done = {"記録しました", "noted"}},
};

struct Word {
  const char* name;
  const char* verb;
  Text help;
  bool gives = false;
  bool scoped = false;
  bool renews = false;
};
constexpr Word words[] = {
    {.name = "ask", .verb = "consent.ask", .help = {"同意を求めた", "consent was asked for"}},
    {.name = "give",
     .verb = "consent.give",
     .help = {"同意した(様式のコードか、範囲と期限を示す)",
              "consents: by the code of a form, or with scope and end"},
     .gives = true,
     .scoped = true},
    {.name = "refuse", .verb = "consent.refuse", .help = {"同意しない", "refuses"}, .scoped = true},
    {.name = "withdraw",
     .verb = "consent.withdraw",
     .help = {"同意を取りやめる(範囲を示さなければ全部)", "withdraws; without a scope, all of it"},
     .scoped = true},
    {.name = "narrow",
     .verb = "consent.narrow",
     .help = {"同意の範囲を狭める(取りやめる部分を示す)",
              "takes the named part out of what was given"},
     .scoped = true},
    {.name = "renew",
     .verb = "consent.renew",
     .help = {"同意を改めて確かめた", "says again what was given"},
     .gives = true,
     .renews = true},
};

struct Typed {
  std::string person, consent, form, given_by, basis, method, evidence, until, on;
  std::vector<std::string> objects, forums, recipients, purposes, items;
};

void say(Console& console, const DaemonAddress& address, const Word& word, const Typed& typed) {
  Request request(word.verb);
  request.text("person", typed.person).text("consent", typed.consent).text("form", typed.form);
  request.list("objects", typed.objects).list("forums", typed.forums);
  request.list("recipients", typed.recipients).list("purposes", typed.purposes);
  request.list("items", typed.items).text("givenBy", typed.given_by).text("basis", typed.basis);
  request.text("method", typed.method).text("evidence", typed.evidence);
  request.text("until", typed.until).text("on", typed.on);
  Answer answer;
  show_answer(console, address, request, told, answer);
}

/// Options that several words share.
class Options {
 public:
  Options(CLI::App& command, const Console& console, Typed& typed)
      : command_(command), console_(console), typed_(typed) {}

  void circumstances() {
    one("person", typed_.person, {"人のID", "id of the person"})->required();
    many("--object", typed_.objects,
         {"何に: support(支援) sharing(情報共有)。なければ両方", "support or sharing; else both"});
    one("--by", typed_.given_by,
        {"だれが(self, guardian, representative)", "self, guardian or representative"})
        ->check(CLI::IsMember({"self", "guardian", "representative"}));
    one("--basis", typed_.basis,
        {"本人のほかの人が言うときの根拠", "why somebody else may speak for the person"});
    one("--how", typed_.method, {"方法(written, oral, electronic)", "written, oral or electronic"})
        ->check(CLI::IsMember({"written", "oral", "electronic"}));
    one("--evidence", typed_.evidence, {"書面のある場所", "where the signed paper lies"});
    one("--on", typed_.on, {"言った日(なければ今)", "the day it was said (else now)"});
  }
  void scope() {
    many("--forum", typed_.forums, {"根拠・会議のコード", "codes of forums"});
    many("--recipient", typed_.recipients, {"受け手のコード", "codes of recipients"});
    many("--purpose", typed_.purposes, {"目的のコード", "codes of purposes"});
    many("--item", typed_.items, {"項目(identity など)", "items (identity, …)"});
  }
  void until() { one("--until", typed_.until, {"最後の日", "its last day"}); }
  void form() {
    one("--form", typed_.form, {"同意書のコード(J1 など)", "code of the form (J1 …)"});
  }
  void consent() {
    one("--consent", typed_.consent, {"前の同意のID", "id of the consent"})->required();
  }

 private:
  CLI::Option* one(const char* name, std::string& value, const Text& help) {
    return command_.add_option(name, value, std::string(console_.in_words(help)));
  }
  void many(const char* name, std::vector<std::string>& values, const Text& help) {
    command_.add_option(name, values, std::string(console_.in_words(help)))->delimiter(',');
  }
  CLI::App& command_;
  const Console& console_;
  Typed& typed_;
};

void add_word(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address,
              const Word& word) {
  auto* command = group.add_subcommand(word.name, std::string(console.in_words(word.help)));
  const auto typed = std::make_shared<Typed>();
  Options options(*command, console, *typed);
  options.circumstances();
  if (word.scoped) options.scope();
  if (word.gives) options.until();
  if (word.gives && !word.renews) options.form();
  if (word.renews) options.consent();
  command->callback([&console, address, &word, typed] { say(console, *address, word, *typed); });
}

struct CopyOf {
  std::string person;
  std::string consent;
};

/// The page goes to stdout; with --json the lines as they come.
void copy(Console& console, const DaemonAddress& address, const CopyOf& of) {
  Request request("consent.copy");
  request.text("person", of.person).text("consent", of.consent);
  Answer answer;
  if (show_answer(console, address, request, {}, answer) && !console.json)
    write_consent_page(console.out, answer.of("copy"));
}

void add_copy(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  auto* command = group.add_subcommand(
      "copy",
      std::string(console.in_words({"本人に渡す控え。やさしい日本語のA4の1枚(> ファイル.html)",
                                    "the person's copy, a page to be printed (> FILE.html)"})));
  const auto of = std::make_shared<CopyOf>();
  command
      ->add_option("person", of->person,
                   std::string(console.in_words({"人のID", "id of the person"})))
      ->required();
  command
      ->add_option("consent", of->consent,
                   std::string(console.in_words({"同意のID(list に出る)", "id of the consent"})))
      ->required();
  command->callback([&console, address, of] { copy(console, *address, *of); });
}

void add_stops(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  auto* command = group.add_subcommand(
      "stops", std::string(console.in_words({"写しの利用停止の通知と、相手の答え",
                                             "notices to stop using a copy, and the answers"})));
  const auto waiting = std::make_shared<bool>(false);
  command->add_flag("--waiting", *waiting,
                    std::string(console.in_words({"答えのないものだけ", "without an answer"})));
  command->callback([&console, address, waiting] {
    Request request("stop.list");
    request.flag("waiting", *waiting);
    Answer answer;
    show_answer(console, *address, request, stops_shown, answer);
  });
}

}  // namespace

void add_consent_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group =
      add_leaves(app, console, "consent", {"本人の同意", "what persons agree to"}, leaves, address);
  for (const auto& word : words)
    add_word(group, console, address, word);
  add_copy(group, console, address);
  add_stops(group, console, address);
}

}  // namespace hub::cli
