#include "examples/coordinator/packet_text.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/labels.hpp"

namespace coordinator {
namespace {

namespace json = boost::json;

constexpr std::string_view masked = "（伏せられています）";
constexpr std::string_view for_programs[] = {"caseId", "correlationId", "records"};

std::string_view view(json::string_view text) {
  return {text.data(), text.size()};
}

bool is_for_programs(std::string_view name) {
  return std::find(std::begin(for_programs), std::end(for_programs), name) !=
         std::end(for_programs);
}

/// A value below its label, two spaces further in for each level. The parser has bounded the depth.
class Printer {
 public:
  explicit Printer(std::string& out) : out_(out) {}

  void member(std::string_view name, const json::value& value, std::size_t depth) {
    if (value.is_null()) return;
    indent(depth);
    out_.append(label_of(name)).append(":");
    below(name, value, depth);
  }
  void members(const json::object& object, std::size_t depth) {
    for (const auto& each : object)
      member(view(each.key()), each.value(), depth);
  }
  void line(std::string_view text, std::size_t depth) {
    indent(depth);
    out_.append(text).append("\n");
  }

 private:
  void indent(std::size_t depth) { out_.append(depth * 2, ' '); }

  void below(std::string_view name, const json::value& value, std::size_t depth) {
    if (const auto* object = value.if_object()) return object_below(*object, depth);
    if (const auto* array = value.if_array()) return array_below(name, *array, depth);
    out_.append(" ").append(scalar(name, value)).append("\n");
  }

  void object_below(const json::object& object, std::size_t depth) {
    if (object.contains("dataAbsentReason")) {
      out_.append(masked).append("\n");
      return;
    }
    out_.append("\n");
    members(object, depth + 1);
  }

  void array_below(std::string_view name, const json::array& array, std::size_t depth) {
    out_.append("\n");
    for (const auto& value : array) {
      indent(depth + 1);
      out_.append("・");
      below(name, value, depth + 1);
    }
  }

  static std::string scalar(std::string_view name, const json::value& value) {
    if (value.is_bool()) return value.as_bool() ? "はい" : "いいえ";
    if (const auto* text = value.if_string()) return std::string(word_of(name, view(*text)));
    return json::serialize(value);
  }

  std::string& out_;
};

struct Person {
  std::string pseudonym;
  std::vector<const json::value*> records;
};

std::vector<Person> people_in(const json::array& records) {
  std::vector<Person> out;
  for (const auto& record : records) {
    const auto pseudonym = text_at(record, "person");
    auto at = std::find_if(out.begin(), out.end(),
                           [&](const Person& known) { return known.pseudonym == pseudonym; });
    if (at == out.end()) at = out.insert(out.end(), {pseudonym, {}});
    at->records.push_back(&record);
  }
  return out;
}

void print_record(Printer& printer, const json::value& record) {
  const auto* object = record.if_object();
  const auto* fields = object == nullptr ? nullptr : object->if_contains("fields");
  if (fields == nullptr || !fields->is_object()) return;
  printer.line("［" + std::string(heading_of(text_at(record, "kind"))) + "］", 2);
  printer.members(fields->as_object(), 3);
}

void print_people(Printer& printer, const json::array& records) {
  int number = 0;
  for (const auto& person : people_in(records)) {
    printer.line(person.pseudonym.empty() ? "その他" : "対象者" + std::to_string(++number), 1);
    for (const auto* record : person.records)
      print_record(printer, *record);
  }
}

}  // namespace

std::string packet_text(const json::value& packet) {
  std::string out;
  Printer printer(out);
  const auto* object = packet.if_object();
  if (object == nullptr) return out;
  for (const auto& each : *object) {
    if (!is_for_programs(view(each.key()))) printer.member(view(each.key()), each.value(), 1);
  }
  const auto* records = object->if_contains("records");
  if (records != nullptr && records->is_array()) print_people(printer, records->as_array());
  return out;
}

}  // namespace coordinator
