// A mapping on its way from the hub, which checked it, to the adapter `table`. Not written by hand:
// what does not fit is a defect of the writer, and refuses the adapter's start.
#pragma once

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"
#include "tsunagu/mapping/mapping.hpp"

namespace tsunagu::mapping {

namespace detail {

class Out {
 public:
  explicit Out(std::string& to) : json_(to) {}

  void mapping(const Mapping& mapping) {
    json_.begin_object();
    list("columns", mapping.columns, [this](const Column& column) { put(column); });
    json_.key("encodings");
    encodings(mapping.encodings);
    text("separator", std::string_view(&mapping.separator, 1));
    number("header", static_cast<std::int64_t>(mapping.header_line));
    put(mapping.dates);
    if (mapping.skip) condition("skip", *mapping.skip);
    if (mapping.removed) condition("removed", *mapping.removed);
    list("records", mapping.records, [this](const RecordRule& rule) { put(rule); });
    json_.end_object();
  }

 private:
  void text(std::string_view name, std::string_view value) {
    json_.key(name);
    json_.string(value);
  }
  void number(std::string_view name, std::int64_t value) {
    json_.key(name);
    json_.integer(value);
  }
  template <class Items, class Put>
  void list(std::string_view name, const Items& items, Put put_one) {
    json_.key(name);
    json_.begin_array();
    for (const auto& item : items)
      put_one(item);
    json_.end_array();
  }
  void numbers(std::string_view name, const std::vector<int>& items) {
    list(name, items, [this](int item) { json_.integer(item); });
  }

  void encodings(const text::EncodingSet& set) {
    json_.begin_array();
    for (int i = 0; i <= static_cast<int>(text::Encoding::euc_jp); ++i)
      if (set.has(static_cast<text::Encoding>(i))) json_.integer(i);
    json_.end_array();
  }
  void put(const text::DateRules& rules) {
    json_.key("dates");
    json_.begin_object();
    list("eras", rules.era_digits, [this](text::Era era) { json_.integer(static_cast<int>(era)); });
    number("day", rules.artificial_day);
    number("order", static_cast<int>(rules.order));
    json_.end_object();
  }
  void put(const Column& column) {
    json_.begin_object();
    text("name", column.name);
    number("optional", column.optional ? 1 : 0);
    number("number", column.number ? 1 : 0);
    if (column.label) number("label", static_cast<int>(*column.label));
    if (column.dates) put(*column.dates);
    json_.end_object();
  }
  void parts(std::string_view name, const Template& parts) {
    list(name, parts, [this](const Part& part) {
      if (part.column == Part::none) return json_.string(part.literal);
      json_.integer(part.column);
    });
  }
  void condition(std::string_view name, const condition::Predicate& predicate) {
    json_.key(name);
    put(predicate);
  }
  void put(const condition::Predicate& predicate) {
    json_.begin_object();
    number("test", static_cast<int>(predicate.test));
    number("field", predicate.field);
    list("words", predicate.words, [this](const std::string& word) { json_.string(word); });
    list("ranges", predicate.ranges, [this](const condition::WholeRange& range) {
      // As text: a range without an end goes beyond what JSON's integers hold.
      json_.string(std::to_string(range.from));
      json_.string(std::to_string(range.until));
    });
    list("parts", predicate.parts, [this](const condition::Predicate& part) { put(part); });
    json_.end_object();
  }
  void put(const FieldRule& field) {
    json_.begin_object();
    number("slot", field.slot);
    parts("value", field.value);
    list("codes", field.codes, [this](const std::pair<std::string, int>& word) {
      json_.string(word.first);
      json_.integer(word.second);
    });
    text("system", field.system);
    json_.end_object();
  }
  void put(const RecordRule& rule) {
    json_.begin_object();
    number("kind", static_cast<int>(rule.kind));
    parts("key", rule.key);
    parts("person", rule.person);
    parts("consultation", rule.consultation);
    condition("when", rule.when);
    numbers("needs", rule.needs);
    if (rule.each) {
      number("each", rule.each->column);
      text("by", rule.each->separator);
    }
    list("fields", rule.fields, [this](const FieldRule& field) { put(field); });
    numbers("keep", rule.keep);
    json_.end_object();
  }

  json::Writer json_;
};

class In {
 public:
  Mapping mapping(json::View root) {
    Mapping out;
    for (const json::View column : root.find("columns"))
      out.columns.push_back(this->column(column));
    columns_ = out.columns.size();
    out.encodings = {};
    for (const json::View encoding : root.find("encodings"))
      out.encodings.add(one_of<text::Encoding>(encoding, text::Encoding::euc_jp));
    out.separator =
        fits(root.find("separator").text().size() == 1) ? root.find("separator").text()[0] : ',';
    out.header_line = static_cast<std::uint64_t>(number(root.find("header"), 1000));
    out.dates = dates(root.find("dates"));
    if (root.find("skip").exists()) out.skip = condition(root.find("skip"));
    if (root.find("removed").exists()) out.removed = condition(root.find("removed"));
    for (const json::View rule : root.find("records"))
      out.records.push_back(record(rule));
    return out;
  }

 private:
  static bool fits(bool good) {
    if (!good) throw std::invalid_argument("the mapping is not in the form of this version");
    return true;
  }
  static std::int64_t number(json::View view, std::int64_t most) {
    fits(!view.exists() ||
         (view.is(json::Type::integer) && view.integer() >= 0 && view.integer() <= most));
    return view.integer();
  }
  template <class Enum>
  static Enum one_of(json::View view, Enum last) {
    return static_cast<Enum>(number(view, static_cast<std::int64_t>(last)));
  }
  [[nodiscard]] int column_number(json::View view) const {
    fits(columns_ > 0);
    return static_cast<int>(number(view, static_cast<std::int64_t>(columns_) - 1));
  }
  [[nodiscard]] std::vector<int> column_numbers(json::View list) const {
    std::vector<int> out;
    for (const json::View one : list)
      out.push_back(column_number(one));
    return out;
  }

  static text::DateRules dates(json::View view) {
    text::DateRules out;
    std::size_t digit = 0;
    for (const json::View era : view.find("eras"))
      if (fits(digit < out.era_digits.size()))
        out.era_digits[digit++] = one_of<text::Era>(era, text::Era::reiwa);
    out.artificial_day = static_cast<int>(number(view.find("day"), 31));
    out.order = one_of<text::DateOrder>(view.find("order"), text::DateOrder::day_month_year);
    return out;
  }
  static Column column(json::View view) {
    Column out{std::string(view.find("name").text()), number(view.find("optional"), 1) == 1,
               number(view.find("number"), 1) == 1};
    if (view.find("label").exists())
      out.label = one_of<record::Item>(view.find("label"), record::Item::tax);
    if (view.find("dates").exists()) out.dates = dates(view.find("dates"));
    return out;
  }
  [[nodiscard]] Template parts(json::View list) const {
    Template out;
    for (const json::View one : list)
      out.push_back(one.is(json::Type::string) ? Part{std::string(one.text())}
                                               : Part{{}, column_number(one)});
    return out;
  }
  static std::int64_t end_of_range(json::View text) {
    std::int64_t out = 0;
    const std::string_view digits = text.text();
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    fits(read.ec == std::errc());
    return out;
  }
  [[nodiscard]] condition::Predicate condition(json::View view) const {
    condition::Predicate out;
    out.test =
        one_of<condition::Predicate::Test>(view.find("test"), condition::Predicate::Test::absent);
    out.field = static_cast<std::uint8_t>(column_number(view.find("field")));
    for (const json::View word : view.find("words"))
      out.words.emplace_back(word.text());
    bool first = true;
    for (const json::View end : view.find("ranges")) {
      if (first) out.ranges.emplace_back();
      (first ? out.ranges.back().from : out.ranges.back().until) = end_of_range(end);
      first = !first;
    }
    for (const json::View part : view.find("parts"))
      out.parts.push_back(condition(part));
    return out;
  }
  [[nodiscard]] FieldRule field(Kind kind, json::View view) const {
    const auto slots = slots_of(kind);
    FieldRule out;
    out.slot = static_cast<std::uint8_t>(
        number(view.find("slot"), static_cast<std::int64_t>(slots.size()) - 1));
    out.value = parts(view.find("value"));
    const auto last = static_cast<std::int64_t>(slots[out.slot].codes.size()) - 1;
    for (const json::View one : view.find("codes")) {
      if (one.is(json::Type::string)) out.codes.emplace_back(one.text(), 0);
      if (one.is(json::Type::integer) && fits(!out.codes.empty()))
        out.codes.back().second = static_cast<int>(number(one, last));
    }
    out.system = view.find("system").text();
    return out;
  }
  [[nodiscard]] RecordRule record(json::View view) const {
    RecordRule out;
    out.kind = one_of<Kind>(view.find("kind"), Kind::resource);
    out.key = parts(view.find("key"));
    out.person = parts(view.find("person"));
    out.consultation = parts(view.find("consultation"));
    out.when = condition(view.find("when"));
    out.needs = column_numbers(view.find("needs"));
    if (view.find("each").exists())
      out.each = Each{column_number(view.find("each")), std::string(view.find("by").text())};
    for (const json::View one : view.find("fields"))
      out.fields.push_back(field(out.kind, one));
    out.keep = column_numbers(view.find("keep"));
    return out;
  }

  std::size_t columns_ = 0;
};

}  // namespace detail

inline std::string write(const Mapping& mapping) {
  std::string out;
  detail::Out(out).mapping(mapping);
  return out;
}

/// Throws std::invalid_argument.
inline Mapping read(std::string_view text) {
  const json::Parsed parsed = json::parse_untrusted(text);
  if (!parsed.ok())
    throw std::invalid_argument("the mapping is no JSON: " + parsed.failure().text());
  return detail::In().mapping(parsed.root());
}

}  // namespace tsunagu::mapping
