#include "plugins/kodomo/kodomo.hpp"

namespace kodomo {

const std::string_view Kodomo::manifest = R"({
  "id": "kodomo",
  "version": "1.0.0",
  "name": "子ども",
  "description": "こども家庭センターの相談記録（JSON Lines、またはBOM付きUTF-8のCSV）",
  "fields": ["kodomo"],
  "feeds": [
    {"name": "consultations", "description": "JSON Lines、一行に一件", "mode": "delta", "order": "content",
     "key_scope": "fiscal_year", "encodings": ["utf8"], "files": ["KODOMO_*.jsonl"]},
    {"name": "consultations_csv", "description": "同じ項目のCSV（列名は child.familyName など）", "mode": "delta",
     "order": "content", "key_scope": "fiscal_year", "encodings": ["utf8"], "files": ["KODOMO_*.csv"]}
  ],
  "writes": ["person", "household_hint", "consultation", "concern", "plan", "consent", "referral"],
  "pushes": ["referral_accepted", "referral_returned", "lead_agency_named", "case_closed", "plan_decided"],
  "holds": ["youtai", "informant", "hidden_address"],
  "config": [
    {"key": "atena_system", "type": "text", "default": "atena:kodomo",
     "help": "宛名番号の番号体系。同じ住民情報を使う別の情報源とだけ、同じ名にする"},
    {"key": "answers", "type": "choice", "choices": ["json_lines", "csv"], "default": "json_lines",
     "help": "回答のファイルの形。csv はCSVで取り込む業務システムのとき"},
    {"key": "concerns", "type": "map", "help": "相談種別の読替え（ヤングケアラー: CAREGIVER）"}
  ]
})";

}  // namespace kodomo
