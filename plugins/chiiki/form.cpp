#include "plugins/chiiki/form.hpp"

#include <algorithm>

namespace chiiki {

namespace {

std::vector<feed::ColumnSpec> specs(const std::vector<RoleColumn>& columns) {
  std::vector<feed::ColumnSpec> specs;
  specs.reserve(columns.size());
  for (const RoleColumn& column : columns)
    specs.push_back({column.name, column.need});
  return specs;
}

}  // namespace

Form::Form(std::string system, std::vector<Role> key, const std::vector<RoleColumn>& columns)
    : system_(std::move(system)),
      key_(std::move(key)),
      names_(feed::Layout(specs(columns)).names()),
      layout_(specs(columns)) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    columns_[static_cast<std::size_t>(columns[i].role)] = i;
}

bool Form::knows(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

void Form::configure(const tsunagu::Config& config) {
  tsunagu::Config::Settings ours;
  for (const auto& [name, theirs] : config.map("columns")) {
    if (knows(name)) ours.emplace_back("columns." + name, theirs);
  }
  for (const std::string& name : config.list("absent_columns")) {
    if (knows(name)) ours.emplace_back("absent_columns", name);
  }
  layout_ = layout_.as_configured(tsunagu::Config(std::move(ours)));
}

}  // namespace chiiki
