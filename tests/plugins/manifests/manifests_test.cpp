#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugins/chiiki/chiiki.hpp"
#include "plugins/kaigo/kaigo.hpp"
#include "plugins/kodomo/kodomo.hpp"
#include "plugins/konkyu/konkyu.hpp"
#include "plugins/shogai/shogai.hpp"
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

TEST(TaxManifest, labels_the_whole_source_that_comes_from_the_tax_office) {
  tsunagu::wire::Manifest manifest;
  ASSERT_THAT(tsunagu::wire::read_manifest(konkyu::Konkyu::manifest, manifest), IsEmpty());
  ASSERT_EQ(manifest.labels.size(), 1U);
  EXPECT_EQ(manifest.labels[0].item, "tax");
  EXPECT_EQ(manifest.labels[0].setting, "provenance");
  EXPECT_EQ(manifest.labels[0].equals, "tax");
}

}  // namespace
