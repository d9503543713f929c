// 役割分担: FHIR CareTeam.participant, CarePlan.activity.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view kind_choices[] = {"role"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    required("planKey", text(name_length), Item::identity),
    required("agency", text(line_length), Item::statement),
    nullable("personInCharge", text(name_length), Item::locating),
    required("task", text(note_length), Item::statement),
    nullable("lead", boolean(), Item::statement),
    nullable("from", day(), Item::statement),
    nullable("until", day(), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape role_shape = object(members);

}  // namespace hub::domain
