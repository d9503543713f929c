// モニタリング・評価: FHIR Encounter + Observation.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view monitoring_proposal_choices[] = {"continue", "change", "close",
                                                            "suspend"};
constexpr std::string_view kind_choices[] = {"monitoring"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("consultationKey", text(name_length), Item::identity),
    nullable("planKey", text(name_length), Item::identity),
    required("at", partial_date_shape, Item::statement),
    nullable("by", staff_shape, Item::locating),
    nullable("method", text(code_length), Item::statement),
    nullable("changes", list(coding_shape, 50), Item::statement),
    nullable("outcome", coding_shape, Item::statement),
    nullable("proposal", choice(monitoring_proposal_choices), Item::statement),
    nullable("nextDue", day(), Item::statement),
    nullable("note", text(note_length), Item::staff_note),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape monitoring_shape = object(members);

}  // namespace hub::domain
