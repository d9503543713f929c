// Hands what an adapter says to the stager. A 個人番号 that the adapter itself found ends it too.
#pragma once

#include "hub/adapter/exchange.hpp"
#include "hub/service/stage.hpp"

namespace hub::intake {

inline store::Reject reject_of(const adapter::Problem& problem) {
  return {static_cast<std::int64_t>(problem.line), problem.column, problem.code, problem.reason};
}

/// Borrows the stager.
class ToStager final : public adapter::RecordHandler {
 public:
  explicit ToStager(service::Stager& stager) : stager_(stager) {}

  base::Result<> record(std::string_view json, std::uint64_t line) override {
    return stager_.record(json, static_cast<std::int64_t>(line));
  }
  base::Result<> reject(const adapter::Problem& problem) override {
    if (problem.code == tsunagu::my_number_code) return found(problem);
    stager_.reject(reject_of(problem));
    return {};
  }
  base::Result<> warning(const adapter::Problem& problem) override {
    if (problem.code == tsunagu::my_number_code) return found(problem);
    stager_.warn(reject_of(problem));
    return {};
  }
  /// Where a number was that may not be kept.
  [[nodiscard]] std::optional<service::Refused> refused() const {
    return refused_ ? refused_ : stager_.refused();
  }

 private:
  base::Result<> found(const adapter::Problem& problem) {
    refused_ = service::Refused{static_cast<std::int64_t>(problem.line), problem.column};
    return base::fail(base::Kind::forbidden, std::string(tsunagu::my_number_code));
  }

  service::Stager& stager_;
  std::optional<service::Refused> refused_;
};

}  // namespace hub::intake
