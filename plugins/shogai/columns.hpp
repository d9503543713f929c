// The columns of the three kinds of data rows, behind `2,K`, `2,S` and `2,P`.
#pragma once

#include "tsunagu/feed/layout.hpp"

namespace shogai {

using tsunagu::feed::Need;

enum class Known {
  atena,
  certificate_number,  ///< 受給者証番号
  name,
  kana,
  birthday,
  sex,
  postal_code,
  address,
  certificates,  ///< 手帳, `|` between
  support_category,
  valid_from,
  valid_until,
};

inline tsunagu::feed::Layout known_layout() {
  return {{"宛名番号"}, {"受給者証番号"}, {"氏名漢字"}, {"氏名カナ"}, {"生年月日"}, {"性別"},
          {"郵便番号"}, {"住所"},         {"手帳"},     {"支援区分"}, {"有効開始"}, {"有効終了"}};
}

enum class Asked {
  receipt_number,
  atena,
  received_on,
  route,
  caller,
  classes,  ///< 内容コード 01–12, `|` between
  body,     ///< 本文: quoted text, or Base64
  urgency,
  consent,
  consent_on,
  consent_to,  ///< 同意書コード; may be left out
  refer_to,    ///< つなぎ先機関コード; may be left out
};

inline tsunagu::feed::Layout asked_layout() {
  return {{"受付番号"},
          {"宛名番号"},
          {"受付日"},
          {"経路"},
          {"相談者"},
          {"内容コード"},
          {"本文"},
          {"緊急度"},
          {"同意"},
          {"同意日"},
          {"同意書コード", Need::optional},
          {"つなぎ先機関コード", Need::optional}};
}

/// The plan's head stands on each of its rows, behind it one need and one service. A system that
/// keeps heads alone writes the first seven cells.
enum class Planned {
  plan_number,
  atena,
  created_on,
  monitoring,  ///< モニタリング期間: months from one to the next
  policy,
  long_goal,
  short_goal,
  office,           ///< 相談支援事業者名
  author,           ///< 計画作成担当者
  consented_on,     ///< 利用者同意日
  monitoring_from,  ///< モニタリング開始年月: the day is 00
  wish,             ///< 生活に対する意向
  priority,         ///< 優先順位
  need,             ///< 解決すべき課題
  goal,             ///< 支援目標
  due,              ///< 達成時期
  service_type,     ///< サービス種類, two digits
  service,          ///< サービス内容
  amount,           ///< 量: frequency and hours
  provider_number,  ///< 事業所番号
  provider,         ///< 提供事業者名
  person_role,      ///< 本人の役割
  evaluation,       ///< 評価時期
  note,             ///< その他留意事項
};

inline tsunagu::feed::Layout planned_layout() {
  return {{"計画番号"},
          {"宛名番号"},
          {"作成日"},
          {"モニタリング期間"},
          {"総合的な援助の方針"},
          {"長期目標"},
          {"短期目標"},
          {"相談支援事業者名", Need::optional},
          {"計画作成担当者", Need::optional},
          {"利用者同意日", Need::optional},
          {"モニタリング開始年月", Need::optional},
          {"生活に対する意向", Need::optional},
          {"優先順位", Need::optional},
          {"解決すべき課題", Need::optional},
          {"支援目標", Need::optional},
          {"達成時期", Need::optional},
          {"サービス種類", Need::optional},
          {"サービス内容", Need::optional},
          {"量", Need::optional},
          {"事業所番号", Need::optional},
          {"提供事業者名", Need::optional},
          {"本人の役割", Need::optional},
          {"評価時期", Need::optional},
          {"その他留意事項", Need::optional}};
}

}  // namespace shogai
