// `tsunagu resource list|stale|show|register|edit|confirm|export` and `tsunagu shortage list`: the
// registry of 地域づくり, and what it lacks.
#include <CLI/CLI.hpp>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/text_file.hpp"

namespace hub::cli {
namespace {

constexpr Column listed_columns[] = {
    {"resource", {"ID", "id"}},
    {"name", {"名称", "name"}},
    {"type", {"種類", "kind"}},
    {"places", {"空き", "places"}, Cell::word},
    {"confirmedOn", {"最終確認日", "confirmed on"}},
    {"range", {"公開範囲", "range"}, Cell::word},
};
constexpr Column what_columns[] = {
    {"resource", {"ID", "id"}},
    {"name", {"名称", "name"}},
    {"type", {"種類", "kind"}},
    {"types", {"サービス", "services"}},
    {"range", {"公開範囲", "range"}, Cell::word},
};
constexpr Column where_columns[] = {
    {"operator", {"団体", "operator"}},
    {"address", {"所在地", "address"}},
    {"phone", {"電話", "telephone"}},
    {"url", {"URL", "URL"}},
};
constexpr Column whom_columns[] = {
    {"targetFields", {"分野", "fields"}},   {"minimumAge", {"何歳から", "from age"}},
    {"maximumAge", {"何歳まで", "to age"}}, {"eligibility", {"対象", "for whom"}},
    {"acceptance", {"配慮", "acceptance"}}, {"conditions", {"条件", "conditions"}},
};
constexpr Column places_columns[] = {
    {"fees", {"費用", "fees"}},
    {"capacity", {"定員", "capacity"}},
    {"places", {"空き", "places"}, Cell::word},
    {"confirmedOn", {"最終確認日", "confirmed on"}},
};
constexpr Column staff_columns[] = {
    {"contact", {"連絡先", "contact"}},
    {"note", {"覚え", "note"}},
};
constexpr Column made_columns[] = {{"resource", {"ID", "id"}}};
constexpr Column shortage_columns[] = {
    {"type", {"種類または課題", "kind or concern"}},
    {"areaName", {"地区", "area"}},
    {"persons", {"人数", "persons"}},
    {"since", {"初めて分かった時", "since"}, Cell::time},
};

constexpr Section listed[] = {{"resource", {"地域の資源", "Resources"}, listed_columns}};
constexpr Section shown[] = {
    {"resource", {"地域の資源", "Resource"}, what_columns},
    {"resource", {"どこ", "Where"}, where_columns, true},
    {"resource", {"だれに", "For whom"}, whom_columns, true},
    {"resource", {"いま", "Now"}, places_columns, true},
    {"resource", {"職員のみ", "For staff alone"}, staff_columns, true},
};
constexpr Section made[] = {{"resource", {"登録しました", "Registered"}, made_columns}};
constexpr Section missing[] = {{"shortage", {"足りない資源", "What is missing"}, shortage_columns}};

constexpr Leaf leaves[] = {
    {.name = "show",
     .help = {"資源の内容", "one resource"},
     .verb = "resource.show",
     .argument = "resource",
     .argument_help = {"資源のID", "id of the resource"},
     .sections = shown},
    {.name = "confirm",
     .help = {"今日、そのとおりだと確かめたことを記録する(職員)",
              "notes that it is found as it says today (officers)"},
     .verb = "resource.confirm",
     .argument = "resource",
     .argument_help = {"資源のID", "id of the resource"},
     .done = {"記録しました。", "noted"}},
};
constexpr Leaf shortage_leaves[] = {
    {.name = "list",
     .help = {"応える資源がなかった求めを、種類と地区ごとに数える",
              "needs that no resource met, by kind and area"},
     .verb = "shortage.list",
     .sections = missing},
};

struct Typed {
  std::string id;
  std::string kind;
  std::string file;
  std::string places;
  std::string range;
  std::string contact;
  std::string note;
  std::string format = "hsds";
};
using TypedIn = std::shared_ptr<Typed>;
using Address = std::shared_ptr<DaemonAddress>;

void add_list(CLI::App& group, Console& console, const Address& address, const char* name,
              const Text& help, bool stale) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, name, help);
  sub.word("--kind", typed->kind, {"種類(居場所、通いの場など)", "kind of resource"});
  sub.command().callback([&console, address, typed, stale] {
    Request request("resource.list");
    request.text("type", typed->kind).flag("stale", stale).count("limit", 10'000);
    Answer answer;
    show_answer(console, *address, request, listed, answer);
  });
}

void add_register(CLI::App& group, Console& console, const Address& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "register",
          {"職員が見つけた資源を登録する", "registers a resource that staff found"});
  sub.word("file", typed->file,
           {"資源のJSON(sdk/schema の resource と同じ形)", "the resource as JSON (sdk/schema)"})
      ->required();
  sub.command().callback([&console, address, typed] {
    const auto text = read_text_file(typed->file);
    if (!text) return tell_failure(console, text.error());
    Request request("resource.register");
    request.text("record", *text);
    Answer answer;
    show_answer(console, *address, request, made, answer);
  });
}

void send_edit(Console& console, const DaemonAddress& address, const Typed& typed) {
  Request request("resource.edit");
  request.text("resource", typed.id).text("places", typed.places).text("range", typed.range);
  request.text("contact", typed.contact).text("note", typed.note);
  if (!typed.file.empty()) {
    const auto text = read_text_file(typed.file);
    if (!text) return tell_failure(console, text.error());
    request.text("conditions", *text);
  }
  Answer answer;
  if (show_answer(console, address, request, {}, answer))
    say_done(console, {"記録しました。", "noted"});
}

void add_edit(CLI::App& group, Console& console, const Address& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "edit",
          {"資源に、空き・条件・公開範囲・連絡先を書き足す(職員)",
           "adds places, conditions, range, contact to a resource (officers)"});
  sub.word("resource", typed->id, {"資源のID", "id of the resource"})->required();
  sub.word("--places", typed->places,
           {"空き: open(あり)、few(わずか)、ask(要相談)、none(なし)", "open, few, ask or none"})
      ->check(CLI::IsMember({"open", "few", "ask", "none"}));
  sub.word("--range", typed->range,
           {"公開範囲: public か staff(職員のみ)。元が職員のみの資源は公開できない",
            "public or staff; nothing opens what its source hides"})
      ->check(CLI::IsMember({"public", "staff"}));
  sub.word("--conditions", typed->file,
           {"条件のJSONファイル(書き方は config/matching.yaml)",
            "a JSON file of conditions (see config/matching.yaml)"});
  sub.word("--contact", typed->contact, {"連絡先(職員のみ)", "whom to call (staff only)"});
  sub.word("--note", typed->note, {"開拓の覚え(職員のみ)", "a note (staff only)"});
  sub.command().callback([&console, address, typed] { send_edit(console, *address, *typed); });
}

void add_export(CLI::App& group, Console& console, const Address& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "export",
          {"公開の資源を書き出す(職員のみの資源は出ない)",
           "writes out what is public; what is for staff stays"});
  sub.word("--format", typed->format,
           {"hsds(JSON)か csv(自治体標準オープンデータセット)",
            "hsds (JSON) or csv (the municipal standard dataset)"})
      ->check(CLI::IsMember({"hsds", "csv"}));
  sub.command().callback([&console, address, typed] {
    Request request("resource.export");
    request.text("format", typed->format);
    Answer answer;
    if (!ask_daemon(console, *address, request,
                    [&answer](std::string_view line) { answer.add(line); }))
      return;
    for (const auto line : answer.of("export"))
      console.out << line.find("text").text();
  });
}

}  // namespace

void add_resource_command(CLI::App& app, Console& console) {
  Address address;
  auto& group =
      add_leaves(app, console, "resource", {"地域の資源(地域づくり)", "resources of the community"},
                 leaves, address);
  add_list(group, console, address, "list", {"地域の資源の一覧", "all resources"}, false);
  add_list(group, console, address, "stale",
           {"長く確かめていない資源", "those that nobody confirmed for long"}, true);
  add_register(group, console, address);
  add_edit(group, console, address);
  add_export(group, console, address);
}

void add_shortage_command(CLI::App& app, Console& console) {
  add_leaves(app, console, "shortage", {"足りない資源", "resources that are missing"},
             shortage_leaves);
}

}  // namespace hub::cli
