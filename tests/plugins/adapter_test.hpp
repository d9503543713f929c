// What the adapters' tests share: a host with the manifest's defaults given by hand, golden files,
// and CSV put together by hand.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/places.hpp"
#include "tsunagu/adapter.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/testing.hpp"

namespace tests {

/// An adapter with these settings, and the tables that come with Tsunagu.
template <class Class>
tsunagu::testing::FakeHost host_of(tsunagu::Config::Settings settings) {
  return tsunagu::testing::FakeHost(tsunagu::table_of<Class>(), std::move(settings),
                                    tests::in_source("/config/data"));
}

inline std::string testdata(std::string_view plugin) {
  return tests::in_source("/plugins/") + std::string(plugin) + "/testdata";
}

/// Of a file among the walkthrough's exports.
inline std::string walkthrough(std::string_view file) {
  return tsunagu::testing::read_file(tests::in_source("/examples/walkthrough/exports/") +
                                     std::string(file));
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("nothing to replace");
  return text.replace(at, from.size(), to);
}

/// Holds every consultation of a delivery against the law: one that means abuse hides who reported
/// it, how and when (`pointers`, sorted); another hides nothing. Returns how many meant abuse.
inline int check_informants(const tsunagu::testing::Decoded& decoded,
                            const std::vector<std::string>& pointers) {
  int abuse = 0;
  for (const auto& taken : decoded.records) {
    const auto parsed = tsunagu::json::parse_untrusted(taken.json);
    const auto root = parsed.root();
    if (root.find("kind").text() != "consultation") continue;
    std::set<std::string> hidden;
    for (const auto label : root.find("labels")) {
      if (label.find("item").text() == "informant") hidden.emplace(label.find("pointer").text());
    }
    const bool reported = root.find("abuse").boolean();
    abuse += reported ? 1 : 0;
    std::set<std::string> wanted;
    for (const std::string& pointer : pointers) {
      if (reported && root.at_pointer(pointer).exists()) wanted.insert(pointer);
    }
    EXPECT_EQ(hidden, wanted) << "line " << taken.line;
    EXPECT_EQ(reported, hidden.contains("/receivedAt")) << "line " << taken.line;
  }
  return abuse;
}

/// The referral of an abuse report tells no day on which somebody came.
inline void check_no_day(const tsunagu::testing::Decoded& decoded, std::string_view consultation) {
  for (const auto& taken : decoded.records) {
    const auto parsed = tsunagu::json::parse_untrusted(taken.json);
    const auto root = parsed.root();
    if (root.find("kind").text() != "referral") continue;
    if (root.find("consultationKey").text() != consultation) continue;
    EXPECT_EQ(root.at_pointer("/requestedAt/precision").text(), "month");
  }
}

}  // namespace tests
