// アウトリーチ: FHIR Encounter.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view kind_choices[] = {"outreach"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("caseKey", text(name_length), Item::identity),
    nullable("planKey", text(name_length), Item::identity),
    required("at", partial_date_shape, Item::statement),
    nullable("place", text(line_length), Item::locating),
    nullable("contactMade", boolean(), Item::statement),
    nullable("by", staff_shape, Item::locating),
    nullable("result", text(note_length), Item::statement),
    nullable("next", text(note_length), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape outreach_shape = object(members);

}  // namespace hub::domain
