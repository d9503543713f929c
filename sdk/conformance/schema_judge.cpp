#include "sdk/conformance/schema_judge.hpp"

#include <algorithm>
#include <charconv>

#include "tsunagu/json/check.hpp"
#include "tsunagu/json/pointer.hpp"

namespace tsunagu::conformance {
namespace {

using json::Type;
using json::View;

bool is_number(View value) {
  return value.is(Type::integer) || value.is(Type::decimal);
}

/// JSON Schema counts 20.0 among them.
bool is_integer(View value) {
  return value.is(Type::integer) ||
         (value.is(Type::decimal) && static_cast<double>(value.integer()) == value.number());
}

bool is_of(View value, std::string_view type) {
  if (type == "string") return value.is(Type::string);
  if (type == "integer") return is_integer(value);
  if (type == "number") return is_number(value);
  if (type == "boolean") return value.is(Type::boolean);
  if (type == "array") return value.is(Type::array);
  if (type == "object") return value.is(Type::object);
  return type == "null" && value.is(Type::null);
}

/// Of scalars, which is all that the schema names.
bool equal(View one, View other) {
  return one.type() == other.type() && one.text() == other.text() &&
         one.integer() == other.integer();
}

/// Code points of valid UTF-8.
std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

std::string shown(View wanted) {
  return wanted.is(Type::string) ? std::string(wanted.text()) : std::to_string(wanted.integer());
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "^[0-9]{13}$" → 13; 0 for anything else.
std::size_t digits_of(std::string_view pattern) {
  constexpr std::string_view head = "^[0-9]{";
  constexpr std::string_view tail = "}$";
  if (!pattern.starts_with(head) || !pattern.ends_with(tail)) return 0;
  pattern = pattern.substr(head.size(), pattern.size() - head.size() - tail.size());
  std::size_t count = 0;
  const auto read = std::from_chars(pattern.data(), pattern.data() + pattern.size(), count);
  return read.ptr == pattern.data() + pattern.size() ? count : 0;
}

/// The few patterns that the schema has. Outside text meets no engine of regular expressions.
bool fits(std::string_view text, std::string_view pattern) {
  if (const std::size_t digits = digits_of(pattern); digits > 0)
    return text.size() == digits && all_digits(text);
  if (pattern == "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") return json::is_day(text);
  if (pattern == "^([01][0-9]|2[0-3]):[0-5][0-9]$") return json::is_time(text);
  if (pattern == "^/") return text.starts_with('/');
  if (pattern.starts_with("^[0-9]{4}-[0-9]{2}-[0-9]{2}T")) return json::is_instant(text);
  throw SchemaError("the pattern " + std::string(pattern) + " is not known here");
}

}  // namespace

const SchemaJudge::Named SchemaJudge::keywords[] = {
    {"$ref", &SchemaJudge::reference},      {"type", &SchemaJudge::type},
    {"const", &SchemaJudge::constant},      {"enum", &SchemaJudge::choice},
    {"minLength", &SchemaJudge::length},    {"maxLength", &SchemaJudge::length},
    {"minimum", &SchemaJudge::range},       {"maximum", &SchemaJudge::range},
    {"minItems", &SchemaJudge::size},       {"maxItems", &SchemaJudge::size},
    {"pattern", &SchemaJudge::pattern},     {"format", &SchemaJudge::format},
    {"required", &SchemaJudge::required},   {"properties", &SchemaJudge::properties},
    {"items", &SchemaJudge::items},         {"anyOf", &SchemaJudge::any_of},
    {"not", &SchemaJudge::negated},         {"if", &SchemaJudge::condition},
    {"then", &SchemaJudge::nothing},        {"title", &SchemaJudge::nothing},
    {"description", &SchemaJudge::nothing}, {"$id", &SchemaJudge::nothing},
    {"$schema", &SchemaJudge::nothing},     {"$defs", &SchemaJudge::nothing},
    {"x-gate-item", &SchemaJudge::nothing},
};

bool SchemaJudge::holds(SchemaPlace at, View value, Strict strict) {
  const Strict outside = strict_;
  strict_ = strict;
  bool good = true;
  for (const View wanted : at.schema)
    good = good && keyword(at, wanted, value);
  strict_ = outside;
  return good;
}

bool SchemaJudge::keyword(SchemaPlace at, View wanted, View value) {
  for (const Named& named : keywords)
    if (named.name == wanted.key()) return (this->*named.judge)(at, wanted, value);
  throw SchemaError("the keyword " + std::string(wanted.key()) + " is not known here");
}

bool SchemaJudge::wrong(std::string_view keyword, std::string_view wanted) {
  fault_ =
      (pointer_.empty() ? "/" : pointer_) + ": " + std::string(keyword) + " " + std::string(wanted);
  return false;
}

bool SchemaJudge::below(std::string_view segment, SchemaPlace at, View value) {
  const std::size_t size = pointer_.size();
  json::append_segment(pointer_, segment);
  const bool good = holds(at, value, strict_);
  pointer_.resize(size);
  return good;
}

bool SchemaJudge::nothing(SchemaPlace, View, View) {
  return true;
}

bool SchemaJudge::type(SchemaPlace, View wanted, View value) {
  if (!wanted.is(Type::array)) return is_of(value, wanted.text()) || wrong("type", wanted.text());
  std::string all;
  for (const View one : wanted) {
    if (is_of(value, one.text())) return true;
    all += (all.empty() ? "" : "|") + std::string(one.text());
  }
  return wrong("type", all);
}

bool SchemaJudge::constant(SchemaPlace, View wanted, View value) {
  return equal(wanted, value) || wrong("const", shown(wanted));
}

bool SchemaJudge::choice(SchemaPlace, View wanted, View value) {
  for (const View one : wanted)
    if (equal(one, value)) return true;
  return wrong("enum", "has no such value");
}

bool SchemaJudge::length(SchemaPlace, View wanted, View value) {
  if (!value.is(Type::string)) return true;
  const auto has = characters(value.text());
  const bool good = wanted.key() == "maxLength" ? has <= wanted.integer() : has >= wanted.integer();
  return good || wrong(wanted.key(), shown(wanted));
}

bool SchemaJudge::range(SchemaPlace, View wanted, View value) {
  if (!is_number(value)) return true;
  const bool good = wanted.key() == "maximum" ? value.number() <= wanted.number()
                                              : value.number() >= wanted.number();
  return good || wrong(wanted.key(), shown(wanted));
}

bool SchemaJudge::size(SchemaPlace, View wanted, View value) {
  if (!value.is(Type::array)) return true;
  const auto has = static_cast<std::int64_t>(value.size());
  const bool good = wanted.key() == "maxItems" ? has <= wanted.integer() : has >= wanted.integer();
  return good || wrong(wanted.key(), shown(wanted));
}

bool SchemaJudge::pattern(SchemaPlace, View wanted, View value) {
  return !value.is(Type::string) || fits(value.text(), wanted.text()) ||
         wrong("pattern", wanted.text());
}

bool SchemaJudge::format(SchemaPlace, View wanted, View value) {
  if (wanted.text() != "date")
    throw SchemaError("the format " + std::string(wanted.text()) + " is not known here");
  return !value.is(Type::string) || json::is_day(value.text()) || wrong("format", "date");
}

bool SchemaJudge::required(SchemaPlace, View wanted, View value) {
  if (!value.is(Type::object)) return true;
  for (const View name : wanted)
    if (!value.find(name.text()).exists()) return wrong("required", name.text());
  return true;
}

bool SchemaJudge::properties(SchemaPlace at, View wanted, View value) {
  if (!value.is(Type::object)) return true;
  for (const View member : value) {
    const View schema = wanted.find(member.key());
    if (schema.exists()) {
      if (!below(json::shown_name(member.key()), {at.document, schema}, member)) return false;
    } else if (strict_ == Strict::yes) {
      return wrong("properties", "has no " + std::string(json::shown_name(member.key())));
    }
  }
  return true;
}

bool SchemaJudge::items(SchemaPlace at, View wanted, View value) {
  if (!value.is(Type::array)) return true;
  std::size_t index = 0;
  for (const View element : value)
    if (!below(std::to_string(index++), {at.document, wanted}, element)) return false;
  return true;
}

/// "common.schema.json#/$defs/key", or "#/$defs/key" in the same document.
bool SchemaJudge::reference(SchemaPlace at, View wanted, View value) {
  const std::string_view text = wanted.text();
  const auto sharp = std::min(text.find('#'), text.size());
  View document = at.document;
  if (sharp > 0) {
    const auto found = documents_.find(text.substr(0, sharp));
    if (found == documents_.end()) throw SchemaError(std::string(text) + ": no such document");
    document = found->second.root();
  }
  const View schema = document.at_pointer(text.substr(std::min(sharp + 1, text.size())));
  if (!schema.exists()) throw SchemaError(std::string(text) + ": points nowhere");
  return holds({document, schema}, value, strict_);
}

/// What is wrong is told as the first of them sees it.
bool SchemaJudge::any_of(SchemaPlace at, View wanted, View value) {
  std::string first;
  for (const View one : wanted) {
    if (holds({at.document, one}, value, strict_)) return true;
    if (first.empty()) first = fault_;
  }
  fault_ = first;
  return false;
}

bool SchemaJudge::negated(SchemaPlace at, View wanted, View value) {
  return !holds({at.document, wanted}, value, Strict::no) || wrong("not", "allowed together");
}

bool SchemaJudge::condition(SchemaPlace at, View wanted, View value) {
  if (!holds({at.document, wanted}, value, Strict::no)) return true;
  return holds({at.document, at.schema.find("then")}, value, Strict::no);
}

}  // namespace tsunagu::conformance
