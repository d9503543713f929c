// What the hub answers about counts, in Japanese.
#include "hub/wording/word_pair.hpp"

namespace hub::wording {
namespace {

constexpr Wording wordings[] = {
    {"/until: is before the first day of the period", "期間の最後の日が、最初の日より前です"},
    {"/desk: is no desk of agencies.yaml", "その窓口は agencies.yaml にありません"},
    {"/field: is no field of profile.yaml", "その分野は profile.yaml にありません"},
    {"/area: is no area of areas.yaml", "その区域は areas.yaml にありません"},
    {"/publish: only the counts of a whole fiscal year are published",
     "公表できるのは、4月から翌年3月までの年度の件数だけです(--year で書いてください)"},
    {"/publish: only the whole table of all desks is published",
     "公表できるのは、全窓口・全指標の表だけです。一部の表があると、差から伏せた数が分かるためで"
     "す"},
    {"/figure: is none of `count list`", "その指標はありません。count list で確かめてください"},
    {"/from: is no year that can be counted", "その年は数えられません"},
    {"/from: a count has a first and a last day; write --year or both",
     "件数には最初の日と最後の日が要ります。--year か、--from と --until を書いてください"},
    {"only the municipality's own officers see the cases of a count",
     "件数のもとのケースを見られるのは、市の職員だけです"},
};

}  // namespace

std::span<const Wording> count_wordings() {
  return wordings;
}

}  // namespace hub::wording
