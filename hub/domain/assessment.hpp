// アセスメント (FHIR QuestionnaireResponse): a filled-in form, item by item.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/coding.hpp"
#include "hub/domain/partial_date.hpp"
#include "hub/domain/sealed.hpp"

namespace hub::domain {

enum class AssessmentForm : std::uint8_t {
  kihon_checklist,  ///< 基本チェックリスト
  intake,           ///< インテークシート
  juso_assessment,  ///< 重層アセスメントシート
  other,
};

struct AssessmentItem {
  std::string link_id;  ///< 項目番号
  std::string text;
  std::string value;
  std::optional<std::int64_t> points;
};

struct AssessmentRecord {
  std::string key;
  std::string person_key;
  std::string consultation_key;
  AssessmentForm form = AssessmentForm::other;
  std::string form_name;  ///< as the source calls it
  std::string version;
  std::vector<Sealed<AssessmentItem>> items;
  std::optional<Sealed<std::string>> summary;
  std::optional<Sealed<std::string>> strengths;
  std::optional<Sealed<PartialDate>> assessed_at;
  std::optional<Sealed<Staff>> by;
};

}  // namespace hub::domain
