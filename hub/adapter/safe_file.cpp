#include "hub/adapter/safe_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace hub::adapter {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using std::filesystem::path;

bool owned_by_us_or_root(const struct stat& found) {
  return found.st_uid == 0 || found.st_uid == ::geteuid();
}

bool writable_by_others(const struct stat& found) {
  const bool sticky_folder = S_ISDIR(found.st_mode) && (found.st_mode & S_ISVTX) != 0;
  return (found.st_mode & (S_IWGRP | S_IWOTH)) != 0 && !sticky_folder;
}

Result<> check_one(const path& at) {
  struct stat found {};
  if (::lstat(at.c_str(), &found) != 0) {
    return fail(Kind::not_found, at.string() + ": is not there, or not readable");
  }
  if (!owned_by_us_or_root(found)) {
    return fail(Kind::forbidden,
                at.string() + ": belongs to another user; chown it to root or to the hub's user");
  }
  if (writable_by_others(found)) {
    return fail(Kind::forbidden, at.string() + ": others may write it; chmod go-w it");
  }
  return {};
}

}  // namespace

Result<path> check_safe_file(const path& file) {
  std::error_code error;
  const path real = std::filesystem::canonical(file, error);
  if (error) return fail(Kind::not_found, file.string() + ": " + error.message());
  if (!std::filesystem::is_regular_file(real)) {
    return fail(Kind::invalid, real.string() + ": is no regular file");
  }
  for (path at = real;; at = at.parent_path()) {
    if (const Result<> checked = check_one(at); !checked) return checked.error();
    if (at == at.root_path()) return real;
  }
}

Result<std::string> read_whole(const std::filesystem::path& file, std::uintmax_t most) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(file, failed);
  if (failed) return fail(Kind::not_found, file.string() + ": " + failed.message());
  if (size > most)
    return fail(Kind::too_large,
                file.string() + ": is larger than " + std::to_string(most) + " bytes");
  std::ifstream in(file, std::ios::binary);
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace hub::adapter
