#include "examples/coordinator/value_text.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <initializer_list>
#include <optional>

#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/labels.hpp"
#include "examples/coordinator/words.hpp"

namespace coordinator {
namespace {

namespace json = boost::json;

constexpr std::string_view masked = "（伏せられています）";

std::string_view view(json::string_view text) {
  return {text.data(), text.size()};
}

bool has_only(const json::object& object, std::initializer_list<std::string_view> names) {
  return !object.empty() && std::all_of(object.begin(), object.end(), [&](const auto& each) {
    return each.value().is_null() ||
           std::find(names.begin(), names.end(), view(each.key())) != names.end();
  });
}

bool is_true(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_bool() && value->as_bool();
}

/// 「1940-02（月まで）」
std::string day_text(const json::value& value) {
  std::string out = text_at(value, "date");
  const auto precision = text_at(value, "precision");
  if (precision == "year") out = out.substr(0, 4) + "（年まで）";
  if (precision == "month") out = out.substr(0, 7) + "（月まで）";
  if (const auto time = text_at(value, "time"); !time.empty()) out += " " + time;
  if (is_true(value.as_object(), "artificial")) out += "（置き換えられた日）";
  return out;
}

std::string code_text(std::string_view name, const json::value& value) {
  const auto text = text_at(value, "text");
  return text.empty() ? std::string(word_of(name, "code", text_at(value, "code"))) : text;
}

/// What an object says in one line; nothing where it says more.
std::optional<std::string> in_one_line(std::string_view name, const json::value& value) {
  const auto& object = value.as_object();
  if (object.contains("dataAbsentReason")) return std::string(masked);
  if (object.contains("date") && has_only(object, {"date", "precision", "time", "artificial"})) {
    return day_text(value);
  }
  if (has_only(object, {"from", "until"})) {
    return text_at(value, "from") + "〜" + text_at(value, "until");
  }
  if (has_only(object, {"system", "code", "text"})) return code_text(name, value);
  return std::nullopt;
}

std::string scalar(std::string_view parent, std::string_view name, const json::value& value) {
  if (value.is_bool()) return value.as_bool() ? "はい" : "いいえ";
  if (const auto* text = value.if_string()) return std::string(word_of(parent, name, view(*text)));
  return json::serialize(value);
}

}  // namespace

void ValueText::indent(std::size_t depth) {
  out_.append((bullet_ ? depth - 1 : depth) * 2, ' ').append(bullet_ ? "・" : "");
  bullet_ = false;
}

void ValueText::line(std::string_view text, std::size_t depth) {
  indent(depth);
  out_.append(text).append("\n");
}

void ValueText::member(std::string_view parent, std::string_view name, const json::value& value,
                       std::size_t depth) {
  if (value.is_null()) return;
  const auto label = std::string(label_of(name)) + ":";
  if (const auto* array = value.if_array()) {
    line(label, depth);
    return list(name, *array, depth + 2);
  }
  if (!value.is_object()) return line(label + " " + scalar(parent, name, value), depth);
  if (const auto text = in_one_line(name, value)) return line(label + " " + *text, depth);
  line(label, depth);
  members(name, value.as_object(), depth + 1);
}

void ValueText::members(std::string_view parent, const json::object& object, std::size_t depth) {
  for (const auto& each : object)
    member(parent, view(each.key()), each.value(), depth);
}

void ValueText::list(std::string_view name, const json::array& array, std::size_t depth) {
  for (const auto& value : array) {
    bullet_ = true;
    const auto text = value.is_object() ? in_one_line(name, value) : scalar(name, name, value);
    if (text) {
      line(*text, depth);
    } else {
      members(name, value.as_object(), depth);
    }
    bullet_ = false;
  }
}

}  // namespace coordinator
