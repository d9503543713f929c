#include "hub/domain/shapes.hpp"

namespace hub::domain {
namespace {

using tsunagu::json::Expect;
using tsunagu::json::Member;
using tsunagu::json::Shape;

Item inherited(const Member& member, Item outer) {
  return own_item(member) == Item::unknown ? outer : own_item(member);
}

using Visit = std::function<void(const std::string&, Item)>;

void each_below(const Shape& shape, const std::string& pattern, Item item, const Visit& visit) {
  if (shape.expect == Expect::list) return each_below(*shape.element, pattern + "/*", item, visit);
  if (shape.expect != Expect::object) return visit(pattern, item);
  for (const Member& member : members_of(shape)) {
    each_below(member.shape, pattern + "/" + std::string(member.name), inherited(member, item),
               visit);
  }
}

}  // namespace

const Shape& shape_of(RecordKind kind) noexcept {
  switch (kind) {
    case RecordKind::person:
      return person_shape;
    case RecordKind::household_hint:
      return household_hint_shape;
    case RecordKind::consultation:
      return consultation_shape;
    case RecordKind::concern:
      return concern_shape;
    case RecordKind::assessment:
      return assessment_shape;
    case RecordKind::consent:
      return consent_shape;
    case RecordKind::referral:
      return referral_shape;
    case RecordKind::plan:
      return plan_shape;
    case RecordKind::monitoring:
      return monitoring_shape;
    case RecordKind::resource:
      return resource_shape;
    case RecordKind::removal:
      return removal_shape;
    case RecordKind::case_:
      return case_shape;
    case RecordKind::role:
      return role_shape;
    case RecordKind::outreach:
      return outreach_shape;
    case RecordKind::conference:
      return conference_shape;
    case RecordKind::match:
      return match_shape;
  }
  return removal_shape;
}

Item item_at(RecordKind kind, std::string_view pointer) noexcept {
  const Shape* shape = &shape_of(kind);
  Item item = Item::unknown;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const std::string_view segment = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(segment.size());
    if (shape->expect == Expect::list) {
      shape = shape->element;
      continue;
    }
    const Member* member = find_member(*shape, segment);
    if (member == nullptr) return Item::unknown;
    item = inherited(*member, item);
    shape = &member->shape;
  }
  return pointer.empty() ? item : Item::unknown;
}

void each_field(RecordKind kind, const Visit& visit) {
  each_below(shape_of(kind), "", Item::unknown, visit);
}

}  // namespace hub::domain
