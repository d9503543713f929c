#include "plugins/konkyu/settings.hpp"

namespace konkyu {

namespace {

/// The draft of the national form counts 1 大正, 2 昭和, 3 平成; most other systems 1 明治 … 5
/// 令和.
tsunagu::text::DateRules rules_named(const std::string& name) {
  using tsunagu::text::Era;
  tsunagu::text::DateRules rules;
  if (name != "form") return rules;
  rules.era_digits = {};
  rules.era_digits[1] = Era::taisho;
  rules.era_digits[2] = Era::showa;
  rules.era_digits[3] = Era::heisei;
  rules.era_digits[4] = Era::reiwa;
  return rules;
}

std::vector<Box> boxes() {
  const tsunagu::feed::Layout layout = consultation_layout();
  const auto name = [&](Column first, std::size_t i) {
    return layout.columns()[static_cast<std::size_t>(first) + i].name;
  };
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < consulted_boxes; ++i)
    boxes.push_back({box_at(Column::first_consulted, i), name(Column::first_consulted, i)});
  for (std::size_t i = 0; i < issue_boxes; ++i) {
    const std::string column = name(Column::first_issue, i);
    boxes.push_back({box_at(Column::first_issue, i), "課題" + column.substr(column.find('_'))});
  }
  return boxes;
}

}  // namespace

Settings::Settings(const tsunagu::Config& config)
    : concerns(config, "konkyu"),
      layout(consultation_layout().as_configured(config)),
      boxes(konkyu::boxes()),
      dates(rules_named(config.text("era_digits"))),
      id_system(config.text("id_system")),
      consent_form(config.text("consent_form")),
      from_tax_office(config.text("provenance") == "tax") {}

}  // namespace konkyu
