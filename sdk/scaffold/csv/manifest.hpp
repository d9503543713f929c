// このアダプターが何を読み、何を出すか。項目の説明は README.md の「マニフェスト」。
#pragma once

#include <string_view>

namespace sample_list {

inline constexpr std::string_view manifest = R"({
  "id": "sample_list",
  "version": "0.1.0",
  "name": "相談の一覧",
  "description": "窓口の相談の一覧（CSV）を読み取ります。",
  "fields": ["sogo"],
  "feeds": [
    {"name": "list", "description": "相談の一覧（全件）", "mode": "full", "order": "content",
     "encodings": ["cp932", "utf8"], "files": ["*.csv"]}
  ],
  "writes": ["person", "consultation"]
})";

}  // namespace sample_list
