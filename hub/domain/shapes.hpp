// The case schema as the hub reads it: every field of every record kind with its type, its limits
// and its gate item. sdk/schema says the same to vendors; a test holds the two equal.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "hub/domain/item.hpp"
#include "hub/domain/record_kind.hpp"
#include "tsunagu/json/shape.hpp"

namespace hub::domain {

extern const tsunagu::json::Shape person_shape;
extern const tsunagu::json::Shape household_hint_shape;
extern const tsunagu::json::Shape consultation_shape;
extern const tsunagu::json::Shape concern_shape;
extern const tsunagu::json::Shape assessment_shape;
extern const tsunagu::json::Shape consent_shape;
extern const tsunagu::json::Shape referral_shape;
extern const tsunagu::json::Shape plan_shape;
extern const tsunagu::json::Shape monitoring_shape;
extern const tsunagu::json::Shape resource_shape;
extern const tsunagu::json::Shape removal_shape;
extern const tsunagu::json::Shape case_shape;
extern const tsunagu::json::Shape role_shape;
extern const tsunagu::json::Shape outreach_shape;
extern const tsunagu::json::Shape conference_shape;
extern const tsunagu::json::Shape match_shape;

/// Constant data; any thread.
const tsunagu::json::Shape& shape_of(RecordKind kind) noexcept;

/// The item of a member, or Item::unknown where it has none of its own.
constexpr Item own_item(const tsunagu::json::Member& member) noexcept {
  return static_cast<Item>(member.tag);
}

/// The item of the field at a JSON Pointer ("/names/0/fullName"): its own, or that of the nearest
/// member around it. Item::unknown, which refuses, where the schema has no such field.
Item item_at(RecordKind kind, std::string_view pointer) noexcept;

/// Calls `visit` for every field that holds no further fields, as a pattern ("/names/*/fullName")
/// with its item.
void each_field(RecordKind kind,
                const std::function<void(const std::string& pattern, Item item)>& visit);

}  // namespace hub::domain
