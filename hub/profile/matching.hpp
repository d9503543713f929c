// matching.yaml: by what conditions and weights a resource of the community is proposed to a person
// (参加支援). A municipality's own file stands in the place of the shared one.
#pragma once

#include <filesystem>
#include <memory>

#include "hub/domain/matching.hpp"
#include "hub/profile/yaml_node.hpp"

namespace hub::profile {

/// Null without either file.
std::shared_ptr<const domain::MatchingRules> read_matching(
    const std::filesystem::path& municipality, const std::filesystem::path& shared,
    Problems& problems);

}  // namespace hub::profile
