#include "hub/cli/demo_scene.hpp"

namespace hub::cli {

// Found by the type they read.
void read(const profile::Node& node, profile::Problems& problems, SceneDecision& out);
void read(const profile::Node& node, profile::Problems& problems, SceneMeeting& out);
void read(const profile::Node& node, profile::Problems& problems, SceneStep& out);
void read(const profile::Node& node, profile::Problems& problems, SceneDay& out);
void read(const profile::Node& node, profile::Problems& problems, Scene& out);

namespace {

using base::fail;
using base::Kind;
using profile::may;
using profile::need;
using profile::Node;
using profile::Problems;

}  // namespace

void read(const Node& node, Problems& problems, SceneDecision& out) {
  read_map(node, problems,
           {need("timing", out.timing), may("plan", out.plan), may("policy", out.policy),
            may("turned_down", out.turned_down)});
}

void read(const Node& node, Problems& problems, SceneMeeting& out) {
  read_map(node, problems,
           {need("body", out.body), need("function", out.function), need("seats", out.seats),
            need("decides", out.decides), may("next", out.next)});
}

void read(const Node& node, Problems& problems, SceneStep& out) {
  read_map(node, problems,
           {may("verb", out.verb), may("with", out.with), may("as", out.as),
            may("tells", out.tells), may("refused", out.refused), may("meeting", out.meeting)});
}

void read(const Node& node, Problems& problems, SceneDay& out) {
  read_map(node, problems,
           {need("day", out.day), need("desk", out.desk), need("heading", out.heading),
            need("tells", out.tells), need("steps", out.steps)});
}

void read(const Node& node, Problems& problems, Scene& out) {
  read_map(node, problems,
           {need("title", out.title), need("tells", out.tells), need("partner", out.partner),
            need("desk", out.desk), may("exports", out.exports), need("days", out.days)});
}

base::Result<Scene> read_scene(const std::filesystem::path& scenes,
                               const std::string& municipality) {
  const bool plain =
      municipality.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
  const auto file = scenes / (municipality + ".yaml");
  if (!plain || municipality.empty() || !std::filesystem::exists(file))
    return fail(Kind::not_found,
                "the demonstration knows no municipality of that code; it plays "
                "in sakura, chigasaki, kobayashi, iga and oda");
  Problems problems;
  auto scene = profile::load_as<Scene>(file, problems);
  scene.municipality = municipality;
  if (problems.empty()) return scene;
  return fail(Kind::invalid, "the scene can't be read: " +
                                 profile::render(problems.all().front(), profile::Language::en));
}

}  // namespace hub::cli
