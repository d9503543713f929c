// Any bytes: an outcome, never a crash.
#include "plugins/konkyu/konkyu.hpp"
#include "tests/fuzz/adapter.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tsunagu::testing::FakeHost host = tests::fuzzed<konkyu::Konkyu>();
  tests::decode_any(host, {"consultations"}, data, size);
  return 0;
}
