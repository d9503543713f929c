// 支援計画: FHIR CarePlan.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view plan_form_choices[] = {
    "care-plan", "service-use-plan", "support-plan", "self-reliance", "takikan",
    "sanka",     "outreach",         "other"};
constexpr std::string_view plan_status_choices[] = {"draft",     "decided", "active",
                                                    "suspended", "closed",  "superseded"};
constexpr Member support_members[] = {
    nullable("number", integer(0, 9999), Item::statement),
    required("text", text(note_length), Item::special_care),
    nullable("insured", text(code_length), Item::special_care),
    nullable("serviceType", coding_shape, Item::special_care),
    nullable("amount", text(line_length), Item::special_care),
    nullable("providerNumber", text(code_length), Item::locating),
    nullable("providerName", text(line_length), Item::locating),
    nullable("frequency", text(line_length), Item::special_care),
    nullable("period", period_shape, Item::special_care),
    nullable("evaluation", text(line_length), Item::statement),
    nullable("note", text(note_length), Item::staff_note),
};
constexpr Shape support_shape = object(support_members);

constexpr Member goal_members[] = {
    nullable("number", integer(0, 9999), Item::statement),
    nullable("text", text(note_length), Item::statement),
    nullable("longTerm", text(note_length), Item::statement),
    nullable("longTermPeriod", period_shape, Item::statement),
    nullable("shortTerm", text(note_length), Item::statement),
    nullable("shortTermPeriod", period_shape, Item::statement),
    nullable("due", text(line_length), Item::statement),
    nullable("supports", list(support_shape, 200), Item::special_care),
};
constexpr Shape goal_shape = object(goal_members);

constexpr Member issue_members[] = {
    nullable("number", integer(0, 9999), Item::statement),
    nullable("priority", integer(0, 9999), Item::statement),
    required("text", text(note_length), Item::statement),
    nullable("personRole", text(note_length), Item::statement),
    nullable("goals", list(goal_shape, 200), Item::statement),
};
constexpr Shape issue_shape = object(issue_members);

constexpr std::string_view kind_choices[] = {"plan"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("consultationKey", text(name_length), Item::identity),
    required("form", choice(plan_form_choices), Item::statement),
    nullable("title", text(name_length), Item::statement),
    nullable("status", choice(plan_status_choices), Item::statement),
    nullable("revision", integer(0, 9999), Item::statement),
    nullable("suspendedReason", text(note_length), Item::statement),
    nullable("createdAt", partial_date_shape, Item::statement),
    nullable("changedAt", partial_date_shape, Item::statement),
    nullable("decidedAt", partial_date_shape, Item::statement),
    nullable("period", period_shape, Item::statement),
    nullable("wish", text(note_length), Item::statement),
    nullable("familyWish", text(note_length), Item::family),
    nullable("policy", text(note_length), Item::staff_note),
    nullable("longTermGoal", text(note_length), Item::statement),
    nullable("shortTermGoal", text(note_length), Item::statement),
    nullable("issues", list(issue_shape, 1000), Item::statement),
    nullable("monitoringFrom", partial_date_shape, Item::statement),
    nullable("reviewCycle", text(code_length), Item::statement),
    nullable("reviewAt", partial_date_shape, Item::statement),
    nullable("conferenceAt", partial_date_shape, Item::statement),
    nullable("consentedAt", partial_date_shape, Item::statement),
    nullable("author", staff_shape, Item::locating),
    nullable("agencies", list(line_shape, 50), Item::statement),
    nullable("formatVersion", text(code_length), Item::public_),
    nullable("updaterNumber", text(code_length), Item::statement),
    nullable("sourceMark", text(code_length), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape plan_shape = object(members);

}  // namespace hub::domain
