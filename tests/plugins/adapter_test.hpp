// What the adapters' tests share: a host with the manifest's defaults given by hand, golden files,
// and CSV put together by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/adapter.hpp"
#include "tsunagu/testing.hpp"

namespace tests {

/// An adapter with these settings, and the tables that come with Tsunagu.
template <class Class>
tsunagu::testing::FakeHost host_of(tsunagu::Config::Settings settings) {
  return tsunagu::testing::FakeHost(tsunagu::table_of<Class>(), std::move(settings),
                                    TSUNAGU_SOURCE_DIR "/config/data");
}

inline std::string testdata(std::string_view plugin) {
  return TSUNAGU_SOURCE_DIR "/plugins/" + std::string(plugin) + "/testdata";
}

/// Of a file among the walkthrough's exports.
inline std::string walkthrough(std::string_view file) {
  return tsunagu::testing::read_file(TSUNAGU_SOURCE_DIR "/examples/walkthrough/exports/" +
                                     std::string(file));
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("nothing to replace");
  return text.replace(at, from.size(), to);
}

}  // namespace tests
