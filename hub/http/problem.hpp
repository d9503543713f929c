// RFC 9457 problems: a stable type, a status, a fixed title, the correlation id; never an echo of
// input, never a person. The text of a Failure goes to the log; only who is signed in may read it.
#pragma once

#include <string_view>

#include "hub/base/failure.hpp"
#include "hub/http/message.hpp"
#include "hub/wording/language.hpp"

namespace hub::http {

/// The one table from Kind to HTTP status.
int status_of(base::Kind kind) noexcept;
/// The standard reason phrase.
std::string_view reason_phrase(int status) noexcept;

/// Partners' systems are answered in English; the API's callers as they ask (Accept-Language), in
/// Japanese where they don't.
wording::Language language_for(const Request& request);

struct Spoken {
  wording::Language language = wording::Language::en;
  std::string_view detail{};  ///< what is wrong and what to do, in that language
};
/// `type` is a fixed word of ours and becomes `urn:tsunagu:problem:<type>`.
Response problem(int status, std::string_view type, std::string_view correlation_id,
                 const Spoken& spoken = {});
/// By the table; busy, storage_full and unavailable carry Retry-After.
Response problem(const base::Failure& failure, std::string_view correlation_id);

}  // namespace hub::http
