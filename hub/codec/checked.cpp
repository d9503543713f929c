#include "hub/codec/checked.hpp"

#include "hub/base/limits.hpp"

namespace hub::codec {

using tsunagu::json::Problem;
using tsunagu::json::Problems;
using tsunagu::json::Type;
using tsunagu::json::View;

Problem problem_of(const tsunagu::json::ParseFailure& failure) {
  return {failure.pointer,
          std::string(text_of(failure.error)) + " (byte " + std::to_string(failure.offset) + ")"};
}

Checked checked_event(std::string_view body, std::size_t most_bytes,
                      const tsunagu::json::Shape& shape) {
  Checked out;
  auto parsed = tsunagu::json::parse_untrusted(
      body, {.bytes = most_bytes, .depth = base::limits::json_depth});
  if (!parsed.ok()) {
    out.errors.push_back(problem_of(parsed.failure()));
    return out;
  }
  const Problems problems = check(parsed.root(), shape, tsunagu::json::Unknown::refuse);
  out.errors = problems.errors();
  out.document = std::move(parsed).take();
  return out;
}

void check_consent(View consent, const std::string& pointer, Problems& problems) {
  if (consent.find("status").text() == "given" && !consent.find("givenAt").is(Type::string)) {
    problems.error(pointer + "/givenAt", "missing; a given consent needs its day");
  }
  if (consent.find("scopeForm").is(Type::string) && consent.find("scope").is(Type::object)) {
    problems.error(pointer + "/scope", "name the printed form or a scope, not both");
  }
}

}  // namespace hub::codec
