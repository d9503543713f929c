// The strict header step and the chunk decoder: no crash; what is accepted keeps its promises, and
// reading byte by byte gives the same verdict.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "hub/base/limits.hpp"
#include "hub/http/chunked.hpp"
#include "hub/http/header_check.hpp"

namespace {

using hub::http::ChunkDecoder;
using hub::http::ChunkState;
using hub::http::HeadState;

void require(bool ok) {
  if (!ok) std::abort();
}

void check_promises(std::string_view bytes) {
  const auto verdict = hub::http::check_header(bytes);
  if (verdict.state != HeadState::complete) return;
  require(verdict.size <= hub::base::limits::header_bytes && verdict.size <= bytes.size());
  require(bytes.substr(0, verdict.size).ends_with("\r\n\r\n"));
  require(!(verdict.head.chunked && verdict.head.content_length));
  for (const auto& field : verdict.head.fields) {
    require(hub::http::is_token(field.name.in(bytes)));
    require(field.value.in(bytes).find_first_of("\r\n") == std::string_view::npos);
  }
  const auto alone = hub::http::check_header(bytes.substr(0, verdict.size));
  require(alone.state == HeadState::complete && alone.size == verdict.size);
}

void check_chunks(std::string_view bytes) {
  std::string whole;
  std::string pieces;
  std::size_t used = 0;
  const auto at_once = ChunkDecoder(1024).feed(bytes, whole, used);
  ChunkDecoder decoder(1024);
  auto state = ChunkState::more;
  for (std::size_t at = 0; at < bytes.size() && state == ChunkState::more; ++at) {
    state = decoder.feed(bytes.substr(at, 1), pieces, used);
  }
  require(state == at_once && pieces == whole && whole.size() <= 1024);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_promises(bytes);
  check_chunks(bytes);
  return 0;
}
