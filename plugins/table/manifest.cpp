#include "plugins/table/table.hpp"

namespace table {

const std::string_view Table::manifest = R"json({
  "id": "table",
  "version": "1.0.0",
  "name": "表の取込み",
  "description": "CSV・TSVの表を、対応表（mapping.yaml）に従って読み取ります。プログラムは要りません。",
  "fields": ["kaigo", "shogai", "kodomo", "konkyu", "chiiki"],
  "feeds": [
    {"name": "full", "description": "いつも全件の表。載っていない記録はなくなったものとする", "mode": "full", "order": "content",
     "encodings": ["utf8", "cp932", "utf16le", "utf16be", "euc_jp"], "files": ["*.csv", "*.tsv", "*.txt"]},
    {"name": "delta", "description": "変わった行だけの表", "mode": "delta", "order": "content",
     "encodings": ["utf8", "cp932", "utf16le", "utf16be", "euc_jp"], "files": ["*.csv", "*.tsv", "*.txt"]},
    {"name": "append", "description": "増えた行だけの表", "mode": "append", "order": "content",
     "encodings": ["utf8", "cp932", "utf16le", "utf16be", "euc_jp"], "files": ["*.csv", "*.tsv", "*.txt"]}
  ],
  "writes": ["person", "household_hint", "consultation", "concern", "consent", "referral", "resource", "removal"],
  "config": [
    {"key": "mapping", "type": "text", "required": true, "help": "対応表のファイル（市町村のフォルダーからの位置）"},
    {"key": "provenance", "type": "choice", "choices": ["self", "tax"], "default": "self",
     "help": "税務から得た表なら tax。全ての項目が地方税法22条の秘密として扱われる"}
  ],
  "labels": [
    {"item": "tax", "setting": "provenance", "equals": "tax"}
  ]
})json";

}  // namespace table
