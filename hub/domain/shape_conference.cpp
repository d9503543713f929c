// 会議の記録.
#include "hub/domain/conference.hpp"
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr Member participant_members[] = {
    nullable("name", text(name_length), Item::locating),
    nullable("agency", text(line_length), Item::statement),
    nullable("role", text(code_length), Item::statement),
    nullable("present", boolean(), Item::statement),
};
constexpr Shape participant_shape = object(participant_members);

constexpr Member agenda_members[] = {
    nullable("caseKey", text(name_length), Item::identity),
    nullable("function", code_shape, Item::statement),
    nullable("decision", text(note_length), Item::statement),
};
constexpr Shape agenda_shape = object(agenda_members);

/// Of the meeting as a whole: they may speak of others than the record's person.
constexpr Shape decision_shape = text(note_length);

constexpr std::string_view kind_choices[] = {"conference"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    nullable("meetingKey", text(name_length), Item::identity),
    required("forum", code_shape, Item::statement),
    required("convener", text(line_length), Item::statement),
    required("at", partial_date_shape, Item::statement),
    nullable("trigger", choice(conference_trigger_names), Item::statement),
    nullable("participants", list(participant_shape, 100), Item::locating),
    nullable("agenda", list(agenda_shape, 50), Item::statement),
    nullable("decisions", list(decision_shape, 50), Item::staff_note),
    nullable("minutesRef", text(name_length), Item::staff_note),
    required("confidentialityNotice", boolean(), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape conference_shape = object(members);

}  // namespace hub::domain
