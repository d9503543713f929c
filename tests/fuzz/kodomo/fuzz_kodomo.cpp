// Any bytes: an outcome, never a crash.
#include "plugins/kodomo/kodomo.hpp"
#include "tests/fuzz/adapter.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tsunagu::testing::FakeHost host = tests::fuzzed<kodomo::Kodomo>();
  tests::decode_any(host, {"consultations", "consultations_csv"}, data, size);
  return 0;
}
