// Any plain table, by a mapping that needs no compiler. See README.md.
#pragma once

#include <string_view>

#include "tsunagu/adapter.hpp"
#include "tsunagu/mapping/mapping.hpp"

namespace table {

class Table final : public tsunagu::Adapter {
 public:
  static const std::string_view manifest;

  explicit Table(const tsunagu::Config& config);

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override;

 private:
  tsunagu::mapping::Mapping mapping_;
};

}  // namespace table
