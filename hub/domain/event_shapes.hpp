// What comes in by webhook: a referral, and the answer to one. Unknown members are refused.
// sdk/schema/referral_request.schema.json and referral_answer.schema.json say the same.
#pragma once

#include "tsunagu/json/shape.hpp"

namespace hub::domain {

extern const tsunagu::json::Shape referral_request_shape;
extern const tsunagu::json::Shape referral_answer_shape;

}  // namespace hub::domain
