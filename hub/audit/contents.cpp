#include "hub/audit/contents.hpp"

#include "hub/audit/numbers.hpp"
#include "hub/crypto/sha256.hpp"

namespace hub::audit {
namespace {

constexpr char inline_version = 1;
constexpr char version = 2;

void put(std::string& out, std::string_view part) {
  put_number(out, static_cast<std::int64_t>(part.size()));
  out.append(part);
}

}  // namespace

Salt fresh_salt(base::Random& random) {
  Salt salt;
  random.fill(salt);
  return salt;
}

std::string committed(const Contents& contents) {
  std::string message;
  message.reserve(contents.bytes.size() + 32);
  put(message, crypto::text_of(contents.salt));
  put(message, contents.bytes);
  std::string body(1, version);
  put(body, crypto::text_of(crypto::sha256(crypto::bytes_of(message))));
  return body;
}

bool is_inline(std::string_view body) noexcept {
  return !body.empty() && body.front() == inline_version;
}

bool holds(std::string_view body, const Contents& contents) {
  return body == committed(contents);
}

}  // namespace hub::audit
