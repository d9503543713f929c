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
constexpr Member member_members[] = {
    nullable("personKey", text(name_length), Item::identity),
    required("relationship", text(code_length), Item::family),
    nullable("role", choice(member_role_choices), Item::family),
    nullable("cohabiting", choice(cohabiting_choices), Item::family),
    nullable("age", integer(0, 150), Item::family),
    nullable("from", day(), Item::family),
    nullable("until", day(), Item::family),
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
    nullable("membersText", text(note_length), Item::family),
    nullable("members", list(member_shape, 50), Item::family),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape household_hint_shape = object(members);

}  // namespace hub::domain
