#include "hub/profile/area.hpp"

#include <array>

namespace hub::profile {
namespace {

constexpr std::array<Word<Origin>, 2> origins{
    {{"plan", Origin::plan}, {"assumption", Origin::assumption}}};

}  // namespace

std::span<const Word<Origin>> words_of(WordsFor<Origin>) {
  return origins;
}

static void read(const Node& node, Problems& problems, Town& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("name", out.name), need("source", out.origin), may("note", out.note),
            may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, Area& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("name", out.name), may("whole", out.whole),
            may("layer", out.layer), may("towns", out.towns), may("note", out.note),
            may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, Route& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("field", out.field), need("desks", out.desks), may("note", out.note),
            may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, Coordinator& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("desk", out.desk), may("share", out.share),
            may("note", out.note), may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, Appointment& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("title", out.title), need("home", out.home),
            may("count", out.count), may("bases", out.bases), may("note", out.note),
            need("plan", out.plan), may("from", out.period.from), may("until", out.period.until)});
}

void read(const Node& node, Problems& problems, Areas& out) {
  read_map(node, problems,
           {need("areas", out.areas), need("routes", out.routes),
            need("coordinators", out.coordinators), may("appointments", out.appointments)});
}

}  // namespace hub::profile
