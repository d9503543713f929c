// マッチング (参加支援).
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/record/common.hpp"
#include "tsunagu/record/record_base.hpp"

namespace tsunagu::record {

enum class MatchStatus {
  proposed,  ///< 提案
  visited,   ///< 見学
  trial,     ///< 体験
  joined,    ///< 参加
  declined,  ///< 辞退
  ended,     ///< 終了
};
constexpr std::string_view text_of(MatchStatus value) {
  constexpr std::string_view names[] = {"proposed", "visited",  "trial",
                                        "joined",   "declined", "ended"};
  return names[static_cast<std::size_t>(value)];
}

/// マッチング (参加支援). Schema: sdk/schema/match.schema.json
struct Match : Record<Match, std::string> {
  static constexpr std::string_view kind = "match";
  Match(std::string key, PersonKey person_key_in, ResourceKey resource_key_in)
      : Record(std::move(key)),
        person_key(std::move(person_key_in)),
        resource_key(std::move(resource_key_in)) {}

  PersonKey person_key;         ///< 人の記録キー
  ResourceKey resource_key;     ///< 社会資源の記録キー
  Field<Staff> proposed_by;     ///< 提案者
  List<std::string> reasons;    ///< 理由
  Field<MatchStatus> status;    ///< 状態
  Field<std::string> feedback;  ///< 本人・受け入れ先の声

  template <class Visitor>
  void each_member(Visitor& visit) const {
    visit("personKey", person_key);
    visit("resourceKey", resource_key);
    visit("proposedBy", proposed_by);
    visit("reasons", reasons);
    visit("status", status);
    visit("feedback", feedback);
  }
};

}  // namespace tsunagu::record
