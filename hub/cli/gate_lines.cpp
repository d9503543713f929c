#include "hub/cli/gate_lines.hpp"

#include <istream>
#include <limits>
#include <ostream>
#include <vector>

#include "hub/base/limits.hpp"

namespace hub::cli {
namespace {

constexpr domain::Verdict unreadable{domain::Decision::deny, domain::Reason::unknown_fact};

/// Lines of at most `limits::gate_line_bytes`; of a longer one the rest is passed over.
class Lines {
 public:
  explicit Lines(std::istream& in) : in_(in), buffer_(base::limits::gate_line_bytes + 1) {}

  bool next() {
    in_.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto read = static_cast<std::size_t>(in_.gcount());
    too_long_ = in_.fail() && !in_.eof() && read > 0;
    if (in_.fail() && !too_long_) return false;
    size_ = too_long_ || in_.eof() ? read : read - 1;
    if (too_long_) pass_over();
    return true;
  }
  [[nodiscard]] bool too_long() const noexcept { return too_long_; }
  [[nodiscard]] std::string_view text() const noexcept { return {buffer_.data(), size_}; }
  [[nodiscard]] bool more_waiting() const { return in_.rdbuf()->in_avail() > 0; }

 private:
  void pass_over() {
    in_.clear();
    in_.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }

  std::istream& in_;
  std::vector<char> buffer_;
  std::size_t size_ = 0;
  bool too_long_ = false;
};

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
  Lines lines(in);
  while (lines.next()) {
    write(out, lines.too_long() ? unreadable : answer_to(lines.text(), reader));
    if (!lines.more_waiting()) out.flush();
  }
  out.flush();
}

}  // namespace hub::cli
