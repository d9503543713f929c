#include "hub/api/operation_rows.hpp"

namespace hub::api {
namespace {

using namespace rows;

constexpr Operation table[] = {
    read("/api/v1/sittings", {"listSittings", "sitting.list", officers},
         "会議(開く側か、席があるもの)"),
    create("/api/v1/sittings", {"openSitting", "sitting.open", convening}, "会議を開く",
           "body! on! convener chair"),
    read("/api/v1/sittings/{sitting}", {"readSitting", "sitting.show", convening},
         "1回の会議(議題、席、出席、結論)"),
    read("/api/v1/sittings/{sitting}/paper", {"readOwnPaper", "sitting.paper", officers, member},
         "自分の席の資料(席にある間だけ)"),
    create("/api/v1/sittings/{sitting}/items", {"addAgendaItem", "sitting.item", convening},
           "議題を加える", "case signal function declaredPart decided persons"),
    create("/api/v1/sittings/{sitting}/seats", {"callSeat", "sitting.seat", convening},
           "構成員を呼ぶ", "agenda party name recipientKind invited secrecy document"),
    create("/api/v1/sittings/{sitting}/returned-copies",
           {"returnCopy", "sitting.return", convening}, "配った写しが戻った", "number!"),
    create("/api/v1/seats/{seat}/attendance", {"recordAttendance", "sitting.attend", convening},
           "出席または欠席を記録する", "absent"),
    create("/api/v1/seats/{seat}/leaving", {"leaveSeat", "sitting.leave", convening}, "席を離れた"),
    create("/api/v1/seats/{seat}/copies", {"handCopy", "sitting.copy", convening},
           "番号を付けた写しを配る", "reader!"),
    ask("/api/v1/seats/{seat}/paper", {"makePaper", "sitting.packet", convening},
        "席の資料を作る(提供として記録される)", "agenda"),
    create("/api/v1/agenda-items/{agenda}/decision",
           {"decideAgendaItem", "sitting.decide", convening}, "議題の結論を記録する",
           "timing! plan turnedDown policy next"),
    create("/api/v1/agenda-items/{agenda}/releases", {"releaseRecord", "sitting.release", officers},
           "自分の窓口の記録をこの議題に出す", "record! kind! on document"),
    create("/api/v1/releases/{release}/ending", {"endRelease", "sitting.unrelease", officers},
           "出すことをやめる"),
};

}  // namespace

Rows meeting_operations() {
  return table;
}

}  // namespace hub::api
