// Referrals and signals look the same in every command that shows them.
#pragma once

#include "hub/cli/answer.hpp"

namespace hub::cli {

inline constexpr Column referral_columns[] = {
    {"referral", {"つなぎ", "referral"}},
    {"state", {"状態", "state"}, Cell::word},
    {"from", {"つなぎ元", "from"}},
    {"to", {"つなぎ先", "to"}},
    {"candidates", {"つなぎ先の候補", "candidates"}},
    {"createdAt", {"作成", "created"}, Cell::time},
    {"changedAt", {"最新", "changed"}, Cell::time},
    {"case", {"ケース", "case"}},
};

inline constexpr Column signal_columns[] = {
    {"signal", {"ID", "id"}},
    {"code", {"内容", "signal"}, Cell::word},
    {"raisedAt", {"時", "raised"}, Cell::time},
    {"decision", {"対応", "decision"}, Cell::word},
    {"referral", {"つなぎ", "referral"}},
    {"household", {"世帯", "household"}},
};

}  // namespace hub::cli
