#include "tsunagu/json/check.hpp"

#include <algorithm>

#include "tsunagu/json/pointer.hpp"

namespace tsunagu::json {
namespace {

std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool fits_text(std::string_view text, const Shape& shape) {
  switch (shape.expect) {
    case Expect::text: {
      const std::int64_t length = characters(text);
      return length >= shape.least && length <= shape.most;
    }
    case Expect::day:
      return is_day(text);
    case Expect::time:
      return is_time(text);
    case Expect::instant:
      return is_instant(text);
    case Expect::digits:
      return static_cast<std::int64_t>(text.size()) == shape.most && all_digits(text);
    case Expect::pointer:
      return text.starts_with('/') && characters(text) <= shape.most;
    default:
      return std::find(shape.choices.begin(), shape.choices.end(), text) != shape.choices.end();
  }
}

bool fits_number(View value, const Shape& shape) {
  const double number = value.number();
  return number >= static_cast<double>(shape.least) && number <= static_cast<double>(shape.most);
}

/// Whether a value without members fits.
bool fits_leaf(View value, const Shape& shape) {
  const bool whole = value.is(Type::integer) ||
                     (value.is(Type::decimal) && value.number() == double(value.integer()));
  switch (shape.expect) {
    case Expect::boolean:
      return value.is(Type::boolean);
    case Expect::integer:
      return whole && fits_number(value, shape);
    case Expect::number:
      return (value.is(Type::integer) || value.is(Type::decimal)) && fits_number(value, shape);
    default:
      return value.is(Type::string) && fits_text(value.text(), shape);
  }
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

std::string wanted(const Shape& shape) {
  const std::string most = std::to_string(shape.most);
  switch (shape.expect) {
    case Expect::text:
      return shape.least > 0 ? "wanted a string of 1 to " + most + " characters"
                             : "wanted a string of at most " + most + " characters";
    case Expect::day:
      return "wanted a day of the calendar as YYYY-MM-DD";
    case Expect::time:
      return "wanted a time as HH:MM";
    case Expect::instant:
      return "wanted a time as 2026-04-10T09:00:00+09:00";
    case Expect::digits:
      return "wanted a string of " + most + " digits";
    case Expect::pointer:
      return "wanted a JSON Pointer of at most " + most + " characters";
    case Expect::boolean:
      return "wanted true or false";
    case Expect::integer:
      return "wanted an integer from " + std::to_string(shape.least) + " to " + most;
    case Expect::number:
      return "wanted a number from " + std::to_string(shape.least) + " to " + most;
    case Expect::choice:
      return "wanted one of " + joined(shape.choices);
    case Expect::list:
      return "wanted an array of at most " + most + " elements";
    case Expect::object:
      return "wanted an object";
  }
  return "wanted something else";
}

class Checker {
 public:
  explicit Checker(Unknown unknown) : unknown_(unknown) {}

  void value(View view, const Shape& shape) {
    if (shape.expect == Expect::object) {
      view.is(Type::object) ? members(view, shape) : problems.error(pointer_, wanted(shape));
    } else if (shape.expect == Expect::list) {
      elements(view, shape);
    } else if (!fits_leaf(view, shape)) {
      problems.error(pointer_, wanted(shape));
    }
  }

  Problems problems;

 private:
  void elements(View view, const Shape& shape) {
    if (!view.is(Type::array) || static_cast<std::int64_t>(view.size()) > shape.most) {
      return problems.error(pointer_, wanted(shape));
    }
    std::size_t index = 0;
    for (const View element : view) {
      under(std::to_string(index++), [&] { value(element, *shape.element); });
    }
  }

  void members(View view, const Shape& shape) {
    for (const View member : view) {
      const Member* known = find_member(shape, member.key());
      if (known == nullptr) {
        unknown(member.key(), shape);
      } else if (!member.is(Type::null) || known->need != Need::nullable) {
        under(member.key(), [&] { value(member, known->shape); });
      }
    }
    for (const Member& member : members_of(shape)) {
      if (member.need == Need::required && !view.find(member.name).exists()) {
        under(member.name, [&] { problems.error(pointer_, "missing; " + wanted(member.shape)); });
      }
    }
  }

  void unknown(std::string_view name, const Shape& shape) {
    std::vector<std::string_view> names;
    for (const Member& member : members_of(shape))
      names.push_back(member.name);
    const std::string_view near = closest(name, names);
    std::string text = "not known here";
    if (!near.empty()) text += "; did you mean " + std::string(near) + "?";
    under(shown_name(name), [&] {
      unknown_ == Unknown::refuse ? problems.error(pointer_, text)
                                  : problems.warning(pointer_, text);
    });
  }

  template <class Function>
  void under(std::string_view segment, Function function) {
    const std::size_t length = pointer_.size();
    append_segment(pointer_, segment);
    function();
    pointer_.resize(length);
  }

  Unknown unknown_;
  std::string pointer_;
};

}  // namespace

Problems check(View document, const Shape& shape, Unknown unknown) {
  Checker checker(unknown);
  checker.value(document, shape);
  return std::move(checker.problems);
}

std::string Problems::text() const {
  std::string out;
  for (const Problem& problem : errors_) {
    if (!out.empty()) out += '\n';
    out += problem.line();
  }
  return out;
}

}  // namespace tsunagu::json
