#include "hub/domain/figure.hpp"

#include "hub/base/words.hpp"

#include <algorithm>

namespace hub::domain {
namespace {

using enum FigureCode;
using enum Measure;
using enum Published;

constexpr Figure all[] = {
    {consultations, "consultations", "R-118", events, by_desk, "相談受付件数", "consultations",
     "期間内に初めて取り込んだ相談の記録。窓口は、その記録を作った窓口。取り消された記録は除く。",
     ""},
    {referrals, "referrals", "R-118", events, by_month, "つなぎ件数", "referrals",
     "期間内に作られたつなぎ。窓口は、つなぎ先。内訳は、いまの結果。",
     "held sent accepted returned lead_named completed cancelled"},
    {directions, "directions", "R-118", events, never, "つなぎ件数(つなぎ元別)",
     "referrals by who refers", "期間内に作られたつなぎ。窓口は、つないだ窓口。内訳は、つなぎ先。",
     ""},
    {cases, "cases", "R-96", events, by_month, "ケース数", "cases",
     "期間内に開いたケース。窓口は、最初のつなぎ先。", ""},
    {households, "households", "R-96", events, by_month, "世帯数", "households",
     "期間内に最初のケースを開いた世帯。窓口は、最初のつなぎ先。", ""},
    {first_seen, "first_seen", "R-119", events, by_desk, "ハブを通じて初めて把握した世帯",
     "households first seen through the hub",
     "世帯の型から取り上げられ、それまでケースのなかった世帯。取り上げた日による。", ""},
    {signals, "signals", "R-119", events, by_desk, "気づきの件数と結果",
     "signals and what came of them", "期間内に出た気づき(世帯の型など)。内訳は、いまの結果。",
     "waiting taken_up declined"},
    {support_decisions, "support_decisions", "R-118", events, by_desk, "支援決定",
     "support decisions",
     "市が支援を決定したプラン。決定の日による。窓口は、ケースの最初のつなぎ先。内訳は、プランの種"
     "類。",
     "takikan outreach sanka"},
    {plans, "plans", "R-96", events, never, "プラン案の作成", "plans drafted",
     "期間内に案を作ったプラン。窓口は、ケースの最初のつなぎ先。内訳は、プランの種類。",
     "takikan outreach sanka"},
    {plan_steps, "plan_steps", "R-118", events, by_desk, "プランの策定・変更・中断・再開・終結",
     "plans by timing",
     "期間内に行ったプランの手続き。同じプランは手続きごとに数える。窓口は、ケースの最初のつなぎ先"
     "。",
     "decide start_urgent change interrupt resume end"},
    {active_plans, "active_plans", "R-96", stock, by_desk, "実施中のプラン", "plans under way",
     "期間の終わりに実施していたプラン(中断を除く)。内訳は、プランの種類。",
     "takikan outreach sanka"},
    {monitorings, "monitorings", "R-96", events, by_desk, "モニタリング", "monitorings",
     "期間内に行ったモニタリング。行った日による。内訳は、その提案。",
     "continue change suspend close"},
    {unratified, "unratified", "R-118", stock, by_desk, "追認待ちのプラン", "plans to be ratified",
     "期間の終わりに、会議の前に始めて、まだ追認も否決もされていなかったプラン。", ""},
    {lead_agencies, "lead_agencies", "R-118", events, by_desk, "主担当の決定",
     "lead agencies named",
     "期間内に定めた主担当。内訳の「つないだ機関が継続」は、つないだ機関が主担当を続けたもの。",
     "handed_back named"},
    {sittings, "sittings", "R-118", events, by_desk, "会議の開催", "sittings",
     "開催日が期間内の会議。窓口は、招集した者。内訳は、会議体。", ""},
    {agenda_items, "agenda_items", "R-118", events, by_desk, "会議の議題(法的な働き別)",
     "agenda items by legal function",
     "開催日が期間内の会議の議題。一つの会議に働きの違う議題があれば、議題ごとに数える。",
     "J-KAIGI SHIEN-KAIGI"},
    {case_closings, "case_closings", "R-118", events, by_desk, "終結したケース", "cases closed",
     "期間内の終結。後で再開しても数は変わらない。同じケースは終結ごとに数える。窓口は、最初のつな"
     "ぎ先。",
     ""},
    {case_reopenings, "case_reopenings", "R-118", events, by_desk, "再開したケース",
     "cases reopened", "期間内の再開。同じケースは再開ごとに数える。窓口は、最初のつなぎ先。", ""},
    {outreach, "outreach", "R-96", events, by_desk, "アウトリーチの開始", "outreach begun",
     "期間内にアウトリーチの名簿に載せたケース。内訳は、届いていない理由。",
     "cannot_ask refuses unaware hidden"},
    {contacts, "contacts", "R-96", events, by_desk, "アウトリーチの働きかけ", "outreach contacts",
     "期間内の働きかけ。内訳は、会えた・話せたかどうか。", "reached missed"},
    {consents_after_outreach, "consents_after_outreach", "R-119", events, by_desk,
     "アウトリーチの後の同意", "outreach that ended with consent",
     "期間内に、同意を得て終わったアウトリーチ。", ""},
    {participants, "participants", "R-118", events, by_desk, "参加支援の対象者数",
     "persons in participation support",
     "期間内に初めて資源へのマッチングを提案された人。一人を1と数える。", ""},
    {match_steps, "match_steps", "R-118", events, by_desk, "参加支援の経過", "steps of matches",
     "期間内のマッチングの経過。内訳は、その段階。",
     "proposed visited trial joined declined ended"},
    {cooperating_places, "cooperating_places", "R-118", events, by_desk, "協力事業者数",
     "cooperating places",
     "期間内に、見学・体験・参加のいずれかを受け入れた資源。一つの資源を1と数える。", ""},
    {resources, "resources", "R-118", stock, by_desk, "地域づくりの資源数", "community resources",
     "期間の終わりまでに登録され、いまもある地域の資源。窓口は、登録した窓口。", ""},
    {shortages, "shortages", "R-98", events, never, "足りない資源", "shortages noted",
     "期間内に記録した、足りない資源。内訳は、資源の種類。", ""},
    {shortages_met, "shortages_met", "R-98", events, by_desk, "充足した資源の不足", "shortages met",
     "期間内に充足した資源の不足。内訳は、資源の種類。", ""},
    {days_to_acceptance, "days_to_acceptance", "R-119", median, by_desk,
     "つなぎから受入れまでの日数", "days from referral to acceptance",
     "期間内に受け入れられたつなぎの、作られてから受入れまでの日数の中央値。", ""},
    {days_to_plan, "days_to_plan", "R-119", median, by_desk, "受付からプラン策定までの日数",
     "days from the case to its plan",
     "期間内に初めてプランを策定したケースの、開いてから策定までの日数の中央値。", ""},
};

constexpr Uncounted missing[] = {
    {"consultations_by_channel", "R-118", "相談受付件数(経路別)", "consultations by channel",
     "相談の経路は、通告者が分かるおそれがあるため封印しており、件数のためには開きません。"},
    {"real_state", "R-97", "課題別の実態(病気・障害、認知症、離職、DV・虐待、ひきこもり)",
     "households by issue", "課題の区分は封印しており、件数のためには開きません。"},
    {"interviews_spared", "R-119", "繰り返さずに済んだ聴き取り", "interviews not repeated",
     "聴き取りを省けたかどうかは記録していません。"},
};

}  // namespace

std::span<const Figure> figures() noexcept {
  return all;
}

std::span<const Uncounted> uncounted() noexcept {
  return missing;
}

const Figure* find_figure(std::string_view name) noexcept {
  const auto* found = std::find_if(std::begin(all), std::end(all),
                                   [name](const Figure& one) { return one.name == name; });
  return found == std::end(all) ? nullptr : found;
}

std::vector<std::string_view> parts_of(const Figure& figure) {
  return base::words_in(figure.parts);
}

}  // namespace hub::domain
