#include "plugins/chiiki/chiiki.hpp"

namespace chiiki {

const std::string_view Chiiki::manifest = R"({
  "id": "chiiki",
  "version": "1.0.0",
  "name": "地域づくり",
  "description": "公開されている施設の一覧と、市の地域資源の台帳",
  "fields": ["sogo"],
  "feeds": [
    {"name": "kaigo_kohyo", "description": "介護サービス情報公表（24列とサービスコード）", "mode": "full", "order": "received",
     "encodings": ["utf8", "cp932"], "files": ["kaigo_kohyo_*.csv", "jigyosho_*.csv"]},
    {"name": "wam_net", "description": "WAM NET 障害福祉サービス等情報（29列）", "mode": "full", "order": "received",
     "encodings": ["utf8", "cp932"], "files": ["wam_*.csv"]},
    {"name": "recommended_kaigo", "description": "推奨データセット 介護サービス事業所一覧（22列）", "mode": "full",
     "order": "received", "encodings": ["utf8", "cp932"], "files": ["*_care_service.csv"]},
    {"name": "recommended_childcare", "description": "推奨データセット 子育て施設一覧（28列）", "mode": "full",
     "order": "received", "encodings": ["utf8", "cp932"], "files": ["*_preschool.csv"]},
    {"name": "standard", "description": "自治体標準オープンデータセット（共通の項目）", "mode": "full", "order": "received",
     "encodings": ["utf8", "cp932"], "files": ["hyojun_*.csv"]},
    {"name": "community", "description": "地域資源の台帳（通いの場、居場所、就労体験など）", "mode": "full", "order": "content",
     "encodings": ["utf8", "cp932"], "files": ["shigen_*.csv"]}
  ],
  "writes": ["resource"],
  "config": [
    {"key": "columns", "type": "map", "help": "列名の読替え（事業所名: 施設名）。情報源の受け口が一つのときに使う"},
    {"key": "absent_columns", "type": "list", "help": "このファイルにはない列"}
  ]
})";

}  // namespace chiiki
