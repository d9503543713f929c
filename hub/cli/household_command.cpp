// `tsunagu household list|show`
#include "hub/cli/commands.hpp"
#include "hub/cli/leaf.hpp"

namespace hub::cli {
namespace {

constexpr Column households[] = {
    {"household", {"世帯", "household"}},
    {"members", {"人数", "members"}},
    {"openCases", {"進行中のケース", "open cases"}},
};
constexpr Column members[] = {
    {"person", {"人", "person"}},
    {"strength", {"確かさ", "strength"}, Cell::word},
    {"evidence", {"根拠", "evidence"}, Cell::word},
};
constexpr Column links[] = {
    {"link", {"記録のID", "link"}},
    {"person", {"人", "person"}},
    {"source", {"知っている仕組み", "known to"}},
    {"record", {"記録", "record"}, Cell::word},
    {"strength", {"確かさ", "strength"}, Cell::word},
    {"rule", {"根拠", "rule"}, Cell::word},
    {"madeBy", {"つないだ者", "by"}},
    {"madeAt", {"時", "at"}, Cell::time},
};
constexpr Section listed[] = {{"household", {"世帯", "Households"}, households}};
constexpr Section shown[] = {
    {"household", {"世帯", "Household"}, households},
    {"member", {"世帯員", "Members"}, members},
    {"link", {"同じ人とみた記録", "Records joined to each"}, links, true},
};

constexpr Leaf leaves[] = {
    {.name = "list",
     .help = {"世帯を新しい順に示す", "households, the newest first"},
     .verb = "household.list",
     .sections = listed,
     .is_list = true},
    {.name = "show",
     .help = {"世帯員と、つながりの根拠(内容は示さない)",
              "members and the evidence of each link, no contents"},
     .verb = "household.show",
     .argument = "household",
     .argument_help = {"世帯のID", "id of the household"},
     .sections = shown},
};

}  // namespace

void add_household_command(CLI::App& app, Console& console) {
  add_leaves(app, console, "household", {"世帯", "households"}, leaves);
}

}  // namespace hub::cli
