#include "hub/domain/entered.hpp"

#include <algorithm>

namespace hub::domain {
namespace {

constexpr Entered all[] = {
    {"staff", "R-96", "配置した職員数", "staff",
     "重層的支援体制整備事業に配置した職員の数(人)。年度末の数を入力する。"},
    {"bases", "R-96", "拠点数", "bases",
     "相談支援と地域づくりの拠点の数(か所)。年度末の数を入力する。"},
    {"trainings", "R-99", "研修の開催数", "trainings held", "年度に開いた研修の数(回)。"},
    {"training_participants", "R-99", "研修の参加者数", "participants in trainings",
     "年度の研修に参加した人の延べ数(人)。"},
    {"advice", "R-21", "支援機関への助言", "advice to agencies",
     "本人への支援を伴わない、支援関係機関への助言の数(件)。"},
    {"subsidies", "R-125", "通いの場への補助", "subsidies to gathering places",
     "年度に補助した通いの場の数(か所)。"},
    {"helpers_trained", "R-125", "養成した担い手の数", "helpers trained",
     "年度に養成講座を終えた担い手の数(人)。"},
    {"community_participants", "R-118", "地域づくりの参加者数・参加機関数",
     "participants in community places",
     "地域づくりの場に参加した人の延べ数(人)。名簿は持たず、場からの報告による。"},
    {"cost", "R-119", "事業の費用", "cost", "年度の事業費(円)。"},
    {"grants", "R-119", "交付金の額", "grants", "年度に受けた交付金の額(円)。"},
};

}  // namespace

std::span<const Entered> entered_figures() noexcept {
  return all;
}

const Entered* find_entered(std::string_view name) noexcept {
  const auto* found = std::find_if(std::begin(all), std::end(all),
                                   [name](const Entered& one) { return one.name == name; });
  return found == std::end(all) ? nullptr : found;
}

}  // namespace hub::domain
