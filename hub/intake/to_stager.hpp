// Hands what an adapter says to the stager. A 個人番号 that the adapter itself found ends it too.
#pragma once

#include "hub/adapter/supervisor.hpp"
#include "hub/domain/record_kind.hpp"
#include "hub/service/stage.hpp"

namespace hub::intake {

inline store::Reject reject_of(const adapter::Problem& problem) {
  return {static_cast<std::int64_t>(problem.line), problem.column, problem.code, problem.reason};
}

/// The kinds that the adapter's manifest says it writes.
inline std::vector<domain::RecordKind> kinds_of(const tsunagu::wire::Manifest& manifest) {
  std::vector<domain::RecordKind> kinds;
  for (const std::string& name : manifest.writes) {
    if (const auto kind = domain::record_kind_from(name)) kinds.push_back(*kind);
  }
  return kinds;
}

/// Borrows both.
class ToStager final : public adapter::RecordHandler {
 public:
  ToStager(service::Stager& stager, const adapter::Supervisor& adapter)
      : stager_(stager), adapter_(adapter) {}

  base::Result<> record(std::string_view json, std::uint64_t line) override {
    if (!told_kinds_) tell_kinds();
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
  /// Known once the process that gives the records has started.
  void tell_kinds() {
    told_kinds_ = true;
    if (const auto manifest = adapter_.manifest()) stager_.accept_only(kinds_of(*manifest));
  }
  base::Result<> found(const adapter::Problem& problem) {
    refused_ = service::Refused{static_cast<std::int64_t>(problem.line), problem.column};
    return base::fail(base::Kind::forbidden, std::string(tsunagu::my_number_code));
  }

  service::Stager& stager_;
  const adapter::Supervisor& adapter_;
  bool told_kinds_ = false;
  std::optional<service::Refused> refused_;
};

}  // namespace hub::intake
