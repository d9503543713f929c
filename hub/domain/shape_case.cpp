// ケース: FHIR EpisodeOfCare.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view case_status_choices[] = {
    "received", "screening", "supporting-field", "coordinating", "planned",
    "active",   "suspended", "closed",           "follow-up",    "reopened"};
constexpr Member focus_members[] = {
    required("personKey", text(name_length), Item::third_party),
};
constexpr Shape focus_shape = object(focus_members);

constexpr std::string_view kind_choices[] = {"case"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("otherFocusPersons", list(focus_shape, 20), Item::third_party),
    nullable("householdKey", text(name_length), Item::identity),
    nullable("status", choice(case_status_choices), Item::statement),
    nullable("openedAt", partial_date_shape, Item::statement),
    nullable("receiver", text(line_length), Item::statement),
    nullable("channel", channel_shape, Item::statement),
    nullable("urgency", urgency_shape, Item::statement),
    nullable("leadAgency", text(line_length), Item::statement),
    nullable("coordinator", staff_shape, Item::locating),
    nullable("reopenedFromKey", text(name_length), Item::identity),
    nullable("closedReason", text(line_length), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape case_shape = object(members);

}  // namespace hub::domain
