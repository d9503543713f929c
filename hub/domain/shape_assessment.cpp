// アセスメント: FHIR QuestionnaireResponse.
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view assessment_form_choices[] = {"kihon-checklist", "intake",
                                                        "juso-assessment", "other"};
constexpr Member assessment_item_members[] = {
    required("linkId", text(code_length), Item::special_care),
    nullable("text", text(line_length), Item::special_care),
    nullable("value", text(note_length), Item::special_care),
    nullable("points", integer(-1000, 1000), Item::special_care),
};
constexpr Shape assessment_item_shape = object(assessment_item_members);

constexpr std::string_view kind_choices[] = {"assessment"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("consultationKey", text(name_length), Item::identity),
    required("form", choice(assessment_form_choices), Item::statement),
    nullable("formName", text(name_length), Item::statement),
    nullable("version", text(code_length), Item::statement),
    nullable("items", list(assessment_item_shape, 500), Item::special_care),
    nullable("summary", text(note_length), Item::staff_note),
    nullable("strengths", text(note_length), Item::statement),
    nullable("assessedAt", partial_date_shape, Item::statement),
    nullable("by", staff_shape, Item::locating),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape assessment_shape = object(members);

}  // namespace hub::domain
