// 介護: consultation export, LIFE's SERVICE_USER_INFO, and the care plan's 第2表. See README.md.
#pragma once

#include <string_view>

#include "plugins/kaigo/settings.hpp"
#include "tsunagu/adapter.hpp"
#include "tsunagu/draft/recognize.hpp"

namespace kaigo {

class Kaigo final : public tsunagu::Adapter, public tsunagu::draft::Recognizes {
 public:
  static const std::string_view manifest;
  static const tsunagu_extension* extension(std::string_view name) {
    return tsunagu::draft::recognize_of<Kaigo>(name);
  }

  explicit Kaigo(const tsunagu::Config& config) : settings_(config) {}

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override;
  tsunagu::Outcome push(const tsunagu::Message& message, tsunagu::Outbox& outbox) override;
  std::string_view feed_of(const tsunagu::draft::Beginning& beginning) override;

 private:
  Settings settings_;
};

}  // namespace kaigo
