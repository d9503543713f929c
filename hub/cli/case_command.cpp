// `tsunagu case list|show`
#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/cli/referral_columns.hpp"

namespace hub::cli {
namespace {

constexpr Column cases[] = {
    {"case", {"ケース", "case"}},
    {"state", {"状態", "state"}, Cell::word},
    {"referrals", {"つなぎ", "referrals"}},
    {"openedAt", {"開始", "opened"}, Cell::time},
    {"closedAt", {"終結", "closed"}, Cell::time},
    {"household", {"世帯", "household"}},
};
constexpr Column persons[] = {
    {"person", {"人", "person"}},
    {"subject", {"立場", "as"}, Cell::word},
};
constexpr Section listed[] = {{"case", {"ケース", "Cases"}, cases}};
constexpr Section shown[] = {
    {"case", {"ケース", "Case"}, cases},
    {"person", {"対象の人", "Persons"}, persons, true},
    {"referral", {"つなぎ", "Referrals"}, referral_columns, true},
};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"ケースを新しい順に示す", "cases, the newest first"},
     .verb = "case.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"1件の状態と、対象の人、つなぎ", "one case: its persons by id, its referrals"},
     .verb = "case.show",
     .argument = "case",
     .argument_help = {"ケースのID", "id of the case"},
     .sections = shown},
};

}  // namespace

void add_case_command(CLI::App& app, Console& console) {
  add_leaves(app, console, "case", {"ケース", "cases"}, leaves);
}

}  // namespace hub::cli
