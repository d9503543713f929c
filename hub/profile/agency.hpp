// agencies.yaml: who helps. An operator runs agencies; an agency is a place or unit with a name; a
// desk is one function of it in the sense of 社会福祉法106条の4第2項. SAKUTOMO is one agency with
// four desks (第1号, 第2号, 第4号, 第5号), so it can refer to itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/profile/period.hpp"

namespace hub::profile {

enum class OperatorKind {
  municipality,         ///< 市
  welfare_council,      ///< 社会福祉協議会
  welfare_corporation,  ///< 社会福祉法人
  medical,              ///< 医療法人など
  company,
  nonprofit,    ///< NPO法人, 任意団体
  public_body,  ///< 国・県など
  residents     ///< 住民の組織: 地区社会福祉協議会, 各地区運営団体
};

struct Operator {
  std::string code;
  std::string name;
  OperatorKind kind = OperatorKind::municipality;
  Period period;
  Place at;
};

struct Agency {
  std::string code;
  std::string name;
  Ref run_by;  ///< operator
  std::string address;
  std::optional<Ref> section;   ///< the section that runs it, where the municipality itself does
  std::optional<Ref> succeeds;  ///< the agency whose work it took over
  std::string note;
  Period period;
  Place at;
};

/// 社会福祉法106条の4第2項.
enum class StatuteItem {
  none,   ///< the plan names no item
  i1,     ///< 第1号 (包括的相談支援)
  i1_i,   ///< イ 地域包括支援センター
  i1_ro,  ///< ロ 障害者相談支援
  i1_ha,  ///< ハ 利用者支援
  i1_ni,  ///< ニ 生活困窮者自立相談支援
  i2,     ///< 第2号 参加支援
  i3,     ///< 第3号 (地域づくり)
  i3_i,   ///< イ 地域介護予防活動支援
  i3_ro,  ///< ロ 生活支援体制整備
  i3_ha,  ///< ハ 地域活動支援センター
  i3_ni,  ///< ニ 地域子育て支援拠点
  i4,     ///< 第4号 アウトリーチ等
  i5      ///< 第5号 多機関協働
};

/// 運営形態.
enum class Mode {
  direct,              ///< 直営
  entrusted,           ///< 委託
  designated_manager,  ///< 指定管理
  own_project,         ///< 自主事業 (市から補助金あり)
  community            ///< 地域の福祉活動
};

/// 設置形態の類型 (自治体事務マニュアル).
enum class BaseType { basic, comprehensive, community };

struct Desk {
  std::string code;
  Ref agency;
  std::string programme;    ///< 実施事業
  std::vector<Ref> fields;  ///< 主分野
  StatuteItem statute = StatuteItem::none;
  Mode mode = Mode::direct;
  std::vector<Ref> areas;          ///< 対象地域
  std::string target;              ///< 対象者
  std::string content;             ///< 主な内容
  std::vector<std::string> types;  ///< 特定型, Ⅰ型, 第1層 …
  std::optional<Ref> section;      ///< 担当課・所管課
  std::optional<BaseType> base_type;
  int bases = 1;                ///< 拠点数, where the plan counts places that it doesn't name
  std::optional<Ref> succeeds;  ///< the desk whose work it took over
  std::string plan;             ///< where the plan says so
  std::string note;
  Period period;
  Place at;
};

/// 第1号: it takes consultations.
bool takes_consultations(StatuteItem item);

struct Agencies {
  std::vector<Operator> operators;
  std::vector<Agency> agencies;
  std::vector<Desk> desks;
};

std::span<const Word<OperatorKind>> words_of(WordsFor<OperatorKind>);
std::span<const Word<StatuteItem>> words_of(WordsFor<StatuteItem>);
std::span<const Word<Mode>> words_of(WordsFor<Mode>);
std::span<const Word<BaseType>> words_of(WordsFor<BaseType>);

void read(const Node& node, Problems& problems, Agencies& out);

}  // namespace hub::profile
