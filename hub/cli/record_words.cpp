#include "hub/cli/record_words.hpp"

#include <algorithm>
#include <array>

#include "hub/cli/word_table.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::Type;
using tsunagu::json::View;

constexpr CodeWord kinds[] = {
    {"person", "基本情報"},         {"household_hint", "世帯"},
    {"consultation", "相談"},       {"concern", "課題"},
    {"assessment", "アセスメント"}, {"plan", "計画"},
    {"monitoring", "モニタリング"}, {"referral", "つなぎ"},
};

// As sdk/schema names them.
constexpr CodeWord titles[] = {
    {"person/names", "氏名"},
    {"person/sex", "性別"},
    {"person/dateOfBirth", "生年月日"},
    {"person/statedAge", "申告の年齢"},
    {"person/dateOfDeath", "死亡日"},
    {"person/addresses", "住所"},
    {"person/contacts", "連絡先"},
    {"person/nationality", "国籍"},
    {"person/language", "言語"},
    {"person/careLevel", "要介護度"},
    {"person/observations", "心身の状態"},
    {"person/disabilityCertificates", "障害者手帳"},
    {"person/supportCategory", "障害支援区分"},
    {"person/services", "利用中のサービス"},
    {"person/affiliations", "所属"},
    {"person/pregnancy", "妊娠"},
    {"household_hint/composition", "世帯構成"},
    {"household_hint/membersText", "同居者の記載"},
    {"household_hint/members", "世帯員"},
    {"consultation/receiptNumber", "受付番号"},
    {"consultation/receivedAt", "受付日時"},
    {"consultation/channel", "受付方法"},
    {"consultation/route", "相談経路"},
    {"consultation/caller", "相談者"},
    {"consultation/urgency", "緊急度"},
    {"consultation/statement", "主訴"},
    {"consultation/wish", "希望"},
    {"consultation/course", "支援経過"},
    {"consultation/supportPolicy", "支援方針"},
    {"consultation/emergencySupport", "緊急支援"},
    {"consultation/classifications", "相談分類"},
    {"consultation/abuse", "虐待の相談"},
    {"consultation/abuseTypes", "虐待の種別"},
    {"consultation/legalCategory", "法定区分"},
    {"consultation/severity", "重症度"},
    {"consultation/staff", "担当者"},
    {"consultation/closedAt", "終結年月日"},
    {"consultation/closedReason", "終結の理由"},
    {"consultation/income", "収入・滞納・債務"},
    {"consultation/housing", "住居形態"},
    {"consultation/employment", "就労状況"},
    {"consultation/healthInsurance", "健康保険"},
    {"consultation/pension", "年金"},
    {"concern/code", "課題コード"},
    {"concern/subCode", "細分"},
    {"concern/sourceCode", "元のコード"},
    {"concern/statement", "内容"},
    {"concern/severity", "程度"},
    {"concern/mostPressing", "もっとも困っていること"},
    {"concern/firstSeen", "初めて分かった日"},
    {"concern/status", "状態"},
    {"assessment/form", "様式"},
    {"assessment/formName", "様式名"},
    {"assessment/items", "項目"},
    {"assessment/summary", "まとめ"},
    {"assessment/strengths", "強み"},
    {"assessment/assessedAt", "実施日"},
    {"assessment/by", "実施者"},
    {"plan/form", "計画の種類"},
    {"plan/title", "題"},
    {"plan/status", "状態"},
    {"plan/suspendedReason", "中断の理由"},
    {"plan/createdAt", "作成年月日"},
    {"plan/changedAt", "作成(変更)日"},
    {"plan/decidedAt", "決定日"},
    {"plan/period", "計画の期間"},
    {"plan/wish", "本人の意向"},
    {"plan/familyWish", "家族・保護者の意向"},
    {"plan/policy", "総合的な援助の方針"},
    {"plan/longTermGoal", "長期目標"},
    {"plan/shortTermGoal", "短期目標"},
    {"plan/issues", "課題"},
    {"plan/monitoringFrom", "モニタリング開始"},
    {"plan/reviewCycle", "モニタリングの間隔"},
    {"plan/reviewAt", "見直し時期"},
    {"plan/conferenceAt", "会議の日"},
    {"plan/consentedAt", "利用者同意日"},
    {"plan/author", "作成担当者"},
    {"plan/agencies", "担当機関"},
    {"monitoring/at", "実施日"},
    {"monitoring/by", "実施者"},
    {"monitoring/method", "方法"},
    {"monitoring/changes", "見られた変化"},
    {"monitoring/outcome", "評価"},
    {"monitoring/proposal", "提案"},
    {"monitoring/nextDue", "次回"},
    {"monitoring/note", "所見"},
    {"referral/reason", "理由"},
    {"referral/reasonText", "理由の説明"},
    {"referral/requestedAction", "求めること"},
    {"referral/requestedRecipient", "つなぎ先"},
    {"referral/urgency", "緊急度"},
    {"referral/requestedAt", "依頼日"},
    {"referral/explained", "本人への説明"},
    {"referral/accompaniment", "同行支援"},
    {"referral/sheetVersion", "シートの版"},
    {"referral/staff", "担当者"},
};

constexpr CodeWord values[] = {
    {"sex=0", "性別不明"},
    {"sex=1", "男性"},
    {"sex=2", "女性"},
    {"sex=9", "性別の記載なし"},
    {"code=01", "非該当"},
    {"code=06", "事業対象者"},
    {"code=11", "要支援（経過的）"},
    {"code=12", "要支援1"},
    {"code=13", "要支援2"},
    {"code=21", "要介護1"},
    {"code=22", "要介護2"},
    {"code=23", "要介護3"},
    {"code=24", "要介護4"},
    {"code=25", "要介護5"},
    {"cohabiting=yes", "同居"},
    {"cohabiting=no", "別居"},
    {"cohabiting=unknown", "同居か不明"},
    {"role=head", "世帯主"},
    {"role=carer", "介護・世話をする人"},
    {"role=dependent", "支えられる人"},
    {"kind=tax", "税"},
    {"kind=insurance", "保険料"},
    {"kind=utility", "公共料金"},
    {"kind=rent", "家賃"},
    {"kind=phone", "電話"},
    {"kind=mobile", "携帯電話"},
    {"kind=email", "メール"},
    {"kind=school", "学校"},
    {"kind=nursery", "保育所等"},
    {"kind=other", "その他"},
    {"provenance=self", "本人の申告"},
    {"provenance=agency", "機関の記録"},
    {"urgency=routine", "通常"},
    {"urgency=soon", "早めに"},
    {"urgency=immediate", "至急"},
};

// What another part of the same datum says in the words of whoever wrote it, or nobody needs on
// paper.
constexpr std::array<std::string_view, 18> left_out{
    "original",        "use",        "precision",       "system",
    "artificial",      "familyName", "givenName",       "familyNameKana",
    "givenNameKana",   "prefecture", "cityAndCounty",   "streetAddress",
    "streetAddressId", "cityBlock",  "buildingNameEtc", "localGovernmentCode",
    "linkId",          "subCode"};

bool is_left_out(View part, View whole) {
  const auto key = part.key();
  if (key == "code" && !whole.find("text").text().empty()) return true;
  return std::find(left_out.begin(), left_out.end(), key) != left_out.end();
}

std::string scalar(View value, std::string_view key) {
  if (value.is(Type::boolean)) return value.boolean() ? "はい" : "いいえ";
  if (value.is(Type::integer)) return std::to_string(value.integer());
  const auto text = value.text();
  return std::string(word_in(values, std::string(key) + "=" + std::string(text), text));
}

/// The parts in their order, each once.
std::string joined(View whole, std::string_view key) {
  std::string out;
  for (const View part : whole) {
    if (whole.is(Type::object) && is_left_out(part, whole)) continue;
    const auto text = value_in_words(part, part.key().empty() ? key : part.key());
    if (text.empty() || out.find(text) != std::string::npos) continue;
    out.append(out.empty() ? "" : "、").append(text);
  }
  return out;
}

}  // namespace

std::string_view record_in_words(std::string_view kind) {
  return word_in(kinds, kind, kind);
}

std::string_view field_in_words(std::string_view kind, std::string_view member) {
  return word_in(titles, std::string(kind) + "/" + std::string(member), member);
}

std::string value_in_words(View value, std::string_view key) {
  if (!value.is(Type::object) && !value.is(Type::array)) return scalar(value, key);
  if (value.find("dataAbsentReason").exists()) return "（伏せています）";
  return joined(value, key);
}

}  // namespace hub::cli
