#include "hub/service/door.hpp"

#include "hub/service/sealed_access.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/pointer.hpp"

namespace hub::service {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;
namespace text = tsunagu::text;

/// Eleven digits are a telephone number there, and below.
bool is_telephone(std::string_view name, bool at_root) {
  return (at_root && name == "contacts") || name.find("hone") != std::string_view::npos;
}

std::optional<DoorFinding> search(View value, bool telephone, bool root);

/// The pointer is made on the way back, for most records have nothing to point at.
std::optional<DoorFinding> search_below(View child, std::string_view segment, bool telephone) {
  auto found = search(child, telephone, false);
  if (!found) return found;
  std::string pointer;
  tsunagu::json::append_segment(pointer, segment);
  found->pointer.insert(0, pointer);
  return found;
}

std::optional<DoorFinding> search_member(View member, bool telephone, bool root) {
  if (const auto header = text::refused_header(member.key())) {
    return DoorFinding{*header, "/" + std::string(member.key())};
  }
  return search_below(member, member.key(), telephone || is_telephone(member.key(), root));
}

std::optional<DoorFinding> search_text(std::string_view value, bool telephone) {
  const auto found = text::find_refused_number(value, {telephone});
  return found ? std::optional<DoorFinding>({found->number, ""}) : std::nullopt;
}

std::optional<DoorFinding> search(View value, bool telephone, bool root) {
  if (value.is(Type::string)) return search_text(value.text(), telephone);
  if (value.is(Type::integer)) return search_text(std::to_string(value.integer()), telephone);
  const bool named = value.is(Type::object);
  std::size_t at = 0;
  for (const View child : value) {
    auto found = named ? search_member(child, telephone, root)
                       : search_below(child, std::to_string(at++), telephone);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DoorFinding> find_refused(const codec::Record& record) {
  return search(SealedAccess::root(record), false, true);
}

std::optional<DoorFinding> find_refused(std::string_view body) {
  const auto parsed = tsunagu::json::parse_untrusted(body);
  return parsed.ok() ? search(parsed.root(), false, true) : search_text(body, false);
}

std::optional<DoorFinding> find_refused(const codec::ReferralAnswer& answer) {
  const std::pair<std::string_view, std::string_view> texts[] = {
      {SealedAccess::text(answer.reason), "/data/reason"},
      {SealedAccess::text(answer.lead_staff), "/data/lead/staff"},
      {answer.outcome, "/data/outcome"},
      {answer.agency, "/data/agency"},
      {answer.lead_agency, "/data/lead/agency"}};
  for (const auto& [words, pointer] : texts) {
    if (const auto found = text::find_refused_number(words, {})) {
      return DoorFinding{found->number, std::string(pointer)};
    }
  }
  return std::nullopt;
}

std::optional<std::string> find_number_of(const codec::Record& record,
                                          const profile::NumbersOfOthers& others) {
  if (record.kind() != domain::RecordKind::person) return std::nullopt;
  std::size_t at = 0;
  for (const View number : SealedAccess::root(record).find("identifiers")) {
    if (others.have(number.find("system").text()))
      return "/identifiers/" + std::to_string(at) + "/system";
    ++at;
  }
  return std::nullopt;
}

}  // namespace hub::service
