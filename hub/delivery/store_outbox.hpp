// The outbox of the store as the dispatcher sees it: claims are rendered in the claiming
// transaction, by the gate's decision of that moment.
#pragma once

#include "hub/delivery/outbox_port.hpp"
#include "hub/service/context.hpp"

namespace hub::delivery {

class StoreOutbox final : public OutboxPort {
 public:
  explicit StoreOutbox(service::Context& context) : context_(context) {}

  void turn(std::vector<Outcome> outcomes, Room room, OnTurn done) override;
  std::optional<base::UtcMillis> next_due(base::UtcMillis now) override;

 private:
  service::Context& context_;
};

}  // namespace hub::delivery
