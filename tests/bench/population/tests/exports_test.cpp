// Each export goes through the real adapter: no row may be lost on the way.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "plugins/chiiki/chiiki.hpp"
#include "plugins/kaigo/kaigo.hpp"
#include "plugins/kodomo/kodomo.hpp"
#include "plugins/konkyu/konkyu.hpp"
#include "plugins/shogai/shogai.hpp"
#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/tests/towns.hpp"
#include "tests/plugins/adapter_test.hpp"

namespace {

using namespace bench::population;
using tests::config;
using tests::town;
using tsunagu::testing::Decoded;
using tsunagu::testing::FakeHost;

const std::string insurer = "092148";

/// The record keys of the persons that came through.
std::set<std::string> persons_of(const Decoded& decoded) {
  std::set<std::string> keys;
  for (const auto& taken : decoded.records) {
    const auto parsed = tsunagu::json::parse_untrusted(taken.json);
    const auto root = parsed.root();
    if (root.find("kind").text() == "person") keys.emplace(root.find("recordKey").text());
  }
  return keys;
}

std::set<std::string> keys_of(Source source) {
  std::set<std::string> keys;
  for (const Row& row : town().rows) {
    if (row.source == source) keys.insert(row.key);
  }
  return keys;
}

/// By person, the concerns that came through.
std::map<std::string, std::set<std::string>> concerns_of(const Decoded& decoded) {
  std::map<std::string, std::set<std::string>> made;
  for (const auto& taken : decoded.records) {
    const auto parsed = tsunagu::json::parse_untrusted(taken.json);
    const auto root = parsed.root();
    if (root.find("kind").text() != "concern") continue;
    made[std::string(root.find("personKey").text())].emplace(root.find("code").text());
  }
  return made;
}

std::map<std::string, std::set<std::string>> concerns_of(Source source) {
  std::map<std::string, std::set<std::string>> made;
  for (const Row& row : town().rows) {
    for (std::size_t i = 0; i < concern_kinds; ++i) {
      const auto concern = static_cast<Concern>(i);
      const bool has = row.source == source && (row.concerns & bit(concern)) != 0;
      if (has) made[row.key].emplace(name_of(concern));
    }
  }
  return made;
}

/// Also the concerns, by which patterns are told.
void expect_whole(const Decoded& decoded, Source source) {
  EXPECT_EQ(decoded.status, TSUNAGU_OK) << decoded.refusal.code << " " << decoded.refusal.line;
  for (std::size_t i = 0; i < std::min<std::size_t>(decoded.rejects.size(), 5); ++i) {
    ADD_FAILURE() << "line " << decoded.rejects[i].line << " " << decoded.rejects[i].column << " "
                  << decoded.rejects[i].code;
  }
  EXPECT_EQ(persons_of(decoded), keys_of(source));
  EXPECT_EQ(concerns_of(decoded), concerns_of(source));
}

TEST(Exports, of_kaigo_come_whole_through_its_adapter) {
  FakeHost host = tests::host_of<kaigo::Kaigo>({{"atena_system", "atena:kaigo"},
                                                {"household_system", "setai:kaigo"},
                                                {"care_plan_header", "true"}});
  expect_whole(
      host.decode({"consultations", kaigo_file(export_of(town(), Source::kaigo, insurer))}),
      Source::kaigo);
  expect_whole(host.decode({"life", life_file(export_of(town(), Source::life, insurer))}),
               Source::life);
}

TEST(Exports, of_shogai_come_whole_through_its_adapter) {
  FakeHost host = tests::host_of<shogai::Shogai>(
      {{"atena_system", "atena:shogai"}, {"body", "text"}, {"issuer_number", insurer}});
  expect_whole(
      host.decode({"consultations", shogai_file(export_of(town(), Source::shogai, insurer))}),
      Source::shogai);
}

TEST(Exports, of_kodomo_come_whole_through_its_adapter) {
  FakeHost host =
      tests::host_of<kodomo::Kodomo>({{"atena_system", "atena:kodomo"}, {"answers", "json_lines"}});
  expect_whole(
      host.decode({"consultations", kodomo_file(export_of(town(), Source::kodomo, insurer))}),
      Source::kodomo);
}

TEST(Exports, of_konkyu_come_whole_through_its_adapter) {
  FakeHost host = tests::host_of<konkyu::Konkyu>({{"provenance", "self"},
                                                  {"id_system", "konkyu"},
                                                  {"consent_form", "K1"},
                                                  {"era_digits", "common"}});
  expect_whole(
      host.decode({"consultations", konkyu_file(export_of(town(), Source::konkyu, insurer))}),
      Source::konkyu);
}

TEST(Exports, of_places_come_whole_through_their_adapter) {
  FakeHost host = tests::host_of<chiiki::Chiiki>({});
  const Decoded decoded = host.decode({"community", chiiki_file(town(), tests::small(), config)});
  EXPECT_EQ(decoded.status, TSUNAGU_OK) << decoded.refusal.code;
  EXPECT_TRUE(decoded.rejects.empty());
  EXPECT_GT(decoded.records.size(), 10U);
}

}  // namespace
