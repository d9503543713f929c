// Deliveries and rejects look the same in every command that shows them.
#pragma once

#include "hub/cli/answer.hpp"

namespace hub::cli {

inline constexpr Column arrival_columns[] = {
    {"arrival", {"ID", "id"}},
    {"source", {"記録の元", "source"}},
    {"feed", {"種類", "feed"}},
    {"state", {"状態", "state"}, Cell::word},
    {"reason", {"理由", "reason"}, Cell::word},
    {"receivedAt", {"受領", "received"}, Cell::time},
    {"records", {"記録", "records"}},
    {"added", {"追加", "added"}},
    {"changed", {"変更", "changed"}},
    {"removed", {"削除", "removed"}},
    {"rejects", {"読めない行", "rejects"}},
    {"warnings", {"注意", "warnings"}},
};

inline constexpr Column reject_columns[] = {
    {"line", {"行", "line"}},
    {"column", {"列", "column"}},
    {"code", {"種別", "code"}},
    {"reason", {"理由", "reason"}},
};

}  // namespace hub::cli
