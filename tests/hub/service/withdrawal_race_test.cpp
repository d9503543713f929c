// A withdrawal at a random moment among claims, sendings, retries, pulls, crashes and transactions
// that fail: once it is answered, nothing leaves about the person that its answer did not name as
// on its way. Every round is the same for the same seed. tests/spin holds the same of the model.
#include <cstdlib>
#include <random>
#include <set>

#include "hub/service/say_consent.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using base::MessageId;
using domain::ConsentAct;

/// 2,000 rounds are 20,000 commits: on a disk they would wait for it.
struct InMemory {
  InMemory() {
    if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 1);
  }
  ~InMemory() { ::unsetenv("TMPDIR"); }
  InMemory(const InMemory&) = delete;
  InMemory& operator=(const InMemory&) = delete;
};

/// When a sender asks the gate: in the transaction that claims, as ours does; or before it, as a
/// hub would that looks first and leases then; or when the order is made.
enum class Asks { in_the_claim, before_the_claim, at_the_order };

class Race : private InMemory, public ServiceFixture {
 protected:
  Race() { employ({"sato"}); }

  /// Households of one, known and referred, and never asked.
  void populate(int count) {
    const auto kaigo = plan_of("kaigo");
    std::vector<std::string> rows;
    for (int at = 0; at < count; ++at) {
      const auto n = std::to_string(at);
      const auto kana = std::string("レイ ") + kana_of(at);
      rows.push_back(person({.key = "p" + n,
                             .number = "9" + n,
                             .kana = kana,
                             .birthday = day_of(at),
                             .address = "栃木県さくら市氏家" + std::to_string(10 + at) + "番地"},
                            "atena"));
      rows.push_back(referral("r" + n, "p" + n));
    }
    deliver(kaigo, rows);
    look([&](store::Reader& reader) {
      for (const auto row : store::list_referrals(reader, "", 10'000)) {
        const auto one = store::read_referral(reader, row);
        all_.push_back({one->id, store::read_person(reader, one->person)->id});
      }
      return true;
    });
  }

  /// How often something left that should not.
  int run(int rounds, Asks asks, std::uint64_t seed) {
    populate(rounds);
    EXPECT_EQ(all_.size(), static_cast<std::size_t>(rounds));
    int violations = 0;
    for (std::size_t at = 0; at < all_.size(); ++at)
      violations += round(all_[at], asks, seed + at);
    return violations;
  }
  int in_flight_seen = 0;
  int held_seen = 0;
  int left_before = 0;

 private:
  struct Matter {
    base::ReferralId referral;
    base::PersonId person;
  };
  static std::string kana_of(int at) {
    static const char* const sounds[] = {"ア", "カ", "サ", "タ", "ナ",
                                         "ハ", "マ", "ヤ", "ラ", "ワ"};
    std::string out;
    for (int rest = at + 1000; rest > 0; rest /= 10)
      out += sounds[rest % 10];
    return out;
  }
  static std::string day_of(int at) {
    char out[16];
    std::snprintf(out, sizeof out, "19%02d-%02d-%02d", 20 + at % 70, 1 + at % 12, 1 + at % 28);
    return out;
  }

  int round(const Matter& matter, Asks asks, std::uint64_t seed) {
    chance_.seed(seed);
    matter_ = matter;
    asks_ = asks;
    holding_.clear();
    sent_.clear();
    answered_.reset();
    violations_ = 0;
    full_payload(chance_() % 2 == 0);
    say(ConsentAct::given);
    EXPECT_EQ(send_again(*context, matter.referral, "", "officer/sato").value(), "sent");
    if (asks_ == Asks::at_the_order) look_ahead();
    const auto moment = chance_() % 8;
    for (std::size_t tick = 0; tick < 8; ++tick) {
      if (tick == moment) withdraw();
      step();
    }
    for (int more = 0; more < 4; ++more)
      claim_now(), send(), record(true), pull();
    return violations_;
  }

  void step() {
    clock.advance(std::chrono::milliseconds(1));
    switch (chance_() % 8) {
      case 0:
      case 1:
        return claim_now();
      case 2:
      case 3:
        return send();
      case 4:
        return record(true);
      case 5:
        return record(false);
      case 6:
        return pull();
      default:
        return chance_() % 2 == 0 ? crash() : fail_to_claim();
    }
  }

  void claim_now() {
    if (asks_ == Asks::at_the_order) return;
    if (asks_ == Asks::before_the_claim) return look_ahead();
    for (auto& one : claim_all())
      holding_.push_back(std::move(one));
  }
  /// The gate is asked in a transaction of its own, and what it said is kept.
  void look_ahead() {
    for (auto& one : claimed_and_rolled_back())
      holding_.push_back(std::move(one));
  }
  void fail_to_claim() { (void)claimed_and_rolled_back(); }
  std::vector<Rendered> claimed_and_rolled_back() {
    std::vector<Rendered> rendered;
    store::ClaimRoom room;
    room.in_all = room.otherwise = 100;
    (void)database->write([&](store::Transaction& tx) -> base::Result<> {
      rendered = claim(tx, *book, room, tx.now() + std::chrono::minutes(1)).value();
      return base::fail(base::Kind::unavailable, "the disk went away");
    });
    return rendered;
  }

  /// The bytes leave.
  void send() {
    if (holding_.empty()) return;
    auto one = std::move(holding_.back());
    holding_.pop_back();
    note_left(one.order);
    sent_.push_back(std::move(one.order));
  }
  void note_left(const store::Order& order) {
    if (order.kind == codec::event_type::stop_use) return;
    if (!answered_) ++left_before;
    if (answered_ && !answered_->contains(order.id)) ++violations_;
  }

  void record(bool arrived) {
    if (sent_.empty()) return;
    const auto order = std::move(sent_.back());
    sent_.pop_back();
    commit([&](store::Transaction& tx) {
      store::add_attempt(tx, order.row, arrived ? 202 : 503, "");
      if (arrived) {
        store::close_order(tx, order.row, store::Fate::delivered, "");
        delivered(tx, order);
      } else {
        store::retry_order(tx, order.row, tx.now());
      }
      return true;
    });
  }
  /// What only the process knew is lost; now and then the store is opened anew too.
  void crash() {
    holding_.clear();
    sent_.clear();
    if (chance_() % 16 == 0) reopen();
    commit([](store::Transaction& tx) {
      store::give_back_leases(tx);
      return true;
    });
  }
  void pull() {
    if (!pull_packet(*context, matter_.referral, "sakutomo")) return;
    if (answered_) ++violations_;
  }

  ConsentSaid say(ConsentAct act) {
    ConsentWord word;
    word.person = matter_.person;
    word.act = act;
    if (act == ConsentAct::given) word.form = "J1";
    auto said = say_consent(*context, word, "officer/sato");
    EXPECT_TRUE(said.has_value());
    return std::move(*said);
  }
  /// Its answer names what is on its way: no less, and no more.
  void withdraw() {
    clock.advance(std::chrono::milliseconds(1));
    const auto said = say(ConsentAct::withdrawn);
    answered_.emplace();
    for (const auto& one : said.stopped.in_flight)
      answered_->insert(one.order.order);
    in_flight_seen += answered_->empty() ? 0 : 1;
    held_seen += said.stopped.held.empty() ? 0 : 1;
    if (asks_ != Asks::in_the_claim) return;
    std::set<MessageId> known;
    for (const auto& one : holding_)
      known.insert(one.order.id);
    for (const auto& one : sent_)
      known.insert(one.id);
    EXPECT_EQ(*answered_, known);
  }

  void full_payload(bool full) {
    auto changed = std::make_shared<Book>(*book);
    for (auto& partner : changed->profile.partners) {
      if (partner.receives)
        partner.receives->payload = full ? profile::Payload::full : profile::Payload::thin;
    }
    book = changed;
    context->exchange(book);
  }

  std::vector<Matter> all_;
  std::mt19937_64 chance_;
  Matter matter_;
  Asks asks_ = Asks::in_the_claim;
  std::vector<Rendered> holding_;   // claimed, and not sent
  std::vector<store::Order> sent_;  // sent, and not answered
  std::optional<std::set<MessageId>> answered_;
  int violations_ = 0;
};

TEST_F(Race, nothing_leaves_after_a_withdrawal_that_its_answer_did_not_name) {
  EXPECT_EQ(run(2'000, Asks::in_the_claim, 1), 0);
  EXPECT_GT(in_flight_seen, 100) << "the moments lie around the sending";
  EXPECT_GT(held_seen, 100);
  EXPECT_GT(left_before, 100);
}

TEST_F(Race, a_sender_that_asks_before_it_claims_is_caught) {
  EXPECT_GT(run(150, Asks::before_the_claim, 1), 0);
}

TEST_F(Race, a_sender_that_asks_when_the_order_is_made_is_caught) {
  EXPECT_GT(run(150, Asks::at_the_order, 1), 0);
}

}  // namespace
}  // namespace hub::service
