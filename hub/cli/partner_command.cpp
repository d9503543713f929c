// `tsunagu partner list|resume`
#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column partners[] = {
    {"partner", {"相手", "partner"}},
    {"state", {"状態", "state"}, Cell::word},
    {"failures", {"続けて失敗", "failures"}},
    {"lastOkAt", {"最後の成功", "last ok"}, Cell::time},
    {"lastFailureAt", {"最後の失敗", "last failure"}, Cell::time},
    {"reason", {"理由", "reason"}},
};
constexpr Section listed[] = {{"partner", {"相手", "Partners"}, partners}};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"相手ごとの送付の状況", "how delivery to each goes"},
     .verb = "partner.list",
     .sections = listed},
    {.name = "resume",
     .help = {"止めた相手への送付を再開する", "delivers to a paused partner again"},
     .verb = "partner.resume",
     .argument = "partner",
     .argument_help = {"相手のコード(partner list で分かる)", "code of the partner (see list)"},
     .done = {"送付を再開しました。", "delivery goes on"}},
};

}  // namespace

void add_partner_command(CLI::App& app, Console& console) {
  add_leaves(app, console, "partner", {"相手", "partners"}, leaves);
}

}  // namespace hub::cli
