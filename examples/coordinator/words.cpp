#include "examples/coordinator/words.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace coordinator {
namespace {

struct Word {
  std::string_view code;
  std::string_view text;
};

constexpr Word urgencies[] = {{"routine", "通常"}, {"soon", "早めに"}, {"immediate", "ただちに"}};
constexpr Word purposes[] = {{"tie_in", "つなぎ"},         {"status_answer", "状況の回答"},
                             {"plan", "計画づくり"},       {"monitoring", "モニタリング"},
                             {"outreach", "アウトリーチ"}, {"participation", "参加支援"}};
constexpr Word bases[] = {{"CONSENT", "本人の同意"}, {"DIRECT", "本人の同意（機関どうし）"}};
constexpr Word sexes[] = {{"0", "不明"}, {"1", "男"}, {"2", "女"}, {"9", "その他"}};
constexpr Word uses[] = {{"official", "正式"},
                         {"usual", "通称"},
                         {"former", "旧氏"},
                         {"alias", "別名"},
                         {"registered", "住民登録の住所"},
                         {"actual", "実際に住む所"},
                         {"temporary", "一時的な所"}};
constexpr Word care_levels[] = {{"01", "自立"},    {"06", "事業対象者"}, {"11", "要支援（経過的）"},
                                {"12", "要支援1"}, {"13", "要支援2"},    {"21", "要介護1"},
                                {"22", "要介護2"}, {"23", "要介護3"},    {"24", "要介護4"},
                                {"25", "要介護5"}, {"99", "不明"}};
constexpr Word support_categories[] = {{"none", "非該当"}, {"1", "区分1"},     {"2", "区分2"},
                                       {"3", "区分3"},     {"4", "区分4"},     {"5", "区分5"},
                                       {"6", "区分6"},     {"unknown", "不明"}};
constexpr Word contact_kinds[] = {
    {"phone", "電話"}, {"mobile", "携帯電話"}, {"fax", "ファクス"}, {"email", "メール"}};
constexpr Word observation_kinds[] = {{"elderly-independence", "障害高齢者の日常生活自立度"},
                                      {"dementia-independence", "認知症高齢者の日常生活自立度"},
                                      {"disability", "障害"},
                                      {"disease", "病気"}};
constexpr Word certificate_kinds[] = {
    {"physical", "身体"}, {"intellectual", "療育"}, {"mental", "精神"}};
constexpr Word affiliation_kinds[] = {{"school", "学校"},
                                      {"nursery", "保育所など"},
                                      {"workplace", "勤め先"},
                                      {"hospital", "病院"},
                                      {"facility", "施設"}};
constexpr Word confidential_kinds[] = {
    {"support-measure", "支援措置"}, {"hidden-address", "住所の秘匿"}, {"informant", "通告者"}};
constexpr Word caller_kinds[] = {{"self", "本人"},
                                 {"family", "家族"},
                                 {"commissioner", "民生委員・児童委員"},
                                 {"care-manager", "ケアマネジャー"},
                                 {"medical", "医療機関"},
                                 {"police", "警察"},
                                 {"neighbour", "近隣"},
                                 {"school", "学校"},
                                 {"government", "行政機関"}};
constexpr Word arrears_kinds[] = {
    {"tax", "税"}, {"insurance", "保険料"}, {"utility", "公共料金"}, {"rent", "家賃"}};
constexpr Word provenances[] = {{"self", "本人の申告"}, {"tax", "税務"}, {"agency", "ほかの機関"}};
constexpr Word roles[] = {
    {"head", "世帯主"}, {"carer", "世話をする人"}, {"dependent", "世話を受ける人"}};
constexpr Word cohabitings[] = {{"yes", "同居"}, {"no", "別居"}};
constexpr Word channels[] = {{"visit", "来所"},  {"phone", "電話"},   {"home-visit", "訪問"},
                             {"letter", "手紙"}, {"email", "メール"}, {"online", "オンライン"}};
constexpr Word legal_categories[] = {{"needs-protection", "要保護児童"},
                                     {"needs-support", "要支援児童"},
                                     {"specified-pregnant", "特定妊婦"},
                                     {"guardian", "保護者"}};
constexpr Word severities[] = {
    {"fatal", "生命の危険"}, {"severe", "重度"},      {"moderate", "中度"},
    {"mild", "軽度"},        {"concern", "危惧あり"}, {"heavy", "重度"},
    {"high", "重い"},        {"medium", "中くらい"},  {"low", "軽い"}};
constexpr Word concerns[] = {{"HEALTH", "病気・健康"},
                             {"MENTAL", "こころ・自死念慮"},
                             {"ADDICTION", "依存"},
                             {"DISABILITY", "障害"},
                             {"DEMENTIA", "認知症"},
                             {"CARE", "介護が必要"},
                             {"CAREGIVER", "介護者の負担・ヤングケアラー"},
                             {"CHILDREARING", "子育て"},
                             {"PREGNANCY", "妊娠・出産"},
                             {"ABUSE", "虐待"},
                             {"POVERTY", "生活費"},
                             {"ARREARS", "滞納"},
                             {"DEBT", "債務"},
                             {"FOOD", "食べ物がない"},
                             {"HOUSING", "住まい"},
                             {"EMPLOYMENT", "就労"},
                             {"WITHDRAWAL", "ひきこもり"},
                             {"SCHOOL", "不登校・学校"},
                             {"FAMILY", "家族関係"},
                             {"ISOLATION", "孤立・地域関係"},
                             {"RIGHTS", "権利擁護・成年後見・金銭管理"},
                             {"JUSTICE", "触法・刑余"},
                             {"LANGUAGE", "外国籍・言語"},
                             {"MOBILITY", "移動"},
                             {"OTHER", "その他"}};
constexpr Word concern_details[] = {{"child", "子ども"},
                                    {"elder", "高齢者"},
                                    {"disabled", "障がい者"},
                                    {"dv", "配偶者など"},
                                    {"tax", "税"},
                                    {"utility", "公共料金"},
                                    {"rent", "家賃"},
                                    {"unstable", "不安定"},
                                    {"homeless", "住まいがない"},
                                    {"hoarding", "ごみ・物のため込み"}};
constexpr Word states[] = {{"active", "続いている"},
                           {"resolved", "解消"},
                           {"refuted", "事実でなかった"},
                           {"draft", "案"},
                           {"decided", "決定"},
                           {"suspended", "中断"},
                           {"closed", "終結"},
                           {"superseded", "改定済み"},
                           {"received", "受付"},
                           {"screening", "スクリーニング"},
                           {"supporting-field", "一つの機関で支援"},
                           {"coordinating", "多機関協働"},
                           {"planned", "プラン決定"},
                           {"follow-up", "終結後の見守り"},
                           {"reopened", "再開"},
                           {"proposed", "提案"},
                           {"visited", "見学"},
                           {"trial", "体験"},
                           {"joined", "参加"},
                           {"declined", "辞退"},
                           {"ended", "終了"}};
constexpr Word forums[] = {{"CONSENT", "本人の同意による会議"},
                           {"J-KAIGI", "重層的支援会議"},
                           {"SHIEN-KAIGI", "支援会議（社会福祉法106条の6）"},
                           {"KONKYU-KAIGI", "支援会議（生活困窮者自立支援法9条）"},
                           {"KONKYU-CHOSEI", "支援調整会議"},
                           {"SEIHO-CHOSEI", "調整会議（生活保護法27条の3）"},
                           {"YOUTAIKYO", "要保護児童対策地域協議会"},
                           {"CARE-KAIGI", "地域ケア会議"},
                           {"SHOGAI-KYOGI", "障害者総合支援法の協議会"},
                           {"WAKAMONO", "子ども・若者支援地域協議会"},
                           {"KONNAN-JOSEI", "困難女性支援法の支援調整会議"},
                           {"KODOKU-KORITSU", "孤独・孤立対策地域協議会"},
                           {"SHOHISHA", "消費者安全確保地域協議会"},
                           {"KYOJU-SHIEN", "居住支援協議会"},
                           {"INTERNAL", "庁内の会議"}};
constexpr Word triggers[] = {{"create", "プランの作成"},
                             {"change", "プランの変更"},
                             {"close", "終結"},
                             {"suspend", "中断"},
                             {"share", "情報の共有"}};
constexpr Word plan_forms[] = {
    {"care-plan", "居宅サービス計画"},   {"service-use-plan", "サービス等利用計画"},
    {"support-plan", "サポートプラン"},  {"self-reliance", "自立相談支援のプラン"},
    {"takikan", "多機関協働のプラン"},   {"sanka", "参加支援のプラン"},
    {"outreach", "アウトリーチのプラン"}};
constexpr Word assessment_forms[] = {{"kihon-checklist", "基本チェックリスト"},
                                     {"intake", "受付時のアセスメント"},
                                     {"juso-assessment", "重層のアセスメント"}};
constexpr Word proposals[] = {
    {"continue", "継続"}, {"change", "変更"}, {"close", "終結"}, {"suspend", "中断"}};
constexpr Word anywhere[] = {{"other", "その他"}, {"unknown", "不明"}};

/// Of a field, or of a field in one parent only.
struct Book {
  std::string_view parent;  // empty: any
  std::string_view field;
  std::span<const Word> words;
};
constexpr Book books[] = {{"", "urgency", urgencies},
                          {"", "purpose", purposes},
                          {"", "legalBasis", bases},
                          {"", "sex", sexes},
                          {"", "use", uses},
                          {"careLevel", "code", care_levels},
                          {"supportCategory", "code", support_categories},
                          {"contacts", "kind", contact_kinds},
                          {"observations", "kind", observation_kinds},
                          {"disabilityCertificates", "kind", certificate_kinds},
                          {"affiliations", "kind", affiliation_kinds},
                          {"confidentialInformation", "kind", confidential_kinds},
                          {"caller", "kind", caller_kinds},
                          {"arrears", "kind", arrears_kinds},
                          {"", "provenance", provenances},
                          {"", "role", roles},
                          {"", "cohabiting", cohabitings},
                          {"channel", "code", channels},
                          {"", "legalCategory", legal_categories},
                          {"", "severity", severities},
                          {"concern", "code", concerns},
                          {"", "subCode", concern_details},
                          {"", "status", states},
                          {"plan", "form", plan_forms},
                          {"assessment", "form", assessment_forms},
                          {"", "proposal", proposals},
                          {"", "forum", forums},
                          {"", "function", forums},
                          {"", "trigger", triggers}};

/// The code itself where the book does not know it.
std::string_view found_in(std::span<const Word> words, std::string_view code) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.code == code; });
  return found == words.end() ? code : found->text;
}

}  // namespace

std::string_view word_of(std::string_view parent, std::string_view field, std::string_view code) {
  const auto* book = std::find_if(std::begin(books), std::end(books), [&](const Book& one) {
    return one.field == field && (one.parent.empty() || one.parent == parent);
  });
  if (book == std::end(books)) return code;
  const auto text = found_in(book->words, code);
  return text == code ? found_in(anywhere, code) : text;
}

}  // namespace coordinator
