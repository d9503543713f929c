// The columns of the list, in their order: who, the 16 boxes of what it is about, how things are,
// the boxes of the issues found, and what was planned and agreed.
#pragma once

#include <cstddef>

#include "tsunagu/feed/layout.hpp"

namespace konkyu {

inline constexpr std::size_t consulted_boxes = 16;
inline constexpr std::size_t issue_boxes = 27;

enum class Column : std::size_t {
  id,
  received_on,
  receiver,
  route,
  kana,
  name,
  sex,
  birthday,
  age,
  postal_code,
  address,
  home_phone,
  mobile_phone,
  caller_name,
  caller_relationship,
  first_consulted,  ///< 相談内容: ○, ◎ (the most pressing) or blank
  statement = first_consulted + consulted_boxes,
  wish,
  members,
  monthly_income,
  tax_arrears,
  other_arrears,
  debts,
  housing,
  employment,
  health_insurance,
  pension,
  certificate,
  emergency,
  first_issue,  ///< 課題まとめ_…: ○ or blank
  policy = first_issue + issue_boxes,
  planned_on,
  plan_period,
  conference_on,
  evaluation,
  evaluated_on,
  consent_on,    ///< 同意署名日
  consent_form,  ///< 同意書コード; the file may lack it
  refer_to,      ///< つなぎ先機関コード; the file may lack it
};

/// The box at that place of its group.
constexpr Column box_at(Column first, std::size_t i) {
  return static_cast<Column>(static_cast<std::size_t>(first) + i);
}

tsunagu::feed::Layout consultation_layout();

}  // namespace konkyu
