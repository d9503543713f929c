// `tsunagu arrival list|show|release|discard|accept-rejects`
#include "hub/cli/arrival_columns.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Section listed[] = {{"arrival", {"届いたもの", "Deliveries"}, arrival_columns}};
constexpr Section shown[] = {
    {"arrival", {"届いたもの", "Delivery"}, arrival_columns},
    {"reject", {"読めなかった行", "Rejects"}, reject_columns, true},
    {"warning", {"注意(取り込みました)", "Warnings (taken all the same)"}, reject_columns, true},
};
constexpr Text id_help{"届いたもののID(arrival list で分かる)", "id of the delivery (see list)"};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"届いたものを新しい順に示す", "deliveries, the newest first"},
     .verb = "arrival.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"1件とその読めなかった行、注意を示す", "one delivery, with its rejects and warnings"},
     .verb = "arrival.show",
     .argument = "arrival",
     .argument_help = id_help,
     .sections = shown,
     .is_list = true},
    {.name = "release",
     .help = {"確認のため止まったものを適用する", "applies a delivery that waits for a person"},
     .verb = "arrival.release",
     .argument = "arrival",
     .argument_help = id_help,
     .done = {"続行します。結果は arrival show で確かめてください。",
              "it goes on; see arrival show for how it ends"}},
    {.name = "discard",
     .help = {"確認のため止まったものを適用せずに閉じる", "closes a waiting delivery unapplied"},
     .verb = "arrival.discard",
     .argument = "arrival",
     .argument_help = id_help,
     .done = {"適用せずに閉じました。", "closed without applying it"}},
    {.name = "accept-rejects",
     .help = {"読めなかった行を確かめた全件ファイルをもう一度適用し、載っていない記録を外す",
              "applies a whole file once more whose rejects were looked at; what it lacks goes"},
     .verb = "arrival.accept-rejects",
     .argument = "arrival",
     .argument_help = id_help,
     .done = {"続行します。結果は arrival show で確かめてください。",
              "it goes on; see arrival show for how it ends"}},
};

}  // namespace

void add_arrival_command(CLI::App& app, Console& console) {
  add_leaves(app, console, "arrival", {"届いたもの", "deliveries"}, leaves);
}

}  // namespace hub::cli
