#include "examples/coordinator/labels.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace coordinator {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

constexpr Label fields[] = {
    // of the packet
    {"referralId", "つなぎのid"},
    {"urgency", "緊急度"},
    {"legalBasis", "提供の根拠"},
    {"purpose", "利用の目的"},
    {"disclosedAt", "提供の時刻"},
    // of a person
    {"names", "氏名"},
    {"use", "用途"},
    {"fullName", "氏名"},
    {"familyName", "姓"},
    {"givenName", "名"},
    {"fullNameKana", "氏名カナ"},
    {"familyNameKana", "姓カナ"},
    {"givenNameKana", "名カナ"},
    {"original", "元の表記"},
    {"sex", "性別"},
    {"dateOfBirth", "生年月日"},
    {"statedAge", "申告の年齢"},
    {"dateOfDeath", "死亡日"},
    {"addresses", "住所"},
    {"fullAddress", "住所"},
    {"postalCode", "郵便番号"},
    {"contacts", "連絡先"},
    {"value", "値"},
    {"safe", "安全な連絡先"},
    {"note", "備考"},
    {"nationality", "国籍"},
    {"language", "言語"},
    {"careLevel", "要介護度"},
    {"code", "区分"},
    {"sourceCode", "元のコード"},
    {"text", "元の語"},
    {"certifiedAt", "認定日"},
    {"validFrom", "有効開始"},
    {"validUntil", "有効終了"},
    {"observations", "心身の状態"},
    {"disabilityCertificates", "障害者手帳"},
    {"grade", "等級"},
    {"supportCategory", "障害支援区分"},
    {"services", "利用中のサービス"},
    {"providerNumber", "事業所番号"},
    {"providerName", "事業所名"},
    {"serviceName", "サービス名"},
    {"affiliations", "所属"},
    {"pregnancy", "妊娠"},
    {"name", "名称"},
    {"kind", "種類"},
    {"from", "始まり"},
    {"until", "終わり"},
    {"at", "時点"},
    // of a household
    {"composition", "世帯構成"},
    {"membersText", "同居者の記載"},
    {"members", "世帯員"},
    {"relationship", "続柄"},
    {"role", "役割"},
    {"cohabiting", "同居"},
    {"age", "年齢"},
    // of a consultation and a concern
    {"receiptNumber", "受付番号"},
    {"receivedAt", "受付日時"},
    {"channel", "受付方法"},
    {"route", "相談経路"},
    {"caller", "相談者"},
    {"contact", "連絡先"},
    {"statement", "主訴・内容"},
    {"wish", "本人の意向"},
    {"course", "支援経過"},
    {"supportPolicy", "支援方針"},
    {"emergencySupport", "緊急支援"},
    {"classifications", "相談分類"},
    {"severity", "程度"},
    {"mostPressing", "もっとも困っていること"},
    {"firstSeen", "初めて分かった日"},
    {"status", "状態"},
    {"income", "収入・滞納・債務"},
    {"arrears", "滞納"},
    {"debts", "債務"},
    {"amount", "金額"},
    {"housing", "住居形態"},
    {"employment", "就労状況"},
    {"healthInsurance", "健康保険"},
    {"pension", "年金"},
    {"closedAt", "終結年月日"},
    {"closedReason", "終結の理由"},
    // of a referral, a plan and what follows
    {"reason", "理由"},
    {"reasonText", "理由の説明"},
    {"requestedAction", "求めること"},
    {"requestedAt", "依頼日"},
    {"form", "計画の種類"},
    {"title", "題"},
    {"createdAt", "作成年月日"},
    {"period", "期間"},
    {"familyWish", "家族の意向"},
    {"policy", "援助の方針"},
    {"longTermGoal", "長期目標"},
    {"shortTermGoal", "短期目標"},
    {"issues", "課題"},
    {"goals", "目標"},
    {"supports", "援助内容"},
    {"frequency", "頻度"},
    {"agencies", "担当機関"},
    {"agency", "機関"},
    {"staff", "担当者"},
    {"date", "日付"},
};

constexpr Label kinds[] = {
    {"person", "人の情報"},         {"household_hint", "世帯の情報"},
    {"consultation", "相談"},       {"concern", "課題"},
    {"assessment", "アセスメント"}, {"consent", "同意"},
    {"referral", "つなぎ"},         {"plan", "計画"},
    {"monitoring", "モニタリング"}, {"resource", "社会資源"},
};

constexpr Label urgencies[] = {{"routine", "通常"}, {"soon", "早めに"}, {"immediate", "ただちに"}};

template <std::size_t Count>
std::string_view found_in(const Label (&table)[Count], std::string_view name) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const Label& row) { return row.first == name; });
  return found == std::end(table) ? name : found->second;
}

}  // namespace

std::string_view label_of(std::string_view field) {
  return found_in(fields, field);
}

std::string_view heading_of(std::string_view kind) {
  return found_in(kinds, kind);
}

std::string_view word_of(std::string_view field, std::string_view code) {
  return field == "urgency" ? found_in(urgencies, code) : code;
}

}  // namespace coordinator
