#include "plugins/kaigo/kaigo.hpp"

namespace kaigo {

const std::string_view Kaigo::manifest = R"({
  "id": "kaigo",
  "version": "1.0.0",
  "name": "介護",
  "description": "地域包括支援センターの総合相談、LIFEの利用者情報、居宅サービス計画書第2表",
  "fields": ["kaigo"],
  "feeds": [
    {"name": "consultations", "description": "総合相談の記録（35列）", "mode": "delta", "order": "content",
     "key_scope": "fiscal_year", "encodings": ["cp932"], "files": ["KAIGO_SODAN_*.csv"]},
    {"name": "life", "description": "LIFE SERVICE_USER_INFO（21列）", "mode": "delta", "order": "content",
     "encodings": ["utf8", "cp932"], "files": ["*SERVICE_USER_INFO*.csv"]},
    {"name": "care_plan", "description": "居宅サービス計画書 第2表（22列）", "mode": "append", "order": "content",
     "encodings": ["cp932"], "files": ["UP2KYO_*.CSV"]}
  ],
  "writes": ["person", "household_hint", "consultation", "concern", "consent", "referral", "plan", "removal"],
  "pushes": ["referral_accepted", "referral_returned", "lead_agency_named", "case_closed", "plan_decided"],
  "holds": ["informant"],
  "extensions": ["tsunagu.draft.recognize/1"],
  "config": [
    {"key": "atena_system", "type": "text", "default": "atena:kaigo",
     "help": "宛名番号の番号体系。同じ住民情報を使う別の情報源とだけ、同じ名にする"},
    {"key": "household_system", "type": "text", "default": "setai:kaigo", "help": "世帯番号の番号体系"},
    {"key": "care_plan_header", "type": "boolean", "default": "true", "help": "第2表のファイルに見出しの行があるか"},
    {"key": "columns", "type": "map", "help": "総合相談の列名の読替え（住所: 現住所）"},
    {"key": "absent_columns", "type": "list", "help": "この市の出力にはない総合相談の列"},
    {"key": "concerns", "type": "map", "help": "相談分類の読替え（見守り: ISOLATION、施設内虐待: ABUSE/elder）"}
  ]
})";

}  // namespace kaigo
