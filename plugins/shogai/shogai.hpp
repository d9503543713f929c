// 障がい: the headerless record-type file of a 基幹相談支援センター. See README.md.
#pragma once

#include <string_view>

#include "plugins/shogai/settings.hpp"
#include "tsunagu/adapter.hpp"

namespace shogai {

class Shogai final : public tsunagu::Adapter {
 public:
  static const std::string_view manifest;

  explicit Shogai(const tsunagu::Config& config) : settings_(config) {}

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override;
  tsunagu::Outcome push(const tsunagu::Message& message, tsunagu::Outbox& outbox) override;

 private:
  Settings settings_;
};

}  // namespace shogai
