// Where the tests find the sources and what was built. Functions, not macros: the folders' names
// are compiled into one file alone, so that a compiler cache serves the others in every folder.
#pragma once

#include <string>
#include <string_view>

namespace tests {

/// An absolute path: in_source("/config/hub.yaml").
std::string in_source(std::string_view rest = {});
std::string in_build(std::string_view rest = {});

}  // namespace tests
