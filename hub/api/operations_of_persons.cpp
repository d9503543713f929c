#include "hub/api/operation_rows.hpp"

namespace hub::api {
namespace {

using namespace rows;

constexpr std::string_view of_consent =
    "objects form forums recipients purposes items givenBy basis method evidence until on";
constexpr std::string_view of_narrowing =
    "objects forums recipients purposes items givenBy basis method evidence on";
constexpr std::string_view of_word = "objects givenBy basis method evidence on";

constexpr Operation table[] = {
    ask("/api/v1/search", {"searchPersons", "person.search", officers},
        "人を探す(自分の窓口が持つ記録から)", "name kana birthday number"),
    read("/api/v1/persons/{person}/consents",
         {"listConsents", "consent.list", officers, own_person}, "本人が述べた同意の経過"),
    create("/api/v1/persons/{person}/consents",
           {"giveConsent", "consent.give", officers, own_person}, "同意を記録する", of_consent),
    read("/api/v1/persons/{person}/consents/{consent}",
         {"copyConsent", "consent.copy", officers, own_person}, "本人に渡す同意の写し"),
    create("/api/v1/persons/{person}/consents/{consent}/renewal",
           {"renewConsent", "consent.renew", officers, own_person}, "同意を確かめ直す",
           "objects givenBy basis method evidence until on"),
    create("/api/v1/persons/{person}/consent-requests",
           {"askConsent", "consent.ask", officers, own_person}, "同意を求めたことを記録する",
           of_word),
    create("/api/v1/persons/{person}/consent-refusals",
           {"refuseConsent", "consent.refuse", officers, own_person}, "同意しないと述べた",
           of_narrowing),
    create("/api/v1/persons/{person}/consent-withdrawals",
           {"withdrawConsent", "consent.withdraw", officers, own_person},
           "同意の撤回を記録する(これからの提供が止まる)", of_narrowing),
    create("/api/v1/persons/{person}/consent-narrowings",
           {"narrowConsent", "consent.narrow", officers, own_person}, "同意の一部の撤回を記録する",
           of_narrowing),
    read("/api/v1/stops", {"listStops", "stop.list", city, city_staff},
         "利用をやめるよう知らせた先", "waiting"),
    create("/api/v1/stops/{stop}/answer", {"noteStopAnswer", "stop.answered", city, city_staff},
           "利用をやめたという返事を記録する"),

    read("/api/v1/signals", {"listSignals", "signal.list", city, city_staff},
         "まだ決めていない気づき"),
    read("/api/v1/signals/{signal}", {"readSignal", "signal.show", city, city_staff},
         "1件の気づき(何のために見るかを添える)", "purpose!"),
    create("/api/v1/signals/{signal}/taking-up",
           {"takeSignalUp", "signal.take-up", city, city_staff}, "気づきを取り上げる", "choice!"),
    create("/api/v1/signals/{signal}/declining",
           {"declineSignal", "signal.decline", city, city_staff}, "取り上げない", "reason!"),
    create("/api/v1/signals/{signal}/decision", {"decideSignal", "signal.decide", city, city_staff},
           "提案に答える", "decision!"),
    create("/api/v1/signals/{signal}/same-person",
           {"confirmSamePerson", "signal.confirm", city, city_staff}, "同じ人であると確かめた",
           "person! other!"),
    create("/api/v1/signals/{signal}/different-persons",
           {"confirmDifferentPersons", "signal.reject", city, city_staff}, "別の人であると確かめた",
           "person! other!"),

    read("/api/v1/link-questions", {"listLinkQuestions", "link.review", city, city_staff},
         "同じ人かどうか、職員に尋ねていること"),
    read("/api/v1/records/{record}/beside/{other}",
         {"explainLink", "link.explain", city, city_staff}, "二つの記録を並べて見る"),
    create("/api/v1/records/{record}/links", {"confirmLink", "link.confirm", city, city_staff},
           "同じ人の記録であると決める", "other!"),
    create("/api/v1/records/{record}/separations", {"rejectLink", "link.reject", city, city_staff},
           "別の人の記録であると決める", "other!"),
    read("/api/v1/link-decisions", {"listLinkDecisions", "link.decisions", city, city_staff},
         "同じ人かどうかの職員の判断"),
    create("/api/v1/link-decisions/{decision}/undoing",
           {"undoLinkDecision", "link.undo", city, city_staff}, "判断を取り消す"),

    read("/api/v1/households", {"listHouseholds", "household.list", city, city_staff}, "世帯"),
    read("/api/v1/households/{household}", {"readHousehold", "household.show", city, city_staff},
         "1つの世帯"),
    change("/api/v1/households/{household}/parting",
           {"partHousehold", "household.part", city, city_staff}, "household.show",
           "この世帯の人ではないと決める", "person!"),
    create("/api/v1/persons/{person}/rejoining",
           {"rejoinHousehold", "household.rejoin", city, city_staff}, "その判断を取り消す"),
};

}  // namespace

Rows person_operations() {
  return table;
}

}  // namespace hub::api
