// What one source's configuration says.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tsunagu/config.hpp"
#include "tsunagu/feed/concern_map.hpp"

namespace shogai {

struct Settings {
  explicit Settings(const tsunagu::Config& config);

  tsunagu::feed::ConcernMap concerns;
  std::string atena_system;
  bool body_is_base64;
  std::string issuer_number;  ///< 証記載市町村番号, checked; empty where the source does not say
  /// 障害支援区分 by the source's code. 国保連's numbers are not published: they stay configurable.
  std::map<std::string, std::string> support_categories;
  std::vector<std::string> heavy_grades;  ///< 療育手帳 grades that this prefecture counts as heavy
};

}  // namespace shogai
