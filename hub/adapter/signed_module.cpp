#include "hub/adapter/signed_module.hpp"

#include <algorithm>
#include <array>

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

std::string name_of(const fs::path& file) {
  return file.filename().string();
}

Result<std::string> check_unsigned(const fs::path& module, const Trust& trust) {
  if (trust.was_signed)
    return fail(Kind::forbidden,
                module.string() + ": its signature " + name_of(signed_file(module)) +
                    " is gone; install its package again, or let the source be read "
                    "without one by `source accept`");
  if (trust.signed_only)
    return fail(
        Kind::forbidden,
        module.string() +
            ": nobody signed it, and signed_only is set; install a publisher's package of it");
  return std::string();
}

/// The note's own word: whole, of this module, of this adapter.
Result<ModuleHeader> check_note(const fs::path& module, std::string_view id,
                                const std::string& note) {
  const auto [line, signature] = cut(note);
  auto header = read_header(line);
  if (!header || !is_signed(*header, line, signature))
    return fail(
        Kind::forbidden,
        module.string() + ": what its publisher signed was changed; install its package again");
  const auto found = read_whole(module, module_bytes);
  if (!found || !header->names(*found))
    return fail(Kind::forbidden,
                module.string() +
                    ": is not the module that its publisher signed; install its package again");
  const std::string wanted = id.empty() ? module.stem().string() : "adapter_" + std::string(id);
  if (wanted != "adapter_" + header->id)
    return fail(Kind::forbidden, module.string() + ": its signature is of the adapter " +
                                     header->id + "; install its own package");
  return std::move(*header);
}

bool is_trusted(const std::string& publisher, const Trust& trust) {
  return trust.any_publisher || std::find(trust.publishers.begin(), trust.publishers.end(),
                                          publisher) != trust.publishers.end();
}

Result<> check_awaited(const fs::path& module, const Trust& trust) {
  if (trust.awaited.empty()) return {};
  const auto found = read_whole(module, module_bytes);
  if (found && sha256_of(*found) == trust.awaited) return {};
  return fail(Kind::forbidden,
              module.string() + ": is not what read the source before the restore (SHA-256 " +
                  trust.awaited + "); install that version, or take this one by `source accept`");
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

Result<std::string> check_signed(const fs::path& module, std::string_view id, const Trust& trust) {
  if (auto same = check_awaited(module, trust); !same) return same.error();
  const fs::path file = signed_file(module);
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return check_unsigned(module, trust);
  if (const auto safe = check_safe_file(file); !safe) return safe.error();
  const auto note = read_whole(file, signed_bytes);
  auto header = check_note(module, id, note ? *note : std::string());
  if (!header) return header.error();
  if (!is_trusted(header->publisher, trust))
    return fail(Kind::forbidden,
                module.string() + ": its publisher " + header->publisher +
                    " is not trusted; put that key into the file that hub.yaml names as "
                    "publishers, if you trust it");
  return std::move(header->publisher);
}

}  // namespace hub::adapter
