// `bench_edge FOLDER KEY SYNC_US`: the hub's own HTTP edge and store, and of its routes only the
// webhook: signature, strict checks, the inbox with its audit row, WAL FULL, then 202. What happens
// to a kept webhook afterwards is not part of taking it in. Prints its port; ends with its input.
#include <iostream>
#include <limits>

#include "hub/base/log.hpp"
#include "hub/daemon/routes.hpp"
#include "hub/http/server.hpp"
#include "tests/bench/slow_disk.hpp"

namespace {

using namespace hub;

class OnePartner final : public http::PartnerDirectory {
 public:
  explicit OnePartner(crypto::WebhookKey key) : key_(std::move(key)) {}
  [[nodiscard]] std::vector<crypto::WebhookKey> keys_of(std::string_view) const override {
    return {key_};
  }
  [[nodiscard]] std::optional<std::string> partner_of_key(std::string_view) const override {
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> partner_of_certificate(std::string_view) const override {
    return std::nullopt;
  }

 private:
  crypto::WebhookKey key_;
};

crypto::Keys some_keys(base::Random& random) {
  std::vector<crypto::Secret> masters;
  masters.emplace_back(crypto::bytes_of(std::string(32, 'k')));
  return crypto::Keys(masters, random);
}

void serve(const std::string& folder, const std::string& key) {
  base::SystemRandom random;
  const base::SystemClock clock;
  const auto keys = some_keys(random);
  const auto database =
      store::Database::open(folder, keys, clock, random, [](const base::Failure&) {}).value();
  const normalize::Tables tables;
  service::Context context(*database, tables, clock, random,
                           std::make_shared<const service::Book>());
  const OnePartner partner(crypto::WebhookKey::parse(key).value());
  const http::Gatekeeper gatekeeper(partner, clock);
  http::Router router;
  daemon::add_routes(router, context, [] {});
  http::ServerSettings settings;
  settings.listeners.push_back({});
  const auto server =
      http::Server::start(std::move(settings), std::move(router), gatekeeper, random).value();
  std::cout << server->ports().front() << std::endl;
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: bench_edge FOLDER KEY SYNC_US\n";
    return 2;
  }
  hub::base::start_log(hub::base::Level::warning, true);
  bench::slow_syncs(std::chrono::microseconds(std::stol(argv[3])));
  serve(argv[1], argv[2]);
}
