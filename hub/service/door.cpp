#include "hub/service/door.hpp"

#include "hub/service/sealed_access.hpp"
#include "tsunagu/json/pointer.hpp"

namespace hub::service {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;
namespace text = tsunagu::text;

/// Eleven digits are a telephone number there.
bool is_telephone(std::string_view pointer) {
  return pointer.starts_with("/contacts/") || pointer.starts_with("/phones/") ||
         pointer.find("hone") != std::string_view::npos;
}

std::optional<DoorFinding> search(View value, const std::string& pointer) {
  if (value.is(Type::string)) {
    const auto found = text::find_refused_number(value.text(), {is_telephone(pointer)});
    return found ? std::optional<DoorFinding>({found->number, pointer}) : std::nullopt;
  }
  std::size_t at = 0;
  for (const View child : value) {
    const bool named = value.is(Type::object);
    if (named) {
      if (const auto header = text::refused_header(child.key())) {
        return DoorFinding{*header, pointer + "/" + std::string(child.key())};
      }
    }
    auto below = pointer;
    tsunagu::json::append_segment(below, named ? child.key() : std::to_string(at++));
    if (auto found = search(child, below)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DoorFinding> find_refused(const codec::Record& record) {
  return search(SealedAccess::root(record), {});
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

}  // namespace hub::service
