#include "hub/api/api_problem.hpp"

#include <string>

#include "hub/http/problem.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::api {
namespace {

std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "リクエストの内容に誤りがあります";
    case 401:
      return "サインインが必要です";
    case 403:
      return "この操作をする権限がありません";
    case 404:
      return "見つかりません";
    case 409:
      return "いまの状態ではできません";
    case 412:
      return "ほかの人が先に変更しました";
    case 413:
      return "送られた内容が大きすぎます";
    case 415:
      return "送られた形式は扱えません";
    case 422:
      return "同じIdempotency-Keyで別の内容が送られました";
    case 428:
      return "必要なヘッダーがありません";
    case 503:
      return "混み合っています。しばらくしてからもう一度お試しください";
    case 507:
      return "保存する場所が足りません";
    default:
      return "処理できませんでした";
  }
}

}  // namespace

http::Response api_problem(int status, std::string_view type, std::string_view detail,
                           std::string_view correlation) {
  auto out = http::problem(status, type, correlation);
  out.body.clear();
  tsunagu::json::Writer json(out.body);
  json.begin_object();
  json.key("type");
  json.string("urn:tsunagu:problem:" + std::string(type));
  json.key("title");
  json.string(title_of(status));
  json.key("status");
  json.integer(status);
  if (!detail.empty()) {
    json.key("detail");
    json.string(detail);
  }
  json.key("correlationId");
  json.string(correlation);
  json.end_object();
  return out;
}

http::Response api_problem(const base::Failure& failure, std::string_view correlation) {
  const int status = http::status_of(failure.kind());
  const bool ours = status >= 500;
  return api_problem(status, base::name_of(failure.kind()), ours ? "" : failure.text(),
                     correlation);
}

}  // namespace hub::api
