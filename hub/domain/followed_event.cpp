#include "hub/domain/followed_event.hpp"

#include <algorithm>

namespace hub::domain {
namespace {

using enum EventFamily;

constexpr FollowedEvent table[] = {
    {"case.screening", "tsunagu.case.screening", case_, "case", "ケースの受付・確認を始めた",
     "the case is being screened"},
    {"case.supporting-field", "tsunagu.case.supporting_field", case_, "case",
     "一つの分野の支援でよいことになった", "one field's agency suffices"},
    {"case.coordinating", "tsunagu.case.coordinating", case_, "case", "多機関協働を始めた",
     "several agencies work on it together"},
    {"case.planned", "tsunagu.case.planned", case_, "case", "プランが決まった",
     "a plan is decided"},
    {"case.active", "tsunagu.case.active", case_, "case", "支援が始まった", "support is under way"},
    {"case.suspended", "tsunagu.case.suspended", case_, "case", "支援を中断した",
     "support is interrupted"},
    {"case.closed", "tsunagu.case.closed", case_, "case", "ケースを終結した", "the case is closed"},
    {"case.follow-up", "tsunagu.case.follow_up", case_, "case", "終結後の見守りに移った",
     "it is closed and followed up"},
    {"case.reopened", "tsunagu.case.reopened", case_, "case", "ケースを再開した",
     "the case is reopened"},

    {"plan.create", "tsunagu.plan.drafted", plan, "plan", "プランの案ができた",
     "a plan is drafted"},
    {"plan.rewrite", "tsunagu.plan.rewritten", plan, "plan", "プランの案を書き直した",
     "the draft is rewritten"},
    {"plan.decide", "tsunagu.plan.decided", plan, "plan", "プランが会議で合意された",
     "a meeting agreed to the plan"},
    {"plan.granted", "tsunagu.plan.support_granted", plan, "plan", "支援決定がされた",
     "the municipality decided on support"},
    {"plan.start", "tsunagu.plan.started", plan, "plan", "プランが始まった", "the plan began"},
    {"plan.start_urgent", "tsunagu.plan.started_early", plan, "plan",
     "会議の前にプランを始めた(事後の合意が要る)",
     "it began before the meeting, which must ratify"},
    {"plan.ratify", "tsunagu.plan.ratified", plan, "plan", "先に始めたプランが合意された",
     "the early start is ratified"},
    {"plan.reject", "tsunagu.plan.rejected", plan, "plan", "先に始めたプランが認められなかった",
     "the early start is not ratified"},
    {"plan.change", "tsunagu.plan.changed", plan, "plan", "プランを変えた", "the plan is changed"},
    {"plan.interrupt", "tsunagu.plan.interrupted", plan, "plan", "プランを中断した",
     "the plan is interrupted"},
    {"plan.resume", "tsunagu.plan.resumed", plan, "plan", "プランを再び始めた", "the plan goes on"},
    {"plan.end", "tsunagu.plan.ended", plan, "plan", "プランを終えた", "the plan ended"},
    {"plan.supersede", "tsunagu.plan.superseded", plan, "plan", "別のプランに替わった",
     "another plan took its place"},
    {"plan.role_given", "tsunagu.plan.role_given", plan, "plan", "役割分担を加えた",
     "an agency has a role"},
    {"plan.role_ended", "tsunagu.plan.role_ended", plan, "plan", "役割が終わった", "a role ended"},
    {"plan.lead_named", "tsunagu.plan.lead_named", plan, "plan", "主担当が決まった",
     "the lead agency is named"},
    {"plan.handed_back", "tsunagu.plan.handed_back", plan, "plan",
     "つないだ窓口が引き続き主担当になった", "the referrer stays in charge"},
    {"plan.monitored", "tsunagu.plan.monitored", plan, "monitoring", "モニタリングをした",
     "the plan was monitored"},

    {"sitting.item", "tsunagu.sitting.item_added", sitting, "agenda", "会議の議題になった",
     "a sitting hears the case"},
    {"sitting.decided", "tsunagu.sitting.decided", sitting, "agenda_decision", "会議で決まった",
     "a sitting decided"},

    {"match.opened", "tsunagu.match.offered", match, "match", "資源を紹介した",
     "a resource is offered"},
    {"match.visited", "tsunagu.match.visited", match, "match", "見学した", "it was visited"},
    {"match.trial", "tsunagu.match.trial", match, "match", "試しに参加した", "a trial began"},
    {"match.joined", "tsunagu.match.joined", match, "match", "参加が始まった",
     "the person takes part"},
    {"match.declined", "tsunagu.match.declined", match, "match", "参加しないことになった",
     "it was declined"},
    {"match.ended", "tsunagu.match.ended", match, "match", "参加が終わった", "it ended"},
    {"match.feedback", "tsunagu.match.feedback", match, "match", "参加のようすを聞いた",
     "somebody told how it goes"},

    {"consent.given", "tsunagu.consent.given", consent, "consent", "同意があった",
     "a consent is given"},
    {"consent.narrowed", "tsunagu.consent.narrowed", consent, "consent", "同意の範囲が狭まった",
     "a consent is narrowed"},
    {"consent.renewed", "tsunagu.consent.renewed", consent, "consent", "同意が更新された",
     "a consent is renewed"},
    {"consent.withdrawn", "tsunagu.consent.withdrawn", consent, "consent", "同意が撤回された",
     "a consent is withdrawn"},
    {"consent.refused", "tsunagu.consent.refused", consent, "consent", "同意しないとの回答があった",
     "a consent is refused"},
    {"consent.expired", "tsunagu.consent.expired", consent, "consent", "同意の期限が過ぎた",
     "a consent ended"},

    {"outreach.opened", "tsunagu.outreach.opened", outreach, "outreach",
     "アウトリーチの名簿に載せた", "it stands in the register of outreach"},
    {"outreach.contact", "tsunagu.outreach.contact", outreach, "outreach",
     "アウトリーチで接触を試みた", "somebody tried to reach the person"},
    {"outreach.ended", "tsunagu.outreach.ended", outreach, "outreach", "アウトリーチを終えた",
     "outreach ended"},

    {"deadline.monitoring_due", "tsunagu.deadline.monitoring_due", deadline, "plan",
     "モニタリングの期日が来た", "a plan is to be monitored"},
    {"deadline.ratification_open", "tsunagu.deadline.ratification_open", deadline, "plan",
     "先に始めたプランが、まだ会議で合意されていない", "an early start waits to be ratified"},
    {"deadline.consent_ends", "tsunagu.deadline.consent_ends", deadline, "consent",
     "同意の期限が近い", "a consent ends soon"},
    {"deadline.referral_unanswered", "tsunagu.deadline.referral_unanswered", deadline, "referral",
     "つなぎにまだ回答がない", "a referral is not answered"},
    {"deadline.copies_out", "tsunagu.deadline.copies_out", deadline, "sitting",
     "会議の資料がまだ返されていない", "paper copies of a sitting are out"},
    {"deadline.outreach_due", "tsunagu.deadline.outreach_due", deadline, "outreach",
     "アウトリーチの次の接触の日が来た", "the next contact of outreach is due"},
};

}  // namespace

std::string_view name_of(EventFamily family) noexcept {
  constexpr std::string_view names[] = {"case",    "plan",     "sitting", "match",
                                        "consent", "outreach", "deadline"};
  return names[static_cast<std::size_t>(family)];
}

std::span<const FollowedEvent> followed_events() noexcept {
  return table;
}

const FollowedEvent* event_of_action(std::string_view action) noexcept {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [action](const auto& one) { return one.action == action; });
  return found == std::end(table) ? nullptr : found;
}

const FollowedEvent* event_of_type(std::string_view type) noexcept {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [type](const auto& one) { return one.type == type; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace hub::domain
