#include "hub/api/operation_rows.hpp"

namespace hub::api {
namespace {

using namespace rows;

constexpr std::string_view of_draft = "planKind! wish goals policy support cycle due";
constexpr std::string_view of_rewriting = "wish goals policy support cycle due";
constexpr std::string_view of_change = "reason! wish goals policy support cycle due";
constexpr std::string_view of_contact = "step! reached minutes on next basis note";

constexpr Operation step(std::string_view pattern, Who who, std::string_view summary,
                         std::string_view body = {}) {
  return {Method::post, pattern,         who.id, who.verb, who.roles,
          own_case,     Effect::advance, body,   summary,  "plan.show"};
}

constexpr Operation table[] = {
    page("/api/v1/cases", {"listCases", "case.page", officers}, "携わっているケース(新しい順)"),
    read("/api/v1/cases/{case}", {"readCase", "case.show", officers, own_case}, "1件のケース"),
    change("/api/v1/cases/{case}/reopening", {"reopenCase", "case.reopen", officers, own_case},
           "case.show", "終結したケースを再開する", "reason!"),
    create("/api/v1/cases/{case}/plans", {"draftPlan", "plan.draft", working, own_case},
           "プランの案を作る", of_draft),
    create("/api/v1/cases/{case}/outreach",
           {"registerOutreach", "outreach.register", officers, own_case},
           "アウトリーチの対象として登録する", "why! basis!"),
    read("/api/v1/cases/{case}/sheet", {"readSheet", "sheet.data", officers, own_case},
         "様式に書けること(携わる職員の手元にあるもの)", "sitting"),

    read("/api/v1/digest", {"readDigest", "digest", officers},
         "携わっているケースで、期日が来ているもの(個人の情報を含まない)", "desk"),

    page("/api/v1/plans", {"listPlans", "plan.page", working}, "携わっているプラン(新しい順)"),
    read("/api/v1/plans/{plan}", {"readPlan", "plan.show", working, own_case},
         "1件のプラン(役割分担、経過、モニタリング)"),
    read("/api/v1/overdue-plans", {"listOverduePlans", "monitor.overdue", officers},
         "モニタリングの期日を過ぎたプラン"),
    step("/api/v1/plans/{plan}/rewriting", {"rewritePlan", "plan.rewrite", working}, "案を書き直す",
         of_rewriting),
    step("/api/v1/plans/{plan}/agreement", {"agreePlan", "plan.decide", working},
         "会議の合議により策定する"),
    step("/api/v1/plans/{plan}/support-decision", {"grantSupport", "plan.grant", city},
         "支援決定を記録する", "document! on"),
    step("/api/v1/plans/{plan}/start", {"startPlan", "plan.start", working}, "支援を始める"),
    step("/api/v1/plans/{plan}/urgent-start", {"startPlanEarly", "plan.start-urgent", working},
         "会議の前に始める(後で追認が要る)", "reason!"),
    step("/api/v1/plans/{plan}/ratification", {"ratifyPlan", "plan.ratify", working},
         "先に始めた支援を追認する"),
    step("/api/v1/plans/{plan}/rejection", {"rejectPlan", "plan.reject", working},
         "追認されなかった"),
    step("/api/v1/plans/{plan}/change", {"changePlan", "plan.change", working},
         "会議の合議により変更する", of_change),
    step("/api/v1/plans/{plan}/interruption", {"interruptPlan", "plan.interrupt", working},
         "支援を中断する", "reason!"),
    step("/api/v1/plans/{plan}/resumption", {"resumePlan", "plan.resume", working},
         "中断した支援を再開する", "reason!"),
    step("/api/v1/plans/{plan}/end", {"endPlan", "plan.end", working},
         "終結する(評価と主担当が要る)", "evaluation! followUp"),
    step("/api/v1/plans/{plan}/supersession", {"supersedePlan", "plan.supersede", working},
         "別のプランに置き換える", "successor!"),
    step("/api/v1/plans/{plan}/roles", {"giveRole", "plan.role", working}, "機関に役割を割り当てる",
         "agency! task"),
    step("/api/v1/plans/{plan}/lead", {"nameLead", "plan.lead", working}, "主担当を決める",
         "agency! task"),
    step("/api/v1/plans/{plan}/hand-back", {"handBack", "plan.hand-back", working},
         "つないだ機関が主担当を続ける", "task"),
    step("/api/v1/plans/{plan}/monitorings", {"addMonitoring", "monitor.add", working},
         "モニタリングを記録する", "proposal! on next note"),

    read("/api/v1/desks/{desk}/referrals",
         {"listDeskReferrals", "referral.list", officers, own_desk},
         "自分の窓口が出した、または受けたつなぎ", "state"),
    read("/api/v1/referrals/{referral}", {"readReferral", "referral.show", officers, own_case},
         "1件のつなぎ"),
    read("/api/v1/referrals/{referral}/explanation",
         {"explainReferral", "referral.explain", officers, own_case},
         "つなぎで何が渡り、何が渡らないか"),
    create("/api/v1/referrals/{referral}/sending",
           {"sendReferral", "referral.send", officers, own_case},
           "保留されたつなぎを送る(判定はもう一度行われる)", "to explained"),

    read("/api/v1/outreach", {"listOutreach", "outreach.list", officers},
         "携わっているアウトリーチ"),
    read("/api/v1/due-outreach", {"listDueOutreach", "outreach.due", officers},
         "次に訪ねる日が来たアウトリーチ"),
    read("/api/v1/outreach/{outreach}", {"readOutreach", "outreach.show", officers, own_case},
         "1件のアウトリーチ(訪問などの経過)"),
    create("/api/v1/outreach/{outreach}/contacts",
           {"addContact", "outreach.contact", officers, own_case}, "訪問などを記録する",
           of_contact),
    change("/api/v1/outreach/{outreach}/end", {"endOutreach", "outreach.end", officers, own_case},
           "outreach.show", "アウトリーチを終える", "outcome!"),
};

}  // namespace

Rows case_operations() {
  return table;
}

}  // namespace hub::api
