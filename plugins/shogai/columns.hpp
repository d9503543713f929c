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

enum class Planned {
  plan_number,
  atena,
  created_on,
  monitoring,
  policy,
  long_goal,
  short_goal,
};

inline tsunagu::feed::Layout planned_layout() {
  return {{"計画番号"},           {"宛名番号"}, {"作成日"},  {"モニタリング期間"},
          {"総合的な援助の方針"}, {"長期目標"}, {"短期目標"}};
}

}  // namespace shogai
