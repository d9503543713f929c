// Somebody who agreed and was referred, and a coordinator who answers by webhook.
#pragma once

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {

class Answering : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  void refer_hanako() {
    deliver(kaigo, {person({.key = "a1", .number = "0001"}, "atena"), consent("k1", "a1"),
                    referral("r1", "a1")});
    carry();
  }
  /// As the dispatcher does: claims what is due, and it arrives.
  void carry() {
    for (const auto& rendered : claim_all())
      commit([&](store::Transaction& tx) {
        store::close_order(tx, rendered.order.row, store::Fate::delivered, "");
        delivered(tx, rendered.order);
        return true;
      });
  }
  void hook(const std::string& partner, const std::string& id, const std::string& body) {
    std::optional<bool> kept;
    ASSERT_TRUE(keep_hook(*context, {partner, id, body}, [&](const auto& receipt) {
                  kept = receipt.has_value();
                }).has_value());
    commit([](store::Transaction&) { return true; });
    ASSERT_TRUE(process_hooks(*context).has_value());
  }
  void answer(const std::string& type, const std::string& more = {},
              const std::string& partner = "sakutomo") {
    const auto id = "e" + std::to_string(++hooks_);
    hook(partner, id,
         R"({"specversion":"1.0","id":")" + id + R"(","source":"urn:p","type":"tsunagu.referral.)" +
             type + R"(","data":{"referralId":")" + referrals().at(0).id.text() +
             R"(","at":"2026-04-11T10:00:00+09:00","agency":"SAKUTOMO")" + more + "}}");
  }
  std::string state() { return referrals().at(0).status; }

  std::optional<PushBack> push() {
    return commit([&](store::Transaction& tx) -> std::optional<PushBack> {
      for (const auto& order : store::orders_of(tx, row_)) {
        if (order.partner == "push:kaigo" && !order.closed_at) return render_push(tx, *book, order);
      }
      return std::nullopt;
    });
  }
  void close_pushes() {
    commit([&](store::Transaction& tx) {
      for (const auto& order : store::orders_of(tx, row_)) {
        if (!order.closed_at) store::close_order(tx, order.row, store::Fate::delivered, "");
      }
      return true;
    });
  }
  store::ReferralRow row_;

 private:
  int hooks_ = 0;
};

}  // namespace hub::service
