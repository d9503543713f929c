#include "hub/domain/reasons.hpp"

#include <array>
#include <cstddef>

namespace hub::domain {
namespace {

/// `{who}` is 「長男 ○○さん」 or 「この方」, `{item}` the kind of datum, `{forum}` the meeting or
/// way.
struct Wording {
  std::string_view sentence;
  std::string_view basis;  ///< the row that holds its article; "" the forum's own
  std::string_view next;
  std::string_view english;
};

// In the order of Reason.
constexpr std::array<Wording, 23> wordings{{
    {"{forum}に出せます。", "", "", "allowed"},
    {"判断に必要な事実を確認できないため、{forum}には出せません。", "",
     "記録の不足や、支援措置の名簿が3日以内に更新されているかを確認してください。",
     "a fact that the decision needs is unknown"},
    {"個人番号とその関連情報は、同意があっても出せません。", "MYNUMBER",
     "混入した経路を確認してください。", "my number never leaves, not even with consent"},
    {"通報・相談をした人が分かる情報は、誰にも出せません。", "TSUHOSHA", "",
     "what tells who reported never leaves"},
    {"{who}は支援措置等の対象であり、この受け手には何も出せません。", "SHIEN-SOCHI",
     "受け手には該当なしとして扱われます。所管課に確認してください。",
     "a protected person; to this recipient it looks like absence"},
    {"統計は個々の情報からは作りません。", "TOKEI", "集計の画面を使ってください。",
     "counts are never made from items"},
    {"支援の対象ではない第三者の情報のため、{forum}には出せません。", "",
     "第三者の記述を除いた内容にしてください。", "about somebody who is not in the case"},
    {"{item}は、ここではお渡しできません。開示請求の手続で判断します。", "SELF",
     "開示請求の手続を案内してください（税情報は税務課へ）。", "a formal request decides"},
    {"本人・代理人への交付と、ほかの受け手への提供は別の手続のため、この受け手には出せません。",
     "SELF", "本人への交付として扱うか、提供の根拠を選び直してください。",
     "the person's own copy is a way of its own"},
    {"{who}または第三者の権利利益を不当に害するおそれがあるため、出せません。", "INTERNAL",
     "害するおそれがなくなったかを、所管課で改めて判断してください。",
     "it would unduly harm the person or a third party"},
    {"この部署は、{who}の{item}をこの業務のために保有していません。", "OWN",
     "保有する部署に、つなぎまたは会議での共有を求めてください。",
     "the unit does not hold it for this business"},
    {"{item}は、この目的に必要な最小限の情報に含まれていません。", "",
     "必要な場合は、目的を改めて確認してください。", "outside the minimum of this purpose"},
    {"税に由来する情報のため、{who}本人の明示の同意がなければ、どの会議にも出せません。", "TAX",
     "税情報の共有に関する同意書で同意を求めるか、本人から直接聞き取ってください。",
     "tax data want that person's own consent, whatever the forum"},
    {"要保護児童対策地域協議会の資料のため、関わっている機関と連絡先だけを示します。", "YOUTAIKYO",
     "内容は、協議会の調整機関に問い合わせてください。",
     "child welfare material: only the agency and whom to call"},
    {"要保護児童対策地域協議会の資料のため、{forum}には出せません。", "YOUTAIKYO",
     "協議会の調整機関に相談してください。", "child welfare material stays in its council"},
    {"職員の見立て・記録のため、{forum}には出せません。", "",
     "記録した職員が、この議題の見立てとして示すことができます。",
     "a worker's note that its author did not mark for this item"},
    {"{who}の{consent}ため、{forum}には出せません。", "CONSENT", "{next}",
     "no consent that covers this"},
    {"{who}は、{forum}で扱う対象になっていません。", "",
     "支援の決定、または会議の対象かどうかを確認してください。",
     "the forum is not about this person"},
    {"この議題に招かれていないか、守秘義務の確認がないため、出せません。", "",
     "座長が出席者を選び、守秘の誓約を受けてください。",
     "not invited for this item, or not bound to secrecy"},
    {"{forum}を招集できる者による会議ではないため、出せません。", "", "招集者を確認してください。",
     "who convened may not convene this forum"},
    {"担当職員の判断（理由と根拠の記録）がないため、出せません。", "",
     "権限のある職員が、根拠と理由を書いて判断してください。",
     "no named officer decided with ground and reason"},
    {"この根拠では、この種類の受け手には出せません。", "",
     "別の根拠か、会議での共有を検討してください。",
     "the ground does not reach this kind of recipient"},
    {"{who}の居所が分かる情報のため、伏せて示します。", "SHIEN-SOCHI",
     "必要な場合は、所管課に受け手の確認を求めてください。",
     "tells where a protected person is: masked"},
}};

constexpr std::array<std::string_view, item_count> item_words{
    "種類の分からない情報", "公開情報",     "氏名・生年月日等", "住所・電話番号",
    "居場所が分かる情報",   "家族の情報",   "相談の内容",       "要配慮個人情報",
    "本人が話した収入等",   "職員の見立て", "第三者の情報",     "要対協の資料",
    "通報者の情報",         "税の情報",     "個人番号"};

const Wording& wording(Reason reason) {
  const auto at = static_cast<std::size_t>(reason);
  return at < wordings.size() ? wordings[at] : wordings[1];
}

/// How the consent stands, to be followed by 「ため」.
std::string_view consent_words(ConsentStatus consent) {
  switch (consent) {
    case ConsentStatus::asked:
      return "同意の返事を待っている";
    case ConsentStatus::given:
      return "同意の範囲に含まれていないか、再開前の同意である";
    case ConsentStatus::refused:
      return "同意しないとの意思が示されている";
    case ConsentStatus::withdrawn:
      return "同意が取りやめられている";
    case ConsentStatus::expired:
      return "同意の期間が切れている";
    default:
      return "同意がない";
  }
}

std::string_view consent_next(ConsentStatus consent, ForumClass forum) {
  if (consent == ConsentStatus::asked)
    return "返事を待つか、支援会議で扱うことを検討してください。";
  if (consent == ConsentStatus::given || consent == ConsentStatus::expired)
    return "同意を改めて求めるか、支援会議で扱うことを検討してください。";
  const bool refused = consent == ConsentStatus::refused || consent == ConsentStatus::withdrawn;
  if (refused || forum == ForumClass::consent_seated)
    return "支援会議で扱うことを検討してください。";
  return "同意を求めるか、支援会議で扱うことを検討してください。";
}

std::string filled(std::string_view pattern, std::string_view mark, std::string_view value) {
  std::string text(pattern);
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
  return text;
}

std::string basis_of(const Wording& words, const ReasonContext& context) {
  const bool own = !words.basis.empty() && context.bases != nullptr;
  const LegalBasis* row = own ? context.bases->find(words.basis, context.at) : context.forum;
  return row == nullptr ? std::string() : row->cited();
}

/// Whom a sentence is about, where it may be said.
constexpr std::string_view nobody_named = "この方";

/// A sentence that speaks of the datum alone still says whose it is to the officer who may know.
std::string about(std::string_view who, std::string_view sentence) {
  const bool says = who == nobody_named || sentence.find("{who}") != std::string_view::npos;
  return (says ? std::string() : "{who}について、") + std::string(sentence);
}

Explanation explain_about(std::string_view who, const Verdict& verdict,
                          const ReasonContext& context) {
  const Wording& words = wording(verdict.reason);
  const auto forum = context.forum == nullptr ? ForumClass::unknown : context.forum->forum_class;
  Explanation out;
  out.sentence = filled(about(who, words.sentence), "{item}", in_japanese(context.item));
  out.sentence =
      filled(out.sentence, "{forum}", context.forum == nullptr ? "この方法" : context.forum->title);
  out.sentence = filled(out.sentence, "{consent}", consent_words(context.consent));
  out.sentence = filled(out.sentence, "{who}", who);
  out.basis = basis_of(words, context);
  out.next = filled(words.next, "{next}", consent_next(context.consent, forum));
  return out;
}

}  // namespace

Explanation explain(const Verdict& verdict, const ReasonContext& context) {
  return explain_about(nobody_named, verdict, context);
}

Explanation explain(const Verdict& verdict, const ReasonContext& context,
                    const Cleared<std::string>& name, std::string_view relation) {
  std::string who(relation);
  if (!who.empty()) who += ' ';
  who += name.value() + "さん";
  return explain_about(who, verdict, context);
}

std::string_view in_english(Reason reason) noexcept {
  return wording(reason).english;
}

std::string_view in_japanese(Item item) noexcept {
  const auto at = static_cast<std::size_t>(item);
  return at < item_words.size() ? item_words[at] : item_words[0];
}

}  // namespace hub::domain
