// `tsunagu match propose|offer|list|due|show|visit|try|join|decline|end|feedback`: 参加支援.
#include <CLI/CLI.hpp>
#include <vector>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/subcommand.hpp"

namespace hub::cli {
namespace {

constexpr Column candidate_columns[] = {
    {"resource", {"資源", "resource"}},
    {"name", {"名称", "name"}},
    {"score", {"点", "score"}},
    {"need", {"求め", "need"}},
    {"wish", {"希望", "wish"}},
    {"pace", {"ペース", "pace"}},
    {"distance", {"近さ", "distance"}},
    {"places", {"空き", "places"}},
    {"ask", {"要確認", "to ask"}, Cell::word},
    {"stale", {"古い", "stale"}},
};
constexpr Column match_columns[] = {
    {"match", {"ID", "id"}},
    {"person", {"人", "person"}},
    {"name", {"資源", "resource"}},
    {"state", {"段階", "state"}, Cell::word},
    {"personDue", {"本人に聞く日", "ask the person"}},
    {"receiverDue", {"受け入れ先に聞く日", "ask the place"}},
};
constexpr Column offered_columns[] = {
    {"score", {"点", "score"}},
    {"asked", {"確かめたこと", "asked"}, Cell::word},
    {"told", {"伝えた項目", "told"}, Cell::word},
    {"concerns", {"課題", "concerns"}, Cell::word},
    {"kinds", {"種類", "kinds"}},
    {"wishes", {"希望", "wishes"}},
    {"rulesChanged", {"その後に規則が変わった", "rules changed since"}},
};
constexpr Column reason_columns[] = {
    {"part", {"内訳", "part"}, Cell::word},
    {"points", {"点", "points"}},
    {"of", {"満点", "of"}},
};
constexpr Column event_columns[] = {
    {"at", {"時", "at"}, Cell::time},
    {"state", {"段階", "state"}, Cell::word},
    {"side", {"どちらの話", "side"}, Cell::word},
    {"text", {"内容", "text"}},
    {"by", {"職員", "by"}},
};
constexpr Column made_columns[] = {{"match", {"ID", "id"}}};

constexpr Section candidates[] = {{"candidate", {"候補", "Candidates"}, candidate_columns}};
constexpr Section listed[] = {{"match", {"マッチング", "Matches"}, match_columns}};
constexpr Section shown[] = {
    {"match", {"マッチング", "Match"}, match_columns},
    {"offered", {"紹介したとき", "As it was offered"}, offered_columns, true},
    {"reason", {"点の内訳", "Reasons"}, reason_columns, true},
    {"event", {"経過", "Course"}, event_columns},
};
constexpr Section made[] = {{"match", {"紹介を記録しました", "Offered"}, made_columns}};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"マッチングの一覧", "all matches"},
     .verb = "match.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"紹介したときの理由と、その後の経過", "why it was offered, and how it went"},
     .verb = "match.show",
     .argument = "match",
     .argument_help = {"マッチングのID", "id of the match"},
     .sections = shown},
};

struct Typed {
  std::string person;
  std::string resource;
  std::vector<std::string> kinds, concerns, wishes, groups, certificates, days, items;
  std::string age, sex, visits, town, plan, transport;
  bool checked = false;
  std::string match;
  std::string side;
  std::string text;
};
using TypedIn = std::shared_ptr<Typed>;
using Address = std::shared_ptr<DaemonAddress>;

void add_needs(Sub& sub, Typed& typed) {
  sub.words("--kinds", typed.kinds, {"資源の種類(居場所など)", "kinds of resources"});
  sub.words("--concerns", typed.concerns,
            {"課題のコード(WITHDRAWAL など)", "codes of concerns (WITHDRAWAL …)"});
  sub.words("--wishes", typed.wishes,
            {"希望(見学可、短時間可、無料など)", "wishes, in the words of the resources"});
  sub.words("--groups", typed.groups,
            {"対象とされる人(転入者など)", "target groups, in the words of the plan"});
  sub.words("--certificates", typed.certificates,
            {"手帳など(physical, intellectual, mental, statement, intractable。ないなら none)",
             "physical, intellectual, mental, statement, intractable; or none"});
  sub.words("--days", typed.days, {"通える曜日(Mo,Tu …)", "days (Mo,Tu …)"});
  sub.word("--age", typed.age, {"年齢", "age"});
  sub.word("--sex", typed.sex, {"性別(male, female)", "male or female"});
  sub.word("--visits", typed.visits, {"月に通える回数", "visits a month"});
  sub.word("--town", typed.town, {"住んでいる町字", "town where the person lives"});
  sub.word("--plan", typed.plan, {"プランが決まったか(yes, no)", "a plan was decided: yes, no"});
  sub.word("--needs-transport", typed.transport,
           {"送迎が要るか(yes, no)", "transport is needed: yes, no"});
}

void put_needs(const Typed& typed, Request& request) {
  request.text("person", typed.person).list("types", typed.kinds);
  request.list("concerns", typed.concerns).list("wishes", typed.wishes);
  request.list("groups", typed.groups).list("certificates", typed.certificates);
  request.list("days", typed.days).text("age", typed.age).text("sex", typed.sex);
  request.text("visits", typed.visits).text("town", typed.town).text("plan", typed.plan);
  request.text("needsTransport", typed.transport);
}

void add_propose(CLI::App& group, Console& console, const Address& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "propose",
          {"本人に合う資源の候補を、点と理由とともに示す(職員)",
           "resources that suit a person, with score and reasons (officers)"});
  sub.word("person", typed->person, {"人のID", "id of the person"})->required();
  add_needs(sub, *typed);
  sub.command().callback([&console, address, typed] {
    Request request("match.propose");
    put_needs(*typed, request);
    request.count("limit", 20);
    Answer answer;
    show_answer(console, *address, request, candidates, answer);
  });
}

void add_offer(CLI::App& group, Console& console, const Address& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "offer",
          {"本人を資源に紹介する。その資源を名指した本人の同意が要る",
           "offers the person there; wants a consent that names the place"});
  sub.word("person", typed->person, {"人のID", "id of the person"})->required();
  sub.word("resource", typed->resource, {"資源のID", "id of the resource"})->required();
  sub.words("--items", typed->items,
            {"伝える項目(identity,contact …)", "what the place is told (identity,contact …)"})
      ->required();
  sub.flag("--checked", typed->checked,
           {"要確認のことを確かめた", "what was to be asked has been asked"});
  add_needs(sub, *typed);
  sub.command().callback([&console, address, typed] {
    Request request("match.offer");
    put_needs(*typed, request);
    request.text("resource", typed->resource).list("items", typed->items);
    request.flag("checked", typed->checked);
    Answer answer;
    show_answer(console, *address, request, made, answer);
  });
}

void add_due(CLI::App& group, Console& console, const Address& address) {
  Sub sub(group, console, "due",
          {"本人か受け入れ先に様子を聞く日が来たもの", "those of which a side is to be asked"});
  sub.command().callback([&console, address] {
    Request request("match.list");
    request.flag("due", true);
    Answer answer;
    show_answer(console, *address, request, listed, answer);
  });
}

struct Step {
  const char* name;
  Text help;
};
constexpr Step steps[] = {
    {"visit", {"見学した", "the person came to look"}},
    {"try", {"体験を始めた", "a trial began"}},
    {"join", {"参加した", "the person joined"}},
    {"decline", {"見送った", "it came to nothing"}},
    {"end", {"参加を終えた", "the person left"}},
};

void add_step(CLI::App& group, Console& console, const Address& address, const Step& step) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, step.name, step.help);
  sub.word("match", typed->match, {"マッチングのID", "id of the match"})->required();
  sub.word("--text", typed->text, {"覚え", "a note"});
  sub.command().callback([&console, address, typed, verb = "match." + std::string(step.name)] {
    Request request(verb);
    request.text("match", typed->match).text("text", typed->text);
    Answer answer;
    if (show_answer(console, *address, request, {}, answer))
      say_done(console, {"記録しました。", "noted"});
  });
}

void add_feedback(CLI::App& group, Console& console, const Address& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "feedback",
          {"本人または受け入れ先に聞いた様子を記録する", "notes what a side says of it"});
  sub.word("match", typed->match, {"マッチングのID", "id of the match"})->required();
  sub.word("--side", typed->side, {"person(本人)か receiver(受け入れ先)", "person or receiver"})
      ->required()
      ->check(CLI::IsMember({"person", "receiver"}));
  sub.word("--text", typed->text, {"内容", "what was said"})->required();
  sub.command().callback([&console, address, typed] {
    Request request("match.feedback");
    request.text("match", typed->match).text("side", typed->side).text("text", typed->text);
    Answer answer;
    if (show_answer(console, *address, request, {}, answer))
      say_done(console, {"記録しました。", "noted"});
  });
}

}  // namespace

void add_match_command(CLI::App& app, Console& console) {
  Address address;
  auto& group = add_leaves(app, console, "match",
                           {"参加支援のマッチング", "persons brought together with resources"},
                           leaves, address);
  add_propose(group, console, address);
  add_offer(group, console, address);
  add_due(group, console, address);
  for (const auto& step : steps)
    add_step(group, console, address, step);
  add_feedback(group, console, address);
}

}  // namespace hub::cli
