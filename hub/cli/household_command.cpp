// `tsunagu household list|show|part|rejoin`
#include <CLI/CLI.hpp>

#include "hub/cli/commands.hpp"
#include "hub/cli/worded.hpp"

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
    {"from", {"転入日", "since"}},
};
constexpr Column former[] = {
    {"person", {"人", "person"}},
    {"evidence", {"根拠", "evidence"}, Cell::word},
    {"until", {"転出日", "until"}},
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
    {"former", {"以前の世帯員", "Former members"}, former, true},
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
    {.name = "rejoin",
     .help = {"世帯から外した決定を取り消す(市の担当者)",
              "takes back that somebody is not of a household (an officer)"},
     .verb = "household.rejoin",
     .argument = "person",
     .argument_help = {"人のID", "id of the person"},
     .done = {"記録しました。", "noted"}},
};

constexpr WordOption part[] = {
    {"household", "household", {"世帯のID", "id of the household"}, WordOption::needed},
    {"person", "person", {"人のID", "id of the person"}, WordOption::needed},
};
constexpr Worded worded[] = {
    {.name = "part",
     .verb = "household.part",
     .help = {"その人は世帯の一員でないと記録する。以後、規則では入れない(市の担当者)",
              "takes somebody out of a household for good (an officer)"},
     .options = part,
     .done = {"記録しました。", "noted"}},
};

}  // namespace

void add_household_command(CLI::App& app, Console& console) {
  std::shared_ptr<DaemonAddress> address;
  auto& group = add_leaves(app, console, "household", {"世帯", "households"}, leaves, address);
  add_worded(group, console, address, worded);
}

}  // namespace hub::cli
