// 取消し: FHIR Provenance (DELETE).
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view target_kind_choices[] = {
    "person",  "household_hint", "consultation", "concern",    "assessment",
    "consent", "referral",       "plan",         "monitoring", "resource",
    "case",    "role",           "outreach",     "conference", "match"};
constexpr std::string_view kind_choices[] = {"removal"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("targetKind", choice(target_kind_choices), Item::public_),
    required("targetKey", text(name_length), Item::identity),
    nullable("at", day(), Item::public_),
    nullable("reason", text(line_length), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape removal_shape = object(members);

}  // namespace hub::domain
