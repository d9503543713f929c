#include "hub/cli/demo_places.hpp"

#include <initializer_list>

namespace hub::cli {
namespace {

namespace fs = std::filesystem;

/// The first of `names` that exists in a folder of `from` or above it.
base::Result<fs::path> find_above(const fs::path& from, std::initializer_list<const char*> names) {
  for (auto folder = from;; folder = folder.parent_path()) {
    for (const auto* name : names) {
      if (fs::exists(folder / name)) return folder / name;
    }
    if (folder == folder.parent_path()) break;
  }
  return base::fail(base::Kind::not_found, std::string(*names.begin()) + " is not there (beside " +
                                               from.string() +
                                               " or above it); `make demo` builds "
                                               "what the demonstration needs");
}

}  // namespace

base::Result<DemoPlaces> find_demo_places(const fs::path& program) {
  const auto folder = program.parent_path();
  DemoPlaces places;
  const auto find = [&folder](fs::path& place, std::initializer_list<const char*> names) {
    auto found = find_above(folder, names);
    if (found) place = std::move(*found);
    return found ? base::Result<>() : base::Result<>(found.error());
  };
  fs::path bases;
  for (const auto& found :
       {find(places.hub, {"tsunagu-hub"}), find(places.coordinator, {"tsunagu-coordinator"}),
        find(places.signer, {"tsunagu-signer"}), find(places.verify, {"tsunagu-verify"}),
        find(places.adapters, {"adapters", "lib/tsunagu/adapters"}),
        find(bases, {"share/tsunagu/legal_bases.yaml", "config/legal_bases.yaml"}),
        find(places.exports, {"share/tsunagu/walkthrough", "examples/walkthrough/exports"}),
        find(places.scenes, {"share/tsunagu/scenes", "examples/walkthrough/scenes"})}) {
    if (!found) return found.error();
  }
  places.shared = bases.parent_path();
  return places;
}

}  // namespace hub::cli
