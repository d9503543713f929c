// 子ども: the consultations of a こども家庭センター, as JSON Lines or as a CSV of the same members.
// See README.md.
#pragma once

#include <string_view>

#include "plugins/kodomo/settings.hpp"
#include "tsunagu/adapter.hpp"

namespace kodomo {

class Kodomo final : public tsunagu::Adapter {
 public:
  static const std::string_view manifest;

  explicit Kodomo(const tsunagu::Config& config) : settings_(config) {}

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override;
  tsunagu::Outcome push(const tsunagu::Message& message, tsunagu::Outbox& outbox) override;

 private:
  Settings settings_;
};

}  // namespace kodomo
