// The 35 columns of the consultation export, in their order.
#pragma once

#include "tsunagu/feed/layout.hpp"

namespace kaigo {

enum class Column {
  operation,            ///< 処理区分: 1 新規, 2 更新 (the whole row again), 3 取消
  receipt_number,       ///< 受付番号
  received_on,          ///< 受付年月日
  channel,              ///< 受付方法
  caller_name,          ///< 相談者氏名
  caller_relationship,  ///< 相談者続柄
  atena,                ///< 宛名番号
  household,            ///< 世帯番号
  insurer,              ///< 保険者番号
  insured,              ///< 被保険者番号
  name,                 ///< 氏名漢字
  kana,                 ///< 氏名カナ
  birthday,             ///< 生年月日
  sex,                  ///< 性別
  postal_code,          ///< 郵便番号
  address,              ///< 住所
  building,             ///< 方書
  telephone,            ///< 電話番号
  care_level,           ///< 要介護状態区分
  certified_from,       ///< 認定有効開始
  certified_until,      ///< 認定有効終了
  elderly_degree,       ///< 障害自立度
  dementia_degree,      ///< 認知症自立度
  composition,          ///< 世帯構成
  members,              ///< 同居家族: 続柄:年齢, `;` between
  statement,            ///< 主訴
  classes,              ///< 相談分類, `;` between
  urgency,              ///< 緊急度
  course,               ///< 支援経過
  consent,              ///< 同意区分: 0 なし, 1 あり, 9 未確認
  consent_on,           ///< 同意年月日
  consent_to,           ///< 同意先: code of a printed form (J1), or words
  refer_to,             ///< つなぎ先機関コード
  staff,                ///< 担当者
  closed_on,            ///< 終結年月日
};

inline tsunagu::feed::Layout consultation_layout() {
  return {{"処理区分"},       {"受付番号"},     {"受付年月日"},
          {"受付方法"},       {"相談者氏名"},   {"相談者続柄"},
          {"宛名番号"},       {"世帯番号"},     {"保険者番号"},
          {"被保険者番号"},   {"氏名漢字"},     {"氏名カナ"},
          {"生年月日"},       {"性別"},         {"郵便番号"},
          {"住所"},           {"方書"},         {"電話番号"},
          {"要介護状態区分"}, {"認定有効開始"}, {"認定有効終了"},
          {"障害自立度"},     {"認知症自立度"}, {"世帯構成"},
          {"同居家族"},       {"主訴"},         {"相談分類"},
          {"緊急度"},         {"支援経過"},     {"同意区分"},
          {"同意年月日"},     {"同意先"},       {"つなぎ先機関コード"},
          {"担当者"},         {"終結年月日"}};
}

}  // namespace kaigo
