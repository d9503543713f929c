#include "hub/api/operation_rows.hpp"

namespace hub::api {
namespace {

using namespace rows;

constexpr Operation table[] = {
    read("/api/v1/followed-cases/{case}", {"readFollowedCase", "case.followed", systems, own_case},
         "相手のシステムが追っているケース: 状態、そこへのつなぎ、プラン"),
    page("/api/v1/events", {"listEvents", "event.page", systems},
         "追っているケースの出来事(古い順)。next は、続きがまだないときも次に尋ねる位置を示す"),
    read("/api/v1/referrals/{referral}/packet",
         {"readPacket", "referral.packet", systems, own_case},
         "つながれた内容(判定が許すものだけ)"),
    create("/api/v1/referrals/{referral}/answers", {"answerReferral", "referral.answer", systems},
           "つなぎに答える", "answer! agency reason lead outcome"),
};

}  // namespace

Rows system_operations() {
  return table;
}

}  // namespace hub::api
