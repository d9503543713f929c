// sdk/schema is what vendors read, the shapes are what the hub does: they must say the same.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "hub/domain/event_shapes.hpp"
#include "hub/domain/shapes.hpp"
#include "tests/places.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::domain {
namespace {

using tsunagu::json::Document;
using tsunagu::json::Expect;
using tsunagu::json::Member;
using tsunagu::json::Need;
using tsunagu::json::Shape;
using tsunagu::json::Type;
using tsunagu::json::View;

Document schema_document(std::string_view name) {
  std::ifstream file(tests::in_source("/sdk/schema/") + std::string(name) + ".schema.json");
  std::stringstream text;
  text << file.rdbuf();
  auto parsed = tsunagu::json::parse_untrusted(text.str());
  EXPECT_TRUE(parsed.ok()) << name << parsed.failure().text();
  return std::move(parsed).take();
}

class Agreement {
 public:
  explicit Agreement(std::string_view name)
      : name_(name), document_(schema_document(name)), common_(schema_document("common")) {}

  void run(const Shape& shape) { object(document_.root(), shape, name_); }

 private:
  View resolved(View schema) {
    if (schema.find("anyOf").exists()) schema = *schema.find("anyOf").begin();
    const std::string_view ref = schema.find("$ref").text();
    if (ref.empty()) return schema;
    return common_.root().at_pointer(ref.substr(ref.find('#') + 1));
  }

  static bool is_required(View schema, std::string_view name) {
    for (const View required : schema.find("required")) {
      if (required.text() == name) return true;
    }
    return false;
  }

  void object(View schema, const Shape& shape, const std::string& where) {
    const View properties = schema.find("properties");
    EXPECT_EQ(properties.size(), shape.member_count) << where;
    for (const Member& member : members_of(shape)) {
      const std::string here = where + "/" + std::string(member.name);
      const View property = properties.find(member.name);
      ASSERT_TRUE(property.exists()) << here;
      EXPECT_EQ(is_required(schema, member.name), member.need == Need::required) << here;
      const View item = property.find("x-gate-item");
      EXPECT_EQ(item_from(item.text()), own_item(member)) << here;
      if (!property.find("const").exists()) value(property, member.shape, here);
    }
  }

  void value(View property, const Shape& shape, const std::string& where) {
    const View schema = resolved(property);
    switch (shape.expect) {
      case Expect::object:
        return object(schema, shape, where);
      case Expect::list:
        EXPECT_EQ(schema.find("maxItems").integer(), shape.most) << where;
        return value(schema.find("items"), *shape.element, where + "/*");
      case Expect::choice:
        return choices(schema, shape, where);
      case Expect::integer:
      case Expect::number:
        EXPECT_EQ(schema.find("minimum").integer(), shape.least) << where;
        EXPECT_EQ(schema.find("maximum").integer(), shape.most) << where;
        return;
      case Expect::text:
        EXPECT_EQ(schema.find("minLength").integer(), shape.least) << where;
        [[fallthrough]];
      case Expect::digits:
      case Expect::pointer:
        EXPECT_EQ(schema.find("maxLength").integer(), shape.most) << where;
        return;
      default:
        EXPECT_TRUE(schema.find("type").exists()) << where;
    }
  }

  void choices(View schema, const Shape& shape, const std::string& where) {
    std::vector<std::string_view> named;
    for (const View word : schema.find("enum")) {
      if (word.is(Type::string)) named.push_back(word.text());
    }
    EXPECT_EQ(named, std::vector(shape.choices.begin(), shape.choices.end())) << where;
  }

  std::string name_;
  Document document_;
  Document common_;
};

TEST(Schema, documents_and_shapes_say_the_same) {
  for (std::size_t at = 0; at < record_kind_names.size(); ++at) {
    Agreement(record_kind_names[at]).run(shape_of(static_cast<RecordKind>(at)));
  }
}

TEST(Schema, documents_and_shapes_of_events_say_the_same) {
  Agreement("referral_request").run(referral_request_shape);
  Agreement("referral_answer").run(referral_answer_shape);
}

TEST(Schema, every_field_has_a_gate_item) {
  for (std::size_t at = 0; at < record_kind_names.size(); ++at) {
    const auto kind = static_cast<RecordKind>(at);
    each_field(kind, [&](const std::string& pattern, Item item) {
      EXPECT_NE(item, Item::unknown) << name_of(kind) << pattern;
      EXPECT_EQ(item_at(kind, pattern), item) << name_of(kind) << pattern;
    });
  }
}

TEST(Schema, item_of_a_field_is_its_own_or_the_nearest_around_it) {
  EXPECT_EQ(item_at(RecordKind::person, "/addresses/0/cityBlock"), Item::contact);
  EXPECT_EQ(item_at(RecordKind::person, "/careLevel/code"), Item::special_care);
  EXPECT_EQ(item_at(RecordKind::resource, "/address/cityBlock"), Item::public_);
  EXPECT_EQ(item_at(RecordKind::plan, "/author/name"), Item::locating);
  EXPECT_EQ(item_at(RecordKind::consultation, "/legalCategory"), Item::youtai);
  EXPECT_EQ(item_at(RecordKind::person, "/unheardOf"), Item::unknown);
  EXPECT_EQ(item_at(RecordKind::person, ""), Item::unknown);
}

}  // namespace
}  // namespace hub::domain
