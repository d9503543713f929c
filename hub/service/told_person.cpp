#include "hub/service/told_person.hpp"

#include <algorithm>

#include "hub/domain/shapes.hpp"

namespace hub::service {
namespace {

using domain::ForumClass;
using domain::Item;
using domain::Labels;

/// About others, whatever the person asks: who reported, who is not in the case, and the council's
/// material on a child.
constexpr Labels of_others{Item::informant, Item::third_party, Item::youtai, Item::mynumber};

/// Who looked is logged as the one who received.
bool is_look(const audit::Entry& entry) {
  return entry.decision == audit::Decision::none && !entry.recipient.empty() &&
         entry.recipient == entry.actor;
}

/// A packet's row names its fields. One without only says that something was decided.
bool went_out(const audit::Entry& entry) {
  const bool goes =
      entry.decision == audit::Decision::allow || entry.decision == audit::Decision::mask;
  return goes && !entry.fields.empty();
}

bool was_refused(const audit::Entry& entry) {
  return entry.decision == audit::Decision::deny && !entry.fields.empty();
}

/// Where a council protects a child, or an abuse was reported, its very existence is not told.
bool is_kept_secret(const store::LoggedEntry& logged, const domain::LegalBases& bases) {
  if (logged.entry.rule.starts_with("youtai")) return true;
  const auto* basis = bases.find(logged.entry.basis, logged.at);
  return basis != nullptr &&
         (basis->forum_class == ForumClass::youtai || basis->forum_class == ForumClass::report);
}

bool touches_hidden(const audit::Entry& entry, const PageFacts& facts) {
  return std::any_of(
      entry.objects.begin(), entry.objects.end(),
      [&facts](const std::string& object) { return facts.near_hidden.contains(object); });
}

std::vector<std::string_view> names_of(Labels items, bool also_of_others) {
  std::vector<std::string_view> names;
  items.each([&](Item item) {
    if (also_of_others || !of_others.has(item)) names.push_back(domain::name_of(item));
  });
  return names;
}

std::string_view why_withheld(const store::LoggedEntry& logged, const domain::LegalBases& bases,
                              const PageFacts& facts, const Told& told) {
  if (was_refused(logged.entry)) return "nothing_went";
  if (is_kept_secret(logged, bases)) return "kept_secret";
  if (touches_hidden(logged.entry, facts)) return "near_hidden";
  const bool only_of_others =
      told.what == Told::What::disclosure && names_of(items_in(logged.entry), false).empty();
  return only_of_others ? "others_only" : "";
}

}  // namespace

Item item_of_field(std::string_view field) {
  const auto slash = field.find('/');
  const auto kind = domain::record_kind_from(field.substr(0, slash));
  if (kind && slash != std::string_view::npos) return domain::item_at(*kind, field.substr(slash));
  const Item item = domain::item_from(field);
  return item == Item::unknown ? Item::statement : item;  // of the process: "answer/reason"
}

Labels items_in(const audit::Entry& entry) {
  Labels items;
  for (const auto& field : entry.fields)
    items = items.with(item_of_field(field));
  return items;
}

Told told_of(const store::LoggedEntry& logged, const domain::LegalBases& bases,
             const PageFacts& facts) {
  Told told;
  if (logged.erased) return told;
  const auto& entry = logged.entry;
  if (went_out(entry) || was_refused(entry)) told.what = Told::What::disclosure;
  if (is_look(entry)) told.what = Told::What::look;
  if (told.what == Told::What::nothing) return told;
  const bool officer = facts.reader == PageReader::officer;
  told.withheld = why_withheld(logged, bases, facts, told);
  if (told.what == Told::What::disclosure) told.items = names_of(items_in(entry), officer);
  told.recipient = facts.reader != PageReader::representative || !facts.hidden;
  if (!officer && !told.withheld.empty()) told.what = Told::What::nothing;
  return told;
}

}  // namespace hub::service
