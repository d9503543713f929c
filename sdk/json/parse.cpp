#include "tsunagu/json/parse.hpp"

#include <simdjson.h>

#include "build.hpp"
#include "locate.hpp"
#include "numbers.hpp"

namespace tsunagu::json {
namespace {

constexpr std::size_t kept_bytes = std::size_t{16} * 1024;
constexpr std::string_view bom = "\xEF\xBB\xBF";

/// Past both ends of what 64 bits hold simdjson says "number"; that it is a number is certain only
/// when nothing else is wrong with the text.
ParseFailure number_failure(std::string_view bytes) {
  NumberTokens tokens(bytes);
  for (std::string_view token = tokens.next(); !token.empty(); token = tokens.next()) {
    const bool decimal = token.find_first_of(".eE") != std::string_view::npos;
    if (decimal && token.size() > 3) return {Error::rounded_number, tokens.offset(), {}};
    if (!decimal && token.size() > 16) return {Error::integer_too_large, tokens.offset(), {}};
  }
  return {Error::rounded_number, 0, {}};
}

ParseFailure failure_of(simdjson::error_code code, std::string_view bytes, std::size_t depth) {
  if (code == simdjson::EMPTY) return {Error::empty, 0, {}};
  if (code == simdjson::UTF8_ERROR) return {Error::bad_utf8, first_bad_utf8(bytes), {}};
  if (code == simdjson::CAPACITY) return {Error::too_large, 0, {}};
  const BadByte bad = first_bad_byte(bytes, depth);
  if (bad.too_deep) return {Error::too_deep, bad.offset, {}};
  const std::size_t at = bad.offset;
  if (at < bytes.size() && bytes[at] == '\0') return {Error::nul, at, {}};
  if (at == bytes.size() && code == simdjson::NUMBER_ERROR) return number_failure(bytes);
  return {Error::syntax, at, {}};
}

}  // namespace

struct Reader::Buffers {
  simdjson::dom::parser parser;
};

Reader::Reader(Limits limits) : limits_(limits), buffers_(std::make_unique<Buffers>()) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Parsed Reader::parse(std::string_view bytes) {
  // A view of nothing may have no address, which simdjson would copy from.
  if (bytes.empty()) return Parsed(ParseFailure{Error::empty, 0, {}});
  if (bytes.size() > limits_.bytes)
    return Parsed(ParseFailure{Error::too_large, limits_.bytes, {}});
  if (bytes.starts_with(bom)) return Parsed(ParseFailure{Error::byte_order_mark, 0, {}});
  // One level more than allowed: the walk counts exactly and says where.
  const auto allocated = buffers_->parser.allocate(bytes.size(), limits_.depth + 2);
  if (allocated != simdjson::SUCCESS) return Parsed(failure_of(allocated, bytes, limits_.depth));
  simdjson::dom::element root;
  const auto code = buffers_->parser.parse(bytes.data(), bytes.size()).get(root);
  if (code != simdjson::SUCCESS) return Parsed(failure_of(code, bytes, limits_.depth));
  return Builder(bytes, limits_.depth).build(root);
}

/// Small texts are many, and making buffers for one costs as much as reading it: each thread keeps
/// those of its own.
Parsed parse_untrusted(std::string_view bytes, Limits limits) {
  constexpr Limits usual;
  const bool is_usual = limits.bytes == usual.bytes && limits.depth == usual.depth;
  if (!is_usual || bytes.size() > kept_bytes) return Reader(limits).parse(bytes);
  thread_local Reader kept;
  return kept.parse(bytes);
}

std::string_view text_of(Error error) noexcept {
  switch (error) {
    case Error::none:
      return "nothing is wrong";
    case Error::empty:
      return "there is no JSON in it";
    case Error::too_large:
      return "longer than allowed";
    case Error::too_deep:
      return "nested deeper than allowed";
    case Error::bad_utf8:
      return "not UTF-8";
    case Error::byte_order_mark:
      return "begins with a byte order mark; send plain UTF-8";
    case Error::nul:
      return "holds a NUL";
    case Error::duplicate_name:
      return "a name stands twice in one object";
    case Error::integer_too_large:
      return "an integer beyond 2^53; send it as a string";
    case Error::rounded_number:
      return "a number that would be rounded; send it as a string";
    case Error::syntax:
      return "not JSON";
  }
  return "not JSON";
}

std::string ParseFailure::text() const {
  const std::string where = pointer.empty() ? "byte " + std::to_string(offset) : pointer;
  return where + ": " + std::string(text_of(error));
}

}  // namespace tsunagu::json
