#include "sdk/conformance/schema.hpp"

#include <fstream>
#include <iterator>

#include "sdk/conformance/schema_judge.hpp"
#include "tsunagu/json/parse.hpp"

namespace tsunagu::conformance {
namespace {

constexpr std::string_view ending = ".schema.json";

json::Document document_at(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  auto parsed = json::parse_untrusted(bytes);
  if (!parsed.ok()) throw SchemaError(file.string() + ": " + parsed.failure().text());
  return std::move(parsed).take();
}

}  // namespace

Schemas::Schemas(const std::filesystem::path& folder) {
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(ending)) documents_.emplace(name, document_at(entry.path()));
  }
  if (documents_.empty()) throw SchemaError(folder.string() + ": holds no documents of the schema");
}

std::optional<std::string> Schemas::fault_of(json::View record, Strict strict) const {
  const auto found = documents_.find(std::string(record.find("kind").text()) + std::string(ending));
  if (found == documents_.end()) return "/kind: no kind of the schema";
  SchemaJudge judge(documents_);
  const json::View root = found->second.root();
  if (judge.holds({root, root}, record, strict)) return std::nullopt;
  return judge.fault();
}

}  // namespace tsunagu::conformance
