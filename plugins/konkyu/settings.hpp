// What one source's configuration says.
#pragma once

#include <string>
#include <vector>

#include "plugins/konkyu/columns.hpp"
#include "tsunagu/config.hpp"
#include "tsunagu/feed/concern_map.hpp"
#include "tsunagu/feed/layout.hpp"
#include "tsunagu/text/date.hpp"

namespace konkyu {

/// A box of the form: its column, and its name in the concern map (課題_… for the issues found).
struct Box {
  Column column;
  std::string source;
};

struct Settings {
  explicit Settings(const tsunagu::Config& config);

  tsunagu::feed::ConcernMap concerns;
  tsunagu::feed::Layout layout;  ///< with the municipality's own column names
  std::vector<Box> boxes;
  tsunagu::text::DateRules dates;  ///< the form's era digits are not everybody's
  std::string id_system;
  std::string consent_form;  ///< what a signature date alone stands for
  bool from_tax_office;      ///< 地方税法22条: every cell of this source is tax-derived
};

}  // namespace konkyu
