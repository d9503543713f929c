// 世帯の手がかり: FHIR Group.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr Member register_number_members[] = {
    required("system", text(code_length), Item::identity),
    required("value", text(code_length), Item::identity),
};
constexpr Shape register_number_shape = object(register_number_members);

constexpr std::string_view member_role_choices[] = {"head", "carer", "dependent", "other"};
constexpr std::string_view cohabiting_choices[] = {"yes", "no", "unknown"};
/// What a person tells of her household is hers: that a son lives with her (DOMAIN 9.2, case 1).
/// How old he is and what he needs is about him, and goes with no consent but his own.
constexpr Member member_members[] = {
    nullable("personKey", text(name_length), Item::identity),
    required("relationship", text(code_length), Item::family),
    nullable("role", choice(member_role_choices), Item::third_party),
    nullable("cohabiting", choice(cohabiting_choices), Item::family),
    nullable("age", integer(0, 150), Item::third_party),
    nullable("from", day(), Item::third_party),
    nullable("until", day(), Item::third_party),
    nullable("evidence", text(line_length), Item::third_party),
};
constexpr Shape member_shape = object(member_members);

constexpr std::string_view kind_choices[] = {"household_hint"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("focusPersonKey", text(name_length), Item::identity),
    nullable("registerNumber", register_number_shape, Item::identity),
    nullable("composition", text(line_length), Item::family),
    nullable("membersText", text(note_length), Item::third_party),
    nullable("members", list(member_shape, 50), Item::family),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape household_hint_shape = object(members);

}  // namespace hub::domain
