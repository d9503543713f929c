// つなぎへの答え: CloudEvents 1.0, sdk/schema/referral_answer.schema.json.
#include "hub/domain/event_shapes.hpp"
#include "hub/domain/shape_parts.hpp"

namespace hub::domain {
namespace {

constexpr std::string_view spec_version_choices[] = {"1.0"};
constexpr std::string_view answer_event_type_choices[] = {
    "tsunagu.referral.accepted", "tsunagu.referral.returned", "tsunagu.referral.lead_named",
    "tsunagu.referral.closed", "tsunagu.referral.use_stopped"};
constexpr std::string_view data_content_type_choices[] = {"application/json"};
constexpr Member answer_lead_members[] = {
    required("agency", text(line_length), Item::statement),
    nullable("staff", text(name_length), Item::locating),
};
constexpr Shape answer_lead_shape = object(answer_lead_members);

constexpr Member answer_data_members[] = {
    required("referralId", text(36, 36), Item::public_),
    required("at", instant(), Item::statement),
    nullable("agency", text(line_length), Item::statement),
    nullable("reason", text(note_length), Item::statement),
    nullable("lead", answer_lead_shape, Item::statement),
    nullable("outcome", text(code_length), Item::statement),
};
constexpr Shape answer_data_shape = object(answer_data_members);

constexpr Member event_members[] = {
    required("specversion", choice(spec_version_choices)),
    required("id", text(code_length)),
    required("source", text(line_length)),
    required("type", choice(answer_event_type_choices)),
    nullable("time", instant()),
    nullable("subject", text(name_length)),
    nullable("datacontenttype", choice(data_content_type_choices)),
    required("data", answer_data_shape),
};

}  // namespace

constexpr Shape referral_answer_shape = object(event_members);

}  // namespace hub::domain
