// Every module that was built, as the linker and the real host see it.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "tests/hub/adapter/bench.hpp"
#include "tests/places.hpp"

namespace hub::adapter {
namespace {

using bench::Source;

/// The symbols that `nm -D` calls defined and global in a module.
std::vector<std::string> exported_symbols(const std::filesystem::path& module) {
  const std::string command = "nm -D --defined-only '" + module.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> nm(::popen(command.c_str(), "r"), ::pclose);
  std::vector<std::string> symbols;
  char line[4096];
  while (nm && std::fgets(line, sizeof line, nm.get()) != nullptr)
    symbols.emplace_back(line);
  return symbols;
}

TEST(Modules, export_exactly_one_symbol_each) {
  for (const auto& entry : std::filesystem::directory_iterator(tests::in_build("/adapters"))) {
    const auto symbols = exported_symbols(entry.path());
    ASSERT_EQ(symbols.size(), 1U) << entry.path();
    EXPECT_NE(symbols[0].find("tsunagu_adapter_v1"), std::string::npos) << entry.path();
  }
}

TEST(Modules, linked_without_the_script_are_caught) {
  const std::filesystem::path open = tests::in_build("/tests/adapters/adapter_open_symbols.so");
  EXPECT_GT(exported_symbols(open).size(), 1U);
}

TEST(Modules, have_a_manifest_that_the_hub_can_read) {
  for (const auto& entry : std::filesystem::directory_iterator(tests::in_build("/adapters"))) {
    Launch launch = bench::launch("");
    launch.adapter = entry.path();
    launch.data_dir = tests::in_source("/config/data");
    Source source(launch);
    const auto started = source.supervisor.start();
    // Required settings may be missing here; nothing else may be wrong.
    const bool settings_missing = !started && started.error().text().starts_with("settings: ");
    EXPECT_TRUE(started || settings_missing) << entry.path() << ": " << started.error().text();
  }
}

}  // namespace
}  // namespace hub::adapter
