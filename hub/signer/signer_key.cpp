#include "hub/signer/signer_key.hpp"

#include "hub/crypto/key_file.hpp"

namespace hub::signer {
namespace {

using base::fail;
using base::Kind;
using base::Result;

constexpr std::string_view title = "PRIVATE+KEY+";
constexpr char ed25519 = 1;
constexpr std::size_t seed_bytes = 32;

base::Failure no_key(const std::filesystem::path& file) {
  return fail(Kind::invalid, file.string() + ": is no key of a signer; make one with " +
                                 "tsunagu-signer --create --name NAME");
}

}  // namespace

Result<SignerKey> SignerKey::read(const std::filesystem::path& file) {
  const auto secret = crypto::read_secret(file);
  if (!secret) return secret.error();
  std::string_view text = crypto::text_of(secret->bytes());
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (!text.starts_with(title)) return no_key(file);
  text.remove_prefix(title.size());
  const auto name_end = text.find('+');
  const auto id_end = text.find('+', name_end + 1);
  if (name_end == std::string_view::npos || id_end == std::string_view::npos) return no_key(file);
  const std::string name(text.substr(0, name_end));
  auto bytes = crypto::from_base64(text.substr(id_end + 1));
  const bool fits = bytes && bytes->size() == seed_bytes + 1 && bytes->front() == ed25519;
  if (!fits || !audit::is_name(name)) return no_key(file);
  SignerKey key(name, crypto::Signer(crypto::bytes_of(*bytes).subspan(1)));
  crypto::wipe(*bytes);
  const auto id = text.substr(name_end + 1, id_end - name_end - 1);
  if (crypto::to_hex(key.verifier().id()) != id) return no_key(file);
  return key;
}

Result<SignerKey> SignerKey::create(const std::filesystem::path& file, const std::string& name,
                                    base::Random& random) {
  if (!audit::is_name(name))
    return fail(Kind::invalid, "a name has 1 to 128 printable ASCII characters, no blank, no plus");
  std::array<std::uint8_t, seed_bytes + 1> bytes{ed25519};
  random.fill(std::span(bytes).subspan(1));
  SignerKey key(name, crypto::Signer(crypto::ByteView(bytes).subspan(1)));
  std::string text = std::string(title) + name + "+" + crypto::to_hex(key.verifier().id()) + "+" +
                     crypto::to_base64(bytes) + "\n";
  const Result<> written = crypto::write_new_secret(file, text);
  crypto::wipe(text);
  bytes.fill(0);
  if (!written) return written.error();
  return key;
}

}  // namespace hub::signer
