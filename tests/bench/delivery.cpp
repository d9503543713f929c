// `bench_delivery FOLDER COUNT LIVE_PORT LIVE DEAD_PORT|0`: COUNT orders to each of LIVE partners,
// and as many to a dead one, through the hub's own outbox, dispatcher and egress: claimed,
// rendered, signed, sent, recorded with an audit row. Prints the seconds and CPU seconds until the
// live ones have theirs. The orders are answers to a referral, which need no decision of the gate.
#include <chrono>
#include <ctime>
#include <iostream>
#include <thread>

#include "hub/base/log.hpp"
#include "hub/codec/event.hpp"
#include "hub/delivery/dispatcher.hpp"
#include "hub/delivery/store_outbox.hpp"
#include "hub/store/outbox.hpp"
#include "hub/store/referrals.hpp"

namespace {

using namespace hub;

struct Wanted {
  std::string folder;
  std::uint64_t count = 0;
  std::string live_port;
  int live = 0;
  std::string dead_port;  // 0: none
};

std::string desk_of(int partner) {
  return "desk-" + std::to_string(partner);
}
std::string code_of(int partner) {
  return "partner-" + std::to_string(partner);
}
int partners_of(const Wanted& wanted) {
  return wanted.live + (wanted.dead_port == "0" ? 0 : 1);
}

service::Book book_of(const Wanted& wanted) {
  service::Book book;
  book.profile.municipality.code = "092142";
  for (int i = 0; i < partners_of(wanted); ++i) {
    profile::Desk desk;
    desk.code = desk_of(i);
    book.profile.desks.push_back(std::move(desk));
    profile::Partner partner;
    partner.code = code_of(i);
    partner.desks.emplace_back();
    partner.desks.back().code = desk_of(i);
    partner.receives.emplace();
    partner.receives->url =
        "http://127.0.0.1:" + (i < wanted.live ? wanted.live_port : wanted.dead_port) + "/notices";
    book.profile.partners.push_back(std::move(partner));
  }
  return book;
}

class Everybody final : public delivery::Receivers {
 public:
  [[nodiscard]] std::optional<delivery::Receiver> find(std::string_view partner) const override {
    egress::PartnerPolicy policy;
    policy.partner = partner;
    policy.addresses.push_back(*base::Cidr::parse("127.0.0.1"));
    policy.https_required = false;
    return delivery::Receiver{std::make_shared<const egress::PartnerPolicy>(std::move(policy)),
                              {key_}};
  }

 private:
  crypto::WebhookKey key_ =
      crypto::WebhookKey::parse("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=").value();
};

store::ReferralRow referral_to(store::Transaction& tx, int partner) {
  store::NewReferral referral;
  referral.to_desk = desk_of(partner);
  referral.status = "received";
  referral.origin = code_of(partner);
  referral.body = "{}";
  return store::create_referral(tx, referral, "system")->row;
}

base::Result<> enqueue(store::Transaction& tx, const Wanted& wanted) {
  std::int64_t key = 0;
  for (int i = 0; i < partners_of(wanted); ++i) {
    const auto referral = referral_to(tx, i);
    for (std::uint64_t n = 0; n < wanted.count; ++n) {
      store::NewOrder order;
      order.partner = code_of(i);
      order.order_key = ++key;
      order.referral = referral;
      order.kind = codec::event_type::accepted;
      store::enqueue(tx, order);
    }
  }
  audit::Entry entry;
  entry.actor = "system";
  entry.action = "bench.enqueued";
  tx.audit(entry);
  return {};
}

crypto::Keys some_keys(base::Random& random) {
  std::vector<crypto::Secret> masters;
  masters.emplace_back(crypto::bytes_of(std::string(32, 'k')));
  return crypto::Keys(masters, random);
}

void deliver(const Wanted& wanted) {
  base::SystemRandom random;
  const base::SystemClock clock;
  const auto keys = some_keys(random);
  const auto database =
      store::Database::open(wanted.folder, keys, clock, random, [](const base::Failure&) {
      }).value();
  const normalize::Tables tables;
  service::Context context(*database, tables, clock, random,
                           std::make_shared<const service::Book>(book_of(wanted)));
  database->write([&](store::Transaction& tx) { return enqueue(tx, wanted); }).value();
  delivery::StoreOutbox outbox(context);
  const Everybody receivers;
  egress::Client egress;
  const auto began = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  delivery::Dispatcher dispatcher(
      outbox, receivers,
      [&egress](egress::OutgoingRequest request, egress::OnDone done) {
        egress.send(std::move(request), std::move(done));
      },
      clock, random);
  const auto all = wanted.count * static_cast<std::uint64_t>(wanted.live);
  while (dispatcher.counts().delivered < all)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::cout << took.count() << ' ' << double(std::clock() - cpu) / CLOCKS_PER_SEC << std::endl;
  std::_Exit(0);  // what is under way to the dead one would be waited for
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "usage: bench_delivery FOLDER COUNT LIVE_PORT LIVE DEAD_PORT|0\n";
    return 2;
  }
  hub::base::start_log(hub::base::Level::error, true);
  deliver({argv[1], std::stoul(argv[2]), argv[3], std::stoi(argv[4]), argv[5]});
}
