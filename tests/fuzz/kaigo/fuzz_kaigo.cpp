// Any bytes: an outcome, never a crash.
#include "plugins/kaigo/kaigo.hpp"
#include "tests/fuzz/adapter.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tsunagu::testing::FakeHost host = tests::fuzzed<kaigo::Kaigo>();
  tests::decode_any(host, {"consultations", "life", "care_plan"}, data, size);
  return 0;
}
