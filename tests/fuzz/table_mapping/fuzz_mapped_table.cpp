// Any bytes after a mapping that was checked: an outcome, never a crash. Any bytes as a mapping: it
// is refused or it runs.
#include "hub/profile/mapping.hpp"
#include "plugins/table/table.hpp"
#include "tests/fuzz/adapter.hpp"
#include "tests/places.hpp"
#include "tsunagu/mapping/json.hpp"

namespace {

std::string example() {
  hub::profile::Problems problems;
  return tsunagu::mapping::write(hub::profile::read_mapping(
      tests::in_source("/examples/consultation_list/mapping.yaml"), problems));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static tsunagu::testing::FakeHost host = tests::fuzzed<table::Table>({{"mapping", example()}});
  tests::decode_any(host, {"full", "delta", "append"}, data, size);
  try {
    const std::string mapping(reinterpret_cast<const char*>(data), size);
    auto any = tests::fuzzed<table::Table>({{"mapping", mapping}});
    const auto decoded = any.decode({"full", "a,b\n1,2\n"});
    if (decoded.status == TSUNAGU_FAILED) std::abort();
  } catch (const tsunagu::ConfigError&) {
  }
  return 0;
}
