#include "examples/coordinator/signature.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <stdexcept>

namespace coordinator {
namespace {

constexpr std::size_t least_key = 24;
constexpr std::int64_t window = 300;

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  out.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                                      raw(bytes), static_cast<int>(bytes.size()))));
  return out;
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_fresh(std::string_view timestamp, std::int64_t now) {
  std::int64_t at = 0;
  const auto* end = timestamp.data() + timestamp.size();
  const auto [stop, error] = std::from_chars(timestamp.data(), end, at);
  return error == std::errc{} && stop == end && at >= now - window && at <= now + window;
}

bool holds(std::string_view signatures, std::string_view wanted) {
  while (!signatures.empty()) {
    const auto space = std::min(signatures.find(' '), signatures.size());
    if (same(signatures.substr(0, space), wanted)) return true;
    signatures.remove_prefix(std::min(space + 1, signatures.size()));
  }
  return false;
}

}  // namespace

std::string key_from_text(std::string_view text) {
  constexpr std::string_view prefix = "whsec_";
  const auto coded = text.substr(std::min(prefix.size(), text.size()));
  std::string out(coded.size() / 4 * 3 + 1, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), raw(coded),
                                   static_cast<int>(coded.size()));
  const auto padding = std::count(coded.begin(), coded.end(), '=');
  out.resize(static_cast<std::size_t>(std::max<std::ptrdiff_t>(size - padding, 0)));
  if (!text.starts_with(prefix) || out.size() < least_key) {
    throw std::runtime_error("a key is whsec_ and base64 of at least 24 bytes");
  }
  return out;
}

std::string sign(const std::string& key, std::string_view id, std::string_view timestamp,
                 std::string_view body) {
  std::string message;
  message.append(id).append(".").append(timestamp).append(".").append(body);
  std::string mac(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), raw(message), message.size(),
       reinterpret_cast<unsigned char*>(mac.data()), &size);
  mac.resize(size);
  return "v1," + base64(mac);
}

bool verify(const std::vector<std::string>& keys, const SignedMessage& message, std::int64_t now) {
  if (message.id.empty() || !is_fresh(message.timestamp, now)) return false;
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return holds(message.signatures, sign(key, message.id, message.timestamp, message.body));
  });
}

}  // namespace coordinator
