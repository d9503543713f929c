// Whose signed adapters may run: a file of public keys in base64, one a line, `#` and what follows
// left out; the one that `tsunagu adapter install` takes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hub/profile/problem.hpp"

namespace hub::profile {

struct Node;

struct Publishers {
  std::filesystem::path file;  ///< empty: nobody is trusted
  std::vector<std::string> keys;
  Place at;
};

void read(const Node& node, Problems& problems, Publishers& out);

/// Reads the keys of the file; each line that is no key is a problem.
void read_keys(Publishers& publishers, Problems& problems);

}  // namespace hub::profile
