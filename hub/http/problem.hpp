// RFC 9457 problems: a stable type, a status, a fixed title, the correlation id; never an echo of
// input, never a person. The text of a Failure goes to the log, not to the caller.
#pragma once

#include <string_view>

#include "hub/base/failure.hpp"
#include "hub/http/message.hpp"

namespace hub::http {

/// The one table from Kind to HTTP status.
int status_of(base::Kind kind) noexcept;
/// The standard reason phrase.
std::string_view reason_phrase(int status) noexcept;

/// `type` is a fixed word of ours and becomes `urn:tsunagu:problem:<type>`.
Response problem(int status, std::string_view type, std::string_view correlation_id);
/// By the table; busy, storage_full and unavailable carry Retry-After.
Response problem(const base::Failure& failure, std::string_view correlation_id);

}  // namespace hub::http
