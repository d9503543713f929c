#include "hub/adapter/signed_module.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "hub/adapter/safe_file.hpp"
#include "hub/crypto/sha256.hpp"
#include "tsunagu/json/check.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::adapter {
namespace {

namespace fs = std::filesystem;
namespace json = tsunagu::json;
using base::fail;
using base::Kind;
using base::Result;

constexpr std::array<std::string_view, 1> formats{"tsunagu-adapter-1"};
constexpr json::Member header_members[] = {
    {"format", json::choice(formats), json::Need::required},
    {"id", json::text(64), json::Need::required},
    {"version", json::text(64), json::Need::required},
    {"publisher", json::text(64), json::Need::required},
    {"size", json::integer(1, module_bytes), json::Need::required},
    {"sha256", json::text(64, 64), json::Need::required},
};
constexpr std::uintmax_t signed_bytes = 8'192;
constexpr json::Shape header_shape = json::object(header_members);

std::string sha256_of(std::string_view module) {
  return crypto::to_hex(crypto::sha256(crypto::bytes_of(module)));
}

/// Of a file of at most so many.
std::optional<std::string> bytes_of(const fs::path& file, std::uintmax_t most) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || size > most) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

struct Signed {
  std::string_view line;
  std::string_view signature;
};

Signed cut(std::string_view text) {
  const auto first = text.find('\n');
  if (first == std::string_view::npos) return {text, {}};
  const auto rest = text.substr(first + 1);
  return {text.substr(0, first), rest.substr(0, rest.find('\n'))};
}

base::Failure changed(const fs::path& module, const char* how) {
  return fail(Kind::forbidden, module.string() + ": " + how +
                                   "; install its package again, or remove " +
                                   signed_file(module).filename().string());
}

}  // namespace

std::string ModuleHeader::line() const {
  std::string line;
  json::Writer out(line);
  out.begin_object();
  const auto text = [&out](std::string_view name, std::string_view value) {
    out.key(name);
    out.string(value);
  };
  text("format", formats[0]);
  text("id", id);
  text("version", version);
  text("publisher", publisher);
  out.key("size");
  out.integer(size);
  text("sha256", sha256);
  out.end_object();
  return line;
}

bool ModuleHeader::names(std::string_view module) const {
  return static_cast<std::int64_t>(module.size()) == size && sha256_of(module) == sha256;
}

ModuleHeader header_of(std::string_view id, std::string_view version, std::string_view module,
                       const crypto::PublicKey& publisher) {
  return {std::string(id), std::string(version), crypto::to_base64(publisher),
          static_cast<std::int64_t>(module.size()), sha256_of(module)};
}

std::optional<ModuleHeader> read_header(std::string_view line) {
  const auto parsed = json::parse_untrusted(line);
  if (!parsed.ok() || !json::check(parsed.root(), header_shape, json::Unknown::refuse).ok())
    return std::nullopt;
  const auto root = parsed.root();
  const auto text = [&root](std::string_view name) { return std::string(root.find(name).text()); };
  return ModuleHeader{text("id"), text("version"), text("publisher"), root.find("size").integer(),
                      text("sha256")};
}

bool is_signed(const ModuleHeader& header, std::string_view line, std::string_view signature) {
  const auto key = crypto::from_base64(header.publisher);
  const auto bytes = crypto::from_base64(signature);
  if (!key || !bytes || key->size() != crypto::PublicKey{}.size()) return false;
  crypto::PublicKey public_key{};
  std::copy(key->begin(), key->end(), public_key.begin());
  return crypto::verify_signature(public_key, crypto::bytes_of(line), crypto::bytes_of(*bytes));
}

fs::path signed_file(const fs::path& module) {
  fs::path file = module;
  return file.replace_extension(".signed");
}

Result<> check_signed(const fs::path& module) {
  const fs::path file = signed_file(module);
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return {};
  if (const auto safe = check_safe_file(file); !safe) return safe.error();
  const std::string text = bytes_of(file, signed_bytes).value_or("");
  const auto [line, signature] = cut(text);
  const auto header = read_header(line);
  if (!header || !is_signed(*header, line, signature))
    return changed(module, "what its publisher signed was changed");
  const auto found = bytes_of(module, module_bytes);
  if (!found || module.stem() != "adapter_" + header->id || !header->names(*found))
    return changed(module, "is not the module that its publisher signed");
  return {};
}

}  // namespace hub::adapter
