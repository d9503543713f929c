#include "hub/cli/count_reference.hpp"

#include <ostream>

#include "hub/domain/entered.hpp"
#include "hub/domain/figure.hpp"

namespace hub::cli {
namespace {

std::string_view published_in_words(domain::Published published) {
  switch (published) {
    case domain::Published::by_desk:
      return "窓口別。少ない数を伏せる";
    case domain::Published::by_month:
      return "`tsunagu stats` と同じ表";
    case domain::Published::never:
      break;
  }
  return "しない";
}

}  // namespace

void write_count_reference(std::ostream& out) {
  out << "# 件数の定義\n\n"
         "`tsunagu count` と `tsunagu report yearly` の指標。この頁は `tsunagu count list "
         "--markdown` が"
         "書いたもので、同じであることを試験で確かめている。分野と区域は、窓口の主分野と対象地域に"
         "よる。\n\n"
         "| 符号 | 要件 | 指標 | 定義 | 公表 |\n| --- | --- | --- | --- | --- |\n";
  for (const auto& one : domain::figures())
    out << "| `" << one.name << "` | " << one.requirement << " | " << one.title << " | "
        << one.definition << " | " << published_in_words(one.published) << " |\n";
  out << "\n## 年度ごとに入力するもの\n\n記録からは分からず、`tsunagu count enter` で入力する。\n\n"
         "| 符号 | 要件 | 指標 | 定義 |\n| --- | --- | --- | --- |\n";
  for (const auto& one : domain::entered_figures())
    out << "| `" << one.name << "` | " << one.requirement << " | " << one.title << " | "
        << one.definition << " |\n";
  out << "\n## 数えられないもの\n\n0ではない。保存していないか、件数のためには開かない。\n\n"
         "| 要件 | 指標 | 理由 |\n| --- | --- | --- |\n";
  for (const auto& one : domain::uncounted())
    out << "| " << one.requirement << " | " << one.title << " | " << one.reason << " |\n";
}

}  // namespace hub::cli
