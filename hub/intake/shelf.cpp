#include "hub/intake/shelf.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "hub/adapter/safe_file.hpp"
#include "hub/base/unique_fd.hpp"
#include "hub/crypto/bytes.hpp"

namespace hub::intake {
namespace {

namespace fs = std::filesystem;
using base::Kind;
using base::Result;

constexpr std::uintmax_t module_bytes = std::uintmax_t{64} << 20U;

base::Failure not_put(const fs::path& file) {
  return base::fail(Kind::internal, "a file could not be written: " + file.string());
}

Result<std::string> bytes_of(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (failed || size > module_bytes)
    return base::fail(Kind::too_large, "the adapter is larger than 64 MiB");
  std::ifstream in(file, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fchmod(fd, 0555) == 0 && ::fsync(fd) == 0;
}

/// Under another name first: what a stop leaves half written never bears the name of its hash.
bool put_durably(const fs::path& to, std::string_view bytes) {
  fs::path waiting = to;
  waiting += ".new";
  ::unlink(waiting.c_str());
  const base::UniqueFd fd(
      ::open(waiting.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0700));
  if (!fd || !write_all(fd.get(), bytes)) return false;
  if (::rename(waiting.c_str(), to.c_str()) != 0) return false;
  const base::UniqueFd folder(::open(to.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return folder && ::fsync(folder.get()) == 0;
}

}  // namespace

Result<std::string> Shelf::put(const fs::path& module) const {
  const auto safe = adapter::check_safe_file(module);
  if (!safe) return safe.error();
  const auto bytes = bytes_of(*safe);
  if (!bytes) return bytes.error();
  const auto name = crypto::to_hex(crypto::sha256(crypto::bytes_of(*bytes))) +
                    (module.extension() == ".so" ? ".so" : "");
  std::error_code failed;
  fs::create_directories(folder_, failed);
  fs::permissions(folder_, fs::perms::owner_all, failed);
  if (failed) return not_put(folder_);
  if (fs::exists(at(name), failed)) return name;
  if (!put_durably(at(name), *bytes)) return not_put(at(name));
  return name;
}

crypto::Digest digest_of(const fs::path& file) {
  const auto bytes = bytes_of(file);
  return crypto::sha256(crypto::bytes_of(bytes ? *bytes : std::string()));
}

}  // namespace hub::intake
