#include "hub/api/docs_routes.hpp"

#include <fstream>
#include <iterator>

#include "hub/api/api_problem.hpp"

namespace hub::api {
namespace {

namespace fs = std::filesystem;

struct File {
  std::string_view path;
  std::string_view name;
  std::string_view type;
};
constexpr File files[] = {
    {"/api/v1/docs", "index.html", "text/html; charset=utf-8"},
    {"/api/v1/docs/start.js", "start.js", "text/javascript; charset=utf-8"},
    {"/api/v1/docs/swagger-ui-bundle.js", "swagger-ui-bundle.js", "text/javascript; charset=utf-8"},
    {"/api/v1/docs/swagger-ui.css", "swagger-ui.css", "text/css; charset=utf-8"},
};

/// Nothing of another site, no script but these.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

fs::path folder_of(const fs::path& programs) {
  for (auto above = programs;; above = above.parent_path()) {
    std::error_code none;
    const auto folder = above / "share/tsunagu/api-docs";
    if (fs::is_regular_file(folder / files[0].name, none)) return folder;
    if (above == above.parent_path()) return {};
  }
}

http::Response response_of(const fs::path& folder, const File& file, const http::Request& request) {
  std::ifstream in(folder / file.name, std::ios::binary);
  if (!in) return api_problem(404, "not_found", "", request);
  http::Response out;
  out.content_type = file.type;
  out.body.assign(std::istreambuf_iterator<char>(in), {});
  out.fields.emplace_back("Content-Security-Policy", policy);
  out.fields.emplace_back("X-Content-Type-Options", "nosniff");
  out.fields.emplace_back("Referrer-Policy", "no-referrer");
  return out;
}

}  // namespace

void add_docs_routes(http::Router& router, const fs::path& programs) {
  const auto folder = folder_of(programs);
  if (folder.empty()) return;
  for (const auto& file : files) {
    router.add({.method = http::Method::get, .pattern = file.path, .access = http::Access::anyone},
               [folder, &file](const http::Request& request, http::Responder responder) {
                 responder.send(response_of(folder, file, request));
               });
  }
}

}  // namespace hub::api
