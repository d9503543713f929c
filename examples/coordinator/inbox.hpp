// Which notices have come: the same id with the same body is the same notice, with another body it
// is a contradiction. With a journal it remembers across restarts.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

namespace coordinator {

enum class Arrival { fresh, repeated, contradicts };

class Inbox {
 public:
  /// Reads the journal if there is one; throws std::runtime_error if it can't be written.
  explicit Inbox(const std::filesystem::path& journal);
  /// Written and flushed before it returns.
  Arrival take(std::string_view id, std::string_view body);

 private:
  std::map<std::string, std::string, std::less<>> seen_;  ///< id → SHA-256 of the body
  std::ofstream journal_;
};

}  // namespace coordinator
