#include "hub/http/problem_title.hpp"

#include "hub/http/problem.hpp"

namespace hub::http {
namespace {

struct Title {
  int status;
  std::string_view ja;
};
constexpr Title titles[] = {
    {400, "リクエストの内容に誤りがあります"},
    {401, "サインインが必要です"},
    {403, "この操作をする権限がありません"},
    {404, "見つかりません"},
    {405, "このアドレスではできない操作です"},
    {408, "送信に時間がかかりすぎました"},
    {409, "いまの状態ではできません"},
    {411, "長さ(Content-Length)が要ります"},
    {412, "ほかの人が先に変更しました"},
    {413, "送られた内容が大きすぎます"},
    {415, "送られた形式は扱えません"},
    {422, "同じIdempotency-Keyで別の内容が送られました"},
    {428, "必要なヘッダーがありません"},
    {429, "依頼が多すぎます。しばらくしてからもう一度お試しください"},
    {503, "混み合っています。しばらくしてからもう一度お試しください"},
    {507, "保存する場所が足りません"},
};

}  // namespace

std::string_view title_of(int status, wording::Language language) noexcept {
  if (language == wording::Language::en) return reason_phrase(status);
  for (const auto& title : titles)
    if (title.status == status) return title.ja;
  return "処理できませんでした";
}

}  // namespace hub::http
