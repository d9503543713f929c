#include "hub/profile/forum.hpp"

#include <array>

namespace hub::profile {
namespace {

using domain::RecipientKind;

constexpr std::array<Word<Extent>, 2> extents{{{"whole", Extent::whole}, {"part", Extent::part}}};
constexpr std::array<Word<Sitting>, 2> sittings{
    {{"定例", Sitting::regular}, {"随時", Sitting::ad_hoc}}};
constexpr std::array<Word<Choice>, 3> choices{
    {{"fixed", Choice::fixed}, {"per_item", Choice::per_item}, {"by_consent", Choice::by_consent}}};
constexpr std::array<Word<RecipientKind>, 5> member_kinds{
    {{"municipal", RecipientKind::municipal},
     {"other_organ", RecipientKind::other_organ},
     {"public_body", RecipientKind::public_body},
     {"contractor", RecipientKind::contractor},
     {"private", RecipientKind::private_}}};

}  // namespace

std::span<const Word<domain::RecipientKind>> words_of(WordsFor<RecipientKind>) {
  return member_kinds;
}
std::span<const Word<Choice>> words_of(WordsFor<Choice>) {
  return choices;
}
static std::span<const Word<Extent>> words_of(WordsFor<Extent>) {
  return extents;
}
static std::span<const Word<Sitting>> words_of(WordsFor<Sitting>) {
  return sittings;
}

static void read(const Node& node, Problems& problems, ForumFunction& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("basis", out.basis), may("extent", out.extent), may("when", out.when)});
}

static void read(const Node& node, Problems& problems, Calendar& out) {
  read_map(node, problems,
           {need("sitting", out.sitting), may("frequency", out.frequency), may("every", out.every),
            may("attendees", out.attendees)});
}

static void read(const Node& node, Problems& problems, Member& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("name", out.name), may("party", out.party), may("profession", out.profession),
            need("kind", out.kind), may("note", out.note)});
}

static void read(const Node& node, Problems& problems, MemberCategory& out) {
  out.at = node.at;
  read_map(node, problems, {need("name", out.name), need("members", out.members)});
}

static void read(const Node& node, Problems& problems, MemberTable& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("name", out.name), need("plan", out.plan),
            need("categories", out.categories), may("from", out.period.from),
            may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, Secrecy& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("basis", out.basis), need("binds", out.binds),
            may("papers_public", out.papers_public)});
}

static void read(const Node& node, Problems& problems, Forum& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code),
            need("name", out.name),
            may("functions", out.functions),
            may("choice", out.choice),
            need("convener", out.convener),
            may("chair", out.chair),
            may("chair_title", out.chair_title),
            may("secretariat", out.secretariat),
            may("sittings", out.sittings),
            may("triggers", out.triggers),
            may("purpose", out.purpose),
            may("personal_data", out.personal_data),
            may("tables", out.tables),
            may("attendance", out.attendance),
            may("overlaps", out.overlaps),
            may("secrecy", out.secrecy),
            need("plan", out.plan),
            may("note", out.note),
            may("from", out.period.from),
            may("until", out.period.until)});
}

void read(const Node& node, Problems& problems, Forums& out) {
  read_map(node, problems, {need("forums", out.forums), need("tables", out.tables)});
}

}  // namespace hub::profile
