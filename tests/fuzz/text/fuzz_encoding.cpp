// Decoding: no crash, only UTF-8 comes out, and blocks of any size give what the whole gives. The
// first byte chooses the declared encodings, the second the size of the blocks.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/encoding.hpp"
#include "tsunagu/text/utf8.hpp"

namespace {

namespace text = tsunagu::text;

void require(bool ok) {
  if (!ok) std::abort();
}

text::EncodingSet declared(std::uint8_t bits) {
  text::EncodingSet set;
  for (unsigned i = 0; i < 5; ++i) {
    if ((bits >> i & 1U) != 0) set.add(static_cast<text::Encoding>(i));
  }
  return set;
}

text::Outcome<std::string> in_blocks(std::string_view bytes, text::EncodingSet set,
                                     std::size_t size) {
  text::Decoder decoder(set);
  std::string all;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size()))) {
    const auto part = decoder.feed(bytes.substr(0, size));
    if (!part) return part.problem();
    all += *part;
  }
  const auto rest = decoder.finish();
  if (!rest) return rest.problem();
  return all + std::string(*rest);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const auto set = declared(data[0]);
  const auto whole = text::decode(bytes, set);
  const auto parts = in_blocks(bytes, set, 1 + data[1] % 64);
  require(whole.ok() == parts.ok());
  if (!whole) {
    require(whole.problem().code == parts.problem().code);
    require(whole.problem().offset == parts.problem().offset);
    return 0;
  }
  require(*whole == *parts && text::is_utf8(*whole));
  const auto encoded = text::encode_cp932(*whole);
  require(text::decode(encoded.bytes, {text::Encoding::cp932}).ok());
  return 0;
}
