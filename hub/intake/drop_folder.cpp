#include "hub/intake/drop_folder.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <set>

#include "hub/base/ids.hpp"

namespace hub::intake {
namespace {

using base::Failure;
using base::Kind;
using base::Result;

constexpr std::size_t block_bytes = std::size_t{1} << 20;
constexpr char claimed_name[] = ".claimed";
constexpr std::size_t longest_name = 255 - 37;  // room for `<uuid>_` before it

Failure system_failure(std::string_view doing) {
  const Kind kind = errno == ENOSPC || errno == EDQUOT ? Kind::storage_full : Kind::unavailable;
  return Failure(kind, std::strerror(errno)).in(doing);
}

/// Never leaves the folder, never follows a link.
int open_beneath(int folder, const char* name) {
  open_how how{};
  how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(::syscall(SYS_openat2, folder, name, &how, sizeof how));
}

std::int64_t changed_ns(const struct stat& info) {
  return info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec;
}

std::optional<DropRefusal> refusal_of(const struct stat& info, std::uint64_t largest) {
  if (S_ISLNK(info.st_mode)) return DropRefusal::symlink;
  if (!S_ISREG(info.st_mode)) return DropRefusal::not_regular;
  if (info.st_nlink != 1) return DropRefusal::several_links;
  if (static_cast<std::uint64_t>(info.st_size) > largest) return DropRefusal::too_large;
  return std::nullopt;
}

Result<std::vector<std::string>> names_in(int folder) {
  const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (copy < 0) return system_failure("open drop folder");
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(::fdopendir(copy), ::closedir);
  if (!dir) return system_failure("list drop folder");
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(dir.get())) {
    const std::string_view name = entry->d_name;
    if (!name.starts_with('.')) names.emplace_back(name);  // hidden: somebody's temporary file
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// `<uuid>_<name>`: the claim and the name it came under.
std::optional<std::pair<std::string, std::string>> split_claim(const std::string& name) {
  if (name.size() < 38 || name[36] != '_' || !base::uuid_from_text(name.substr(0, 36))) {
    return std::nullopt;
  }
  return std::pair(name.substr(0, 36), name.substr(37));
}

std::string claim_file(const ClaimedFile& file) {
  return file.claim + "_" + file.name;
}

/// Its own, and two that keep its beginning and its ending, which the feed's pattern asks for.
std::vector<std::string> names_back(const ClaimedFile& file) {
  const auto dot = std::min(file.name.rfind('.'), file.name.size());
  const auto stem = file.name.substr(0, dot);
  const auto ending = file.name.substr(dot);
  return {file.name, stem + ".again" + ending, stem + ".again-" + file.claim + ending};
}

}  // namespace

std::string_view name_of(DropRefusal refusal) noexcept {
  switch (refusal) {
    case DropRefusal::symlink:
      return "symlink";
    case DropRefusal::not_regular:
      return "not_regular";
    case DropRefusal::several_links:
      return "several_links";
    case DropRefusal::too_large:
      return "too_large";
    case DropRefusal::unreadable:
      return "unreadable";
    case DropRefusal::long_name:
      return "long_name";
  }
  return "unreadable";
}

DropFolder::DropFolder(DropSettings settings, base::UniqueFd root, base::UniqueFd claimed,
                       const base::Clock& clock, base::Random& random)
    : settings_(std::move(settings)),
      root_(std::move(root)),
      claimed_(std::move(claimed)),
      clock_(&clock),
      random_(&random) {}

Result<DropFolder> DropFolder::open(DropSettings settings, const base::Clock& clock,
                                    base::Random& random) {
  std::error_code error;
  std::filesystem::create_directories(settings.folder, error);
  base::UniqueFd root(::open(settings.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root) return system_failure("open drop folder " + settings.folder.string());
  if (::mkdirat(root.get(), claimed_name, 0700) != 0 && errno != EEXIST) {
    return system_failure("make .claimed in " + settings.folder.string());
  }
  base::UniqueFd claimed(
      ::openat(root.get(), claimed_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (!claimed) return system_failure("open .claimed in " + settings.folder.string());
  return DropFolder(std::move(settings), std::move(root), std::move(claimed), clock, random);
}

Result<Look> DropFolder::look() {
  Look look;
  if (has_claimed_) {
    if (auto taken = take_up(look); !taken) return taken.error();
    has_claimed_ = false;
  }
  const auto names = names_in(root_.get());
  if (!names) return names.error();
  const std::set<std::string> present(names->begin(), names->end());
  std::erase_if(seen_, [&present](const auto& entry) { return present.count(entry.first) == 0; });
  for (const auto& name : *names) {
    if (auto looked = look_at(name, look); !looked) return looked.error();
  }
  return look;
}

Result<> DropFolder::take_up(Look& look) {
  const auto names = names_in(claimed_.get());
  if (!names) return names.error();
  for (const auto& name : *names) {
    const auto parts = split_claim(name);
    base::UniqueFd file(open_beneath(claimed_.get(), name.c_str()));
    struct stat info {};
    if (!parts || !file || ::fstat(file.get(), &info) != 0) continue;
    look.claimed.push_back(
        {std::move(file), parts->first, parts->second, static_cast<std::uint64_t>(info.st_size)});
  }
  return {};
}

bool fits(const std::string& pattern, const std::string& name) {
  return pattern.empty() || ::fnmatch(pattern.c_str(), name.c_str(), FNM_CASEFOLD) == 0;
}

Result<> DropFolder::look_at(const std::string& name, Look& look) {
  if (!fits(settings_.pattern, name)) return {};
  struct stat info {};
  if (::fstatat(root_.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return {};  // gone
  if (S_ISDIR(info.st_mode)) return {};
  auto [at, fresh] = seen_.try_emplace(name);
  Seen& seen = at->second;
  const auto refusal = name.size() > longest_name ? std::optional(DropRefusal::long_name)
                                                  : refusal_of(info, settings_.largest);
  if (refusal) {
    if (!seen.refused) look.problems.push_back({info.st_ino, *refusal});
    seen.refused = true;
    return {};
  }
  const bool still = !fresh && !seen.refused &&
                     seen.size == static_cast<std::uint64_t>(info.st_size) &&
                     seen.changed_ns == changed_ns(info);
  if (!still) {
    seen = {static_cast<std::uint64_t>(info.st_size), changed_ns(info), clock_->steady(), false};
  }
  if (clock_->steady() - seen.since < settings_.quiet) {
    look.waiting = true;
    return {};
  }
  return claim(name, look);
}

Result<> DropFolder::claim(const std::string& name, Look& look) {
  ClaimedFile taken;
  taken.claim = base::to_text(base::make_uuid7(clock_->now(), *random_));
  taken.name = name;
  const auto target = claim_file(taken);
  if (::renameat(root_.get(), name.c_str(), claimed_.get(), target.c_str()) != 0) {
    if (errno == ENOENT) return {};
    return system_failure("claim a dropped file");
  }
  seen_.erase(name);
  taken.file.reset(open_beneath(claimed_.get(), target.c_str()));
  struct stat info {};
  const bool readable = taken.file && ::fstat(taken.file.get(), &info) == 0;
  const auto refusal = readable ? refusal_of(info, settings_.largest) : DropRefusal::unreadable;
  if (refusal) {  // it was exchanged between the look and the claim
    look.problems.push_back({info.st_ino, *refusal});
    return give_back(taken);
  }
  taken.size = static_cast<std::uint64_t>(info.st_size);
  look.claimed.push_back(std::move(taken));
  return {};
}

Result<> DropFolder::read(const ClaimedFile& file,
                          const std::function<Result<>(std::span<const std::uint8_t>)>& take) {
  struct stat before {};
  struct stat after {};
  if (::fstat(file.file.get(), &before) != 0) return system_failure("read a dropped file");
  std::vector<std::uint8_t> block(block_bytes);
  std::uint64_t done = 0;
  while (true) {
    const auto got = ::pread(file.file.get(), block.data(), block.size(), static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure("read a dropped file");
    if (got == 0) break;
    done += static_cast<std::uint64_t>(got);
    if (done > file.size) break;
    if (auto taken = take(std::span(block.data(), static_cast<std::size_t>(got))); !taken) {
      return taken.error();
    }
  }
  if (::fstat(file.file.get(), &after) != 0) return system_failure("read a dropped file");
  if (done != file.size || changed_ns(before) != changed_ns(after)) {
    return base::fail(Kind::invalid, "the file is still being written to");
  }
  return {};
}

Result<> DropFolder::finish(const ClaimedFile& file) {
  if (::unlinkat(claimed_.get(), claim_file(file).c_str(), 0) != 0 && errno != ENOENT) {
    return system_failure("remove a file whose bytes are kept");
  }
  return {};
}

Result<> DropFolder::give_back(const ClaimedFile& file) {
  const auto from = claim_file(file);
  errno = EEXIST;
  for (const auto& name : names_back(file)) {
    if (!fits(settings_.pattern, name)) continue;
    if (::syscall(SYS_renameat2, claimed_.get(), from.c_str(), root_.get(), name.c_str(),
                  1u /* RENAME_NOREPLACE */) == 0) {
      return {};
    }
  }
  has_claimed_ = true;
  return system_failure("give a dropped file back");
}

}  // namespace hub::intake
