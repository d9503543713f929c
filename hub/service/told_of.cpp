#include "hub/service/told_of.hpp"

#include <algorithm>
#include <utility>

#include "hub/codec/typed.hpp"
#include "hub/domain/item.hpp"
#include "hub/domain/person_request.hpp"
#include "hub/service/received.hpp"
#include "hub/service/sealed_access.hpp"

namespace hub::service {
namespace {

using domain::RecordKind;
using tsunagu::json::Type;
using tsunagu::json::View;

bool is_youtai(View root) {
  if (root.find("legalCategory").is(Type::string)) return true;
  for (const View label : root.find("labels")) {
    if (label.find("item").text() == domain::name_of(domain::Item::youtai)) return true;
  }
  return false;
}

std::optional<ToldCaller> caller_of(View root) {
  const View caller = root.find("caller");
  std::string name(caller.find("name").text());
  if (name.empty() || root.find("abuse").boolean()) return std::nullopt;
  return ToldCaller{std::string(caller.find("relationship").text()), std::move(name)};
}

/// A level or category with its days.
void add_valid(View level, std::string_view today, std::vector<std::string>& out) {
  if (!level.is(Type::object)) return;
  const auto from = level.find("validFrom").text();
  const auto until = level.find("validUntil").text();
  if (from <= today && (until.empty() || today <= until))
    out.emplace_back(level.find("code").text());
}

std::optional<domain::PartialDate> birthday(View date) {
  const auto day = domain::day_from(date.find("date").text());
  if (!day) return std::nullopt;
  domain::PartialDate born;
  born.date = *day;
  const auto precision = date.find("precision").text();
  if (precision == "month") born.precision = domain::Precision::month;
  if (precision == "year") born.precision = domain::Precision::year;
  born.artificial = date.find("artificial").boolean();
  return born;
}

linkage::Sex sex_of(std::string_view code) {
  if (code == "1") return linkage::Sex::man;
  return code == "2" ? linkage::Sex::woman : linkage::Sex::unknown;
}

void tell_person(const codec::Record& record, View root, base::UtcMillis at, ToldOf& out) {
  const auto today = base::jst_date(at);
  out.born = birthday(root.find("dateOfBirth"));
  out.sex = sex_of(root.find("sex").text());
  for (const View name : root.find("names")) {
    for (const auto* spelling : {"fullName", "fullNameKana"})
      out.names.emplace_back(name.find(spelling).text());
  }
  out.died = root.find("dateOfDeath").is(Type::object);
  out.hidden = says_hidden(record, at);
  add_valid(root.find("careLevel"), today, out.care_levels);
  add_valid(root.find("supportCategory"), today, out.support_categories);
  for (const View one : root.find("disabilityCertificates"))
    out.certificates.emplace_back(one.find("kind").text());
  out.asks =
      !out.care_levels.empty() || !out.support_categories.empty() || !out.certificates.empty();
}

domain::HouseholdRole role_of(std::string_view word) {
  using domain::HouseholdRole;
  if (word == "head") return HouseholdRole::head;
  if (word == "carer") return HouseholdRole::carer;
  if (word == "dependent") return HouseholdRole::dependent;
  return word.empty() ? HouseholdRole::unknown : HouseholdRole::other;
}

domain::Cohabiting cohabiting_of(std::string_view word) {
  using domain::Cohabiting;
  if (word == "yes") return Cohabiting::yes;
  return word == "no" ? Cohabiting::no : Cohabiting::unknown;
}

void tell_relatives(View root, ToldOf& out) {
  for (const View member : root.find("members")) {
    auto& one = out.relatives.emplace_back();
    one.person_key = member.find("personKey").text();
    one.relationship = member.find("relationship").text();
    one.role = role_of(member.find("role").text());
    one.cohabiting = cohabiting_of(member.find("cohabiting").text());
    if (member.find("age").is(Type::integer))
      one.age = static_cast<int>(member.find("age").integer());
  }
}

void tell_concern(View root, ToldOf& out) {
  const auto status = root.find("status").text();
  out.over = status == "resolved" || status == "refuted";
  out.concerns.emplace_back(root.find("code").text());
}

/// Whoever is mentioned in somebody else's household asked for nothing yet.
bool asks(RecordKind kind) {
  switch (kind) {
    case RecordKind::person:
    case RecordKind::household_hint:
    case RecordKind::consent:
    case RecordKind::resource:
    case RecordKind::removal:
      return false;
    default:
      return true;
  }
}

}  // namespace

ToldOf told_of(RecordKind kind) {
  ToldOf out;
  out.asks = asks(kind);
  return out;
}

ToldOf told_of(const codec::Record& record, base::UtcMillis at) {
  auto out = told_of(record.kind());
  const View root = SealedAccess::root(record);
  out.youtai = is_youtai(root);
  out.consultation_key = root.find("consultationKey").text();
  switch (record.kind()) {
    case RecordKind::person:
      tell_person(record, root, at, out);
      break;
    case RecordKind::household_hint:
      tell_relatives(root, out);
      break;
    case RecordKind::consultation:
      out.key = record.key();
      out.caller = caller_of(root);
      out.over = root.find("closedAt").is(Type::object);
      break;
    case RecordKind::concern:
      tell_concern(root, out);
      break;
    default:
      break;
  }
  return out;
}

}  // namespace hub::service
