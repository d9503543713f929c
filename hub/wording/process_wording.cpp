// What the hub answers about the way of a case, in Japanese.
#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"the person is told of 多機関協働 first; say --explained when that was done and the person is "
     "convinced",
     "多機関協働の役割や支援内容を説明し、本人が納得してから送ります。済んだら --explained "
     "を付けてください"},
    {"/invited: stands in no table of the body; whom the chair asks besides is invited",
     "この会議の構成員の表にありません。座長が招いた人や機関は --invited と --name "
     "を付けてください"},
    {"/name: the profile knows no such party; name who sits",
     "そのコードは設定にありません。席に座る人や機関の名前を --name で書いてください"},
    {"only the municipality's own officers enter its numbers",
     "年度の数を入力できるのは、市の職員だけです"},
    {"/figure: is none that is entered; see `count list`",
     "入力する指標にありません。count list で確かめてください"},
    {"/count: is no number from 0 to 1,000,000,000,000", "0から1兆までの整数を書いてください"},
    {"/plan: the hub knows no decided plan of the person; see `plan list`",
     "この人に策定されたプランがありません。plan list で確かめてください"},
};

}  // namespace

std::span<const Wording> process_wordings() {
  return wordings;
}

}  // namespace hub::wording
