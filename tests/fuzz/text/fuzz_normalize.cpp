// Match keys: no crash, UTF-8 comes out, names and kana made again are the same, and an address
// key always has its three bars.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hub/normalize/address_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tsunagu/text/utf8.hpp"

namespace {

namespace normalize = hub::normalize;
namespace text = tsunagu::text;

void require(bool ok) {
  if (!ok) std::abort();
}

const normalize::Tables& tables() {
  static const auto loaded = normalize::Tables::load(TSUNAGU_SOURCE_DIR "/config/data");
  return *loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto name = normalize::name_key(input, tables().variants);
  require(text::is_utf8(name.key) && name.weak.size() <= 8);
  const auto kana = normalize::kana_key(input);
  require(text::is_utf8(kana.key) && normalize::kana_key(kana.key).key == kana.key);
  const auto half = size / 2;
  const auto address = normalize::address_key(input.substr(0, half), tables(),
                                              {.lgcode5 = "09214", .building = input.substr(half)});
  require(text::is_utf8(address.key));
  require(std::count(address.key.begin(), address.key.end(), '|') >= 3);
  normalize::phone_key(input);
  return 0;
}
