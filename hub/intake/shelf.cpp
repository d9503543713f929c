#include "hub/intake/shelf.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>

#include "hub/adapter/safe_file.hpp"
#include "hub/adapter/signed_module.hpp"
#include "hub/base/unique_fd.hpp"
#include "hub/crypto/bytes.hpp"

namespace hub::intake {
namespace {

namespace fs = std::filesystem;
using base::Kind;
using base::Result;

constexpr std::uintmax_t note_bytes = 8'192;

base::Failure not_put(const fs::path& file) {
  return base::fail(Kind::internal, "a file could not be written: " + file.string());
}

Result<std::string> bytes_of(const fs::path& file) {
  auto bytes = adapter::read_whole(file, adapter::module_bytes);
  if (!bytes && bytes.error().kind() == Kind::too_large)
    return base::fail(Kind::too_large, "the adapter is larger than 64 MiB");
  return bytes;
}

/// What a publisher signed of the module beside it; empty: nothing.
Result<std::string> note_beside(const fs::path& module) {
  const fs::path note = adapter::signed_file(module);
  std::error_code failed;
  if (!fs::exists(fs::symlink_status(note, failed))) return std::string();
  const auto safe = adapter::check_safe_file(note);
  if (!safe) return safe.error();
  if (fs::file_size(*safe, failed) > note_bytes || failed)
    return base::fail(Kind::invalid, note.string() + ": is no signature of an adapter");
  return bytes_of(*safe);
}

std::string name_of(const crypto::Digest& digest, const fs::path& module) {
  return crypto::to_hex(digest) + (module.extension() == ".so" ? ".so" : "");
}
std::string name_of(std::string_view bytes, const fs::path& module) {
  return name_of(crypto::sha256(crypto::bytes_of(bytes)), module);
}

bool write_all(int fd, std::string_view bytes, mode_t mode) {
  while (!bytes.empty()) {
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fchmod(fd, mode) == 0 && ::fsync(fd) == 0;
}

/// Under another name first: what a stop leaves half written never bears the name of its hash.
bool put_durably(const fs::path& to, std::string_view bytes, mode_t mode) {
  fs::path waiting = to;
  waiting += ".new";
  ::unlink(waiting.c_str());
  const base::UniqueFd fd(
      ::open(waiting.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0700));
  if (!fd || !write_all(fd.get(), bytes, mode)) return false;
  if (::rename(waiting.c_str(), to.c_str()) != 0) return false;
  const base::UniqueFd folder(::open(to.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return folder && ::fsync(folder.get()) == 0;
}

}  // namespace

bool Shelf::make_folder() const {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  fs::permissions(folder_, fs::perms::owner_all, failed);
  return !failed;
}

Result<std::string> Shelf::put(const fs::path& module) const {
  const auto safe = adapter::check_safe_file(module);
  if (!safe) return safe.error();
  auto bytes = bytes_of(*safe);
  if (!bytes) return bytes.error();
  auto note = note_beside(module);
  if (!note) return note.error();
  auto name = name_of(*bytes, module);
  const auto done = put_back({name, std::move(*note), std::move(*bytes)});
  if (!done) return done.error();
  return name;
}

Result<store::AdapterModule> Shelf::read(const std::string& name) const {
  auto bytes = bytes_of(at(name));
  if (!bytes) return bytes.error();
  auto note = note_beside(at(name));
  if (!note) return note.error();
  return store::AdapterModule{name, std::move(*note), std::move(*bytes)};
}

bool Shelf::holds(const std::string& name) const {
  return name_of(digest_of(at(name)), at(name)) == name;
}

Result<> Shelf::put_back(const store::AdapterModule& module) const {
  if (name_of(module.bytes, at(module.name)) != module.name)
    return base::fail(Kind::corrupt, "the kept module " + module.name + " is not what it was");
  if (!make_folder()) return not_put(folder_);
  const fs::path note = adapter::signed_file(at(module.name));
  std::error_code failed;
  if (module.note.empty()) fs::remove(note, failed);
  if (!module.note.empty() && !put_durably(note, module.note, 0444)) return not_put(note);
  if (holds(module.name)) return {};
  if (!put_durably(at(module.name), module.bytes, 0555)) return not_put(at(module.name));
  return {};
}

// By pieces: a start hashes the modules of all sources, and whole ones would stay in the allocator.
crypto::Digest digest_of(const fs::path& file) {
  crypto::Sha256 hash;
  std::error_code failed;
  if (fs::file_size(file, failed) > adapter::module_bytes || failed) return hash.finish();
  std::ifstream in(file, std::ios::binary);
  std::array<char, 65'536> piece;
  while (in.read(piece.data(), piece.size()), in.gcount() > 0)
    hash.add(std::string_view(piece.data(), static_cast<std::size_t>(in.gcount())));
  return hash.finish();
}

}  // namespace hub::intake
