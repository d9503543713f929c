// Lines of the input: id, timestamp, signature, and the body. No crash; nothing that the key did
// not sign is accepted; what it signs is.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "hub/crypto/webhook_signature.hpp"

namespace {

std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

void require(bool ok) {
  if (!ok) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hub;
  static const std::vector<crypto::WebhookKey> keys{
      crypto::WebhookKey::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").value()};
  const auto now = base::utc_from_millis(1614265330'000);
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto id = take_line(rest);
  const auto timestamp = take_line(rest);
  const auto signature = take_line(rest);
  const auto wanted = crypto::sign_webhook(keys, id, now, rest);
  const bool ours = crypto::verify_webhook({id, timestamp, signature}, rest, keys, now).has_value();
  require(!ours ||
          signature.find(keys[0].signature(id, timestamp, rest)) != std::string_view::npos);
  const bool id_fits =
      crypto::verify_webhook({id, crypto::webhook_timestamp(now), wanted}, rest, keys, now)
          .has_value();
  require(id_fits || id.empty() || id.size() > 128 ||
          id.find_first_not_of("!\"#$%&'()*+,-/0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
                               "abcdefghijklmnopqrstuvwxyz{|}~") != std::string_view::npos);
  (void)crypto::WebhookKey::parse(id);
  return 0;
}
