// What a desk is told about a referral it sent, ready for a row in its own system's encoding.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "tsunagu/decode.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/push.hpp"

namespace tsunagu::feed {

inline constexpr std::array<std::string_view, 6> answer_columns = {
    "受付番号", "回答日", "回答区分", "回答機関", "主担当機関", "内容"};

struct Answer {
  std::string receipt_number;  ///< of the consultation that was referred, as the desk knows it
  std::string at;              ///< YYYY-MM-DD
  std::string kind;            ///< 受諾, 差戻し, 主担当決定, 終結, プラン決定
  std::string agency;
  std::string lead_agency;
  std::string text;
  Problem problem = {};  ///< its code is empty when the message could be read

  [[nodiscard]] std::array<std::string_view, 6> cells() const {
    return {receipt_number, at, kind, agency, lead_agency, text};
  }
};

/// In the words of the desk; empty for a kind that is none of ours.
inline std::string_view answer_kind(std::string_view message_kind) {
  constexpr std::array<std::array<std::string_view, 2>, 5> kinds = {
      {{"referral_accepted", "受諾"},
       {"referral_returned", "差戻し"},
       {"lead_agency_named", "主担当決定"},
       {"case_closed", "終結"},
       {"plan_decided", "プラン決定"}}};
  for (const auto& [name, word] : kinds) {
    if (name == message_kind) return word;
  }
  return {};
}

/// The message names the consultation by its record key, `prefix` + 受付番号:
/// {"consultationKey", "at", "agency", "leadAgency", "text"}; the last three may be absent.
inline Answer read_answer(const Message& message, std::string_view prefix) {
  Answer answer;
  answer.kind = answer_kind(message.kind());
  if (answer.kind.empty()) {
    answer.problem = {"message.unknown", "この種類の知らせは業務システムへ書き出せません"};
    return answer;
  }
  const json::Parsed parsed = json::parse_untrusted(message.json());
  if (!parsed.ok()) {
    answer.problem = {"message.unreadable", parsed.failure().text()};
    return answer;
  }
  const json::View root = parsed.root();
  const std::string_view key = root.find("consultationKey").text();
  if (key.size() <= prefix.size() || key.substr(0, prefix.size()) != prefix) {
    answer.problem = {"message.no_consultation",
                      "どの相談への回答か分かりません（consultationKey）"};
    return answer;
  }
  answer.receipt_number = key.substr(prefix.size());
  answer.at = root.find("at").text();
  answer.agency = root.find("agency").text();
  answer.lead_agency = root.find("leadAgency").text();
  answer.text = root.find("text").text();
  return answer;
}

/// A character that the desk's system can't hold, and what became of it.
inline Problem substitution(bool lost) {
  if (lost) return {"character.lost", "業務システムの文字コードにない文字を「〓」にしました"};
  return {"character.substituted", "業務システムの文字コードにない文字を近い文字に置き換えました"};
}

}  // namespace tsunagu::feed
