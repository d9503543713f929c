#include "examples/coordinator/packet_text.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/labels.hpp"
#include "examples/coordinator/value_text.hpp"

namespace coordinator {
namespace {

namespace json = boost::json;

constexpr std::string_view for_programs[] = {"caseId", "correlationId", "records"};

std::string_view view(json::string_view text) {
  return {text.data(), text.size()};
}

bool is_for_programs(std::string_view name) {
  return std::find(std::begin(for_programs), std::end(for_programs), name) !=
         std::end(for_programs);
}

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

void print_record(ValueText& printer, const json::value& record) {
  const auto* object = record.if_object();
  const auto* fields = object == nullptr ? nullptr : object->if_contains("fields");
  if (fields == nullptr || !fields->is_object()) return;
  const auto kind = text_at(record, "kind");
  printer.line("［" + std::string(heading_of(kind)) + "］", 2);
  printer.members(kind, fields->as_object(), 3);
}

void print_people(ValueText& printer, const json::array& records) {
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
  ValueText printer(out);
  const auto* object = packet.if_object();
  if (object == nullptr) return out;
  for (const auto& each : *object) {
    if (!is_for_programs(view(each.key()))) printer.member({}, view(each.key()), each.value(), 1);
  }
  const auto* records = object->if_contains("records");
  if (records != nullptr && records->is_array()) print_people(printer, records->as_array());
  return out;
}

}  // namespace coordinator
