#include "hub/cli/gate_lines.hpp"

#include <istream>
#include <ostream>

#include "hub/base/limits.hpp"
#include "hub/cli/lines.hpp"

namespace hub::cli {
namespace {

constexpr domain::Verdict unreadable{domain::Decision::deny, domain::Reason::unknown_fact};

void write(std::ostream& out, const domain::Verdict& verdict) {
  out << R"({"decision":")" << domain::name_of(verdict.decision) << R"(","reason":")"
      << domain::name_of(verdict.reason) << "\"}\n";
}

}  // namespace

domain::Verdict answer_to(std::string_view line, tsunagu::json::Reader& reader) {
  using tsunagu::json::Type;
  const auto parsed = reader.parse(line);
  if (!parsed.ok() || !parsed.root().is(Type::object)) return unreadable;
  domain::Facts facts;
  for (const auto fact : parsed.root()) {
    if (!fact.is(Type::string)) return unreadable;
    if (!domain::set_fact(facts, fact.key(), fact.text())) return unreadable;
  }
  return domain::decide(facts);
}

void answer_lines(std::istream& in, std::ostream& out) {
  tsunagu::json::Reader reader({base::limits::gate_line_bytes, 2});
  Lines lines(in, base::limits::gate_line_bytes);
  while (lines.next()) {
    write(out, lines.too_long() ? unreadable : answer_to(lines.text(), reader));
    if (!lines.more_waiting()) out.flush();
  }
  out.flush();
}

}  // namespace hub::cli
