// 地域づくり: open data of facilities in the published layouts, and our own list of community
// resources, into HSDS-shaped resources. See README.md.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "plugins/chiiki/form.hpp"
#include "tsunagu/adapter.hpp"

namespace chiiki {

class Chiiki final : public tsunagu::Adapter {
 public:
  static const std::string_view manifest;

  explicit Chiiki(const tsunagu::Config& config);

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override;

 private:
  std::map<std::string, Form, std::less<>> forms_;  ///< by feed
};

}  // namespace chiiki
