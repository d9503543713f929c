#include "hub/profile/yaml_reader.hpp"

#include <algorithm>
#include <charconv>

#include "hub/profile/nearest.hpp"

namespace hub::profile {
namespace {

/// A longer one is quoted in no message: it may be a whole file of another kind.
constexpr std::size_t longest_quoted = 120;

bool is_scalar(const Node& node, Problems& problems, const Text& wanted) {
  if (node.kind == Node::Kind::scalar) return true;
  report_shape(node, problems, wanted);
  return false;
}

template <class Number>
bool number_from(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

template <class Number>
void read_number(const Node& node, Problems& problems, Number& out) {
  const Text wanted{"整数", "a whole number"};
  if (is_scalar(node, problems, wanted) && !number_from(node.text, out))
    report_shape(node, problems, wanted);
}

bool day_from(std::string_view text, Day& out) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!number_from(text.substr(0, 4), year) || !number_from(text.substr(5, 2), month) ||
      !number_from(text.substr(8, 2), day))
    return false;
  const Day found{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (found.ok()) out = found;
  return found.ok();
}

std::vector<std::string_view> keys_of(std::initializer_list<Field> fields) {
  std::vector<std::string_view> keys;
  for (const Field& field : fields)
    keys.push_back(field.key);
  return keys;
}

std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

void report_unknown_key(const Entry& entry, Problems& problems,
                        std::span<const std::string_view> known) {
  problems.add(entry.at, "unknown_key",
               {"「" + entry.key + "」という項目はありません。使える項目: " + listed(known),
                "unknown key \"" + entry.key + "\"; known keys: " + listed(known)},
               nearest(entry.key, known));
}

void report_missing(const Node& node, const Field& field, Problems& problems) {
  const std::string key(field.key);
  problems.add(
      node.at, "missing_key",
      {"「" + key + "」がありません。書き加えてください。", "\"" + key + "\" is missing; add it"});
}

}  // namespace

void read(const Node& node, Problems& problems, std::string& out) {
  if (is_scalar(node, problems, {"文字", "text"})) out = node.text;
}

void read(const Node& node, Problems& problems, bool& out) {
  const Text wanted{"true または false", "true or false"};
  if (!is_scalar(node, problems, wanted)) return;
  if (node.text != "true" && node.text != "false") return report_shape(node, problems, wanted);
  out = node.text == "true";
}

void read(const Node& node, Problems& problems, std::int64_t& out) {
  read_number(node, problems, out);
}

void read(const Node& node, Problems& problems, int& out) {
  read_number(node, problems, out);
}

void read(const Node& node, Problems& problems, Day& out) {
  const Text wanted{"実在する日付(例 2024-04-01)", "an existing day such as 2024-04-01"};
  if (is_scalar(node, problems, wanted) && !day_from(node.text, out))
    report_shape(node, problems, wanted);
}

void read(const Node& node, Problems& problems, Ref& out) {
  read(node, problems, out.code);
  out.at = node.at;
}

void read(const Node& node, Problems&, Node& out) {
  out = node;
}

void read_map(const Node& node, Problems& problems, std::initializer_list<Field> fields) {
  if (node.kind != Node::Kind::map)
    return report_shape(node, problems, {"「項目: 値」の組", "a map of keys and values"});
  const std::vector<std::string_view> known = keys_of(fields);
  for (const Entry& entry : node.entries)
    if (std::find(known.begin(), known.end(), entry.key) == known.end())
      report_unknown_key(entry, problems, known);
  for (const Field& field : fields) {
    const Node* value = find(node, field.key);
    const bool absent = value == nullptr || value->kind == Node::Kind::null;
    if (!absent) field.read_into(*value, problems, field.target);
    if (absent && field.required) report_missing(value == nullptr ? node : *value, field, problems);
  }
}

void report_unknown_word(const Node& node, Problems& problems,
                         std::span<const std::string_view> allowed) {
  problems.add(node.at, "unknown_value",
               {"「" + node.text + "」は使えない値です。使える値: " + listed(allowed),
                "\"" + node.text + "\" is not a known value; known values: " + listed(allowed)},
               nearest(node.text, allowed));
}

void report_shape(const Node& node, Problems& problems, const Text& wanted) {
  const bool scalar = node.kind == Node::Kind::scalar && node.text.size() <= longest_quoted;
  const std::string got = scalar ? "「" + node.text + "」" : "この値";
  const std::string was = scalar ? "\"" + node.text + "\"" : "this value";
  problems.add(node.at, "wrong_shape",
               {got + "ではなく、" + wanted.ja + "を書いてください。",
                was + " is not right here; write " + wanted.en});
}

}  // namespace hub::profile
