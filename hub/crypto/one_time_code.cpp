#include "hub/crypto/one_time_code.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "hub/crypto/bytes.hpp"

namespace hub::crypto {
namespace {

constexpr std::int64_t step_ms = 30'000;
constexpr std::size_t digits = 6;
constexpr std::uint32_t modulus = 1'000'000;

}  // namespace

std::int64_t time_step(base::UtcMillis at) {
  return base::millis_of(at) / step_ms;
}

std::string one_time_code(std::string_view key, std::int64_t step) {
  std::array<std::uint8_t, 8> counter;
  for (std::size_t at = 0; at < counter.size(); ++at)
    counter[at] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> (56 - 8 * at));
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> mac;
  unsigned int size = 0;
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(),
           mac.data(), &size) == nullptr)
    throw std::runtime_error("HMAC-SHA-1 failed");
  // RFC 4226, 5.3: four bytes from where the last nibble points, without the sign.
  const std::size_t from = mac[size - 1] & 0x0FU;
  const std::uint32_t number = (mac[from] & 0x7FU) << 24U | std::uint32_t{mac[from + 1]} << 16U |
                               std::uint32_t{mac[from + 2]} << 8U | mac[from + 3];
  const auto text = std::to_string(number % modulus);
  return std::string(digits - text.size(), '0') + text;
}

std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code,
                                         base::UtcMillis now, std::int64_t last) {
  const auto current = time_step(now);
  for (const auto step : {current, current - 1, current + 1}) {
    if (step > last && equal_in_constant_time(bytes_of(one_time_code(key, step)), bytes_of(code)))
      return step;
  }
  return std::nullopt;
}

std::string to_base32(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : bytes) {
    held = (held << 8U | static_cast<std::uint8_t>(c)) & 0xFFFU;
    for (bits += 8; bits >= 5; bits -= 5)
      out += alphabet[held >> (bits - 5U) & 0x1FU];
  }
  if (bits > 0) out += alphabet[held << (5U - bits) & 0x1FU];
  return out;
}

}  // namespace hub::crypto
