// The hub's words for states and reasons, as a Japanese operator reads them.
#include <algorithm>
#include <iterator>

#include "hub/cli/answer.hpp"

namespace hub::cli {
namespace {

struct Word {
  std::string_view code;
  std::string_view ja;
};

constexpr Word words[] = {
    // sources, adapters, partners
    {"open", "受付中"},
    {"paused", "一時停止"},
    {"failing", "送信失敗中"},
    {"stopped", "停止"},
    {"ready", "待機"},
    {"working", "処理中"},
    {"backing_off", "再起動待ち"},
    {"quarantined", "隔離"},
    {"refused", "拒否"},
    // deliveries
    {"arriving", "受信中"},
    {"received", "受領"},
    {"decoding", "読取り中"},
    {"staged", "適用待ち"},
    {"applied", "適用済み"},
    {"discarded", "破棄"},
    {"older", "新しいものより古い"},
    {"too_many_gone", "消える行が多すぎる"},
    {"too_many_changed", "変わる行が多すぎる"},
    {"too_many_rejected", "読めない行が多すぎる"},
    {"same_bytes", "同じ内容を受領済み"},
    {"released", "人が続行を指示"},
    {"would_apply", "適用できる"},
    {"would_pause", "確認のため止まる"},
    {"would_refuse", "取り込めない"},
    // referrals and cases
    {"draft", "作成中"},
    {"held", "保留"},
    {"sent", "送付"},
    {"accepted", "受入れ"},
    {"returned", "助言して返送"},
    {"lead_named", "主担当決定"},
    {"completed", "完了"},
    {"cancelled", "取消し"},
    {"screening", "確認中"},
    {"supporting-field", "分野で支援"},
    {"coordinating", "多機関協働"},
    {"planned", "プラン決定"},
    {"active", "支援中"},
    {"suspended", "中断"},
    {"closed", "終結"},
    {"follow_up", "見守り"},
    {"reopened", "再開"},
    // orders
    {"delivered", "到達"},
    {"given_up", "断念"},
    {"partner_gone", "相手なし"},
    {"withheld", "提供せず"},
    // links
    {"focus", "本人"},
    {"household", "世帯員"},
    {"possible", "可能性あり"},
    {"probable", "おそらく"},
    {"deterministic", "確実"},
    {"officer", "職員が確認"},
    {"own_record", "本人の記録"},
    {"same_number", "同じ番号"},
    {"kana_birthday_sex", "カナ・生年月日・性別"},
    {"register_number", "世帯番号"},
    {"address", "住所"},
    {"none", "最初のひとり"},
    {"person", "人"},
    {"household_hint", "世帯の手がかり"},
    {"consultation", "相談"},
    {"concern", "課題"},
    {"assessment", "アセスメント"},
    {"consent", "同意"},
    {"referral", "つなぎ"},
    {"plan", "プラン"},
    {"monitoring", "モニタリング"},
    {"resource", "社会資源"},
    // signals
    {"ask_consent", "同意を求める提案"},
    {"convene_shien_kaigi", "支援会議の招集の提案"},
    {"choose_recipient", "つなぎ先を選ぶ依頼"},
    {"hand_over", "つなぎ先へ人が伝える依頼"},
    {"same_person", "同じ人かどうかの確認"},
    // the gate's reasons that hold a referral
    {"no_consent", "同意がない"},
    {"wrong_recipient", "つなぎ先が決まらない"},
    {"no_receiver", "つなぎ先に受ける仕組みがない"},
    {"unknown_fact", "確認できない事実がある"},
};

}  // namespace

std::string_view word_for(Language language, std::string_view code) {
  if (language == Language::en) return code;
  const auto at = std::find_if(std::begin(words), std::end(words),
                               [code](const Word& w) { return w.code == code; });
  return at == std::end(words) ? code : at->ja;
}

}  // namespace hub::cli
