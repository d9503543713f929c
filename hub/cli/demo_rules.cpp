#include "hub/cli/demo_rules.hpp"

#include <iterator>
#include <string>
#include <string_view>

#include "hub/cli/demo_page.hpp"
#include "hub/cli/demo_story.hpp"
#include "hub/cli/table.hpp"
#include "hub/domain/gate.hpp"
#include "hub/domain/reasons.hpp"
#include "hub/profile/configuration.hpp"

namespace hub::cli {
namespace {

using domain::Decision;
using domain::Facts;
using domain::ForumClass;
using domain::Item;
using domain::Reason;
using domain::Verdict;
using domain::YesNo;

/// Everything that could speak for it: consent to all, a seat, a lawful convener, an officer.
Facts all_in_favour(Item item, ForumClass forum) {
  Facts facts;
  facts.item = item;
  facts.subject = domain::Subject::focus;
  facts.forum_class = forum;
  facts.consent = domain::ConsentStatus::given;
  facts.consent_stale = YesNo::no;
  for (auto* fact : {&facts.covers_forum, &facts.covers_recipient, &facts.covers_purpose,
                     &facts.covers_label, &facts.convener_lawful, &facts.in_scope, &facts.needed})
    *fact = YesNo::yes;
  for (auto* fact : {&facts.address_hidden, &facts.recipient_near, &facts.address_clearance,
                     &facts.harm, &facts.opinion_for_item, &facts.youtai_released})
    *fact = YesNo::no;
  facts.seat = domain::SeatState::bound;
  facts.recipient_kind = domain::RecipientKind::contractor;
  facts.officer_decision = domain::OfficerDecision::named;
  return facts;
}

Facts without_consent(Facts facts) {
  facts.consent = domain::ConsentStatus::never_asked;
  return facts;
}

Facts hidden(Facts facts, YesNo near) {
  facts.address_hidden = YesNo::yes;
  facts.recipient_near = near;
  return facts;
}

struct Rule {
  std::string_view question;
  Facts facts;
  Verdict wanted;
  std::string_view law;  ///< code of legal_bases.yaml
};

bool tell_rule(Page& page, const Rule& rule, const domain::LegalBases& bases) {
  const auto verdict = domain::decide(rule.facts);
  const auto mark = verdict.decision == Decision::mask ? "△ " : "× ";
  const auto words = domain::explain(verdict, {.item = rule.facts.item});
  page.item(
      std::string(rule.question) + " → " + words.sentence + "［" + cited(bases, rule.law) + "］",
      verdict.decision == Decision::allow ? "○ " : mark);
  return verdict == rule.wanted;
}

void check(const std::filesystem::path& folder, const std::filesystem::path& shared, Table& table,
           bool& clean) {
  profile::Law law;
  profile::Profile profile;
  profile::Problems problems;
  profile::read_municipality(folder, shared, law, profile, problems);
  clean = clean && problems.empty();
  table.add({"  " + profile.municipality.name, std::to_string(profile.desks.size()),
             std::to_string(profile.areas.size()), std::to_string(profile.forums.size()),
             problems.empty() ? "誤りなし" : "誤りあり（tsunagu config check で確認）"});
}

}  // namespace

bool tell_rules(Page& page, const domain::LegalBases& bases) {
  page.heading("８　だれに聞かれても変わらない答え");
  page.paragraph("同意も、席も、担当者の判断もそろっていると仮定して、門番に聞きました。");
  const auto consent = all_in_favour(Item::informant, ForumClass::consent_seated);
  const auto statutory = all_in_favour(Item::tax, ForumClass::statutory);
  const auto youtai = all_in_favour(Item::youtai, ForumClass::consent);
  const auto contact = all_in_favour(Item::contact, ForumClass::consent);
  const Rule rules[] = {
      {"虐待を知らせた人を、重層的支援会議に",
       consent,
       {Decision::deny, Reason::informant},
       "TSUHOSHA"},
      {"税務課の滞納額を、本人の同意なしに支援会議に",
       without_consent(statutory),
       {Decision::deny, Reason::tax_without_consent},
       "TAX"},
      {"要対協の資料を、多機関協働事業者に", youtai, {Decision::deny, Reason::youtai}, "YOUTAIKYO"},
      {"支援措置で住所を隠している方の住所を、つなぎ先に",
       hidden(contact, YesNo::no),
       {Decision::mask, Reason::hidden_address},
       "SHIEN-SOCHI"},
      {"個人番号を",
       all_in_favour(Item::mynumber, ForumClass::emergency),
       {Decision::deny, Reason::mynumber},
       "MYNUMBER"},
  };
  bool as_wanted = true;
  for (const auto& rule : rules)
    as_wanted = tell_rule(page, rule, bases) && as_wanted;
  return as_wanted;
}

bool tell_municipalities(Page& page, const std::filesystem::path& shared) {
  page.heading("９　ほかの4市町の設定");
  Table table({"  市町", "窓口", "圏域", "会議", "検査"});
  bool clean = true;
  for (const auto* code : {"chigasaki", "kobayashi", "iga", "oda"})
    check(shared / "municipalities" / code, shared, table, clean);
  table.print(page.out());
  return clean;
}

}  // namespace hub::cli
