// The kept bytes of a delivery, opened piece by piece, as an adapter reads them.
#pragma once

#include <optional>

#include "hub/adapter/exchange.hpp"
#include "hub/service/context.hpp"
#include "hub/store/arrivals.hpp"

namespace hub::intake {

/// One thread. Holds one piece of 1 MiB at a time.
class KeptInput final : public adapter::InputSource {
 public:
  KeptInput(service::Context& context, const store::ArrivalRef& arrival)
      : context_(context), arrival_(arrival) {}

  base::Result<std::size_t> read(std::span<std::uint8_t> buffer) override;

 private:
  base::Result<bool> next_piece();

  service::Context& context_;
  store::ArrivalRef arrival_;
  std::optional<crypto::Opened> piece_;
  std::size_t at_ = 0;
  std::int64_t part_ = 0;
};

}  // namespace hub::intake
