// A file that somebody names on the command line, whole.
#pragma once

#include <string>

#include "hub/base/result.hpp"

namespace hub::cli {

/// `not_found` where it can't be read.
base::Result<std::string> read_text_file(const std::string& path);

}  // namespace hub::cli
