// A YAML file as a tree with places. Every scalar stays the text that was written: `no` is "no"
// until a typed reader (yaml_reader.hpp) decides. Anchors, aliases, tags, several documents and
// duplicate keys are refused: a configuration reads the same to everybody.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/profile/problem.hpp"

namespace hub::profile {

struct Entry;

struct Node {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  std::string text;            ///< of a scalar
  Place at;                    ///< where the value begins
  std::vector<Node> items;     ///< of a list
  std::vector<Entry> entries;  ///< of a map, in the order of the file
};

struct Entry {
  std::string key;
  Place at;
  Node value;
};

/// The value under `key` of a map, or null.
const Node* find(const Node& map, std::string_view key);

/// Parses one document of UTF-8 text. `file` is the name that problems show. On a syntax error
/// there is no tree, and a problem says where.
std::optional<Node> parse_yaml(std::string_view text, const std::string& file, Problems& problems);

/// Reads and parses a file of at most `limits::config_file_bytes`. `shown_as` is the name that
/// problems show (by default the path).
std::optional<Node> load_yaml(const std::filesystem::path& path, Problems& problems,
                              std::string shown_as = {});

}  // namespace hub::profile
