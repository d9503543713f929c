// What a desk is told about a referral it sent, ready for a row in its own system's encoding.
#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "tsunagu/decode.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/push.hpp"

namespace tsunagu::feed {

inline constexpr std::array<std::string_view, 6> answer_columns = {
    "受付番号", "回答日", "回答区分", "回答機関", "主担当機関", "内容"};

/// What became of the referral.
enum class AnswerKind { accepted, returned, lead_named, closed, planned };

/// In the words of a desk.
constexpr std::string_view word_of(AnswerKind kind) {
  constexpr std::string_view words[] = {"受諾", "差戻し", "主担当決定", "終結", "プラン決定"};
  return words[static_cast<std::size_t>(kind)];
}

struct Answer {
  AnswerKind kind = AnswerKind::accepted;
  std::string receipt_number;  ///< of the consultation that was referred, as the desk knows it
  std::string at;              ///< YYYY-MM-DD
  std::string agency;
  std::string lead_agency;
  std::string text;
  Problem problem = {};  ///< its code is empty when the message could be read

  /// In the order of answer_columns.
  [[nodiscard]] std::array<std::string_view, 6> cells() const {
    return {receipt_number, at, word_of(kind), agency, lead_agency, text};
  }
};

/// Nothing for a message that no desk takes.
inline std::optional<AnswerKind> answer_kind(std::string_view message_kind) {
  constexpr std::string_view names[] = {"referral_accepted", "referral_returned",
                                        "lead_agency_named", "case_closed", "plan_decided"};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    if (names[i] == message_kind) return static_cast<AnswerKind>(i);
  }
  return std::nullopt;
}

/// The message names the consultation by its record key, `prefix` + 受付番号:
/// {"consultationKey", "at", "agency", "leadAgency", "text"}; the last three may be absent.
inline Answer read_answer(const Message& message, std::string_view prefix) {
  Answer answer;
  const std::optional<AnswerKind> kind = answer_kind(message.kind());
  if (!kind) {
    answer.problem = {"message.unknown", "この種類の知らせは業務システムへ書き出せません"};
    return answer;
  }
  answer.kind = *kind;
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
