#include "plugins/shogai/shogai.hpp"

namespace shogai {

const std::string_view Shogai::manifest = R"({
  "id": "shogai",
  "version": "1.0.0",
  "name": "障がい",
  "description": "基幹相談支援センターの相談記録（見出しのないレコード種別ファイル）",
  "fields": ["shogai"],
  "feeds": [
    {"name": "consultations", "description": "コントロール、データ（K本人・S相談・P計画）、エンドの各レコード", "mode": "delta",
     "order": "content", "key_scope": "fiscal_year", "encodings": ["cp932"], "files": ["SHOGAI_*.csv"]}
  ],
  "writes": ["person", "consultation", "concern", "consent", "referral", "plan"],
  "pushes": ["referral_accepted", "referral_returned", "lead_agency_named", "case_closed", "plan_decided"],
  "holds": ["informant"],
  "config": [
    {"key": "atena_system", "type": "text", "default": "atena:shogai",
     "help": "宛名番号の番号体系。同じ住民情報を使う別の情報源とだけ、同じ名にする"},
    {"key": "body", "type": "choice", "choices": ["text", "base64"], "default": "text", "help": "本文の書き方"},
    {"key": "issuer_number", "type": "text", "default": "",
     "help": "証記載市町村番号（さくら市は092148）。書けば、ほかの市町村のファイルを取り込まず、回答のファイルにもこの番号を書く"},
    {"key": "support_categories", "type": "map", "help": "支援区分のコードの読替え（23: 3、99: unknown）。既定は21〜26が区分1〜6"},
    {"key": "heavy_grades", "type": "list", "help": "重度とする療育手帳の等級の語。既定はA、マルA、丸A、A1、A2、1度、2度"},
    {"key": "concerns", "type": "map", "help": "内容コードの読替え（11: RIGHTS）"}
  ]
})";

}  // namespace shogai
