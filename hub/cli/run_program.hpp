// Runs another program to its end and takes what it says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "hub/base/result.hpp"

namespace hub::cli {

struct Ran {
  int status = 0;  ///< its exit status; 128 + the signal that ended it
  std::string out;
  std::string errors;
};

/// `arguments` without the program's own name. For programs that say little: each of the two must
/// fit a pipe. Waits as long as the program takes.
base::Result<Ran> run_program(const std::filesystem::path& program,
                              const std::vector<std::string>& arguments);

}  // namespace hub::cli
