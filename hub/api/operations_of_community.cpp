#include "hub/api/operation_rows.hpp"

namespace hub::api {
namespace {

using namespace rows;

constexpr std::string_view of_needs =
    "person! types concerns wishes groups certificates days age sex visits town plan "
    "needsTransport";
constexpr std::string_view of_offer =
    "person! resource! types concerns wishes groups certificates days age sex visits town plan "
    "needsTransport items checked";
constexpr std::string_view of_resource = "record places range conditions contact note";

constexpr Operation step(std::string_view pattern, Who who, std::string_view summary) {
  return change(pattern, who, "match.show", summary, "text");
}

constexpr Operation table[] = {
    read("/api/v1/resources", {"listResources", "resource.list", officers}, "社会資源",
         "type stale"),
    create("/api/v1/resources", {"registerResource", "resource.register", officers},
           "社会資源を登録する", "record!"),
    read("/api/v1/resources/{resource}", {"readResource", "resource.show", officers},
         "1件の社会資源"),
    change("/api/v1/resources/{resource}/editing", {"editResource", "resource.edit", officers},
           "resource.show", "社会資源を書き直す", of_resource),
    change("/api/v1/resources/{resource}/confirmation",
           {"confirmResource", "resource.confirm", officers}, "resource.show",
           "社会資源を確かめた"),
    read("/api/v1/resource-export", {"exportResources", "resource.export", officers},
         "公開できる社会資源(HSDS、自治体標準オープンデータセット)", "format!"),
    read("/api/v1/shortages", {"listShortages", "shortage.list", officers},
         "足りない社会資源(地域と種類)"),
    read("/api/v1/matches", {"listMatches", "match.list", officers}, "マッチング", "due"),
    read("/api/v1/matches/{match}", {"readMatch", "match.show", officers, own_person},
         "1件のマッチング"),
    ask("/api/v1/match-proposals", {"proposeResources", "match.propose", officers},
        "参加先の候補と、その理由", of_needs),
    create("/api/v1/matches", {"offerMatch", "match.offer", officers}, "参加先を紹介する",
           of_offer),
    step("/api/v1/matches/{match}/visit", {"visitMatch", "match.visit", officers, own_person},
         "見学した"),
    step("/api/v1/matches/{match}/trial", {"tryMatch", "match.try", officers, own_person},
         "体験を始めた"),
    step("/api/v1/matches/{match}/joining", {"joinMatch", "match.join", officers, own_person},
         "参加した"),
    step("/api/v1/matches/{match}/declining",
         {"declineMatch", "match.decline", officers, own_person}, "断った"),
    step("/api/v1/matches/{match}/end", {"endMatch", "match.end", officers, own_person}, "終えた"),
    create("/api/v1/matches/{match}/feedback",
           {"addFeedback", "match.feedback", officers, own_person}, "本人または受入れ先の感想",
           "side! text!"),
};

}  // namespace

Rows community_operations() {
  return table;
}

}  // namespace hub::api
