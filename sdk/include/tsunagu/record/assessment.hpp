// アセスメント: FHIR QuestionnaireResponse.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class AssessmentForm {
  kihon_checklist,  ///< 基本チェックリスト
  intake,           ///< インテーク
  juso_assessment,  ///< 重層アセスメント
  other,            ///< その他
};
constexpr std::string_view text_of(AssessmentForm value) {
  constexpr std::string_view names[] = {"kihon-checklist", "intake", "juso-assessment", "other"};
  return names[static_cast<std::size_t>(value)];
}

/// 項目
struct AssessmentItem {
  explicit AssessmentItem(std::string link_id_in) : link_id(std::move(link_id_in)) {}
  std::string link_id;         ///< 項目番号
  Field<std::string> text;     ///< 設問
  Field<std::string> value;    ///< 回答
  Field<std::int64_t> points;  ///< 得点
  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("linkId", link_id);
    visit("text", text);
    visit("value", value);
    visit("points", points);
  }
};

/// アセスメント (FHIR QuestionnaireResponse). Schema: sdk/schema/assessment.schema.json
struct Assessment : Record<Assessment, std::string> {
  static constexpr std::string_view kind = "assessment";
  Assessment(std::string key, PersonKey person_key_in, AssessmentForm form_in)
      : Record(std::move(key)), person_key(std::move(person_key_in)), form(form_in) {}

  PersonKey person_key;                     ///< 人の記録キー
  Field<ConsultationKey> consultation_key;  ///< 相談の記録キー
  AssessmentForm form;                      ///< 様式
  Field<std::string> form_name;             ///< 様式名
  Field<std::string> version;               ///< 様式の版
  List<AssessmentItem> items;               ///< 項目
  Field<std::string> summary;               ///< まとめ
  Field<std::string> strengths;             ///< 強み
  Field<PartialDate> assessed_at;           ///< 実施日
  Field<Staff> by;                          ///< 実施者

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("consultationKey", consultation_key);
    visit("form", form);
    visit("formName", form_name);
    visit("version", version);
    visit("items", items);
    visit("summary", summary);
    visit("strengths", strengths);
    visit("assessedAt", assessed_at);
    visit("by", by);
  }
};

}  // namespace tsunagu::record
