// `tsunagu reject list|show|quarantine`
#include "hub/cli/arrival_columns.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column quarantine_columns[] = {
    {"at", {"時", "at"}, Cell::time},
    {"source", {"記録の元", "source"}},
    {"arrival", {"届いたもの", "delivery"}},
    {"line", {"行", "line"}},
};
constexpr Section listed[] = {
    {"arrival",
     {"読めない行か注意のある、届いたもの", "Deliveries with rejects or warnings"},
     arrival_columns}};
constexpr Section shown[] = {
    {"reject", {"読めなかった行", "Rejects"}, reject_columns},
    {"warning", {"注意(取り込みました)", "Warnings (taken all the same)"}, reject_columns, true},
};
constexpr Section quarantined[] = {
    {"quarantine",
     {"個人番号などのため破棄したもの", "Destroyed for a refused number"},
     quarantine_columns}};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"読めない行か注意のある、届いたもの", "deliveries that have rejects or warnings"},
     .verb = "reject.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"読めなかった行と注意の、場所と理由", "where each reject and warning is, and why"},
     .verb = "reject.show",
     .argument = "arrival",
     .argument_help = {"届いたもののID", "id of the delivery"},
     .sections = shown,
     .is_list = true},
    {.name = "quarantine",
     .help = {"個人番号などのため破棄したもの(番号法20条)",
              "what was destroyed for a refused number"},
     .verb = "quarantine.list",
     .sections = quarantined,
     .is_list = true},
};

}  // namespace

void add_reject_command(CLI::App& app, Console& console) {
  add_leaves(app, console, "reject", {"読めなかった行", "rows that could not be used"}, leaves);
}

}  // namespace hub::cli
