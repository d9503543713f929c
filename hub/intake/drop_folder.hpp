// A folder into which a field's system, or a person, puts its exports. A file is taken when it has
// stood still for a while, by renaming it under our own name, so that nobody's name, link or second
// writer decides what we read. What can't be taken stays where it is and is said once.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "hub/base/clock.hpp"
#include "hub/base/limits.hpp"
#include "hub/base/random.hpp"
#include "hub/base/result.hpp"
#include "hub/base/unique_fd.hpp"

namespace hub::intake {

struct DropSettings {
  std::filesystem::path folder;
  std::string pattern;  ///< of names, with `*`; capitals do not count; empty: every name
  std::chrono::milliseconds quiet{base::limits::quiet_ms};  ///< size and time must not change
  std::uint64_t largest = base::limits::arrival_bytes;
};

/// A file that is ours now: open for reading, renamed to `.claimed/<claim>` in the same folder.
struct ClaimedFile {
  base::UniqueFd file;
  std::string claim;  ///< our name for it; a UUID
  std::string name;   ///< the name it came under; it may name a person, so it is never logged
  std::uint64_t size = 0;
};

/// Why a directory entry is left alone.
enum class DropRefusal { symlink, not_regular, several_links, too_large, unreadable, long_name };

std::string_view name_of(DropRefusal refusal) noexcept;

struct DropProblem {
  std::uint64_t inode = 0;  ///< names the file to an operator without its name
  DropRefusal refusal = DropRefusal::unreadable;
};

struct Look {
  std::vector<ClaimedFile> claimed;   ///< the oldest first
  std::vector<DropProblem> problems;  ///< seen for the first time
  bool waiting = false;               ///< something is there that is not quiet yet
};

/// Capitals do not count; an empty pattern takes every name.
bool fits(const std::string& pattern, const std::string& name);

/// One folder; one thread.
class DropFolder {
 public:
  /// Makes the folder and `.claimed` (mode 0700 below a folder that others can't write). Borrows.
  static base::Result<DropFolder> open(DropSettings settings, const base::Clock& clock,
                                       base::Random& random);

  /// What is ready now. At the first look also what an earlier run had claimed and not finished.
  base::Result<Look> look();

  /// Reads the whole file in blocks of at most 1 MiB. `invalid` when it changed meanwhile (somebody
  /// still writes to it): give it back then. A failure of `take` ends the reading.
  static base::Result<> read(
      const ClaimedFile& file,
      const std::function<base::Result<>(std::span<const std::uint8_t>)>& take);

  /// The bytes are committed in the store: the file goes.
  base::Result<> finish(const ClaimedFile& file);
  /// Puts the file back under its own name, or one made of it that the pattern fits too; it is
  /// looked at again when it is quiet. Where it can't be put back it stays claimed, and the next
  /// look brings it.
  base::Result<> give_back(const ClaimedFile& file);

 private:
  struct Seen {
    std::uint64_t size = 0;
    std::int64_t changed_ns = 0;
    base::Monotonic since;
    bool refused = false;
  };
  DropFolder(DropSettings settings, base::UniqueFd root, base::UniqueFd claimed,
             const base::Clock& clock, base::Random& random);

  base::Result<> take_up(Look& look);
  base::Result<> look_at(const std::string& name, Look& look);
  base::Result<> claim(const std::string& name, Look& look);

  DropSettings settings_;
  base::UniqueFd root_;
  base::UniqueFd claimed_;
  const base::Clock* clock_;
  base::Random* random_;
  std::map<std::string, Seen> seen_;
  bool has_claimed_ = true;  ///< something may stand in `.claimed` that nobody works at
};

}  // namespace hub::intake
