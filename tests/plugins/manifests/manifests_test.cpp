#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugins/chiiki/chiiki.hpp"
#include "plugins/kaigo/care_plan_tree.hpp"
#include "plugins/kaigo/consultation_columns.hpp"
#include "plugins/kaigo/kaigo.hpp"
#include "plugins/kodomo/kodomo.hpp"
#include "plugins/konkyu/columns.hpp"
#include "plugins/konkyu/konkyu.hpp"
#include "plugins/shogai/columns.hpp"
#include "plugins/shogai/shogai.hpp"
#include "plugins/table/table.hpp"
#include "sdk/wire/manifest.hpp"
#include "tests/plugins/adapter_test.hpp"

namespace {

using testing::IsEmpty;
using testing::Not;

template <class Class>
class Manifests : public testing::Test {};

using Adapters =
    testing::Types<kaigo::Kaigo, shogai::Shogai, kodomo::Kodomo, konkyu::Konkyu, chiiki::Chiiki>;
TYPED_TEST_SUITE(Manifests, Adapters);

TYPED_TEST(Manifests, are_read_by_the_hub_and_their_defaults_make_the_adapter) {
  tsunagu::wire::Manifest manifest;
  EXPECT_THAT(tsunagu::wire::read_manifest(TypeParam::manifest, manifest), IsEmpty());
  tsunagu::wire::Settings settings;
  EXPECT_THAT(tsunagu::wire::check_settings(manifest, settings), IsEmpty());
  EXPECT_NO_THROW(tests::host_of<TypeParam>(settings));
}

TYPED_TEST(Manifests, name_every_feed_that_the_adapter_reads) {
  tsunagu::wire::Manifest manifest;
  ASSERT_THAT(tsunagu::wire::read_manifest(TypeParam::manifest, manifest), IsEmpty());
  tsunagu::wire::Settings settings;
  ASSERT_THAT(tsunagu::wire::check_settings(manifest, settings), IsEmpty());
  auto host = tests::host_of<TypeParam>(settings);
  for (const tsunagu::wire::Feed& feed : manifest.feeds)
    EXPECT_NE(host.decode({feed.name, ""}).refusal.code, "feed.unknown") << feed.name;
  EXPECT_THAT(manifest.feeds, Not(IsEmpty()));
}

TEST(TableManifest, is_read_by_the_hub_and_wants_its_mapping) {
  tsunagu::wire::Manifest manifest;
  ASSERT_THAT(tsunagu::wire::read_manifest(table::Table::manifest, manifest), IsEmpty());
  tsunagu::wire::Settings settings;
  EXPECT_THAT(tsunagu::wire::check_settings(manifest, settings), testing::SizeIs(1));
  ASSERT_EQ(manifest.labels.size(), 1U);
  EXPECT_EQ(manifest.labels[0].item, "tax");
  EXPECT_EQ(manifest.labels[0].pointer, "") << "the whole record";
}

TEST(TaxManifest, labels_the_whole_source_that_comes_from_the_tax_office) {
  tsunagu::wire::Manifest manifest;
  ASSERT_THAT(tsunagu::wire::read_manifest(konkyu::Konkyu::manifest, manifest), IsEmpty());
  ASSERT_EQ(manifest.labels.size(), 2U);
  for (const tsunagu::wire::LabelRule& rule : manifest.labels) {
    EXPECT_EQ(rule.item, "tax");
    EXPECT_EQ(rule.setting, "provenance");
    EXPECT_EQ(rule.equals, "tax");
  }
  EXPECT_EQ(manifest.labels[0].pointer, "") << "the whole record";
}

/// What the tax section fills in or decides (DOMAIN 4.4); a column so named must be declared.
bool comes_from_taxation(const std::string& column) {
  for (const char* word :
       {"滞納(税)", "課税", "税額", "保険料段階", "所得段階", "負担割合", "負担上限", "世帯収入"}) {
    if (column.find(word) != std::string::npos) return true;
  }
  return false;
}

std::vector<std::string> undeclared(std::string_view manifest_text,
                                    const std::vector<std::string>& columns) {
  tsunagu::wire::Manifest manifest;
  EXPECT_THAT(tsunagu::wire::read_manifest(manifest_text, manifest), IsEmpty());
  std::vector<std::string> found;
  for (const std::string& column : columns) {
    const bool declared =
        std::any_of(manifest.labels.begin(), manifest.labels.end(), [&](const auto& rule) {
          return rule.item == "tax" &&
                 std::find(rule.columns.begin(), rule.columns.end(), column) != rule.columns.end();
        });
    if (comes_from_taxation(column) && !declared) found.push_back(column);
  }
  return found;
}

TEST(TaxManifest, declares_every_column_that_can_come_from_taxation) {
  EXPECT_THAT(undeclared(konkyu::Konkyu::manifest, konkyu::consultation_layout().names()),
              IsEmpty());
  EXPECT_THAT(undeclared(kaigo::Kaigo::manifest, kaigo::consultation_layout().names()), IsEmpty());
  EXPECT_THAT(undeclared(kaigo::Kaigo::manifest, kaigo::care_plan_layout().names()), IsEmpty());
  for (const auto& layout :
       {shogai::known_layout(), shogai::asked_layout(), shogai::planned_layout()})
    EXPECT_THAT(undeclared(shogai::Shogai::manifest, layout.names()), IsEmpty());
}

TEST(TaxManifest, control_would_notice_a_column_that_nobody_declared) {
  EXPECT_THAT(undeclared(kaigo::Kaigo::manifest, {"氏名漢字", "介護保険料段階"}),
              testing::ElementsAre("介護保険料段階"));
}

}  // namespace
