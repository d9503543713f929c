// A hub for the proof of non-interference: everything that reaches one recipient, byte for byte, in
// the order in which it comes. The clock stands still between the steps of a script, and ids are
// random: each is written as the number of its first appearance, after it was seen to be made of
// the clock and of passed randomness alone, so that nothing else can stand in it.
#pragma once

#include <future>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "hub/daemon/routes.hpp"
#include "hub/delivery/signed_request.hpp"
#include "hub/delivery/store_outbox.hpp"
#include "hub/http/response_text.hpp"
#include "hub/service/protect.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::daemon {

inline constexpr const char* watched = "sakutomo";

/// Remembers every id that can be made of what it gave.
class NotedRandom final : public base::Random {
 public:
  explicit NotedRandom(const base::Clock& clock) : clock_(clock) {}
  void fill(std::span<std::uint8_t> out) override {
    random_.fill(out);
    if (out.size() != std::tuple_size_v<base::UuidBytes>) return;
    Again again(out);
    const auto id = base::to_text(base::make_uuid7(clock_.now(), again));
    const std::lock_guard lock(mutex_);
    ids_.insert(id);
  }
  bool made(const std::string& id) {
    const std::lock_guard lock(mutex_);
    return ids_.contains(id);
  }

 private:
  /// Gives the same bytes once more.
  class Again final : public base::Random {
   public:
    explicit Again(std::span<const std::uint8_t> given) : given_(given) {}
    void fill(std::span<std::uint8_t> out) override {
      std::copy(given_.begin(), given_.end(), out.begin());
    }

   private:
    std::span<const std::uint8_t> given_;
  };

  const base::Clock& clock_;
  base::SystemRandom random_;
  std::mutex mutex_;
  std::set<std::string> ids_;
};

class Twin : public service::ServiceFixture {
 public:
  Twin() {
    context.reset();
    database.reset();
    database =
        store::Database::open(scratch / "data", keys, clock, noted_, [](const base::Failure&) {
          std::abort();
        }).value();
    context = std::make_unique<service::Context>(*database, service::shared_tables(), clock, noted_,
                                                 book);
    add_routes(router_, *context, [] {});
    outbox_.emplace(*context);
  }
  void TestBody() override {}

  using ServiceFixture::deliver;
  using ServiceFixture::deliver_register;

  service::FeedPlan plan(const std::string& source) {
    const auto known = plans_.find(source);
    if (known != plans_.end()) return known->second;
    return plans_.emplace(source, plan_of(source)).first->second;
  }
  void wait(std::chrono::milliseconds time) { clock.advance(time); }

  /// Everything that is due leaves, and the recipient pulls whatever he was ever told of.
  void carry() {
    for (auto claims = claim(); !claims.empty(); claims = claim()) {
      for (auto& one : claims)
        send(one);
    }
    for (const auto& path : told_)
      stream_ += renamed(ask("GET " + path)) + "\n";
  }
  /// The recipient's own webhook; what the hub answers is in the stream.
  void post(const std::string& door, const std::string& body) {
    const auto path = "/webhooks/" + std::string(watched) + "/" + door;
    stream_ += renamed(ask("POST " + path, body)) + "\n";
    EXPECT_TRUE(service::process_hooks(*context).has_value());
  }
  void answer(std::size_t notice, const std::string& type, const std::string& more = {}) {
    if (notice >= told_.size()) return;
    const auto referral = told_[notice].substr(told_[notice].rfind('/') + 1);
    post("answers", R"({"specversion":"1.0","id":"a)" + std::to_string(hooks_) +
                        R"(","source":"urn:p","type":"tsunagu.referral.)" + type +
                        R"(","data":{"referralId":")" + referral +
                        R"(","at":"2026-04-11T10:00:00+09:00","agency":"SAKUTOMO")" + more + "}}");
  }
  [[nodiscard]] const std::string& stream() const { return stream_; }
  [[nodiscard]] std::size_t notices() const { return told_.size(); }

 private:
  class Port final : public http::AnswerPort {
   public:
    void answer(http::Response response) override { response_.set_value(std::move(response)); }
    void abandoned() noexcept override {}
    http::Response wait() { return response_.get_future().get(); }

   private:
    std::promise<http::Response> response_;
  };

  std::vector<delivery::Claim> claim() {
    delivery::Room room;
    room.in_all = room.otherwise = 100;
    std::promise<base::Result<std::vector<delivery::Claim>>> claims;
    outbox_->turn(std::exchange(outcomes_, {}), room,
                  [&](auto result) { claims.set_value(std::move(result)); });
    return claims.get_future().get().value();
  }
  void send(delivery::Claim& one) {
    outcomes_.push_back({one.id, delivery::Fate::delivered, 204, "", std::nullopt});
    if (one.partner != watched) return;
    remember_path(one.body);
    one.body = renamed(one.body);
    one.message_id = renamed(one.message_id);
    delivery::Receiver receiver;
    receiver.keys.push_back(
        crypto::WebhookKey::parse("whsec_" + crypto::to_base64(crypto::bytes_of(
                                                 std::string_view("0123456789abcdef01234567"))))
            .value());
    const auto request = delivery::signed_request(one, receiver, clock.now());
    stream_ += request.method + " " + renamed(request.url) + "\n";
    for (const auto& [name, value] : request.headers)
      stream_ += name + ": " + value + "\n";
    stream_ += request.body + "\n";
  }
  void remember_path(const std::string& body) {
    const auto parsed = tsunagu::json::parse_untrusted(body);
    const std::string path(parsed.root().at_pointer("/data/packetUrl").text());
    if (!path.empty() && std::find(told_.begin(), told_.end(), path) == told_.end())
      told_.push_back(path);
  }
  std::string ask(const std::string& line, const std::string& body = {}) {
    http::Request request;
    request.raw_head = line + " HTTP/1.1\r\nHost: hub\r\nwebhook-id: e" + std::to_string(hooks_++) +
                       "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    request.head = http::check_header(request.raw_head).head;
    request.body = body;
    auto match = router_.match(request.method(), request.path());
    request.parameters = std::move(match.parameters);
    request.correlation_id = "c";
    request.caller.partner = watched;
    const auto port = std::make_shared<Port>();
    match.entry->handler(std::move(request), http::Responder(port));
    return http::response_text(port->wait(), false, false);
  }

  /// Ids and pseudonyms by their first appearance, each as long as it was.
  std::string renamed(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const auto size = length_of_name(text, at);
      out += size == 0 ? text.substr(at, 1) : number_of(text.substr(at, size));
      at += std::max<std::size_t>(size, 1);
    }
    return out;
  }
  std::size_t length_of_name(const std::string& text, std::size_t at) {
    if (base::uuid_from_text(text.substr(at, 36))) {
      EXPECT_TRUE(noted_.made(text.substr(at, 36))) << "an id that holds more than randomness";
      return 36;
    }
    const auto end = text.find_first_not_of("0123456789abcdef", at);
    const auto size = (end == std::string::npos ? text.size() : end) - at;
    return size >= 32 ? size : 0;
  }
  std::string number_of(const std::string& name) {
    auto number = std::to_string(names_.emplace(name, names_.size()).first->second);
    return "#" + std::string(name.size() - 1 - number.size(), '0') + number;
  }

  NotedRandom noted_{clock};
  http::Router router_;
  std::optional<delivery::StoreOutbox> outbox_;
  std::vector<delivery::Outcome> outcomes_;
  std::map<std::string, service::FeedPlan> plans_;
  std::map<std::string, std::size_t> names_;
  std::vector<std::string> told_;
  std::string stream_;
  int hooks_ = 0;
};

}  // namespace hub::daemon
