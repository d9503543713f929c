// 生活困窮: the consultation list of a 自立相談支援機関, and the tax office's list in the same
// layout. See README.md.
#pragma once

#include <string_view>

#include "plugins/konkyu/settings.hpp"
#include "tsunagu/adapter.hpp"

namespace konkyu {

class Konkyu final : public tsunagu::Adapter {
 public:
  static const std::string_view manifest;

  explicit Konkyu(const tsunagu::Config& config) : settings_(config) {}

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override;
  tsunagu::Outcome push(const tsunagu::Message& message, tsunagu::Outbox& outbox) override;

 private:
  Settings settings_;
};

}  // namespace konkyu
