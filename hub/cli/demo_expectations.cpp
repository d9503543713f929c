#include "hub/cli/demo_expectations.hpp"

#include <algorithm>

namespace hub::cli {
namespace {

using Facts = DemoFacts;

bool applied(const Facts& facts, std::string_view source) {
  return std::any_of(facts.arrivals.begin(), facts.arrivals.end(), [source](const auto& arrival) {
    return arrival.source == source && arrival.state == "applied";
  });
}

bool all_applied(const Facts& facts, std::size_t dropped) {
  const auto count = std::count_if(facts.arrivals.begin(), facts.arrivals.end(),
                                   [](const auto& one) { return one.state == "applied"; });
  return static_cast<std::size_t>(count) == dropped;
}

bool five_fields(const Facts& facts) {
  return applied(facts, "kaigo") && applied(facts, "shogai") && applied(facts, "kodomo") &&
         applied(facts, "konkyu") && applied(facts, "chiiki");
}

bool register_first(const Facts& facts) {
  return !facts.arrivals.empty() && facts.arrivals.front().source == "sakura-shien-sochi" &&
         facts.arrivals.front().state == "applied";
}

bool household_knows(const Facts& facts, std::string_view source) {
  for (const auto& member : facts.household.members) {
    for (const auto& link : member.links) {
      if (link.source == source) return true;
    }
  }
  return false;
}

bool one_household(const Facts& facts) {
  return facts.household.members.size() >= 3 && household_knows(facts, "kaigo") &&
         household_knows(facts, "konkyu") && household_knows(facts, "kodomo");
}

bool one_accepted(const Facts& facts) {
  return std::count_if(facts.referrals.begin(), facts.referrals.end(),
                       [](const auto& one) { return one.state == "accepted"; }) == 1;
}

bool proposes(const DemoReferral& referral, std::string_view what) {
  return std::find(referral.proposals.begin(), referral.proposals.end(), what) !=
         referral.proposals.end();
}

bool one_held(const Facts& facts) {
  return std::any_of(facts.referrals.begin(), facts.referrals.end(), [](const auto& one) {
    return one.state == "held" && proposes(one, "ask_consent") &&
           proposes(one, "convene_shien_kaigi");
  });
}

/// The tax office's list is known to be about the son, and nothing of it is let through.
bool tax_withheld(const Facts& facts) {
  for (const auto& referral : facts.referrals) {
    for (const auto& answer : referral.answers) {
      if (answer.item == "tax" && answer.decision != "deny") return false;
    }
  }
  return household_knows(facts, "konkyu_tax");
}

/// Somewhere the gate answered so.
bool answered(const Facts& facts, std::string_view item, std::string_view reason) {
  for (const auto& referral : facts.referrals) {
    for (const auto& answer : referral.answers) {
      if (answer.item == item && answer.reason == reason) return true;
    }
  }
  return false;
}

bool says(std::string_view screen, std::string_view what) {
  return screen.find(what) != std::string_view::npos;
}

/// The household's other members as the story calls them, which were not the mother's to give, and
/// her own 宛名番号, which stays inside.
bool silent_about_others(std::string_view screen) {
  constexpr std::string_view words[] = {"健一", "182,400", "結衣", "架空小学校", "0001200345"};
  return std::none_of(std::begin(words), std::end(words),
                      [screen](std::string_view word) { return says(screen, word); });
}

}  // namespace

std::vector<DemoExpectation> judge_demo(const DemoFacts& facts, std::size_t dropped,
                                        std::string_view screen) {
  return {
      {"all_applied", "届いたファイルをすべて取り込む", all_applied(facts, dropped)},
      {"five_fields", "5つの分野の記録がそろう", five_fields(facts)},
      {"register_first", "支援措置の名簿を最初に反映する", register_first(facts)},
      {"one_household", "母・息子・孫が一つの世帯になる", one_household(facts)},
      {"accepted", "同意のある母のつなぎが受理される", one_accepted(facts)},
      {"packet_read", "SAKUTOMOが母の内容を受け取る", says(screen, "髙橋 トミ")},
      {"held", "同意のない息子のつなぎが、提案とともに保留される", one_held(facts)},
      {"silent_about_others", "息子と孫のことは何も渡らない",
       !screen.empty() && silent_about_others(screen)},
      {"tax_withheld", "税の滞納額は本人の同意なしに出ない", tax_withheld(facts)},
      {"youtai_kept", "要対協の資料は出ない",
       answered(facts, "youtai", "youtai") || answered(facts, "youtai", "youtai_pointer")},
  };
}

}  // namespace hub::cli
