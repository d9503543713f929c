#include "hub/service/recipient.hpp"

#include <algorithm>

namespace hub::service {
namespace {

using domain::RecipientKind;
using profile::Desk;
using profile::Mode;
using profile::OperatorKind;

/// 委託 makes a contractor whoever the operator is; the municipality's own desk is municipal.
RecipientKind kind_of(const profile::Operator* runs, const Desk& desk) {
  if (runs == nullptr) return RecipientKind::unknown;
  if (runs->kind == OperatorKind::municipality) return RecipientKind::municipal;
  if (desk.mode == Mode::entrusted || desk.mode == Mode::designated_manager) {
    return RecipientKind::contractor;
  }
  return runs->kind == OperatorKind::public_body ? RecipientKind::public_body
                                                 : RecipientKind::private_;
}

/// The coordinating desk stands for its agency before its other desks.
const Desk* desk_of_agency(const profile::Profile& profile, std::string_view agency,
                           profile::Day day) {
  const Desk* first = nullptr;
  for (const auto& desk : profile.desks) {
    if (desk.agency.code != agency || !profile::covers(desk.period, day)) continue;
    if (is_coordinator(desk)) return &desk;
    if (first == nullptr) first = &desk;
  }
  return first;
}

/// The desk itself on a day when it is there, else the one that took over its work.
const Desk* desk_in_force(const profile::Profile& profile, std::string_view code,
                          profile::Day day) {
  const auto* known = profile::find_desk(profile, code);
  if (known == nullptr || profile::covers(known->period, day)) return known;
  for (const auto& desk : profile.desks) {
    const bool heir = desk.succeeds && desk.succeeds->code == code;
    if (heir && profile::covers(desk.period, day)) return &desk;
  }
  return nullptr;
}

std::string agency_named(const profile::Profile& profile, std::string_view name) {
  for (const auto& agency : profile.agencies) {
    if (agency.name == name) return agency.code;
  }
  return {};
}

}  // namespace

bool is_coordinator(const Desk& desk) {
  return desk.statute == profile::StatuteItem::i5;
}

Recipient recipient_of(const profile::Profile& profile, const Desk& desk, profile::Day day) {
  Recipient out;
  out.desk = &desk;
  out.partner = profile::partner_for_desk(profile, desk.code, day);
  const auto* runs = profile::operator_of(profile, desk);
  out.agency = desk.agency.code;
  out.kind = kind_of(runs, desk);
  out.groups = {desk.code, desk.agency.code};
  if (runs != nullptr) out.groups.push_back(runs->code);
  if (is_coordinator(desk)) out.groups.emplace_back("coordinator");
  if (profile::takes_consultations(desk.statute)) out.groups.emplace_back("supporting-agencies");
  if (desk.statute == profile::StatuteItem::i1_i) out.groups.emplace_back("care-center");
  if (out.kind == RecipientKind::municipal) out.groups.emplace_back("municipal-desks");
  return out;
}

const Desk* desk_of(const profile::Profile& profile, std::string_view code, profile::Day day) {
  if (const auto* desk = profile::find_desk(profile, code)) return desk;
  return desk_of_agency(profile, code, day);
}

const Desk* desk_named(const profile::Profile& profile, std::string_view typed, profile::Day day) {
  const auto code = lowered(typed);
  if (const auto* desk = desk_in_force(profile, code, day)) return desk;
  if (const auto* desk = desk_of_agency(profile, code, day)) return desk;
  if (const auto* desk = desk_of_agency(profile, agency_named(profile, typed), day)) return desk;
  const auto* partner = profile::find_partner(profile, code);
  if (partner == nullptr || partner->desks.empty()) return nullptr;
  return desk_in_force(profile, partner->desks.front().code, day);
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

}  // namespace hub::service
