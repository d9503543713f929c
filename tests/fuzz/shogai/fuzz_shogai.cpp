// Any bytes: an outcome, never a crash.
#include "plugins/shogai/shogai.hpp"
#include "tests/fuzz/adapter.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tsunagu::testing::FakeHost host = tests::fuzzed<shogai::Shogai>();
  tests::decode_any(host, {"consultations"}, data, size);
  return 0;
}
