// Any bytes: an outcome, never a crash.
#include "plugins/chiiki/chiiki.hpp"
#include "tests/fuzz/adapter.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tsunagu::testing::FakeHost host = tests::fuzzed<chiiki::Chiiki>();
  tests::decode_any(host,
                    {"kaigo_kohyo", "wam_net", "recommended_kaigo", "standard", "community",
                     "recommended_childcare"},
                    data, size);
  return 0;
}
