#include "hub/api/members.hpp"

#include <algorithm>

#include "hub/base/ids.hpp"
#include "hub/base/words.hpp"
#include "hub/domain/person_request.hpp"

namespace hub::api {
namespace {

using enum Shape;

constexpr std::string_view yes_no = "yes no";

constexpr Member table[] = {
    {"absent", flag, {}, "欠席した"},
    {"age", number, {}, "年齢"},
    {"agency", text, {}, "機関のコード"},
    {"agenda", id, {}, "議題のID"},
    {"all", flag, {}, "終わったものも"},
    {"answer", word, "accepted returned lead_named closed",
     "受けた、返した、主担当が決まった、終えた"},
    {"area", text, {}, "圏域のコード"},
    {"basis", text, {}, "根拠(legal_bases.yaml のコード)"},
    {"basis", text, {}, "代わりに述べる人の根拠", "consent."},
    {"birthday", day, {}, "生年月日"},
    {"body", text, {}, "会議体のコード"},
    {"case", id, {}, "ケースのID"},
    {"certificates", texts, {}, "手帳など"},
    {"chair", text, {}, "議長のコード"},
    {"checked", flag, {}, "条件を職員が確かめた"},
    {"choice", word, "ask_consent convene_shien_kaigi", "取り上げ方"},
    {"concerns", texts, {}, "困りごと"},
    {"conditions", text, {}, "受け入れる条件(JSON)"},
    {"consent", id, {}, "同意のID"},
    {"contact", text, {}, "連絡先"},
    {"convener", text, {}, "招集者のコード"},
    {"cycle", text, {}, "モニタリングの周期(P3M など)"},
    {"days", texts, {}, "来られる曜日"},
    {"decided", flag, {}, "支援が決まっている、またはこの会議が決める"},
    {"decision", word, "taken_up declined", "答え"},
    {"declaredPart", flag, {}, "会議のこの部分がその機能と宣言された"},
    {"desk", text, {}, "窓口のコード"},
    {"disclosure", number, {}, "誤って渡した監査記録の行番号"},
    {"document", text, {}, "文書番号"},
    {"due", day, {}, "モニタリングの期日"},
    {"due", flag, {}, "感想を聞く日が来たものだけ", "match."},
    {"evaluation", text, {}, "評価(経過と成果)"},
    {"everybody", flag, {}, "どこへ渡しても"},
    {"evidence", text, {}, "署名された紙のある場所"},
    {"explained", flag, {}, "説明し、本人が納得した"},
    {"field", text, {}, "分野のコード"},
    {"figure", text, {}, "集計項目のコード"},
    {"followUp", text, {}, "フォローアップの要否と方法"},
    {"form", text, {}, "同意書の様式のコード"},
    {"format", word, "hsds csv", "形式"},
    {"forums", texts, {}, "場(legal_bases.yaml のコード)"},
    {"from", day, {}, "最初の日"},
    {"function", text, {}, "会議の機能(legal_bases.yaml のコード)"},
    {"givenBy", word, "self guardian representative", "だれが述べたか"},
    {"goals", text, {}, "目標"},
    {"ground", text, {}, "根拠(legal_bases.yaml のコード)"},
    {"groups", texts, {}, "属する集まり"},
    {"harm", id, {}, "判断のID"},
    {"household", id, {}, "世帯のID"},
    {"incident", id, {}, "漏えい等のID"},
    {"invited", flag, {}, "議長が招いた"},
    {"items", texts, {}, "情報の項目"},
    {"kana", text, {}, "氏名の読み(姓だけ、または姓名)"},
    {"kind", word, "opinion youtai", "出す記録の種類"},
    {"known", day, {}, "知った日"},
    {"lead", text, {}, "主担当の機関"},
    {"link", id, {}, "誤って結び付けた記録のID"},
    {"match", id, {}, "マッチングのID"},
    {"method", word, "written oral electronic", "述べた方法"},
    {"minutes", number, {}, "かかった分"},
    {"month", text, {}, "月(2026-04)"},
    {"name", text, {}, "表にない人の呼び名"},
    {"name", text, {}, "氏名(姓だけ、または姓名)", "person.search"},
    {"needsTransport", word, yes_no, "送迎が要る"},
    {"next", day, {}, "次の日"},
    {"note", text, {}, "書き留めること"},
    {"number", number, {}, "写しの番号"},
    {"number", text, {}, "番号(宛名番号、被保険者番号など)", "person.search"},
    {"objects", texts, {}, "何について(support、sharing)"},
    {"on", day, {}, "その日(なければ今日)"},
    {"other", id, {}, "もう一方のID"},
    {"outcome", word, "upheld ended", "点検の結果", "decision."},
    {"outcome", word, "consented referred plan moved died other", "終わり方"},
    {"outcome", text, {}, "結果", "referral."},
    {"outreach", id, {}, "アウトリーチのID"},
    {"party", text, {}, "構成員のコード、または表の名"},
    {"person", id, {}, "人のID"},
    {"persons", ids, {}, "世帯のうち議題にする人"},
    {"places", text, {}, "空き(数)"},
    {"plan", id, {}, "プランのID"},
    {"plan", word, yes_no, "支援決定がある", "match."},
    {"planKind", word, "takikan outreach sanka", "プランの種類"},
    {"policy", text, {}, "支援方針"},
    {"proposal", word, "continue change suspend close", "これからどうするか"},
    {"publish", flag, {}, "公表用(少ない数を伏せる)"},
    {"purpose", text, {}, "何のために見るか(purposes.yaml のコード)"},
    {"purposes", texts, {}, "目的(purposes.yaml のコード)"},
    {"range", word, "staff public", "だれに見せるか"},
    {"reached", flag, {}, "会えた"},
    {"reader", text, {}, "写しを読む人の呼び名"},
    {"reason", text, {}, "理由"},
    {"reason", word, "state_changed roles contact_again other", "再開する理由", "case."},
    {"reason", word, "supported_already not_true not_now other", "取り上げない理由", "signal."},
    {"recipientKind", text, {}, "表にない人の種類"},
    {"recipients", texts, {}, "渡す先のコード"},
    {"record", id, {}, "記録のID"},
    {"record", text, {}, "社会資源の記録(JSON)", "resource."},
    {"referral", id, {}, "つなぎのID"},
    {"release", id, {}, "出した記録のID"},
    {"resource", id, {}, "社会資源のID"},
    {"seat", id, {}, "席のID"},
    {"secrecy", word, "law pledge", "守秘の根拠"},
    {"sex", text, {}, "性別"},
    {"side", word, "person receiver", "だれの感想か"},
    {"signal", id, {}, "気づきのID"},
    {"sitting", id, {}, "会議のID"},
    {"stale", flag, {}, "確かめて久しいものだけ"},
    {"state", text, {}, "状態"},
    {"step", word, "gather arrange relate visit accompany", "働きかけの段階"},
    {"step", word, "prompt_report final_report person_told wrongful closed", "したこと",
     "incident."},
    {"stop", id, {}, "知らせのID"},
    {"successor", id, {}, "代わりのプランのID"},
    {"support", text, {}, "支援の内容"},
    {"task", text, {}, "役割"},
    {"text", text, {}, "書き留めること"},
    {"timing", word, "create change suspend close share field", "何についての結論か"},
    {"to", text, {}, "つなぎ先のコード"},
    {"town", text, {}, "町字"},
    {"turnedDown", flag, {}, "認められなかった"},
    {"type", text, {}, "種類"},
    {"types", texts, {}, "種類"},
    {"until", day, {}, "最後の日"},
    {"visits", number, {}, "月に来られる回数"},
    {"waiting", flag, {}, "返事がないものだけ"},
    {"why", word, "cannot_ask refuses unaware hidden", "登録する理由"},
    {"wish", text, {}, "本人の望み"},
    {"wishes", texts, {}, "本人の望み"},
    {"year", text, {}, "年度(2026)"},
};

base::Failure bad(std::string_view name, std::string_view what) {
  return base::fail(base::Kind::invalid, "/" + std::string(name) + ": " + std::string(what));
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 15 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_among(std::string_view words, std::string_view word) {
  const auto all = base::words_in(words);
  return std::find(all.begin(), all.end(), word) != all.end();
}

/// Of a text: whether it looks as the shape says.
bool fits(const Member& member, std::string_view value) {
  switch (member.shape) {
    case word:
      return is_among(member.words, value);
    case id:
    case ids:
      return base::uuid_from_text(value).has_value();
    case day:
      return domain::day_from(value).has_value();
    case flag:
      return value == "true" || value == "false";
    case number:
      return is_number(value);
    case text:
    case texts:
      return true;
  }
  return false;
}

std::string expected(const Member& member) {
  switch (member.shape) {
    case word:
      return "is one of: " + std::string(member.words);
    case id:
      return "is no id; ids look like 01890a5d-ac96-774b-bcce-b302099a8057";
    case day:
      return "is no day; write it as 2026-04-10";
    case flag:
      return "is true or false";
    case number:
      return "is no whole number";
    case texts:
      return "is no list of texts";
    case ids:
      return "is no list of ids";
    case text:
      break;
  }
  return "is no text";
}

bool fits(const Member& member, tsunagu::json::View value) {
  using tsunagu::json::Type;
  switch (member.shape) {
    case flag:
      return value.is(Type::boolean);
    case number:
      return value.is(Type::integer) && value.integer() >= 0;
    case texts:
    case ids:
      if (!value.is(Type::array)) return false;
      for (const auto one : value) {
        if (!one.is(Type::string) || !fits(member, one.text())) return false;
      }
      return true;
    default:
      return value.is(Type::string) && fits(member, value.text());
  }
}

}  // namespace

std::span<const Member> all_members() {
  return table;
}

const Member* find_member(std::string_view verb, std::string_view name) {
  const Member* usual = nullptr;
  for (const auto& one : table) {
    if (one.name != name) continue;
    if (one.verb.empty()) {
      usual = &one;
    } else if (verb.starts_with(one.verb)) {
      return &one;
    }
  }
  return usual;
}

std::vector<Wanted> members_of(const Operation& operation) {
  std::vector<Wanted> out;
  for (const auto typed : base::words_in(operation.members)) {
    const bool needed = typed.ends_with('!');
    const auto name = needed ? typed.substr(0, typed.size() - 1) : typed;
    out.push_back({find_member(operation.verb, name), needed});
  }
  return out;
}

base::Result<> check_body(const Operation& operation, tsunagu::json::View body) {
  if (!body.is(tsunagu::json::Type::object)) return bad("", "is no object");
  const auto wanted = members_of(operation);
  for (const auto member : body) {
    const auto known = std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& one) {
      return one.member->name == member.key();
    });
    if (!known) return bad("", "holds a member that this request does not know");
  }
  for (const auto& one : wanted) {
    const auto value = body.find(one.member->name);
    if (!value.exists() && one.needed) return bad(one.member->name, "is missing");
    if (value.exists() && !fits(*one.member, value))
      return bad(one.member->name, expected(*one.member));
  }
  return {};
}

base::Result<> check_word(const Member& member, std::string_view value) {
  if (fits(member, value)) return {};
  return bad(member.name, expected(member));
}

}  // namespace hub::api
