#include "plugins/konkyu/konkyu.hpp"

namespace konkyu {

const std::string_view Konkyu::manifest = R"json({
  "id": "konkyu",
  "version": "1.0.0",
  "name": "生活困窮",
  "description": "自立相談支援機関の相談一覧。provenance: tax の情報源は税務の一覧",
  "fields": ["konkyu"],
  "feeds": [
    {"name": "consultations", "description": "相談一覧（UTF-16LE、タブ区切り、見出しは3行目）", "mode": "full", "order": "content",
     "encodings": ["utf16le"], "files": ["KONKYU_*.txt", "ZEIMU_*.txt"]}
  ],
  "writes": ["person", "household_hint", "consultation", "concern", "plan", "monitoring", "consent", "referral"],
  "pushes": ["referral_accepted", "referral_returned", "lead_agency_named", "case_closed", "plan_decided"],
  "holds": ["tax", "informant"],
  "config": [
    {"key": "provenance", "type": "choice", "choices": ["self", "tax"], "default": "self",
     "help": "税務から得た一覧なら tax。全ての項目が地方税法22条の秘密として扱われる"},
    {"key": "id_system", "type": "text", "default": "konkyu", "help": "ID列の番号体系"},
    {"key": "consent_form", "type": "text", "default": "K1", "help": "同意書コードの列が空のとき、署名がどの様式のものか"},
    {"key": "era_digits", "type": "choice", "choices": ["common", "form"], "default": "common",
     "help": "元号の数字。common: 1明治…5令和、form: 1大正2昭和3平成（相談受付・申込票の様式案）"},
    {"key": "columns", "type": "map", "help": "列名の読替え（住所: 現住所）"},
    {"key": "absent_columns", "type": "list", "help": "この一覧にはない列"},
    {"key": "concerns", "type": "map", "help": "相談内容・課題（課題_…）の読替え（課題_被災: HOUSING）"}
  ],
  "labels": [
    {"item": "tax", "setting": "provenance", "equals": "tax"},
    {"item": "tax", "kind": "consultation", "pointer": "/income", "setting": "provenance", "equals": "tax",
     "columns": ["世帯収入(月)", "滞納(税)", "滞納(その他)", "債務"]}
  ]
})json";

}  // namespace konkyu
