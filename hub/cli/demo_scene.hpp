// What the demonstration plays in one municipality, as data (examples/walkthrough/scenes/): which
// exports are brought, and day after day who works at which desk, what he asks of the hub, and what
// the hub must refuse. Bodies, conveners, desks and grounds are those of the municipality's
// profile.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/profile/yaml_reader.hpp"

namespace hub::cli {

struct SceneDecision {
  std::string timing;  ///< create, change, suspend, close; share, field
  std::string plan;    ///< `$name` of one that was made before
  std::string policy;
  bool turned_down = false;
};

/// A sitting of that day: opened, seated, attended and decided.
struct SceneMeeting {
  std::string body;
  std::string function;
  std::vector<std::string> seats;  ///< codes, or names in the body's table
  std::vector<SceneDecision> decides;
  std::string next;  ///< ISO day: when it is heard again
};

/// One request of the administration socket, or a meeting.
struct SceneStep {
  std::string verb;
  profile::Node with;   ///< its members; `$name` stands for what was made before
  std::string as;       ///< the name of what it makes
  std::string tells;    ///< in Japanese; empty: nothing
  std::string refused;  ///< part of the refusal's Japanese; empty: it must work
  std::optional<SceneMeeting> meeting;
};

struct SceneDay {
  profile::Day day{};
  std::string desk;  ///< at which the officer of that day works
  std::string heading;
  std::string tells;
  std::vector<SceneStep> steps;
};

struct Scene {
  std::string municipality;
  std::string title;
  std::string tells;
  std::string partner;                 ///< whom the case is referred to
  std::string desk;                    ///< of the officer on the first morning
  std::vector<std::string> exports{};  ///< folders, in their order; empty: the walkthrough's
  std::vector<SceneDay> days;
};

/// `invalid` with every mistake of the file.
base::Result<Scene> read_scene(const std::filesystem::path& scenes,
                               const std::string& municipality);

}  // namespace hub::cli
