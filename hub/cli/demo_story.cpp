#include "hub/cli/demo_story.hpp"

#include <algorithm>
#include <map>

#include "hub/cli/answer.hpp"
#include "hub/cli/demo_page.hpp"
#include "hub/cli/table.hpp"

namespace hub::cli {
namespace {

constexpr std::size_t most_rejects_shown = 3;
constexpr std::size_t most_screen_lines = 16;

std::string ja(std::string_view code) {
  return std::string(word_for(Language::ja, code));
}

std::string short_id(std::string_view id) {
  return "…" + std::string(id.substr(id.size() - std::min<std::size_t>(id.size(), 6)));
}

std::string name_of_source(const profile::Profile& profile, const std::string& code) {
  const auto* source = profile::find_source(profile, code);
  return source == nullptr ? code : source->name;
}

void tell_rejects(Page& page, const DemoArrival& arrival, const std::string& source) {
  std::size_t shown = 0;
  for (const auto& reject : arrival.rejects) {
    if (shown++ == most_rejects_shown) break;
    page.item(source + " " + std::to_string(reject.line) + "行目" +
              (reject.column.empty() ? "" : "「" + reject.column + "」") + "：" + reject.reason);
  }
  if (arrival.rejects.size() > shown)
    page.item(source + " ほか" + std::to_string(arrival.rejects.size() - shown) + "行");
}

/// 「介護の記録（確実：同じ番号）」, each source once.
std::string known_to(const DemoMember& member, const profile::Profile& profile) {
  std::map<std::string, std::string> sources;
  for (const auto& link : member.links) {
    sources.emplace(name_of_source(profile, link.source), ja(link.rule) + "・" + ja(link.strength));
  }
  std::string out;
  for (const auto& [name, why] : sources)
    out.append(out.empty() ? "" : "、").append(name).append("（").append(why).append("）");
  return out;
}

bool is_held(const DemoReferral& referral) {
  return referral.state == "held";
}

std::string path_of(const DemoReferral& referral) {
  std::string out;
  for (const auto& state : referral.states)
    out += (out.empty() ? "" : " → ") + ja(state);
  return out;
}

/// The first system of the list that knows a member tells who it is.
struct Role {
  std::string_view source;
  std::string_view name;
};
constexpr Role roles[] = {{"kaigo", "母 トミさん（82）"},
                          {"konkyu", "長男 健一さん（52）"},
                          {"kodomo", "孫 結衣さん（11）"}};

/// In `roles`; behind its end where no system tells.
std::size_t place_of(const DemoMember& member) {
  const auto known = [&member](const Role& role) {
    return std::any_of(member.links.begin(), member.links.end(),
                       [&role](const DemoLink& link) { return link.source == role.source; });
  };
  const auto* role = std::find_if(std::begin(roles), std::end(roles), known);
  return static_cast<std::size_t>(role - std::begin(roles));
}

std::string_view role_in(const DemoFacts& facts, const std::string& person) {
  for (const auto& member : facts.household.members) {
    if (member.person == person) return role_of(member);
  }
  return "この方";
}

/// One sentence of the gate with everything it was said of.
struct Withheld {
  std::string who;
  const DemoAnswer* answer = nullptr;
  std::vector<std::string> items;
};

std::vector<Withheld> withheld_from(const DemoFacts& facts, const DemoReferral& referral) {
  std::vector<Withheld> out;
  for (const auto& answer : referral.answers) {
    if (answer.decision == "allow") continue;
    const auto who = std::string(role_in(facts, answer.person));
    auto group = std::find_if(out.begin(), out.end(), [&](const Withheld& one) {
      return one.who == who && one.answer->reason == answer.reason;
    });
    if (group == out.end()) group = out.insert(out.end(), {who, &answer, {}});
    auto& items = group->items;
    if (std::find(items.begin(), items.end(), answer.item_name) == items.end())
      items.push_back(answer.item_name);
  }
  return out;
}

void tell_answers(Page& page, const DemoFacts& facts, const DemoReferral& referral) {
  for (const auto& one : withheld_from(facts, referral)) {
    std::string line = one.who + "の";
    for (const auto& item : one.items)
      line += (&item == &one.items.front() ? "" : "、") + item;
    line += "：" + one.answer->sentence;
    if (!one.answer->cited.empty()) line += "［" + one.answer->cited + "］";
    page.item(line, one.answer->decision == "mask" ? "△ " : "× ");
  }
}

}  // namespace

std::string_view role_of(const DemoMember& member) {
  const auto place = place_of(member);
  return place < std::size(roles) ? roles[place].name : "ほかの家族";
}

void sort_by_role(DemoHousehold& household) {
  std::stable_sort(household.members.begin(), household.members.end(),
                   [](const DemoMember& one, const DemoMember& other) {
                     return place_of(one) < place_of(other);
                   });
}

std::string cited(const domain::LegalBases& bases, std::string_view code) {
  constexpr std::chrono::year_month_day played{std::chrono::year(2026), std::chrono::April,
                                               std::chrono::day(10)};
  const auto* row = bases.find(code, base::from_jst_day(played));
  return row == nullptr ? std::string(code) : row->cited();
}

void tell_arrivals(Page& page, const DemoFacts& facts, const profile::Profile& profile) {
  page.heading("１　届いたもの");
  Table table({"  記録", "件数", "返した行", "状態"});
  for (const auto& arrival : facts.arrivals) {
    auto state = ja(arrival.state);
    if (!arrival.reason.empty()) state += "（" + ja(arrival.reason) + "）";
    table.add({"  " + name_of_source(profile, arrival.source), std::to_string(arrival.records),
               std::to_string(arrival.rejected), state});
  }
  table.print(page.out());
  page.out() << "\n";
  page.paragraph(
      "支援措置の名簿を最初に反映します。読めない行は、その行だけを理由とともに返します。");
  for (const auto& arrival : facts.arrivals)
    tell_rejects(page, arrival, name_of_source(profile, arrival.source));
}

void tell_household(Page& page, const DemoFacts& facts, const profile::Profile& profile) {
  page.heading("２　つながったもの");
  page.paragraph(
      "氏名（髙橋・高橋）と住所（鍛冶ケ澤・鍛冶ヶ沢）の書き方が違っても、一つの世帯になりました。"
      "記録そのものは変えず、つなぎはいつでも外せます。");
  page.out() << '\n';
  Table table({"  だれ", "番号", "世帯に入れた根拠"});
  for (const auto& member : facts.household.members) {
    table.add({"  " + std::string(role_of(member)), short_id(member.person), ja(member.evidence)});
  }
  table.print(page.out());
  page.out() << '\n';
  for (const auto& member : facts.household.members)
    page.item(std::string(role_of(member)) + "：" + known_to(member, profile));
}

void tell_referrals(Page& page, const DemoFacts& facts) {
  page.heading("２　つなぎ");
  for (const auto& referral : facts.referrals) {
    page.entry("つなぎ先", referral.to_name);
    page.entry("経過", path_of(referral));
    if (!is_held(referral)) {
      page.entry("根拠", referral.cited);
      continue;
    }
    page.paragraph("保留しました。外には何も出していません。市の担当者への提案：");
    for (const auto& proposal : referral.proposals)
      page.item(ja(proposal));
  }
}

void tell_deliveries(Page& page, const DemoFacts& facts, std::string_view screen) {
  page.heading("３　つないだ先");
  for (const auto& referral : facts.referrals) {
    if (is_held(referral)) continue;
    page.paragraph(
        "母 トミさんは同意書J1に署名しています。介護の窓口が「つなぎ先」に記した記録から、"
        "二重に入力することなく、つなぎが始まりました。");
    page.entry("つなぎ先", referral.to_name);
    page.entry("根拠", referral.cited);
    page.entry("経過", path_of(referral));
  }
  page.out() << '\n';
  page.paragraph(
      "SAKUTOMOの自分のサーバーの画面です（通知は番号だけで、内容は先方が受け取りに来ます）。");
  page.out() << '\n';
  page.quote(screen, most_screen_lines);
}

void tell_withheld(Page& page, const DemoFacts& facts, const domain::LegalBases& bases) {
  page.heading("４　止めたもの、伏せたもの");
  for (const auto& referral : facts.referrals) {
    if (!is_held(referral)) continue;
    page.paragraph(
        "長男 健一さんのつなぎは、本人の同意がないため保留しました。外には何も出していません。"
        "市の担当者への提案：");
    for (const auto& proposal : referral.proposals)
      page.item(ja(proposal));
    tell_answers(page, facts, referral);
    page.out() << '\n';
  }
  for (const auto& referral : facts.referrals) {
    if (is_held(referral)) continue;
    page.paragraph("母 トミさんのつなぎから、SAKUTOMOには渡らなかったもの：");
    tell_answers(page, facts, referral);
    page.item(
        "税務課の滞納の記録：税務課は自らの業務の資料として預けただけです。つながりが「おそらく」"
        "の記録は、だれにも渡りません。確かめても、本人の同意がなければ出せません。［" +
            cited(bases, "TAX") + "］",
        "× ");
  }
}

}  // namespace hub::cli
