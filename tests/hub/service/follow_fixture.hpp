// A case of さくら市 whose coordinator's own system follows everything: the listener stands on the
// log as the daemon puts it there.
#pragma once

#include "hub/domain/followed_event.hpp"
#include "hub/service/tell_followers.hpp"
#include "hub/store/outbox.hpp"
#include "tests/hub/service/process_fixture.hpp"

namespace hub::service {

class FollowFixture : public ProcessFixture {
 protected:
  void SetUp() override {
    ProcessFixture::SetUp();
    subscribe("sakutomo", {std::begin(domain::event_families), std::end(domain::event_families)});
    listen();
  }
  void subscribe(const std::string& code, std::vector<domain::EventFamily> families) {
    auto changed = std::make_shared<Book>(*book);
    for (auto& partner : changed->profile.partners) {
      if (partner.code == code) partner.receives->events = families;
    }
    book = changed;
    context->exchange(book);
  }
  /// Also after a restart.
  void listen() {
    ASSERT_TRUE(database->writer()
                    .listen([this](store::Transaction& tx, const audit::Entry& entry) {
                      tell_followers(tx, *context->book(), entry);
                    })
                    .has_value());
  }
  /// As of now, with nobody new in it.
  void bring_register() {
    commit([](store::Transaction& tx) {
      store::mark_applied(tx, store::ensure_feed(tx, "sakura-shien-sochi", "register"), "");
      return 0;
    });
  }
  /// The orders of events for the partner, in their order.
  std::vector<store::Order> ordered(const std::string& partner = "sakutomo") {
    return look(
        [&](store::Reader& reader) { return store::orders_for(reader, partner, {}, 1'000); });
  }
  std::vector<std::string> types(const std::string& partner = "sakutomo") {
    std::vector<std::string> out;
    for (const auto& order : ordered(partner))
      out.push_back(order.kind);
    return out;
  }
  /// Claims and delivers until nothing is left; the events' bodies by their types.
  std::vector<std::pair<std::string, std::string>> deliver_all() {
    std::vector<std::pair<std::string, std::string>> out;
    for (auto claimed = claim_all(); !claimed.empty(); claimed = claim_all()) {
      for (const auto& one : claimed) {
        if (is_followed_event(one.order)) out.emplace_back(one.order.kind, one.body);
        commit([&](store::Transaction& tx) {
          store::close_tried(tx, one.order, 200, store::Fate::delivered, "ok");
          delivered(tx, one.order);
          return 0;
        });
      }
    }
    return out;
  }
};

}  // namespace hub::service
