#include "hub/api/operation_rows.hpp"

namespace hub::api {
namespace {

using namespace rows;

constexpr Operation table[] = {
    read("/api/v1/decisions", {"listDecisions", "decision.list", officers, decides},
         "同意によらない提供についての職員の判断(点検を待つもの)", "all"),
    read("/api/v1/decisions/{decision}", {"readDecision", "decision.show", officers, decides},
         "1件の判断"),
    create("/api/v1/referrals/{referral}/decisions",
           {"takeDecision", "decision.take", officers, own_case}, "同意によらず提供すると判断する",
           "person ground! items! until! reason!"),
    change("/api/v1/decisions/{decision}/review",
           {"reviewDecision", "decision.review", officers, decides}, "decision.show",
           "ほかの職員の判断を点検する", "outcome!"),
    read("/api/v1/harms", {"listHarms", "harm.list", officers, decides},
         "渡すと害のおそれがあるという判断"),
    create("/api/v1/referrals/{referral}/harms", {"findHarm", "harm.find", officers, own_case},
           "渡すと害のおそれがあると判断する", "person everybody reason!"),
    create("/api/v1/harms/{harm}/ending", {"endHarm", "harm.end", officers, decides},
           "害のおそれがなくなった", "reason!"),

    read("/api/v1/incidents", {"listIncidents", "incident.list", city, city_staff}, "漏えい等"),
    create("/api/v1/incidents", {"openIncident", "incident.open", city, city_staff},
           "漏えい等として調べ始める", "link disclosure known"),
    read("/api/v1/incidents/{incident}", {"readIncident", "incident.show", city, city_staff},
         "1件の漏えい等(渡った先と期限)"),
    change("/api/v1/incidents/{incident}/steps",
           {"noteIncidentStep", "incident.done", city, city_staff}, "incident.show",
           "報告や通知を記録する", "step! on"),

    read("/api/v1/counts", {"countPeriod", "count.show", city, city_staff},
         "期間の集計(0件も0として、公表用は少ない数を伏せる)",
         "from! until! figure desk field area publish"),
    read("/api/v1/counted-cases", {"listCountedCases", "count.cases", city, city_staff},
         "集計の数字にあたるケース", "from! until! figure! desk field area"),
    read("/api/v1/statistics", {"countYear", "stats", counting}, "年度の集計(少ない数は伏せる)",
         "year"),
    read("/api/v1/looks", {"listOddLooks", "audit.looks", auditing}, "ふだんと違う閲覧", "month"),
    read("/api/v1/sources", {"listSources", "source.list", keepers}, "記録の元"),
    read("/api/v1/partners", {"listPartners", "partner.list", keepers}, "つなぎ先"),
};

}  // namespace

Rows office_operations() {
  return table;
}

}  // namespace hub::api
