#include "sdk/wire/program.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace tsunagu::wire {

std::optional<std::filesystem::path> interpreter_of(const std::filesystem::path& adapter) {
  constexpr std::size_t most = 256;  // as much of the line as the kernel reads
  std::string line(most, '\0');
  std::ifstream file(adapter, std::ios::binary);
  file.read(line.data(), static_cast<std::streamsize>(most));
  line.resize(static_cast<std::size_t>(file.gcount()));
  if (line.substr(0, 2) != "#!") return std::nullopt;
  line.erase(std::min(line.find('\n'), line.size()));
  const std::size_t begin = line.find_first_not_of(" \t", 2);
  if (begin == std::string::npos) return std::filesystem::path();
  return line.substr(begin, line.find_first_of(" \t", begin) - begin);
}

}  // namespace tsunagu::wire
