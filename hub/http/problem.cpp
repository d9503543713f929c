#include "hub/http/problem.hpp"

namespace hub::http {
namespace {

constexpr std::string_view retry_seconds = "5";

bool is_temporary(int status) {
  return status == 429 || status == 503 || status == 507;
}

}  // namespace

int status_of(base::Kind kind) noexcept {
  switch (kind) {
    case base::Kind::internal:
    case base::Kind::corrupt:
      return 500;
    case base::Kind::invalid:
      return 400;
    case base::Kind::not_found:
      return 404;
    case base::Kind::conflict:
      return 409;
    case base::Kind::forbidden:
      return 403;
    case base::Kind::unauthorized:
      return 401;
    case base::Kind::too_large:
      return 413;
    case base::Kind::unsupported:
      return 415;
    case base::Kind::busy:
    case base::Kind::unavailable:
      return 503;
    case base::Kind::storage_full:
      return 507;
  }
  return 500;
}

Response problem(int status, std::string_view type, std::string_view correlation_id) {
  Response out;
  out.status = status;
  out.content_type = "application/problem+json";
  out.body.append(R"({"type":"urn:tsunagu:problem:)").append(type);
  out.body.append(R"(","title":")").append(reason_phrase(status));
  out.body.append(R"(","status":)").append(std::to_string(status));
  out.body.append(R"(,"correlationId":")").append(correlation_id).append("\"}");
  if (is_temporary(status)) out.fields.emplace_back("Retry-After", retry_seconds);
  return out;
}

Response problem(const base::Failure& failure, std::string_view correlation_id) {
  return problem(status_of(failure.kind()), base::name_of(failure.kind()), correlation_id);
}

}  // namespace hub::http
