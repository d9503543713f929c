#include "hub/workshop/package.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "hub/base/unique_fd.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/crypto/sha256.hpp"
#include "tsunagu/json/check.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
namespace json = tsunagu::json;
using base::Kind;

constexpr std::array<std::string_view, 1> formats{"tsunagu-adapter-1"};
constexpr json::Member header_members[] = {
    {"format", json::choice(formats), json::Need::required},
    {"id", json::text(64), json::Need::required},
    {"version", json::text(64), json::Need::required},
    {"publisher", json::text(64), json::Need::required},
    {"size", json::integer(1, module_bytes), json::Need::required},
    {"sha256", json::text(64, 64), json::Need::required},
};
constexpr json::Shape header_shape = json::object(header_members);
constexpr std::size_t header_bytes = 4096;

std::string header_of(const tsunagu::wire::Manifest& manifest, std::string_view module,
                      const crypto::Signer& publisher) {
  std::string line;
  json::Writer out(line);
  out.begin_object();
  const auto text = [&out](std::string_view name, std::string_view value) {
    out.key(name);
    out.string(value);
  };
  text("format", formats[0]);
  text("id", manifest.id);
  text("version", manifest.version);
  text("publisher", crypto::to_base64(publisher.public_key()));
  out.key("size");
  out.integer(static_cast<std::int64_t>(module.size()));
  text("sha256", crypto::to_hex(crypto::sha256(crypto::bytes_of(module))));
  out.end_object();
  return line;
}

/// The file's name is made of it.
bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool is_signed(std::string_view header, std::string_view signature, std::string_view publisher) {
  const auto key = crypto::from_base64(publisher);
  const auto bytes = crypto::from_base64(signature);
  if (!key || !bytes || key->size() != crypto::PublicKey{}.size()) return false;
  crypto::PublicKey public_key{};
  std::copy(key->begin(), key->end(), public_key.begin());
  return crypto::verify_signature(public_key, crypto::bytes_of(header), crypto::bytes_of(*bytes));
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

}  // namespace

std::string pack(const tsunagu::wire::Manifest& manifest, std::string_view module,
                 const crypto::Signer& publisher) {
  const std::string header = header_of(manifest, module, publisher);
  const auto signature = publisher.sign(crypto::bytes_of(header));
  return header + '\n' + crypto::to_base64(signature) + '\n' + std::string(module);
}

base::Result<Package> unpack(std::string_view file, const std::vector<std::string>& trusted) {
  Cut parts;
  if (!cut(file, parts)) return base::fail(Kind::invalid, "this is no adapter package");
  const auto parsed = json::parse_untrusted(parts.header);
  if (!parsed.ok() || !json::check(parsed.root(), header_shape, json::Unknown::refuse).ok())
    return base::fail(Kind::invalid, "this is no adapter package");
  const auto root = parsed.root();
  const auto text = [&root](std::string_view name) { return std::string(root.find(name).text()); };
  Package out{text("id"), text("version"), text("publisher"), std::string(parts.module)};
  if (std::find(trusted.begin(), trusted.end(), out.publisher) == trusted.end())
    return base::fail(Kind::forbidden, "the package's publisher is not among the trusted keys");
  if (!is_signed(parts.header, parts.signature, out.publisher))
    return base::fail(Kind::forbidden, "the package's signature is not its publisher's");
  const bool whole = static_cast<std::int64_t>(out.module.size()) == root.find("size").integer() &&
                     crypto::to_hex(crypto::sha256(crypto::bytes_of(out.module))) == text("sha256");
  if (!whole)
    return base::fail(Kind::forbidden, "the package's module is not the one that was signed");
  if (!is_id(out.id)) return base::fail(Kind::invalid, "this is no adapter package");
  return out;
}

base::Result<fs::path> install(const Package& package, const fs::path& adapters) {
  const fs::path to = adapters / ("adapter_" + package.id + ".so");
  const fs::path waiting = adapters / (".adapter_" + package.id + ".new");
  std::error_code failed;
  fs::remove(waiting, failed);
  if (auto written = write_all(waiting, package.module); !written) return written.error();
  fs::rename(waiting, to, failed);
  if (failed) return io_failure(to);
  return to;
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
