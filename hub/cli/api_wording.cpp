#include "hub/cli/word_pair.hpp"

namespace hub::cli {
namespace {

constexpr Wording wordings[] = {
    {"no seat with papers for you at sitting *; see `sitting list`",
     "会議 {1} に、資料を読める自分の席がありません。sitting list で確かめてください"},
    {"only an officer of hub.yaml looks for persons",
     "人を探せるのは、職員(hub.yaml の officers)だけです"},
    {"/name: or kana, birthday or number: one of them is needed",
     "氏名、読み、生年月日、番号のどれかを入れてください"},
    {"/birthday: is no day; write it as 2026-04-10",
     "生年月日が日付ではありません。2026-04-10 のように書いてください"},
    {"it is no more as it was read; read it again and decide anew",
     "読んだ後に変わっています。読み直してから、もう一度決めてください"},
};

}  // namespace

std::span<const Wording> api_wordings() {
  return wordings;
}

}  // namespace hub::cli
