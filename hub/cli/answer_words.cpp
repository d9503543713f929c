// The hub's words for states and reasons, as a Japanese operator reads them.
#include "hub/cli/answer.hpp"
#include "hub/cli/word_table.hpp"

namespace hub::cli {
namespace {

constexpr CodeWord words[] = {
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
    // the scope of a source
    {"all_rows", "すべての行"},
    {"consented_rows", "同意のある行"},
    {"keys_only", "照合の鍵だけ"},
    // how an adapter failed
    {"exited", "終了した"},
    {"signalled", "異常終了した"},
    {"hung", "応答がない"},
    {"nonsense", "約束にない返事"},
    {"flooded", "出力が多すぎる"},
    {"not_started", "起動できない"},
    // what is wrong with the audit log
    {"gap", "行が欠けている"},
    {"edited", "書き換えられた"},
    {"forged", "鍵のない者が書いた"},
    {"cut", "終わりが欠けている"},
    {"contents", "中身が合わない"},
    {"taken", "中身が規則によらず消えている"},
    {"checkpoint", "署名した区切りと合わない"},
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
    {"mynumber", "個人番号"},
    {"informant", "通報者の情報"},
    {"third_party", "第三者の情報"},
    {"statistics", "統計"},
    {"formal_request", "開示請求の手続による"},
    {"not_self", "本人への交付による"},
    {"harm", "害するおそれ"},
    {"not_holder", "その業務で保有していない"},
    {"not_needed", "目的に必要でない"},
    {"tax_without_consent", "税の情報への同意がない"},
    {"youtai_pointer", "要対協の資料(連絡先だけ)"},
    {"youtai", "要対協の資料"},
    {"staff_note", "職員の見立て"},
    {"out_of_scope", "会議の対象でない"},
    {"not_seated", "議題に招かれていない"},
    {"wrong_convener", "招集者が違う"},
    {"no_officer", "担当職員の判断がない"},
    {"hidden_address", "居所が分かる情報"},
};

}  // namespace

std::string_view word_for(Language language, std::string_view code) {
  if (language == Language::en) return code;
  return word_in(words, code, code);
}

}  // namespace hub::cli
