#include "hub/api/api_problem.hpp"

#include <string>

#include "hub/http/problem.hpp"
#include "hub/wording/wording.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::api {
namespace {

using wording::Language;

struct Title {
  int status;
  std::string_view ja;
  std::string_view en;
};
constexpr Title titles[] = {
    {400, "リクエストの内容に誤りがあります", "The request is not right"},
    {401, "サインインが必要です", "Sign in first"},
    {403, "この操作をする権限がありません", "You may not do this"},
    {404, "見つかりません", "Not found"},
    {409, "いまの状態ではできません", "Not possible in the present state"},
    {412, "ほかの人が先に変更しました", "Somebody else changed it first"},
    {413, "送られた内容が大きすぎます", "The content is too large"},
    {415, "送られた形式は扱えません", "The content is of another type than is taken"},
    {422, "同じIdempotency-Keyで別の内容が送られました", "Another content came with this Idempotency-Key"},
    {428, "必要なヘッダーがありません", "A header that is needed is missing"},
    {503, "混み合っています。しばらくしてからもう一度お試しください", "Busy; try again later"},
    {507, "保存する場所が足りません", "There is no room left to keep it"},
};
constexpr Title other = {0, "処理できませんでした", "It could not be done"};

std::string_view title_of(int status, Language language) {
  const Title* found = &other;
  for (const auto& title : titles)
    if (title.status == status) found = &title;
  return language == Language::ja ? found->ja : found->en;
}

}  // namespace

http::Response api_problem(int status, std::string_view type, std::string_view detail,
                           const http::Request& request) {
  const auto language =
      wording::language_accepted(request.header("accept-language").value_or(std::string_view()));
  auto out = http::problem(status, type, request.correlation_id);
  out.fields.emplace_back("Content-Language", wording::name_of(language));
  out.body.clear();
  tsunagu::json::Writer json(out.body);
  json.begin_object();
  json.key("type");
  json.string("urn:tsunagu:problem:" + std::string(type));
  json.key("title");
  json.string(title_of(status, language));
  json.key("status");
  json.integer(status);
  if (!detail.empty()) {
    json.key("detail");
    json.string(wording::translated(language, detail));
  }
  json.key("correlationId");
  json.string(request.correlation_id);
  json.end_object();
  return out;
}

http::Response api_problem(const base::Failure& failure, const http::Request& request) {
  const int status = http::status_of(failure.kind());
  const bool ours = status >= 500;
  return api_problem(status, base::name_of(failure.kind()), ours ? "" : failure.text(), request);
}

}  // namespace hub::api
