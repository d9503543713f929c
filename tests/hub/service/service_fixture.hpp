// A hub without network and adapters: a real store in its own temporary folder, the profile of
// さくら市 or another, the law, the tables, and a clock that stands still at noon of 2026-04-10 in
// Japan. Persons are invented. A record is written short: without kind, version and key.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "hub/codec/event.hpp"
#include "hub/codec/referral_answer.hpp"
#include "hub/profile/configuration.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/apply.hpp"
#include "hub/service/dispatch.hpp"
#include "hub/service/keep.hpp"
#include "hub/service/link.hpp"
#include "hub/service/prepare.hpp"
#include "hub/service/protect.hpp"
#include "hub/service/receive.hpp"
#include "hub/service/refer.hpp"
#include "hub/service/referral_body.hpp"
#include "hub/service/resend.hpp"
#include "hub/service/webhook.hpp"
#include "hub/store/audit_log.hpp"
#include "hub/store/households.hpp"
#include "hub/store/signals.hpp"
#include "hub/store/sources.hpp"

namespace hub::service {

std::filesystem::path config_folder();
const normalize::Tables& shared_tables();
std::shared_ptr<const Book> book_of(const std::string& municipality);

/// `record("person", "k1", R"("sex":"2")")`.
std::string record(const std::string& kind, const std::string& key,
                   const std::string& members = {});

struct Somebody {
  std::string key{};
  std::string number{};  ///< 宛名番号 in the system of the source
  std::string name{};    ///< 例 花子, or what another reading says
  std::string kana = "レイ ハナコ";
  std::string birthday = "1940-02-10";
  std::string sex = "2";
  std::string address = "栃木県さくら市氏家2771番地";
  std::string more{};
};

std::string person(const Somebody& who, const std::string& system);
std::string about(const std::string& person_key, const std::string& more = {});
std::string consent(const std::string& key, const std::string& person_key,
                    const std::string& more = R"("status":"given","scopeForm":"J1")");
std::string referral(const std::string& key, const std::string& person_key);
/// As the desk typed it: `to` may be empty, and no reason is given.
std::string referral_to(const std::string& key, const std::string& person_key,
                        const std::string& to);

class ServiceFixture : public testing::Test {
 protected:
  explicit ServiceFixture(const std::string& municipality = "sakura");
  ~ServiceFixture() override;

  /// Officers of hub.yaml, who may decide.
  void employ(const std::vector<std::string>& users);
  /// As after a crash: what is committed is there, nothing else.
  void reopen();

  template <class Work>
  auto look(Work&& work) {
    using Value = std::invoke_result_t<Work&, store::Reader&>;
    return std::move(
        database->read([&](store::Reader& reader) -> base::Result<Value> { return work(reader); })
            .value());
  }
  template <class Work>
  auto commit(Work&& work) {
    using Value = std::invoke_result_t<Work&, store::Transaction&>;
    return std::move(database
                         ->write([&](store::Transaction& tx) -> base::Result<Value> {
                           audit_step(tx);
                           return work(tx);
                         })
                         .value());
  }

  FeedPlan plan_of(const std::string& source);

  store::Arrival keep(const FeedPlan& plan, const std::string& bytes);
  store::Arrival arrival(const store::ArrivalRef& ref);
  store::Arrival arrival(const store::Arrival& before);
  /// What the intake does with one delivery; the file's bytes are the records themselves.
  store::Arrival deliver(const FeedPlan& plan, const std::vector<std::string>& records,
                         const std::string& order_key = {}, bool released = false);
  store::Arrival settle(const FeedPlan& plan, const store::Arrival& kept,
                        const std::vector<std::string>& records, const std::string& order_key = {},
                        bool released = false);
  /// Rows of the protection register, in the layout of the section for residents.
  void deliver_register(const std::string& rows);

  std::optional<store::Link> link_of(const FeedPlan& plan, const std::string& key);
  std::optional<store::StoredRecord> stored(const FeedPlan& plan, domain::RecordKind kind,
                                            const std::string& key);
  std::vector<store::HouseholdRow> households(store::PersonRow of);
  std::vector<store::StoredReferral> referrals();
  std::vector<Rendered> claim_all();
  std::string packet(const store::StoredReferral& of, const std::string& partner = "sakutomo");
  std::vector<audit::Entry> audited(const std::string& action);

  std::filesystem::path scratch;
  base::ManualClock clock;
  base::SystemRandom random;
  crypto::Keys keys;
  std::shared_ptr<const Book> book;
  std::unique_ptr<store::Database> database;
  std::unique_ptr<Context> context;
  std::vector<store::Reject> rejects;
  bool may_reject = false;  ///< the test delivers rows that are no records

 private:
  static void audit_step(store::Transaction& tx);

  int deliveries_ = 0;
};

}  // namespace hub::service
