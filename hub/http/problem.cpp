#include "hub/http/problem.hpp"

#include "hub/http/problem_title.hpp"
#include "tsunagu/json/writer.hpp"

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

Response problem(int status, std::string_view type, std::string_view correlation_id,
                 const Spoken& spoken) {
  Response out;
  out.status = status;
  out.content_type = "application/problem+json";
  tsunagu::json::Writer json(out.body);
  json.begin_object();
  json.key("type");
  json.string("urn:tsunagu:problem:" + std::string(type));
  json.key("title");
  json.string(title_of(status, spoken.language));
  json.key("status");
  json.integer(status);
  if (!spoken.detail.empty()) {
    json.key("detail");
    json.string(spoken.detail);
  }
  json.key("correlationId");
  json.string(correlation_id);
  json.end_object();
  out.fields.emplace_back("Content-Language", wording::name_of(spoken.language));
  if (is_temporary(status)) out.fields.emplace_back("Retry-After", retry_seconds);
  return out;
}

Response problem(const base::Failure& failure, std::string_view correlation_id) {
  return problem(status_of(failure.kind()), base::name_of(failure.kind()), correlation_id);
}

wording::Language language_for(const Request& request) {
  if (!request.path().starts_with("/api/")) return wording::Language::en;
  return wording::language_accepted(request.header("accept-language").value_or(""));
}

}  // namespace hub::http
