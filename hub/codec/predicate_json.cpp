#include "hub/codec/predicate_json.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace hub::codec {
namespace {

using base::Result;
using domain::FieldWord;
using domain::Predicate;
using domain::WholeRange;
using tsunagu::json::Type;
using tsunagu::json::View;

constexpr int deepest = 8;

base::Failure wrong(const std::string& at) {
  return base::fail(base::Kind::invalid,
                    "/conditions" + at + ": is no condition; see config/matching.yaml");
}

bool read_whole(std::string_view text, std::int64_t& out) {
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, out);
  return read.ec == std::errc() && read.ptr == end;
}

/// 7, "7" or "40-64".
bool read_range(View value, WholeRange& out) {
  if (value.is(Type::integer)) {
    out = {value.integer(), value.integer()};
    return true;
  }
  const auto text = value.text();
  const auto dash = text.find('-', 1);
  if (!read_whole(text.substr(0, dash), out.from)) return false;
  out.until = out.from;
  const bool whole = dash == text.npos || read_whole(text.substr(dash + 1), out.until);
  return whole && out.from <= out.until;
}

bool add_value(View value, const FieldWord& field, Predicate& out) {
  if (field.kind == FieldWord::Kind::number) return read_range(value, out.ranges.emplace_back());
  const auto word = value.text();
  const bool known = field.words.empty() ||
                     std::find(field.words.begin(), field.words.end(), word) != field.words.end();
  out.words.emplace_back(word);
  return known && !word.empty();
}

class Reading {
 public:
  explicit Reading(domain::Vocabulary vocabulary) : vocabulary_(vocabulary) {}

  Result<Predicate> at(View view, const std::string& pointer, int depth) const {
    if (depth > deepest || !view.is(Type::object)) return wrong(pointer);
    if (view.find("all").is(Type::array)) return joined(view, "all", pointer, depth);
    if (view.find("any").is(Type::array)) return joined(view, "any", pointer, depth);
    return of_field(view, pointer);
  }

 private:
  Result<Predicate> joined(View view, std::string_view how, const std::string& pointer,
                           int depth) const {
    if (view.size() != 1) return wrong(pointer);
    Predicate out;
    out.test = how == "all" ? Predicate::Test::all : Predicate::Test::any;
    for (const View part : view.find(how)) {
      const auto below = pointer + "/" + std::string(how) + "/" + std::to_string(out.parts.size());
      auto read = at(part, below, depth + 1);
      if (!read) return read.error();
      out.parts.push_back(std::move(*read));
    }
    return out;
  }

  Result<Predicate> of_field(View view, const std::string& pointer) const {
    const auto name = view.find("field").text();
    const auto* end = vocabulary_.data() + vocabulary_.size();
    const auto* field = std::find_if(vocabulary_.data(), end,
                                     [&](const FieldWord& one) { return one.name == name; });
    if (field == end || view.size() != 2) return wrong(pointer + "/field");
    Predicate out;
    out.field = static_cast<std::uint8_t>(field - vocabulary_.data());
    out.test = Predicate::Test::in;
    if (view.find("absent").boolean()) {
      out.test = Predicate::Test::absent;
      return out;
    }
    return read_test(view, *field, out) ? Result<Predicate>(std::move(out)) : wrong(pointer);
  }

  static bool read_test(View view, const FieldWord& field, Predicate& out) {
    if (const View list = view.find("in"); list.is(Type::array))
      return list.size() > 0 && std::all_of(list.begin(), list.end(), [&](View value) {
               return add_value(value, field, out);
             });
    if (const View one = view.find("eq"); one.exists()) return add_value(one, field, out);
    const View least = view.find("ge");
    if (!least.exists() || field.kind != FieldWord::Kind::number) return false;
    if (!add_value(least, field, out)) return false;
    out.ranges.front().until = WholeRange{}.until;
    return true;
  }

  domain::Vocabulary vocabulary_;
};

}  // namespace

Result<Predicate> predicate_from(View view, domain::Vocabulary vocabulary) {
  return Reading(vocabulary).at(view, "", 0);
}

}  // namespace hub::codec
