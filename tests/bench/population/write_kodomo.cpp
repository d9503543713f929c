// 子ども: a line of JSON for each consultation, with the child, guardians and siblings.
#include <algorithm>
#include <array>
#include <map>

#include "tests/bench/population/cells.hpp"
#include "tests/bench/population/exports.hpp"
#include "tests/bench/population/text.hpp"
#include "tsunagu/json/writer.hpp"

namespace bench::population {

namespace {

using tsunagu::json::Writer;

/// The rows of one consultation, each list in its order.
struct Consultation {
  const Row* child = nullptr;
  std::vector<const Row*> guardians{};
  std::vector<const Row*> siblings{};
};

bool is_guardian(const Row& row) {
  return row.relation == "父" || row.relation == "母" || row.relation == "本人";
}

/// The place that a key without 宛名番号 names ("sodan:C08-00000012/guardians.1"); else none.
std::size_t named_place(const Row& row) {
  const std::size_t dot = row.key.rfind('.');
  if (row.key.starts_with("atena:") || dot == std::string::npos) return SIZE_MAX;
  return std::stoul(row.key.substr(dot + 1));
}

/// Rows with a named place stand there, the others fill what is left.
std::vector<const Row*> placed(const std::vector<const Row*>& rows) {
  std::vector<const Row*> made(rows.size(), nullptr);
  for (const Row* row : rows) {
    if (named_place(*row) != SIZE_MAX) made.at(named_place(*row)) = row;
  }
  for (const Row* row : rows) {
    if (named_place(*row) != SIZE_MAX) continue;
    *std::find(made.begin(), made.end(), nullptr) = row;
  }
  return made;
}

void member(Writer& json, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  json.key(name);
  json.string(value);
}

void names(Writer& json, const std::string& text, std::string_view family, std::string_view given) {
  const std::size_t at = text.find(' ');
  member(json, family, text.substr(0, at));
  if (at != std::string::npos) member(json, given, text.substr(at + 1));
}

void person(Writer& json, const Row& row) {
  json.begin_object();
  member(json, "atenaNo", atena_of(row));
  names(json, name_cell(row), "familyName", "givenName");
  names(json, row.kana, "familyNameKana", "givenNameKana");
  member(json, "sex", row.sex);
  member(json, "dateOfBirth", row.birth);
  if (!row.address.empty()) {
    json.key("address");
    json.begin_object();
    member(json, "postalCode", row.postal_code);
    member(json, "fullAddress", row.address);
    json.end_object();
  }
  if (!row.phone.empty()) {
    json.key("contactPointInformation");
    json.begin_object();
    member(json, "contactPointPhoneNumber", row.phone);
    json.end_object();
  }
  if (!row.relation.empty()) {
    member(json, "relation", row.relation);
    json.key("cohabiting");
    json.boolean(true);
  }
  json.end_object();
}

void list(Writer& json, std::string_view name, const std::vector<const Row*>& rows) {
  if (rows.empty()) return;
  json.key(name);
  json.begin_array();
  for (const Row* row : placed(rows))
    person(json, *row);
  json.end_array();
}

std::string iso(std::uint32_t digits) {
  const std::string text = std::to_string(digits);
  return text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
}

/// 要対協's part of the work: its label goes with the record.
std::string_view legal_category(const Row& focus, std::string_view type) {
  if (type == "養護(児童虐待)") return "要保護児童";
  if (type == "特定妊婦") return "特定妊婦";
  return chance_of(focus) % 12 == 0 ? "要支援児童" : "";
}

void consultation(Writer& json, const std::string& receipt, const Consultation& of) {
  const Row& focus = of.child != nullptr ? *of.child : *placed(of.guardians).front();
  json.begin_object();
  member(json, "receiptNo", receipt);
  member(json, "receivedAt", iso(focus.recorded) + "T10:20:00+09:00");
  member(json, "route", "保健センター");
  if (of.child != nullptr) {
    json.key("child");
    person(json, *of.child);
  }
  list(json, "guardians", of.guardians);
  list(json, "siblings", of.siblings);
  const std::string type = joined(class_words(focus), "");
  member(json, "consultationType", type);
  member(json, "legalCategory", legal_category(focus, type));
  member(json, "statement", statement(focus));
  json.key("consent");
  json.begin_object();
  member(json, "status", "never_asked");
  json.end_object();
  json.end_object();
}

}  // namespace

std::string kodomo_file(const Export& of) {
  std::map<std::string, Consultation> consultations;
  for (const Row* row : of.rows) {
    Consultation& one = consultations[row->household_number];
    if (row->relation.empty()) {
      one.child = row;
    } else {
      (is_guardian(*row) ? one.guardians : one.siblings).push_back(row);
    }
  }
  std::string bytes;
  for (const auto& [receipt, one] : consultations) {
    Writer json(bytes);
    consultation(json, receipt, one);
    bytes += '\n';
  }
  return bytes;
}

}  // namespace bench::population
