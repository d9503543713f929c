#include "hub/profile/predicate.hpp"

#include <algorithm>

#include "hub/profile/nearest.hpp"
#include "hub/profile/yaml_reader.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::profile {
namespace {

using domain::FieldWord;
using domain::Predicate;
using domain::Vocabulary;
using domain::WholeRange;

constexpr int deepest = 8;

std::vector<std::string_view> names_in(Vocabulary vocabulary) {
  std::vector<std::string_view> names;
  for (const FieldWord& word : vocabulary)
    names.push_back(word.name);
  return names;
}

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// One condition as it stands: a key each, all optional.
struct Written {
  Node all;
  Node any;
  Node field;
  Node eq;
  Node in;
  Node ge;
  Node absent;
};

bool is_there(const Node& node) {
  return node.kind != Node::Kind::null;
}

/// A list of nothing never holds, or always.
std::vector<Node> items_of(const Node& node, Problems& problems) {
  if (node.kind == Node::Kind::list && !node.items.empty()) return node.items;
  report_shape(node, problems, {"一つ以上の値の並び([…])", "a list with one value or more"});
  return {};
}

/// `in` wants a list, the others one value.
std::vector<Node> values_of(const Node& node, bool is_list, Problems& problems) {
  if (is_list) return items_of(node, problems);
  if (node.kind != Node::Kind::list) return {node};
  report_shape(node, problems, {"一つの値", "one value"});
  return {};
}

template <class Value>
void add_once(const Node& node, const Value& value, std::vector<Value>& out, Problems& problems) {
  if (std::find(out.begin(), out.end(), value) != out.end())
    return report_shape(node, problems,
                        {"まだ書いていない値", "a value that does not stand here already"});
  out.push_back(value);
}

/// `7`, or `40-64` where ranges are allowed.
void add_number(const Node& node, bool may_be_range, std::vector<WholeRange>& out,
                Problems& problems) {
  const auto dash = may_be_range ? node.text.find('-', 1) : std::string::npos;
  Node first = node;
  if (dash != std::string::npos) first.text = node.text.substr(0, dash);
  WholeRange range;
  read(first, problems, range.from);
  range.until = range.from;
  if (dash != std::string::npos) {
    Node last = node;
    last.text = node.text.substr(dash + 1);
    read(last, problems, range.until);
  }
  if (range.until < range.from)
    return report_shape(node, problems,
                        {"小さい数から大きい数(例 40-64)", "a range such as 40-64"});
  add_once(node, range, out, problems);
}

void add_word(const Node& node, const FieldWord& field, std::vector<std::string>& out,
              Problems& problems) {
  if (node.kind != Node::Kind::scalar) return report_shape(node, problems, {"文字", "text"});
  const std::string& word = node.text;
  if (tsunagu::text::trim(word) != word || word.empty()) {
    const std::string bare(tsunagu::text::trim(word));
    return problems.add(
        node.at, "never_holds",
        {"空や、前後に空白のある値は、決して当たりません。空の欄は absent: true で尋ねてください。",
         "an empty value, or one with spaces at its ends, never holds; absent: true asks for an "
         "empty field"},
        bare.empty() ? "absent: true" : bare);
  }
  if (!field.words.empty() && !field.open && !is_among(field.words, word))
    return report_unknown_word(node, problems, field.words);
  add_once(node, word, out, problems);
}

/// Of an open field no word need be known here, where nobody else's list of words is: only what
/// looks like a slip of one that is known is a mistake.
void check_open(const Node& at, const FieldWord& field, const Predicate& out, Problems& problems) {
  const bool known = std::any_of(out.words.begin(), out.words.end(), [&](const std::string& word) {
    return is_among(field.words, word);
  });
  if (!field.open || known) return;
  for (const std::string& word : out.words) {
    if (nearest(word, field.words).empty()) continue;
    Node slip = at;
    slip.kind = Node::Kind::scalar;
    slip.text = word;
    report_unknown_word(slip, problems, field.words);
  }
}

void read_values(const Written& written, const FieldWord& field, Predicate& out,
                 Problems& problems) {
  const bool is_list = is_there(written.in);
  const Node& given = is_list ? written.in : is_there(written.eq) ? written.eq : written.ge;
  const bool number = field.kind == FieldWord::Kind::number;
  if (is_there(written.ge) && !number)
    return report_shape(
        given, problems,
        {"eq か in(この項目は数ではありません)", "eq or in (this field is no number)"});
  for (const Node& value : values_of(given, is_list, problems)) {
    if (number) {
      add_number(value, is_list, out.ranges, problems);
    } else {
      add_word(value, field, out.words, problems);
    }
  }
  if (is_there(written.ge) && !out.ranges.empty()) out.ranges.front().until = WholeRange{}.until;
  check_open(given, field, out, problems);
}

Predicate read_field(const Node& node, const Written& written, Vocabulary vocabulary,
                     Problems& problems) {
  Predicate out;
  out.test = is_there(written.absent) ? Predicate::Test::absent : Predicate::Test::in;
  std::string name;
  read(written.field, problems, name);
  if (written.field.kind != Node::Kind::scalar) return out;
  const auto* field = std::find_if(vocabulary.data(), vocabulary.data() + vocabulary.size(),
                                   [&](const FieldWord& one) { return one.name == name; });
  if (field == vocabulary.data() + vocabulary.size()) {
    report_unknown_word(written.field, problems, names_in(vocabulary));
    return out;
  }
  out.field = static_cast<std::uint8_t>(field - vocabulary.data());
  const int tests =
      is_there(written.eq) + is_there(written.in) + is_there(written.ge) + is_there(written.absent);
  const bool no = is_there(written.absent) && written.absent.text != "true";
  if (no || tests != 1) {
    report_shape(no ? written.absent : node, problems,
                 {"eq、in、ge、absent: true のどれか一つ", "one of eq, in, ge, absent: true"});
  } else if (!is_there(written.absent)) {
    read_values(written, *field, out, problems);
  }
  return out;
}

/// A field, or what may be asked of one only.
bool asks_field(const Written& written) {
  return is_there(written.field) || is_there(written.eq) || is_there(written.in) ||
         is_there(written.ge) || is_there(written.absent);
}

Predicate read_at(const Node& node, Vocabulary vocabulary, int depth, Problems& problems);

Predicate read_parts(const Node& node, const Written& written, Vocabulary vocabulary, int depth,
                     Problems& problems) {
  Predicate out;
  const bool any = is_there(written.any);
  out.test = any ? Predicate::Test::any : Predicate::Test::all;
  if (depth == deepest || any == is_there(written.all) || asks_field(written)) {
    report_shape(node, problems,
                 {"field、all、any のどれか一つ(重ねるのは8段まで)",
                  "one of field, all, any (at most 8 deep)"});
    return out;
  }
  for (const Node& part : items_of(any ? written.any : written.all, problems))
    out.parts.push_back(read_at(part, vocabulary, depth + 1, problems));
  return out;
}

Predicate read_at(const Node& node, Vocabulary vocabulary, int depth, Problems& problems) {
  Written written;
  read_map(node, problems,
           {may("all", written.all), may("any", written.any), may("field", written.field),
            may("eq", written.eq), may("in", written.in), may("ge", written.ge),
            may("absent", written.absent)});
  if (node.kind != Node::Kind::map) return {};
  const bool parts = is_there(written.all) || is_there(written.any);
  if (parts || !is_there(written.field))
    return read_parts(node, written, vocabulary, depth, problems);
  return read_field(node, written, vocabulary, problems);
}

}  // namespace

Predicate read_predicate(const Node& node, Vocabulary vocabulary, Problems& problems) {
  return read_at(node, vocabulary, 0, problems);
}

}  // namespace hub::profile
