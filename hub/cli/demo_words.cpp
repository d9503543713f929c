#include "hub/cli/demo_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hub::cli {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

/// What has no word is shown as it is.
template <std::size_t count>
std::string_view word_in(const Word (&words)[count], std::string_view code) {
  const auto* found = std::find_if(std::begin(words), std::end(words),
                                   [code](const Word& word) { return word.first == code; });
  return found == std::end(words) ? code : found->second;
}

constexpr Word arrivals[] = {
    {"arriving", "受信中"},        {"received", "受信"},       {"decoding", "読み取り中"},
    {"staged", "反映待ち"},        {"paused", "人の確認待ち"}, {"applied", "取り込み済み"},
    {"refused", "受け取れません"}, {"discarded", "取りやめ"},  {"quarantined", "隔離"},
};
constexpr Word reasons[] = {
    {"older", "新しいファイルより前のもの"},    {"too_many_gone", "消える行が多すぎる"},
    {"too_many_changed", "変わる行が多すぎる"}, {"too_many_rejected", "読めない行が多すぎる"},
    {"same_bytes", "前と同じファイル"},
};
constexpr Word evidence[] = {
    {"address", "住所"},
    {"register_number", "世帯番号"},
    {"same_number", "同じ番号"},
    {"kana_birthday_sex", "カナ・生年月日・性別"},
    {"none", "初出"},
    {"officer", "職員の確認"},
};
constexpr Word strengths[] = {{"deterministic", "確実"},
                              {"probable", "見込み"},
                              {"possible", "可能性"},
                              {"officer", "確認済み"}};
constexpr Word referrals[] = {
    {"draft", "作成"},     {"held", "保留"},
    {"sent", "送信"},      {"received", "到着"},
    {"accepted", "受理"},  {"returned", "差し戻し"},
    {"cancelled", "取消"}, {"lead_named", "主担当決定"},
    {"completed", "終結"},
};
constexpr Word proposals[] = {
    {"ask_consent", "本人に同意を求める"},
    {"convene_shien_kaigi", "支援会議（社会福祉法106条の6）を開いて扱う"},
    {"choose_recipient", "つなぎ先を選ぶ"},
};
constexpr Word decisions[] = {{"allow", "出した"}, {"mask", "伏せた"}, {"deny", "出さない"}};

}  // namespace

std::string_view arrival_word(std::string_view state) {
  return word_in(arrivals, state);
}
std::string_view arrival_reason_word(std::string_view reason) {
  return word_in(reasons, reason);
}
std::string_view evidence_word(std::string_view rule) {
  return word_in(evidence, rule);
}
std::string_view strength_word(std::string_view strength) {
  return word_in(strengths, strength);
}
std::string_view referral_word(std::string_view state) {
  return word_in(referrals, state);
}
std::string_view proposal_word(std::string_view code) {
  return word_in(proposals, code);
}
std::string_view decision_word(std::string_view decision) {
  return word_in(decisions, decision);
}

}  // namespace hub::cli
