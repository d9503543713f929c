// `tsunagu source list|show|pause|resume|release|accept|replay`
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/subcommand.hpp"

namespace hub::cli {
namespace {

constexpr Column sources[] = {
    {"source", {"記録の元", "source"}},
    {"adapter", {"アダプター", "adapter"}},
    {"scope", {"範囲", "scope"}, Cell::word},
    {"state", {"状態", "state"}, Cell::word},
    {"pausedAt", {"停止した時", "paused"}, Cell::time},
};
constexpr Column feeds[] = {
    {"source", {"記録の元", "source"}},
    {"feed", {"種類", "feed"}},
    {"order", {"最新の順序", "order"}},
    {"appliedAt", {"最後に適用", "last applied"}, Cell::time},
};
constexpr Column adapters[] = {
    {"source", {"記録の元", "source"}},       {"state", {"状態", "state"}, Cell::word},
    {"version", {"版", "version"}},           {"switched", {"切替え", "switched"}},
    {"starts", {"起動", "starts"}},           {"deaths", {"異常終了", "deaths"}},
    {"cause", {"原因", "cause"}, Cell::word}, {"fault", {"内容", "fault"}, Cell::sentence},
};
constexpr Section listed[] = {
    {"source", {"記録の元", "Sources"}, sources},
    {"feed", {"種類ごとの取込み", "Feeds"}, feeds, true},
    {"adapter", {"アダプター", "Adapters"}, adapters, true},
};
constexpr Column adapter[] = {
    {"state", {"状態", "state"}, Cell::word},
    {"adapter", {"アダプター", "adapter"}},
    {"version", {"版", "version"}},
    {"starts", {"起動", "starts"}},
    {"deaths", {"異常終了", "deaths"}},
    {"deathsInARow", {"続けて", "in a row"}},
    {"quarantinedSince", {"隔離した時", "quarantined"}, Cell::time},
    {"publisher", {"署名した発行者", "signed by"}},
    {"cause", {"原因", "cause"}, Cell::word},
    {"fault", {"内容", "fault"}, Cell::sentence},
    {"next", {"次にすること", "next step"}, Cell::word},
};
constexpr Column health[] = {
    {"how", {"調子", "how it is"}, Cell::word},
    {"code", {"コード", "code"}},
    {"text", {"アダプターの説明", "what it says"}},
};
constexpr Column pushes[] = {
    {"message", {"書き戻し", "message"}},
    {"granted", {"許可(may_push)", "may_push"}, Cell::word},
};
constexpr Column limits[] = {
    {"limit", {"上限(adapter_limits)", "adapter_limits"}},
    {"value", {"値", "value"}},
    {"otherwise", {"既定", "default"}},
};
constexpr Section shown[] = {
    {"source", {"記録の元", "Source"}, sources},
    {"feed", {"種類ごとの取込み", "Feeds"}, feeds, true},
    {"adapter", {"アダプター", "Adapter"}, adapter, true},
    {"health", {"アダプターの申告", "What the adapter says of itself"}, health, true},
    {"push", {"アダプターが外へ書くもの", "What the adapter writes outward"}, pushes, true},
    {"limit", {"アダプターの上限", "Limits of the adapter"}, limits, true},
};
constexpr Text code_help{"記録の元のコード(source list で分かる)", "code of the source (see list)"};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"記録の元と取込みの状況", "sources, their feeds and adapters"},
     .verb = "source.list",
     .sections = listed},
    {.name = "show",
     .help = {"一つの記録の元と、そのアダプターの状態・許可・上限",
              "one source: how its adapter stands, what it may do and cost"},
     .verb = "source.show",
     .argument = "source",
     .argument_help = code_help,
     .sections = shown},
    {.name = "pause",
     .help = {"取込みを一時停止する", "stops taking deliveries"},
     .verb = "source.pause",
     .argument = "source",
     .argument_help = code_help,
     .done = {"一時停止しました。再開は source resume です。",
              "paused; resume it with source resume"}},
    {.name = "resume",
     .help = {"取込みを再開する", "takes deliveries again"},
     .verb = "source.resume",
     .argument = "source",
     .argument_help = code_help,
     .done = {"再開しました。", "resumed"}},
    {.name = "release",
     .help = {"隔離されたアダプターをもう一度動かす", "lets a quarantined adapter try again"},
     .verb = "source.release",
     .argument = "source",
     .argument_help = code_help,
     .done = {"隔離を解きました。", "released"}},
    {.name = "accept",
     .help = {"署名がなくなった、または復元の前と違うアダプターを、承知のうえで使う",
              "takes an adapter that lost its signature, or is another than before a restore"},
     .verb = "source.accept",
     .argument = "source",
     .argument_help = code_help,
     .done = {"いまのアダプターで読みます。", "the source is read by what stands there now"}},
};

constexpr Column replayed[] = {
    {"source", {"記録の元", "source"}},
    {"arrival", {"読み直すもの", "delivery"}},
};
constexpr Section replays[] = {{"replayed", {"もう一度読みます", "Read again"}, replayed}};

struct Replaying {
  std::string source;
  std::string since;
  std::string delivery;
};

void replay(Console& console, const DaemonAddress& address, const Replaying& typed) {
  Request request("source.replay");
  request.text("source", typed.source);
  if (!typed.since.empty()) request.text("since", typed.since);
  if (!typed.delivery.empty()) request.text("arrival", typed.delivery);
  Answer answer;
  if (!show_answer(console, address, request, replays, answer) || console.json) return;
  console.err << console.in_words({"順に読みます。結果は arrival list で確かめてください。",
                                   "they are read in their order; see arrival list"})
              << '\n';
}

void add_replay(CLI::App& group, Console& console, const std::shared_ptr<DaemonAddress>& address) {
  const auto typed = std::make_shared<Replaying>();
  Sub sub(group, console, "replay",
          {"前に届いたものを、いまのアダプターと対応表でもう一度読む",
           "reads what was delivered before again, by the present adapter and mapping"});
  sub.word("source", typed->source, code_help)->required();
  auto* since = sub.word("--since", typed->since,
                         {"この日からあとに届いたもの(2026-04-10)", "what came from that day on"});
  sub.word("--delivery", typed->delivery,
           {"このID(arrival list)と、そのあとに届いたもの", "this delivery and those after it"})
      ->excludes(since);
  sub.command().callback([&console, address, typed] { replay(console, *address, *typed); });
}

}  // namespace

void add_source_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group =
      add_leaves(app, console, "source", {"記録の元", "sources of records"}, leaves, address);
  add_replay(group, console, address);
}

}  // namespace hub::cli
