// マッチング (参加支援).
#include "hub/domain/match.hpp"
#include "hub/domain/shape_parts.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view kind_choices[] = {"match"};
constexpr Member members[] = {
    required("kind", choice(kind_choices), Item::public_),
    required("schemaVersion", choice(version_choices), Item::public_),
    required("recordKey", text(name_length), Item::identity),
    required("personKey", text(name_length), Item::identity),
    required("resourceKey", text(name_length), Item::locating),
    nullable("proposedBy", staff_shape, Item::locating),
    nullable("reasons", list(line_shape, 20), Item::statement),
    nullable("status", choice(match_status_names), Item::statement),
    nullable("feedback", text(note_length), Item::statement),
    nullable("labels", list(label_shape, 500), Item::public_),
    nullable("warnings", list(warning_shape, 200), Item::public_),
    nullable("extra", list(extra_shape, 200), Item::staff_note),
};

}  // namespace

constexpr Shape match_shape = object(members);

}  // namespace hub::domain
