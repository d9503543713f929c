#include "plugins/shogai/settings.hpp"

#include "tsunagu/record/person.hpp"
#include "tsunagu/text/codes.hpp"

namespace shogai {

namespace {

/// What a code may be read as; another word would read as unknown, and nobody would notice.
bool is_category(const std::string& word) {
  using tsunagu::record::SupportCategoryCode;
  for (int i = 0; i <= static_cast<int>(SupportCategoryCode::unknown); ++i) {
    if (text_of(static_cast<SupportCategoryCode>(i)) == word) return true;
  }
  return false;
}

std::map<std::string, std::string> categories_of(const tsunagu::Config& config) {
  std::map<std::string, std::string> categories = {
      {"20", "none"}, {"21", "1"}, {"22", "2"}, {"23", "3"}, {"24", "4"}, {"25", "5"}, {"26", "6"}};
  for (const auto& [code, category] : config.map("support_categories")) {
    if (!is_category(category)) {
      throw tsunagu::ConfigError("support_categories." + code,
                                 "支援区分は none、1〜6、unknown のどれかです");
    }
    categories[code] = category;
  }
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
