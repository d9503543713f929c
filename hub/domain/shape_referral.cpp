// つなぎの依頼: FHIR ServiceRequest.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view referral_reason_choices[] = {"a", "b", "c", "d", "e"};
constexpr Member explanation_members[] = {
    required("done", boolean(), Item::statement),
    nullable("convinced", boolean(), Item::statement),
    nullable("at", day(), Item::statement),
};
constexpr Shape explanation_shape = object(explanation_members);

constexpr std::string_view kind_choices[] = {"referral"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("consultationKey", text(name_length), Item::identity),
    nullable("reason", choice(referral_reason_choices), Item::statement),
    nullable("reasonText", text(note_length), Item::statement),
    nullable("requestedAction", text(note_length), Item::statement),
    nullable("requestedRecipient", coding_shape, Item::statement),
    nullable("urgency", urgency_shape, Item::statement),
    nullable("requestedAt", partial_date_shape, Item::statement),
    nullable("explained", explanation_shape, Item::statement),
    nullable("accompaniment", boolean(), Item::statement),
    nullable("sheetVersion", text(code_length), Item::statement),
    nullable("staff", staff_shape, Item::locating),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape referral_shape = object(members);

}  // namespace hub::domain
