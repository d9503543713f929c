// The binary interface holds: what was built against 1.0 is read by today's host, and what is of
// another version is told so in a sentence.
#include <gtest/gtest.h>

#include "sdk/conformance/bench.hpp"
#include "sdk/wire/extensions.hpp"
#include "tests/places.hpp"
#include "tsunagu/adapter.h"

extern "C" {
extern const std::size_t layout_of_1_0[];
extern const std::size_t layout_of_1_1[];
extern const std::size_t layout_of_today[];
}

namespace tsunagu::conformance {
namespace {

Target target(const std::string& adapter) {
  Target target;
  target.adapter = tests::in_build("/tests/adapters/") + adapter + ".so";
  target.host = tests::in_build("/tsunagu-adapter-host");
  return target;
}

std::string refusal_of(const std::string& adapter) {
  try {
    const Guest guest(target(adapter));
    return "";
  } catch (const Broken& broken) {
    return broken.why().en;
  }
}

TEST(Layout, of_each_frozen_version_is_how_todays_begins) {
  constexpr std::size_t end = 0xF20000;
  for (const std::size_t* frozen : {layout_of_1_0, layout_of_1_1}) {
    for (std::size_t at = 0; frozen[at] != end; ++at)
      EXPECT_EQ(frozen[at], layout_of_today[at]) << "line " << at << " of layout.c";
  }
}

TEST(FrozenAdapter, reads_a_delivery) {
  Guest guest(target("adapter_frozen_1_0"));
  EXPECT_TRUE(guest.manifest_errors().empty());
  ASSERT_EQ(guest.create({{"strict", "false"}}).status, TSUNAGU_OK);
  const Decoded decoded = guest.decode({"lines", "a.txt", "a\n\nb\n"});
  EXPECT_EQ(decoded.status, TSUNAGU_OK);
  EXPECT_EQ(decoded.records.size(), 2U);
  EXPECT_EQ(decoded.rejects.size(), 1U);
  EXPECT_EQ(decoded.rows, 3U);
  EXPECT_EQ(decoded.order_key, "2026-04-10");
}

TEST(FrozenAdapter, refuses_stops_and_pushes) {
  Guest guest(target("adapter_frozen_1_0"));
  ASSERT_EQ(guest.create({{"strict", "true"}}).status, TSUNAGU_OK);
  const Decoded refused = guest.decode({"lines", "", "a\n\nb\n"});
  EXPECT_EQ(refused.status, TSUNAGU_REFUSED);
  ASSERT_TRUE(refused.refusal);
  EXPECT_EQ(refused.refusal->line, 2U);
  Offer offer{"lines", "", "a\nb\n"};
  offer.blocks_wanted = 0;
  EXPECT_EQ(guest.decode(offer).status, TSUNAGU_STOPPED);
  const Pushed pushed = guest.push("referral_accepted", "{}");
  EXPECT_EQ(pushed.status, TSUNAGU_OK);
  EXPECT_EQ(pushed.suffixes, std::vector<std::string>{"_answer.json"});
}

TEST(Versions, of_a_later_minor_and_of_fewer_members_work) {
  for (const char* adapter : {"adapter_later_minor", "adapter_first_members_only"}) {
    Guest guest(target(adapter));
    ASSERT_EQ(guest.create({}).status, TSUNAGU_OK) << adapter;
    EXPECT_EQ(guest.decode({"lines", "", ""}).status, TSUNAGU_OK) << adapter;
    EXPECT_EQ(guest.push("any", "{}").status, TSUNAGU_UNSUPPORTED) << adapter;
  }
}

TEST(Extensions, that_nobody_knows_are_told_and_the_rest_works) {
  for (const auto& [adapter, sentence] :
       {std::pair{"adapter_frozen_1_1", "example.of_nobody/1 is not known here"},
        std::pair{"adapter_extension_later", "recognize/7 stays unused: revision 1 is known"}}) {
    Guest guest(target(adapter));
    EXPECT_TRUE(guest.manifest_errors().empty());
    const auto unused = wire::unusable_extensions(guest.manifest());
    ASSERT_EQ(unused.size(), 1U) << adapter;
    EXPECT_NE(unused[0].find(sentence), std::string::npos) << unused[0];
    ASSERT_EQ(guest.create({}).status, TSUNAGU_OK) << adapter;
    EXPECT_EQ(guest.recognize("a.csv", "a"), "") << adapter;
    const auto& feed = guest.manifest().feeds[0].name;
    EXPECT_EQ(guest.decode({feed, "", "a\n"}).status, TSUNAGU_OK) << adapter;
  }
}

TEST(Extensions, that_the_manifest_names_and_the_module_lacks_are_told_in_a_sentence) {
  for (const char* adapter : {"adapter_extension_missing", "adapter_extension_of_another_revision"})
    EXPECT_NE(refusal_of(adapter).find("the manifest names tsunagu.draft.recognize"),
              std::string::npos)
        << adapter;
}

TEST(SchemaVersions, before_and_after_an_addition_work_and_tell_which) {
  for (const auto& [adapter, version] :
       {std::pair{"adapter_frozen_1_0", "1.0"}, std::pair{"adapter_schema_1_1", "1.1"},
        std::pair{"adapter_schema_later_minor", "1.9"}}) {
    Guest guest(target(adapter));
    EXPECT_TRUE(guest.manifest_errors().empty()) << adapter;
    EXPECT_EQ(wire::text_of(guest.manifest().schema), version);
    ASSERT_EQ(guest.create({}).status, TSUNAGU_OK) << adapter;
    EXPECT_EQ(guest.decode({"lines", "", ""}).status, TSUNAGU_OK) << adapter;
  }
}

TEST(SchemaVersions, of_another_major_are_refused_in_a_sentence) {
  const Guest guest(target("adapter_schema_2_0"));
  ASSERT_EQ(guest.manifest_errors().size(), 1U);
  EXPECT_EQ(guest.manifest_errors()[0],
            "/schema: version 2.0 of the case schema; this hub reads versions 1.0 to 1.1: take the "
            "adapter for one of them, or a hub that reads 2.0");
}

TEST(Versions, that_can_not_work_are_told_in_a_sentence) {
  EXPECT_NE(refusal_of("adapter_other_version").find("another major version"), std::string::npos);
  EXPECT_NE(refusal_of("adapter_too_short").find("too short"), std::string::npos);
}

}  // namespace
}  // namespace tsunagu::conformance
