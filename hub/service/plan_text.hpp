// What a step of a plan says in words, as the JSON that the store seals, and back for who may read.
#pragma once

#include <string>

#include "hub/domain/cleared.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

struct PlanText {
  std::string wish;        ///< 本人の希望
  std::string goals;       ///< 本人の目標
  std::string policy;      ///< 支援の方針
  std::string support;     ///< 支援内容
  std::string reason;      ///< of a change, an interruption, a start that could not wait
  std::string evaluation;  ///< 経過と成果
  std::string follow_up;   ///< フォローアップの要否と方法

  friend bool operator==(const PlanText&, const PlanText&) = default;
};

std::string json_of(const PlanText& text);
/// Each that was said, as a member of the line.
void put_text(ViewLine& line, const domain::Cleared<std::string>& json);

}  // namespace hub::service
