#include "hub/cli/text_file.hpp"

#include <fstream>
#include <sstream>

namespace hub::cli {

base::Result<std::string> read_text_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf()))
    return base::fail(base::Kind::not_found, "cannot read " + path);
  return text.str();
}

}  // namespace hub::cli
