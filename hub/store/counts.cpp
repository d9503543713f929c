#include "hub/store/counts.hpp"

#include <algorithm>

namespace hub::store {
namespace {

using domain::FigureCode;

// Each figure is one statement of events: desk, part, case_id, days. Both questions, how many and
// which cases, are asked of the same events. Every statement sees the period p.
#define TSUNAGU_PERIOD "WITH p (since, until, first, after) AS (SELECT ?1, ?2, ?3, ?4) "
#define TSUNAGU_IN(at) at " >= p.since AND " at " < p.until "
#define TSUNAGU_DAY_IN(day) day " >= p.first AND " day " < p.after "
// The desk of a case is the one that its first referral asked.
#define TSUNAGU_DESK_OF(case_id)                                              \
  "coalesce((SELECT r0.to_desk FROM referrals r0 WHERE r0.case_id = " case_id \
  " ORDER BY r0.id LIMIT 1), '')"
#define TSUNAGU_DAYS(until, since) "(" until " - " since ") / 86400000.0"

struct Query {
  FigureCode figure;
  Sql parts;
  Sql days;
  Sql cases;
};

#define TSUNAGU_FIGURE(code, events)                                                  \
  Query {                                                                             \
    FigureCode::code, TSUNAGU_PERIOD "SELECT desk, part FROM (" events ")",           \
        TSUNAGU_PERIOD "SELECT desk, CAST(days * 1000 AS INTEGER) FROM (" events ")", \
        TSUNAGU_PERIOD "SELECT DISTINCT case_id, desk FROM (" events                  \
                       ") WHERE case_id IS NOT NULL ORDER BY case_id"                 \
  }

constexpr Query queries[] = {
    TSUNAGU_FIGURE(consultations,
                   "SELECT 'source/' || s.name AS desk, '' AS part, NULL AS case_id, 0 AS days "
                   "FROM p, records r JOIN feeds f ON f.id = r.feed JOIN sources s ON s.id = "
                   "f.source WHERE r.kind = 2 AND r.removed_at IS NULL AND r.changed_at >= p.since "
                   "AND coalesce((SELECT min(h.changed_at) FROM record_history h WHERE h.record = "
                   "r.id), r.changed_at) BETWEEN p.since AND p.until - 1"),
    TSUNAGU_FIGURE(referrals,
                   "SELECT r.to_desk AS desk, r.status AS part, r.case_id, 0 AS days "
                   "FROM p, referrals r WHERE " TSUNAGU_IN("r.created_at")),
    TSUNAGU_FIGURE(directions,
                   "SELECT r.from_desk AS desk, r.to_desk AS part, r.case_id, 0 AS days "
                   "FROM p, referrals r WHERE " TSUNAGU_IN("r.created_at")),
    TSUNAGU_FIGURE(
        cases, "SELECT " TSUNAGU_DESK_OF(
                   "c.id") " AS desk, '' AS part, c.id AS "
                           "case_id, 0 AS days FROM p, cases c WHERE " TSUNAGU_IN("c.opened_at")),
    TSUNAGU_FIGURE(households,
                   "SELECT " TSUNAGU_DESK_OF(
                       "c.id") " AS desk, '' AS part, c.id AS case_id, 0 AS "
                               "days FROM p, cases c WHERE " TSUNAGU_IN(
                                   "c.opened_at") "AND c.household IS NOT NULL AND NOT EXISTS "
                                                  "(SELECT 1 FROM cases e WHERE "
                                                  "e.household = c.household AND e.id < c.id)"),
    TSUNAGU_FIGURE(first_seen,
                   "SELECT '' AS desk, '' AS part, NULL AS case_id, 0 AS days FROM p, signals s "
                   "WHERE s.household <> 0 AND s.decision = 'taken_up' AND " TSUNAGU_IN(
                       "s.decided_at") "AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.household = "
                                       "s.household AND "
                                       "c.opened_at < s.raised_at)"),
    TSUNAGU_FIGURE(signals,
                   "SELECT '' AS desk, CASE WHEN s.decided_at IS NULL THEN 'waiting' ELSE "
                   "s.decision END AS part, NULL AS case_id, 0 AS days FROM p, signals s "
                   "WHERE " TSUNAGU_IN("s.raised_at")),
    TSUNAGU_FIGURE(
        support_decisions,
        "SELECT " TSUNAGU_DESK_OF(
            "l.case_id") " AS desk, l.kind AS part, l.case_id, 0 "
                         "AS days FROM p, support_decisions d JOIN plans l ON l.id = d.plan "
                         "WHERE " TSUNAGU_DAY_IN("d.decided_on")),
    TSUNAGU_FIGURE(plans, "SELECT " TSUNAGU_DESK_OF(
                              "l.case_id") " AS desk, l.kind AS part, "
                                           "l.case_id, 0 AS days FROM p, plans l WHERE " TSUNAGU_IN(
                                               "l.created_at")),
    TSUNAGU_FIGURE(
        plan_steps,
        "SELECT " TSUNAGU_DESK_OF(
            "l.case_id") " AS desk, e.event AS part, l.case_id, 0 "
                         "AS days FROM p, plan_events e JOIN plans l ON l.id = e.plan "
                         "WHERE " TSUNAGU_IN("e.at") "AND e.event IN ('decide', 'start_urgent', "
                                                     "'change', 'interrupt', 'resume', "
                                                     "'end')"),
    // A plan that did not change since is what it is now.
    TSUNAGU_FIGURE(
        active_plans,
        "SELECT " TSUNAGU_DESK_OF(
            "l.case_id") " AS desk, l.kind AS part, l.case_id, 0 AS days FROM p, plans l "
                         "WHERE l.state = 'active' AND l.changed_at < p.until "
                         "UNION ALL SELECT " TSUNAGU_DESK_OF(
                             "l.case_id") " AS desk, l.kind AS part, l.case_id, 0 AS days FROM p, "
                                          "plans l WHERE l.changed_at >= p.until AND 'active' = "
                                          "(SELECT e.to_state FROM plan_events e WHERE e.plan = "
                                          "l.id AND e.at < p.until ORDER BY e.revision DESC LIMIT "
                                          "1)"),
    TSUNAGU_FIGURE(
        monitorings,
        "SELECT " TSUNAGU_DESK_OF(
            "l.case_id") " AS desk, m.proposal AS part, "
                         "l.case_id, 0 AS days FROM p, monitorings m JOIN plans l ON l.id = m.plan "
                         "WHERE " TSUNAGU_DAY_IN("m.held_on")),
    TSUNAGU_FIGURE(unratified,
                   "SELECT " TSUNAGU_DESK_OF(
                       "l.case_id") " AS desk, '' AS part, l.case_id, 0 AS days FROM p, "
                                    "plan_events e JOIN plans l ON l.id = e.plan WHERE e.event = "
                                    "'start_urgent' AND e.at < p.until AND NOT EXISTS (SELECT 1 "
                                    "FROM plan_events e1 WHERE e1.plan = e.plan AND e1.revision > "
                                    "e.revision AND e1.event IN ('start_urgent', 'ratify', "
                                    "'reject') AND e1.at < p.until)"),
    TSUNAGU_FIGURE(
        lead_agencies,
        "SELECT " TSUNAGU_DESK_OF(
            "l.case_id") " AS desk, CASE o.back WHEN 1 THEN "
                         "'handed_back' ELSE 'named' END AS part, l.case_id, 0 AS days FROM p, "
                         "plan_roles o JOIN plans l ON l.id = o.plan WHERE o.lead = 1 "
                         "AND " TSUNAGU_IN("o.since")),
    TSUNAGU_FIGURE(sittings,
                   "SELECT s.convener AS desk, s.body AS part, NULL AS case_id, 0 AS days FROM p, "
                   "sittings s WHERE " TSUNAGU_DAY_IN("s.held_on")),
    TSUNAGU_FIGURE(agenda_items,
                   "SELECT s.convener AS desk, i.function AS part, i.case_id, 0 AS days FROM p, "
                   "sittings s JOIN sitting_items i ON i.sitting = s.id "
                   "WHERE " TSUNAGU_DAY_IN("s.held_on")),
    // What is followed up was closed before.
    TSUNAGU_FIGURE(case_closings,
                   "SELECT " TSUNAGU_DESK_OF(
                       "e.case_id") " AS desk, '' AS part, e.case_id, 0 AS days FROM p, "
                                    "case_events e WHERE e.to_state = 'closed' AND "
                                    "e.from_state <> 'follow-up' AND " TSUNAGU_IN("e.at")),
    TSUNAGU_FIGURE(
        case_reopenings,
        "SELECT " TSUNAGU_DESK_OF("e.case_id") " AS desk, '' AS part, e.case_id, 0 AS days FROM p, "
                                               "case_events e WHERE e.to_state = 'reopened' "
                                               "AND " TSUNAGU_IN("e.at")),
    TSUNAGU_FIGURE(outreach,
                   "SELECT " TSUNAGU_DESK_OF(
                       "o.case_id") " AS desk, o.why AS part, o.case_id, 0 "
                                    "AS days FROM p, outreach o WHERE " TSUNAGU_IN("o.opened_at")),
    TSUNAGU_FIGURE(
        contacts,
        "SELECT " TSUNAGU_DESK_OF(
            "o.case_id") " AS desk, CASE t.reached WHEN 1 THEN "
                         "'reached' ELSE 'missed' END AS part, o.case_id, 0 AS days FROM p, "
                         "outreach_contacts t JOIN outreach o ON o.id = t.outreach "
                         "WHERE " TSUNAGU_DAY_IN("t.day")),
    TSUNAGU_FIGURE(consents_after_outreach,
                   "SELECT " TSUNAGU_DESK_OF(
                       "o.case_id") " AS desk, '' AS part, o.case_id, 0 AS "
                                    "days FROM p, outreach o WHERE o.outcome = 'consented' "
                                    "AND " TSUNAGU_IN("o.ended_at")),
    TSUNAGU_FIGURE(participants,
                   "SELECT '' AS desk, '' AS part, NULL AS case_id, 0 AS days FROM p, (SELECT "
                   "person, min(made_at) AS made FROM matches GROUP BY person) m "
                   "WHERE " TSUNAGU_IN("m.made")),
    TSUNAGU_FIGURE(match_steps,
                   "SELECT '' AS desk, CASE e.status WHEN 0 THEN 'proposed' WHEN 1 THEN 'visited' "
                   "WHEN 2 THEN 'trial' WHEN 3 THEN 'joined' WHEN 4 THEN 'declined' ELSE 'ended' "
                   "END AS part, NULL AS case_id, 0 AS days FROM p, match_events e "
                   "WHERE e.side = '' AND " TSUNAGU_IN("e.at")),
    TSUNAGU_FIGURE(cooperating_places,
                   "SELECT DISTINCT '' AS desk, '' AS part, NULL AS case_id, 0 AS days, m.resource "
                   "FROM p, match_events e JOIN matches m ON m.id = e.match WHERE e.side = '' AND "
                   "e.status IN (1, 2, 3) AND " TSUNAGU_IN("e.at")),
    TSUNAGU_FIGURE(resources,
                   "SELECT 'source/' || s.name AS desk, '' AS part, NULL AS case_id, 0 AS days "
                   "FROM p, records r JOIN feeds f ON f.id = r.feed JOIN sources s ON s.id = "
                   "f.source WHERE r.kind = 9 AND r.removed_at IS NULL AND coalesce((SELECT "
                   "min(h.changed_at) FROM record_history h WHERE h.record = r.id), r.changed_at) "
                   "< p.until"),
    TSUNAGU_FIGURE(
        shortages,
        "SELECT '' AS desk, s.kind AS part, NULL AS case_id, 0 AS days FROM p, shortages "
        "s WHERE " TSUNAGU_IN("s.noted_at")),
    TSUNAGU_FIGURE(
        shortages_met,
        "SELECT '' AS desk, s.kind AS part, NULL AS case_id, 0 AS days FROM p, shortages "
        "s WHERE " TSUNAGU_IN("s.met_at")),
    TSUNAGU_FIGURE(
        days_to_acceptance,
        "SELECT r.to_desk AS desk, '' AS part, r.case_id, " TSUNAGU_DAYS(
            "e.at",
            "r.created_at") " AS days FROM p, referral_events e JOIN referrals r ON r.id = "
                            "e.referral WHERE e.to_status = 'accepted' "
                            "AND " TSUNAGU_IN(
                                "e.at") "AND NOT EXISTS (SELECT 1 FROM "
                                        "referral_events e0 WHERE e0.referral = e.referral AND "
                                        "e0.to_status = 'accepted' AND e0.id < e.id)"),
    // CROSS JOIN: a case's few plans first, not all decisions of the past.
    TSUNAGU_FIGURE(
        days_to_plan,
        "SELECT " TSUNAGU_DESK_OF("c.id") " AS desk, '' AS part, c.id AS case_id, " TSUNAGU_DAYS(
            "e.at",
            "c.opened_at") " AS days FROM p, plan_events e JOIN plans l ON l.id = e.plan "
                           "JOIN cases c ON c.id = l.case_id WHERE e.event = 'decide' "
                           "AND " TSUNAGU_IN(
                               "e.at") "AND NOT EXISTS (SELECT 1 FROM plans "
                                       "l0 CROSS JOIN plan_events e0 ON e0.plan = l0.id WHERE "
                                       "l0.case_id = c.id AND e0.event = 'decide' AND e0.id < "
                                       "e.id)"),
};

const Query& query_of(FigureCode figure) {
  return *std::find_if(std::begin(queries), std::end(queries),
                       [figure](const Query& one) { return one.figure == figure; });
}

constexpr bool has_every_figure() {
  std::size_t at = 0;
  for (const auto& query : queries)
    if (query.figure != static_cast<FigureCode>(at++)) return false;
  return at == static_cast<std::size_t>(FigureCode::days_to_plan) + 1;
}
static_assert(has_every_figure(), "each figure has its query, in the order of the codes");

Cursor rows_of(Reader& reader, Sql sql, const CountPeriod& period) {
  return reader.query(sql, {period.from, period.until, period.first, period.after});
}

}  // namespace

// Counted here and not by GROUP BY, which would sort every event of a year.
std::vector<PartCount> count_parts(Reader& reader, FigureCode figure, const CountPeriod& period) {
  std::vector<PartCount> out;
  Cursor rows = rows_of(reader, query_of(figure).parts, period);
  while (rows.next()) {
    const auto desk = rows.text(0);
    const auto part = rows.text(1);
    const auto same = std::find_if(out.begin(), out.end(), [&](const PartCount& one) {
      return one.desk == desk && one.part == part;
    });
    if (same != out.end())
      ++same->count;
    else
      out.push_back({std::string(desk), std::string(part), 1});
  }
  return out;
}

std::vector<DaysTaken> days_taken(Reader& reader, FigureCode figure, const CountPeriod& period) {
  constexpr double thousandths = 1000;
  std::vector<DaysTaken> out;
  Cursor rows = rows_of(reader, query_of(figure).days, period);
  while (rows.next())
    out.push_back({std::string(rows.text(0)), static_cast<double>(rows.integer(1)) / thousandths});
  return out;
}

std::vector<CountedCase> counted_cases(Reader& reader, FigureCode figure,
                                       const CountPeriod& period) {
  std::vector<CountedCase> out;
  Cursor rows = rows_of(reader, query_of(figure).cases, period);
  while (rows.next())
    out.push_back({rows.row<CaseRow>(0), std::string(rows.text(1))});
  return out;
}

}  // namespace hub::store
