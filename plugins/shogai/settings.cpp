#include "plugins/shogai/settings.hpp"

#include "tsunagu/text/codes.hpp"

namespace shogai {

namespace {

std::map<std::string, std::string> categories_of(const tsunagu::Config& config) {
  std::map<std::string, std::string> categories = {
      {"20", "none"}, {"21", "1"}, {"22", "2"}, {"23", "3"}, {"24", "4"}, {"25", "5"}, {"26", "6"}};
  for (const auto& [code, category] : config.map("support_categories"))
    categories[code] = category;
  return categories;
}

std::vector<std::string> heavy_of(const tsunagu::Config& config) {
  std::vector<std::string> grades = config.list("heavy_grades");
  if (grades.empty()) grades = {"A", "マルA", "丸A", "A1", "A2", "1度", "2度"};
  return grades;
}

std::string issuer_of(const tsunagu::Config& config) {
  const std::string written = config.text("issuer_number");
  if (written.empty()) return {};
  const auto number = tsunagu::text::parse_insurer_number(written);
  if (!number) {
    throw tsunagu::ConfigError("issuer_number", "証記載市町村番号の検査数字が合いません");
  }
  return number->digits;
}

}  // namespace

Settings::Settings(const tsunagu::Config& config)
    : concerns(config, "shogai"),
      atena_system(config.text("atena_system")),
      body_is_base64(config.text("body") == "base64"),
      issuer_number(issuer_of(config)),
      support_categories(categories_of(config)),
      heavy_grades(heavy_of(config)) {}

}  // namespace shogai
