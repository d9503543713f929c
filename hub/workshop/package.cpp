#include "hub/workshop/package.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "hub/base/unique_fd.hpp"
#include "hub/crypto/key_file.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
using base::Kind;

constexpr std::size_t header_bytes = 4096;

/// The file's name is made of it.
bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

struct Cut {
  std::string_view header;
  std::string_view signature;
  std::string_view module;
};

/// False where there are no two lines at its front.
bool cut(std::string_view file, Cut& out) {
  const std::size_t first = file.substr(0, header_bytes).find('\n');
  if (first == std::string_view::npos) return false;
  const std::size_t second = file.substr(0, first + 1 + header_bytes).find('\n', first + 1);
  if (second == std::string_view::npos) return false;
  out = {file.substr(0, first), file.substr(first + 1, second - first - 1),
         file.substr(second + 1)};
  return true;
}

base::Failure io_failure(const fs::path& file) {
  return base::fail(Kind::internal, "a file could not be written: " + file.string());
}

base::Result<> write_all(const fs::path& file, std::string_view bytes) {
  const base::UniqueFd fd(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (fd.get() < 0) return io_failure(file);
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return io_failure(file);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fchmod(fd.get(), 0644) != 0 || ::fsync(fd.get()) != 0) return io_failure(file);
  return {};
}

/// Written beside, then put in its place at once.
base::Result<> put(const fs::path& to, std::string_view bytes) {
  const fs::path waiting = to.parent_path() / ("." + to.filename().string() + ".new");
  std::error_code failed;
  fs::remove(waiting, failed);
  if (auto written = write_all(waiting, bytes); !written) return written;
  fs::rename(waiting, to, failed);
  if (failed) return io_failure(to);
  return {};
}

}  // namespace

std::string pack(const tsunagu::wire::Manifest& manifest, std::string_view module,
                 const crypto::Signer& publisher) {
  const std::string header =
      adapter::header_of(manifest.id, manifest.version, module, publisher.public_key()).line();
  const auto signature = publisher.sign(crypto::bytes_of(header));
  return header + '\n' + crypto::to_base64(signature) + '\n' + std::string(module);
}

base::Result<Package> unpack(std::string_view file, const std::vector<std::string>& trusted) {
  Cut parts;
  const auto header = cut(file, parts) ? adapter::read_header(parts.header) : std::nullopt;
  if (!header) return base::fail(Kind::invalid, "this is no adapter package");
  if (std::find(trusted.begin(), trusted.end(), header->publisher) == trusted.end())
    return base::fail(Kind::forbidden, "the package's publisher is not among the trusted keys");
  if (!adapter::is_signed(*header, parts.header, parts.signature))
    return base::fail(Kind::forbidden, "the package's signature is not its publisher's");
  if (!header->names(parts.module))
    return base::fail(Kind::forbidden, "the package's module is not the one that was signed");
  if (!is_id(header->id)) return base::fail(Kind::invalid, "this is no adapter package");
  const std::size_t lines = file.size() - parts.module.size();
  return Package{*header, std::string(file.substr(0, lines)), std::string(parts.module)};
}

base::Result<fs::path> install(const Package& package, const fs::path& adapters) {
  fs::path module = adapters / ("adapter_" + package.header.id + ".so");
  if (auto done = put(module, package.module); !done) return done.error();
  if (auto done = put(adapter::signed_file(module), package.signed_text); !done)
    return done.error();
  return module;
}

base::Result<crypto::Signer> read_publisher(const fs::path& file) {
  const auto seeds = crypto::read_master_secrets(file);
  if (!seeds) return seeds.error();
  return crypto::Signer(seeds->back().bytes());
}

base::Result<std::vector<std::string>> read_trusted(const fs::path& file) {
  std::ifstream in(file);
  if (!in) return base::fail(Kind::not_found, "the file can't be read: " + file.string());
  std::vector<std::string> keys;
  for (std::string line; std::getline(in, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    line.erase(std::remove(line.begin(), line.end(), ' '), line.end());
    if (!line.empty()) keys.push_back(line);
  }
  return keys;
}

}  // namespace hub::workshop
