#include "hub/domain/named_decision.hpp"

#include "hub/domain/gate.hpp"

#include <algorithm>
#include <utility>

namespace hub::domain {
namespace {

/// Whoever decides: 地方税法22条, 番号法19条 and 児童虐待防止法7条 know no officer who could.
constexpr Labels closed_to_officers{Item::tax, Item::mynumber, Item::informant};

bool blank(std::string_view text) {
  constexpr std::string_view wide_space = "　";
  while (!text.empty()) {
    const bool wide = text.starts_with(wide_space);
    if (!wide && text.find_first_of(" \t\r\n") != 0) return false;
    text.remove_prefix(wide ? wide_space.size() : 1);
  }
  return true;
}

/// A prohibition, a count and one's own use are no grounds to be decided on.
bool is_ground(ForumClass forum) {
  return wants_review(forum) || forum == ForumClass::self;
}

bool names_closed_item(Labels labels) {
  bool named = labels.empty() || labels.has(Item::unknown);
  closed_to_officers.each([&](Item item) { named = named || labels.has(item); });
  return named;
}

/// The first moment of the next 年度 (1 April).
base::UtcMillis fiscal_year_end(base::UtcMillis at) {
  const auto day = base::jst_day(at);
  const auto year =
      day.month() < std::chrono::April ? day.year() : day.year() + std::chrono::years(1);
  return base::from_jst_day(year / std::chrono::April / 1);
}

const char* lack_of(const NamedDecision::Stated& stated, const LegalBasis* row,
                    base::UtcMillis at) {
  if (blank(stated.officer)) return "a decision names the officer who takes it";
  if (row == nullptr || !is_ground(row->forum_class))
    return "a decision names a ground of legal_bases.yaml that an officer can decide on, in force "
           "now";
  if (blank(stated.reason)) return "a decision gives its reason in writing";
  if (stated.person == base::PersonId() || stated.recipient.empty())
    return "a decision names one person and one recipient";
  if (names_closed_item(stated.labels))
    return "a decision names its items; tax, my number and the informant it can't open";
  if (stated.until <= at) return "a decision names when it ends, later than now";
  if (stated.until > NamedDecision::latest_end(row->forum_class, at))
    return "a decision for danger ends with the next day, any other with the fiscal year";
  return nullptr;
}

}  // namespace

base::UtcMillis NamedDecision::latest_end(ForumClass ground, base::UtcMillis at) {
  if (ground != ForumClass::emergency) return fiscal_year_end(at);
  const std::chrono::year_month_day tomorrow =
      std::chrono::sys_days(base::jst_day(at)) + std::chrono::days(1);
  return end_of_jst_day(tomorrow);
}

NamedDecision::NamedDecision(Stated stated, base::UtcMillis at)
    : officer_(std::move(stated.officer)),
      ground_(std::move(stated.ground)),
      reason_(std::move(stated.reason), stated.person, SourceId{}, Item::staff_note),
      person_(stated.person),
      recipient_(std::move(stated.recipient)),
      labels_(stated.labels),
      in_force_{at, stated.until} {}

base::Result<NamedDecision> NamedDecision::take(Stated stated, const LegalBases& bases,
                                                base::UtcMillis at) {
  const LegalBasis* row = bases.find(stated.ground, at);
  if (const char* lack = lack_of(stated, row, at)) return base::fail(base::Kind::invalid, lack);
  return NamedDecision(std::move(stated), at);
}

std::optional<NamedDecision> NamedDecision::kept(Stated stated, base::UtcMillis taken_at,
                                                 std::optional<Review> reviewed) {
  const bool whole = !blank(stated.officer) && !stated.ground.empty() && !blank(stated.reason) &&
                     !names_closed_item(stated.labels) && taken_at < stated.until;
  const bool second = !reviewed || (!blank(reviewed->by) && reviewed->by != stated.officer);
  if (!whole || !second) return std::nullopt;
  NamedDecision decision(std::move(stated), taken_at);
  if (reviewed) decision.take_in(std::move(*reviewed));
  return decision;
}

base::Result<> NamedDecision::review(Review review) {
  if (blank(review.by))
    return base::fail(base::Kind::invalid, "a review names the officer who looked");
  if (review.by == officer_)
    return base::fail(base::Kind::forbidden, "whoever decided can't review his own decision");
  if (!awaits_review()) return base::fail(base::Kind::conflict, "the decision has been reviewed");
  take_in(std::move(review));
  return {};
}

void NamedDecision::take_in(Review review) {
  if (review.outcome == Outcome::ended) in_force_.until = std::min(*in_force_.until, review.at);
  reviewed_ = std::move(review);
}

bool NamedDecision::holds(const base::PersonId& person, std::string_view recipient,
                          std::string_view ground, Item label, base::UtcMillis at) const noexcept {
  return person_ == person && recipient_ == recipient && ground_ == ground && labels_.has(label) &&
         in_force_.contains(at);
}

}  // namespace hub::domain
