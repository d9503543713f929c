#include "hub/codec/labelled.hpp"

#include <gtest/gtest.h>

#include "hub/codec/labels.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::codec {
namespace {

constexpr std::string_view person =
    R"({"kind":"person","schemaVersion":"1","recordKey":"p:1","sex":"2",)"
    R"("labels":[{"pointer":"/sex","item":"youtai"}]})";

std::string with(std::string_view pointer, domain::Item item) {
  const auto decoded = RecordReader().read(person);
  EXPECT_TRUE(decoded.ok()) << decoded.error_text();
  const AddedLabel labels[] = {{pointer, item}};
  return labelled(*decoded.record, labels);
}

domain::Labels at(const std::string& json, std::string_view pointer) {
  const auto parsed = tsunagu::json::parse_untrusted(json);
  EXPECT_TRUE(parsed.ok());
  return RecordLabels(domain::RecordKind::person, parsed.root(), {}).at(pointer);
}

TEST(Labelled, keeps_the_records_own_labels_and_adds_the_manifests) {
  const auto json = with("/sex", domain::Item::tax);
  EXPECT_TRUE(at(json, "/sex").includes({domain::Item::youtai, domain::Item::tax}));
}

TEST(Labelled, puts_a_label_of_the_whole_record_on_each_of_its_members) {
  const auto json = with("", domain::Item::tax);
  EXPECT_TRUE(at(json, "/sex").has(domain::Item::tax));
  EXPECT_TRUE(at(json, "/recordKey").has(domain::Item::tax));
}

TEST(Labelled, is_still_a_record_of_the_schema) {
  const auto again = RecordReader().read(with("", domain::Item::tax));
  EXPECT_TRUE(again.ok()) << again.error_text();
}

}  // namespace
}  // namespace hub::codec
