// 会議の記録: one person's part of a meeting that was held.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class ConferenceForum {
  consent,         ///< 本人の同意による会議
  j_kaigi,         ///< 重層的支援会議
  shien_kaigi,     ///< 支援会議 (社会福祉法106条の6)
  konkyu_kaigi,    ///< 支援会議 (生活困窮者自立支援法9条)
  konkyu_chosei,   ///< 支援調整会議
  seiho_chosei,    ///< 調整会議 (生活保護法27条の3)
  youtaikyo,       ///< 要保護児童対策地域協議会
  care_kaigi,      ///< 地域ケア会議
  shogai_kyogi,    ///< 障害者総合支援法の協議会
  wakamono,        ///< 子ども・若者支援地域協議会
  konnan_josei,    ///< 困難女性支援法の支援調整会議
  kodoku_koritsu,  ///< 孤独・孤立対策地域協議会
  shohisha,        ///< 消費者安全確保地域協議会
  kyoju_shien,     ///< 居住支援協議会
  internal,        ///< 庁内の会議
};
constexpr std::string_view text_of(ConferenceForum value) {
  constexpr std::string_view names[] = {
      "CONSENT",      "J-KAIGI",        "SHIEN-KAIGI", "KONKYU-KAIGI", "KONKYU-CHOSEI",
      "SEIHO-CHOSEI", "YOUTAIKYO",      "CARE-KAIGI",  "SHOGAI-KYOGI", "WAKAMONO",
      "KONNAN-JOSEI", "KODOKU-KORITSU", "SHOHISHA",    "KYOJU-SHIEN",  "INTERNAL"};
  return names[static_cast<std::size_t>(value)];
}

/// Which forum it was: one of those, or another code of the municipality's legal_bases.yaml, which
/// an adapter then takes from its configuration. The hub returns a record whose code stands
/// nowhere.
class ForumCode {
 public:
  ForumCode(ConferenceForum known) : code_(text_of(known)) {}
  explicit ForumCode(std::string code) : code_(std::move(code)) {}
  friend std::string_view text_of(const ForumCode& forum) { return forum.code_; }

 private:
  std::string code_;
};

enum class ConferenceTrigger {
  create,   ///< プランの作成
  change,   ///< プランの変更
  close,    ///< 終結
  suspend,  ///< 中断
  share,    ///< 情報の共有
};
constexpr std::string_view text_of(ConferenceTrigger value) {
  constexpr std::string_view names[] = {"create", "change", "close", "suspend", "share"};
  return names[static_cast<std::size_t>(value)];
}

/// 参加者
struct Participant {
  Field<std::string> name;    ///< 氏名
  Field<std::string> agency;  ///< 所属機関
  Field<std::string> role;    ///< 会議での役割
  Field<bool> present;        ///< 出席
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("name", name);
    visit("agency", agency);
    visit("role", role);
    visit("present", present);
  }
};

/// 議題
struct AgendaItem {
  Field<CaseKey> case_key;      ///< ケースの記録キー
  Field<ForumCode> function;    ///< 会議の機能
  Field<std::string> decision;  ///< 決まったこと
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("caseKey", case_key);
    visit("function", function);
    visit("decision", decision);
  }
};

/// 会議の記録: a meeting about several persons is one record for each, with the same meeting key.
/// Schema: sdk/schema/conference.schema.json
struct Conference : Record<Conference, std::string> {
  static constexpr std::string_view kind = "conference";
  Conference(std::string key, PersonKey person_key_in, ForumCode forum_in, std::string convener_in,
             PartialDate at_in, bool confidentiality_notice_in)
      : Record(std::move(key)),
        person_key(std::move(person_key_in)),
        forum(std::move(forum_in)),
        convener(std::move(convener_in)),
        at(std::move(at_in)),
        confidentiality_notice(confidentiality_notice_in) {}

  PersonKey person_key;              ///< 人の記録キー
  Field<std::string> meeting_key;    ///< 会議のキー
  ForumCode forum;                   ///< 会議の種類
  std::string convener;              ///< 招集者
  PartialDate at;                    ///< 開催日
  Field<ConferenceTrigger> trigger;  ///< きっかけ
  List<Participant> participants;    ///< 参加者
  List<AgendaItem> agenda;           ///< 議題
  List<std::string> decisions;       ///< 会議全体で決まったこと
  Field<std::string> minutes_ref;    ///< 議事録の番号
  bool confidentiality_notice;       ///< 守秘義務の告知

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("meetingKey", meeting_key);
    visit("forum", forum);
    visit("convener", convener);
    visit("at", at);
    visit("trigger", trigger);
    visit("participants", participants);
    visit("agenda", agenda);
    visit("decisions", decisions);
    visit("minutesRef", minutes_ref);
    visit("confidentialityNotice", confidentiality_notice);
  }
};

}  // namespace tsunagu::record
