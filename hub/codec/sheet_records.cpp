#include "hub/codec/sheet_records.hpp"

#include "hub/codec/json_text.hpp"

namespace hub::codec {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;
using tsunagu::json::Writer;

void text_member(Writer& json, std::string_view name, std::string_view text) {
  json.key(name);
  json.string(text);
}

bool is_value(View view) {
  return view.exists() && !view.is(Type::null);
}

void copy_as(Writer& json, View from, std::string_view member, std::string_view name) {
  if (!is_value(from.find(member))) return;
  json.key(name);
  write_value(json, from.find(member));
}

void copy(Writer& json, View from, std::initializer_list<std::string_view> members) {
  for (const std::string_view member : members)
    copy_as(json, from, member, member);
}

void copy_all(Writer& json, View from) {
  for (const View member : from)
    copy(json, from, {member.key()});
}

void write_name(Writer& json, View person) {
  json.key("names");
  json.begin_array();
  json.begin_object();
  copy(json, person, {"fullName", "fullNameKana"});
  copy_as(json, person, "fullName", "original");
  json.end_object();
  json.end_array();
}

void write_list_of_one(Writer& json, View from, std::string_view member, std::string_view list) {
  if (!is_value(from.find(member))) return;
  json.key(list);
  json.begin_array();
  write_value(json, from.find(member));
  json.end_array();
}

void write_phone(Writer& json, View person) {
  if (!is_value(person.find("phone"))) return;
  json.key("contacts");
  json.begin_array();
  json.begin_object();
  text_member(json, "kind", "phone");
  copy_as(json, person, "phone", "value");
  json.end_object();
  json.end_array();
}

/// 支援措置: whoever sends the sheet knows of it first.
void write_hidden(Writer& json, View person) {
  if (!person.find("addressHidden").boolean()) return;
  json.key("confidentialInformation");
  json.begin_array();
  json.begin_object();
  text_member(json, "kind", "hidden-address");
  json.end_object();
  json.end_array();
}

/// 高齢者虐待防止法8条, 障害者虐待防止法8条, 児童虐待防止法7条: who told of an abuse, and when, is
/// never passed on.
void write_informant_labels(Writer& json) {
  json.key("labels");
  json.begin_array();
  for (const std::string_view pointer : {"/caller", "/receivedAt", "/route", "/staff"}) {
    json.begin_object();
    text_member(json, "pointer", pointer);
    text_member(json, "item", "informant");
    json.end_object();
  }
  json.end_array();
}

void write_staff(Writer& json, View from) {
  json.key("staff");
  json.begin_object();
  copy_as(json, from, "staff", "name");
  copy(json, from, {"agency"});
  json.end_object();
}

}  // namespace

template <class Body>
std::string SheetRecords::record(std::string_view kind, Body body) const {
  std::string out;
  Writer json(out);
  json.begin_object();
  text_member(json, "kind", kind);
  text_member(json, "schemaVersion", "1");
  body(json);
  json.end_object();
  return out;
}

std::string SheetRecords::key(std::string_view kind) const {
  return std::string(event_id_) + "/" + std::string(kind);
}

void SheetRecords::keys(Writer& json) const {
  text_member(json, "personKey", key("person"));
  text_member(json, "consultationKey", key("consultation"));
}

std::string SheetRecords::person() const {
  return record("person", [&](Writer& json) {
    const View person = sheet_.find("person");
    text_member(json, "recordKey", key("person"));
    copy(json, person, {"identifiers", "sex", "dateOfBirth"});
    write_name(json, person);
    write_list_of_one(json, person, "address", "addresses");
    write_phone(json, person);
    write_hidden(json, person);
  });
}

std::string SheetRecords::household() const {
  return record("household_hint", [&](Writer& json) {
    text_member(json, "recordKey", key("household_hint"));
    text_member(json, "focusPersonKey", key("person"));
    copy_as(json, sheet_, "household", "members");
  });
}

std::string SheetRecords::consultation() const {
  return record("consultation", [&](Writer& json) {
    text_member(json, "recordKey", key("consultation"));
    text_member(json, "personKey", key("person"));
    if (is_value(sheet_.find("receivedAt"))) {
      copy(json, sheet_, {"receivedAt"});
    } else {
      json.key("receivedAt");
      json.begin_object();
      text_member(json, "date", received_on_);
      json.end_object();
    }
    copy(json, sheet_, {"caller", "urgency", "statement", "wish", "abuse"});
    write_staff(json, sheet_.find("from"));
    if (sheet_.find("abuse").boolean()) write_informant_labels(json);
  });
}

std::string SheetRecords::concern(View concern, std::size_t index) const {
  return record("concern", [&](Writer& json) {
    text_member(json, "recordKey", key("concern") + "/" + std::to_string(index));
    keys(json);
    copy_all(json, concern);
  });
}

std::string SheetRecords::consent() const {
  return record("consent", [&](Writer& json) {
    text_member(json, "recordKey", key("consent"));
    keys(json);
    copy_all(json, sheet_.find("consent"));
  });
}

std::string SheetRecords::referral() const {
  return record("referral", [&](Writer& json) {
    text_member(json, "recordKey", key("referral"));
    keys(json);
    copy(json, sheet_,
         {"reason", "reasonText", "requestedAction", "requestedRecipient", "urgency", "explained",
          "accompaniment", "sheetVersion"});
    write_staff(json, sheet_.find("from"));
  });
}

std::vector<std::string> SheetRecords::write() const {
  std::vector<std::string> out{person()};
  if (sheet_.find("household").size() > 0) out.push_back(household());
  out.push_back(consultation());
  std::size_t index = 0;
  for (const View each : sheet_.find("concerns")) {
    if (each.is(Type::object)) out.push_back(concern(each, index++));
  }
  out.push_back(consent());
  out.push_back(referral());
  return out;
}

}  // namespace hub::codec
