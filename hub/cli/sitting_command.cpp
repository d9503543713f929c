// `tsunagu sitting open|item|seat|leave|release|unrelease|list|show|packet`: a body's sitting, what
// it hears on which ground, who sits, and the paper of one seat.
#include <vector>

#include "hub/cli/commands.hpp"
#include "hub/cli/demo_page.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/sitting_page.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/cli/support_commands.hpp"

namespace hub::cli {
namespace {

constexpr Column sittings[] = {
    {"sitting", {"会議", "sitting"}},  {"bodyName", {"会議体", "body"}},
    {"heldOn", {"開催日", "held on"}}, {"convenerName", {"招集", "convener"}},
    {"chairName", {"座長", "chair"}},  {"items", {"議題", "items"}},
    {"seats", {"席", "seats"}},
};
constexpr Column items[] = {
    {"no", {"番号", "no"}},
    {"agenda", {"議題", "item"}},
    {"case", {"ケース", "case"}},
    {"functionTitle", {"働き", "function"}},
    {"cited", {"根拠", "basis"}},
    {"declaredPart", {"部分の宣言", "declared part"}},
    {"decided", {"支援決定", "decided"}},
};
constexpr Column seats[] = {
    {"seat", {"席", "seat"}},
    {"name", {"機関", "organisation"}},
    {"role", {"役割", "role"}, Cell::word},
    {"called", {"選定", "called"}, Cell::word},
    {"secrecy", {"守秘", "secrecy"}, Cell::word},
    {"attendance", {"出欠", "attendance"}, Cell::word},
    {"leftAt", {"外した時", "left"}, Cell::time},
};
constexpr Column decisions[] = {
    {"no", {"議題の番号", "item"}},
    {"timing", {"時機", "timing"}, Cell::word},
    {"outcome", {"結果", "outcome"}, Cell::word},
    {"plan", {"プラン", "plan"}},
    {"policy", {"支援方針", "line of support"}},
    {"next", {"次に諮る日", "next"}},
};
constexpr Column copies[] = {
    {"number", {"番号", "number"}},
    {"name", {"席", "seat"}},
    {"reader", {"受け取った人", "reader"}},
    {"handedAt", {"渡した時", "handed"}, Cell::time},
    {"returnedAt", {"返った時", "returned"}, Cell::time},
};
constexpr Column releases[] = {
    {"release", {"解除", "release"}},
    {"no", {"議題の番号", "item"}},
    {"type", {"種類", "kind"}, Cell::word},
    {"record", {"記録", "record"}},
    {"day", {"日", "day"}},
    {"by", {"解除した者", "by"}},
    {"endedAt", {"取り消した時", "ended"}, Cell::time},
};
constexpr Column made_sitting[] = {{"sitting", {"会議", "sitting"}}};
constexpr Column made_agenda[] = {{"agenda", {"議題", "item"}}};
constexpr Column made_seat[] = {{"seat", {"席", "seat"}}};
constexpr Column made_release[] = {{"release", {"解除", "release"}}};

constexpr Section listed[] = {{"sitting", {"会議", "Sittings"}, sittings}};
constexpr Section shown[] = {
    {"sitting", {"会議", "Sitting"}, sittings},
    {"item", {"議題", "Agenda"}, items},
    {"release", {"この会議で使えるようにした記録", "Released for this sitting"}, releases, true},
    {"seat", {"席", "Seats"}, seats},
    {"decision", {"決まったこと", "Decided"}, decisions, true},
    {"copy", {"番号付きの資料", "Numbered copies"}, copies, true},
};
constexpr Section opened[] = {{"sitting", {"", ""}, made_sitting}};
constexpr Section put_down[] = {{"agenda", {"", ""}, made_agenda}};
constexpr Section given[] = {{"seat", {"", ""}, made_seat}};
constexpr Section released[] = {{"release", {"", ""}, made_release}};

constexpr Text sitting_help = {"会議のID", "id of the sitting"};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"会議を新しい順に示す", "sittings, the latest day first"},
     .verb = "sitting.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"会議の議題、席、決まったこと、渡した資料",
              "agenda, seats, decisions and copies of a sitting"},
     .verb = "sitting.show",
     .argument = "sitting",
     .argument_help = sitting_help,
     .sections = shown},
    {.name = "leave",
     .help = {"席を外す(以後この席には何も渡らない)", "takes a seat away; it gets nothing more"},
     .verb = "sitting.leave",
     .argument = "seat",
     .argument_help = {"席のID", "id of the seat"},
     .done = {"席を外しました。", "the seat is taken away"}},
    {.name = "unrelease",
     .help = {"release を取り消す(以後この議題で使えない)", "ends a release; it goes no more"},
     .verb = "sitting.unrelease",
     .argument = "release",
     .argument_help = {"解除のID(release が示したもの)", "id that release showed"},
     .done = {"取り消しました。", "the release has ended"}},
};

struct Typed {
  std::string id, signal, body, on, convener, chair, about, function, item, party, name, kind,
      secrecy, document;
  std::vector<std::string> persons;
  bool part = false;
  bool decided = false;
  bool invited = false;
};
using TypedIn = std::shared_ptr<Typed>;

void add_open(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "open", {"会議を招集する", "convenes a sitting of a body"});
  sub.word("body", typed->body, {"会議体のコード(forums.yaml)", "code of the body (forums.yaml)"})
      ->required();
  sub.word("--on", typed->on, {"開催日(2026-04-20)", "the day (2026-04-20)"})->required();
  sub.word("--convener", typed->convener, {"招集する者(なければ設定のとおり)", "who convenes"});
  sub.word("--chair", typed->chair, {"座長(なければ設定のとおり)", "who chairs"});
  sub.command().callback([&console, address, typed] {
    Request request("sitting.open");
    request.text("body", typed->body).text("on", typed->on);
    request.text("convener", typed->convener).text("chair", typed->chair);
    Answer answer;
    show_answer(console, *address, request, opened, answer);
  });
}

void add_item(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "item",
          {"議題を加える(根拠は議題ごとに選ぶ)", "adds an agenda item, on a ground of its own"});
  sub.word("sitting", typed->id, sitting_help)->required();
  sub.word("case", typed->about, {"ケースのID", "id of the case"});
  sub.word("--signal", typed->signal,
           {"ケースの代わりに、世帯の型から開いた招集の提案のID",
            "instead of a case: a proposal to convene that came of a pattern"});
  sub.word("--function", typed->function,
           {"働き(SHIEN-KAIGI, J-KAIGI など)", "function (SHIEN-KAIGI, J-KAIGI …)"});
  sub.flag("--declared-part", typed->part,
           {"会議のこの部分をその働きと宣言した", "this part was declared that function's"});
  sub.flag("--decided", typed->decided,
           {"支援を決定した、又はこの会議で決定する", "support was decided, or is decided here"});
  sub.words("--persons", typed->persons,
            {"だれについて(なければ世帯の全員)", "about whom; else the whole household"});
  sub.command().callback([&console, address, typed] {
    Request request("sitting.item");
    request.text("sitting", typed->id).text("case", typed->about).text("signal", typed->signal);
    request.text("function", typed->function).flag("declaredPart", typed->part);
    request.flag("decided", typed->decided).list("persons", typed->persons);
    Answer answer;
    show_answer(console, *address, request, put_down, answer);
  });
}

void add_seat(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "seat",
          {"席を設ける(別表の機関か、座長が招いた者)",
           "gives a seat: to a member of the table, or to whom the chair invites"});
  sub.word("sitting", typed->id, sitting_help)->required();
  sub.word("party", typed->party,
           {"機関のコード、又は別表の名前", "code of the party, or its name in the table"});
  sub.word("--item", typed->item,
           {"この議題だけ(なければ会議全体)", "for this item alone; else the whole sitting"});
  sub.word("--secrecy", typed->secrecy, {"守秘: law(法律) か pledge(誓約)", "law or pledge"})
      ->check(CLI::IsMember({"law", "pledge"}));
  sub.word("--document", typed->document, {"誓約書の番号", "number of the pledge"});
  sub.flag("--invited", typed->invited, {"別表にないが座長が招いた", "invited by the chair"});
  sub.word("--name", typed->name, {"別表にない者の名前", "name of who stands in no table"});
  sub.word("--kind", typed->kind,
           {"その種類(private, public_body など)", "its kind (private, public_body …)"});
  sub.command().callback([&console, address, typed] {
    Request request("sitting.seat");
    request.text("sitting", typed->id).text("party", typed->party).text("agenda", typed->item);
    request.text("secrecy", typed->secrecy).text("document", typed->document);
    request.flag("invited", typed->invited).text("name", typed->name);
    request.text("recipientKind", typed->kind);
    Answer answer;
    show_answer(console, *address, request, given, answer);
  });
}

void add_release(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "release",
          {"記録を一つ、この議題で使えるようにする(その記録を作った窓口の職員だけ)",
           "lets one record be used under an item; by an officer of the desk that made it"});
  sub.word("item", typed->item, {"議題のID", "id of the agenda item"})->required();
  sub.word("record", typed->id,
           {"記録のID(household show に出る)", "id of the record (see household show)"})
      ->required();
  sub.word("--kind", typed->kind,
           {"opinion: 職員の見立てとして示す、youtai: 要対協の調整機関として解除する",
            "opinion: its author's view of this item; youtai: released by the council's "
            "coordinating agency"})
      ->required()
      ->check(CLI::IsMember({"opinion", "youtai"}));
  sub.word("--document", typed->document,
           {"決定の文書番号(youtai では要る)", "number of the decision (youtai needs it)"});
  sub.word("--on", typed->on, {"決定の日(なければ今日)", "day of the decision; else today"});
  sub.command().callback([&console, address, typed] {
    Request request("sitting.release");
    request.text("agenda", typed->item).text("record", typed->id).text("kind", typed->kind);
    request.text("document", typed->document).text("on", typed->on);
    Answer answer;
    show_answer(console, *address, request, released, answer);
  });
}

void print_paper(Console& console, const DaemonAddress& address, Request& request) {
  Answer answer;
  if (!show_answer(console, address, request, {}, answer) || console.json) return;
  Page page(console.out, text_columns(console));
  write_sitting_paper(page, answer);
  if (answer.of("withheld").empty()) return;
  page.heading("事務局の控え（席には配らない）");
  page.paragraph("この席に出さなかったものと、その理由です。");
  write_withheld(page, answer);
}

void add_packet(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "packet",
          {"一つの席の資料(渡すものは提供の記録に残る)",
           "the paper of one seat; what it tells is logged as disclosed"});
  sub.word("seat", typed->id, {"席のID", "id of the seat"})->required();
  sub.word("--item", typed->item,
           {"この議題だけ(なければ席のすべて)", "this item alone; else all that the seat hears"});
  sub.command().callback([&console, address, typed] {
    Request request("sitting.packet");
    request.text("seat", typed->id).text("agenda", typed->item);
    print_paper(console, *address, request);
  });
}

void add_own_paper(CLI::App& group, Console& console,
                   const std::shared_ptr<DaemonAddress>& address) {
  const TypedIn typed = std::make_shared<Typed>();
  Sub sub(group, console, "paper",
          {"自分の席の資料(席にある間だけ)", "the paper of your own seat, as long as you have it"});
  sub.word("sitting", typed->id, sitting_help)->required();
  sub.command().callback([&console, address, typed] {
    Request request("sitting.paper");
    request.text("sitting", typed->id);
    print_paper(console, *address, request);
  });
}

}  // namespace

void add_sitting_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "sitting",
                           {"会議の招集・議題・席・資料", "sittings, agenda, seats and papers"},
                           leaves, address);
  for (const auto add : {add_open, add_item, add_seat, add_release, add_packet, add_own_paper})
    add(group, console, address);
  add_sitting_outcome(group, console, address);
}

}  // namespace hub::cli
