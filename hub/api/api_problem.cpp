#include "hub/api/api_problem.hpp"

#include "hub/http/problem.hpp"
#include "hub/wording/wording.hpp"

namespace hub::api {

http::Response api_problem(int status, std::string_view type, std::string_view detail,
                           const http::Request& request) {
  const auto language = http::language_for(request);
  const auto said = wording::translated(language, detail);
  return http::problem(status, type, request.correlation_id, {language, said});
}

http::Response api_problem(const base::Failure& failure, const http::Request& request) {
  const int status = http::status_of(failure.kind());
  const bool ours = status >= 500;
  return api_problem(status, base::name_of(failure.kind()), ours ? "" : failure.text(), request);
}

}  // namespace hub::api
