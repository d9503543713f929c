// A rotation of the data key: whole, cut short, beside other writes, and what is left afterwards.
#include "hub/store/rotation.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <set>

#include "hub/store/arrivals.hpp"
#include "hub/store/data_keys.hpp"
#include "hub/store/legal_holds.hpp"
#include "hub/store/matches.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/record_facts.hpp"
#include "hub/store/records.hpp"
#include "hub/store/resources.hpp"
#include "hub/store/sealed_columns.hpp"
#include "hub/store/sources.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr int many = 500;

class RotationTest : public StoreFixture {
 protected:
  void SetUp() override {
    open();
    commit([&](Transaction& tx) {
      feed = ensure_feed(tx, "kaigo", "sodan");
      arrival = begin_arrival(tx, feed, "例花子の相談.csv");
      add_chunk(tx, arrival.row, 0, seal_chunk(keys, arrival.id, 0, "例 花子,レイ ハナコ"));
      person = create_person(tx);
      place_hold(tx, person.row, "福第12号", "officer/sato");
      for (int i = 0; i < many; ++i)
        apply_record(tx, incoming(i), arrival.row);
      resource = tx.new_id<ResourceId>();
      add_resource_edit(
          tx,
          {.resource = resource, .by = "officer/sato", .confirmed_day = {}, .body = "架空の携帯"});
      match = *add_match(tx, {.person = person.row,
                              .resource = resource,
                              .rules = "weights",
                              .by = "officer/sato",
                              .due = {},
                              .body = "見学から"});
    });
  }
  IncomingRecord incoming(int number) const {
    IncomingRecord record;
    record.id = record_id(keys, feed, 1, "k" + std::to_string(number));
    record.feed = feed;
    record.kind = 1;
    record.body = seal_record(keys, record.id, body_of(number));
    record.facts = seal_facts(keys, record.id, body_of(number));
    return record;
  }
  static std::string body_of(int number) { return "例 花子 その" + std::to_string(number); }
  void expect_all_open() {
    look([&](Reader& reader) {
      for (int i = 0; i < many; ++i) {
        const auto head =
            find_record(reader, feed, record_id(reader.keys(), feed, 1, "k" + std::to_string(i)));
        EXPECT_EQ(read_record(reader, head->row)->body->look_inside(), body_of(i));
        EXPECT_EQ(facts_of(reader, head->row)->look_inside(), body_of(i));
      }
      EXPECT_EQ(read_chunk(reader, arrival, 0)->look_inside(), "例 花子,レイ ハナコ");
      EXPECT_EQ(read_name(reader, arrival).look_inside(), "例花子の相談.csv");
      EXPECT_EQ(list_holds(reader).at(0).document, "福第12号");
      EXPECT_EQ(find_resource(reader, resource)->edit->body.look_inside(), "架空の携帯");
      EXPECT_EQ(events_of(reader, *find_match(reader, match)).size(), 1U);
      return true;
    });
  }
  std::int64_t left(crypto::KeyVersion version) {
    return look([&](Reader& reader) {
      std::int64_t rows = 0;
      for (const auto& column : sealed_columns())
        rows += reader.integer(column.left, {std::array<std::uint8_t, 1>{version}}).value_or(0);
      return rows;
    });
  }
  std::vector<DataKey> data_keys() {
    return look([](Reader& reader) { return list_data_keys(reader); });
  }
  static bool go_on(const RotationProgress&) { return true; }
  /// As another process would: other keys in memory, of the same file.
  void restart() {
    database.reset();
    fresh = std::make_unique<crypto::Keys>(masters('k'), random);
    auto opened = try_open(*fresh);
    ASSERT_TRUE(opened.has_value()) << opened.error().text();
    database = std::move(*opened);
  }

  FeedRow feed;
  ArrivalRef arrival;
  PersonRef person;
  ResourceId resource;
  MatchId match;
  std::unique_ptr<crypto::Keys> fresh;
};

TEST_F(RotationTest, seals_everything_anew_and_destroys_the_old_key) {
  const auto done = rotate_data_key(*database, "operator/hanako", go_on);
  ASSERT_TRUE(done.has_value()) << done.error().text();
  EXPECT_EQ(done->renewed, 2 * many + 6);
  ASSERT_THAT(data_keys(), SizeIs(1));
  EXPECT_EQ(left(crypto::first_data_key), 0);
  expect_all_open();
  ASSERT_TRUE(rotate_data_key(*database, "operator/hanako", go_on).has_value());
  ASSERT_THAT(data_keys(), SizeIs(1));
  EXPECT_EQ(data_keys()[0].version, crypto::first_data_key + 1);
  restart();
  expect_all_open();
}

/// The process dies within a piece; its own keys die with it.
TEST_F(RotationTest, killed_in_the_middle_leaves_everything_readable_and_goes_on) {
  database.reset();
  const auto child = ::fork();
  if (child == 0) {
    open();
    Rotation rotation(*database, 100);
    if (!rotation.begin("operator/hanako") || !rotation.go_on()) ::_exit(1);
    (void)database->write([](Transaction& tx) -> base::Result<> {
      tx.upkeep("INSERT INTO rekeying (id) VALUES (1)");
      tx.upkeep("UPDATE records SET body = x'10'");
      ::_exit(9);
    });
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(WEXITSTATUS(status), 9);
  restart();
  EXPECT_TRUE(look([](Reader& reader) { return is_rotating(reader); }));
  const auto old = left(crypto::first_data_key);
  EXPECT_GT(old, 0);
  EXPECT_LT(old, 2 * many);
  expect_all_open();
  const auto done = rotate_data_key(*database, "operator/hanako", go_on);
  ASSERT_TRUE(done.has_value()) << done.error().text();
  EXPECT_EQ(done->renewed, old) << "what was done before is not done again";
  EXPECT_EQ(left(crypto::first_data_key), 0) << "the same key, not a third one";
  EXPECT_FALSE(look([](Reader& reader) { return is_rotating(reader); }));
  expect_all_open();
}

TEST_F(RotationTest, what_was_sealed_before_and_written_after_is_sealed_anew) {
  auto late = incoming(many);
  const auto chunk = seal_chunk(keys, arrival.id, 1, "後から");
  ASSERT_TRUE(rotate_data_key(*database, "operator/hanako", go_on).has_value());
  commit([&](Transaction& tx) {
    apply_record(tx, late, arrival.row);
    add_chunk(tx, arrival.row, 1, chunk);
  });
  EXPECT_EQ(left(crypto::first_data_key), 0);
  restart();
  look([&](Reader& reader) {
    const auto head = find_record(reader, feed, late.id);
    EXPECT_EQ(read_record(reader, head->row)->body->look_inside(), body_of(many));
    EXPECT_EQ(read_chunk(reader, arrival, 1)->look_inside(), "後から");
    return true;
  });
}

TEST_F(RotationTest, goes_on_while_requests_are_answered) {
  std::atomic<bool> stop{false};
  std::atomic<int> answered{0};
  std::thread asking([&] {
    while (!stop) {
      commit([&](Transaction& tx) { create_person(tx); });
      ++answered;
    }
  });
  const auto done = rotate_data_key(*database, "operator/hanako", go_on);
  stop = true;
  asking.join();
  ASSERT_TRUE(done.has_value()) << done.error().text();
  EXPECT_GT(answered, 0);
  expect_all_open();
}

TEST_F(RotationTest, a_client_that_leaves_stops_it_and_it_can_be_taken_up) {
  const auto left_alone = [](const RotationProgress&) { return false; };
  EXPECT_FALSE(rotate_data_key(*database, "operator/hanako", left_alone).has_value());
  EXPECT_TRUE(look([](Reader& reader) { return is_rotating(reader); }));
  EXPECT_TRUE(rotate_data_key(*database, "operator/hanako", go_on).has_value());
  EXPECT_THAT(data_keys(), SizeIs(1));
}

TEST_F(RotationTest, a_key_file_without_the_wrapping_line_says_which_line_is_missing) {
  auto two = masters('k');
  two.emplace_back(crypto::bytes_of(std::string(32, 'n')));
  database.reset();
  const crypto::Keys newer(two, random);
  database = try_open(newer).value();
  ASSERT_TRUE(rotate_data_key(*database, "operator/hanako", go_on).has_value());
  database.reset();
  const crypto::Keys older(masters('k'), random);
  const auto opened = try_open(older);
  ASSERT_FALSE(opened.has_value());
  EXPECT_NE(opened.error().text().find("line 2 of the master key file"), std::string::npos)
      << opened.error().text();
  const crypto::Keys other(masters('x'), random);
  EXPECT_NE(try_open(other).error().text().find("put the right key file"), std::string::npos);
}

/// The folder as somebody would steal it.
TEST_F(RotationTest, the_files_show_no_person_before_or_after) {
  const auto shows = [&] {
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      for (const auto* word : {"例 花子", "例花子", "レイ ハナコ", "福第12号"}) {
        if (bytes.find(word) != std::string::npos) return true;
      }
    }
    return false;
  };
  EXPECT_FALSE(shows());
  ASSERT_TRUE(rotate_data_key(*database, "operator/hanako", go_on).has_value());
  EXPECT_FALSE(shows());
  std::ofstream(folder / "control") << "例 花子";
  EXPECT_TRUE(shows());
}

/// A sealed column that is not listed would be lost with the old key. Every column of bytes is
/// either in the list or known to be none.
TEST_F(RotationTest, knows_every_sealed_column_of_the_schema) {
  const std::set<std::string> open_bytes{"audit_checkpoints.chain", "audit_checkpoints.signature",
                                         "audit_contents.contents", "audit_contents.salt",
                                         "audit_head.chain",        "audit_head.mac",
                                         "audit_log.chain",         "audit_log.entry",
                                         "audit_log.mac",           "audit_subjects.person",
                                         "arrivals.sha256",         "consent_events.consent",
                                         "data_keys.wrapped",       "inbox.body_hash",
                                         "inbox.delivery",          "inbox_index.delivery",
                                         "match_rules.digest",      "matches.resource",
                                         "person_joins.word",       "person_splits.word",
                                         "protections.key",         "quarantine.sha256",
                                         "record_history.hash",     "records.hash",
                                         "records.tokens",          "referrals.origin",
                                         "resource_edits.resource", "adapter_choices.base",
                                         "idempotent_requests.key", "idempotent_requests.request",
                                         "known_adapters.sha256",   "adapter_modules.bytes",
                                         "api_keys.verifier"};
  std::set<std::string> listed;
  for (const auto& column : sealed_columns())
    listed.insert(std::string(column.table) + "." + std::string(column.column));
  look([&](Reader& reader) {
    Cursor rows = reader.query(
        "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND c.type = 'BLOB' AND c.name <> 'uuid'");
    while (rows.next()) {
      const std::string column(rows.text(0));
      EXPECT_TRUE(listed.erase(column) != 0 || open_bytes.count(column) != 0)
          << column << " is in neither list";
    }
    return true;
  });
  EXPECT_THAT(listed, IsEmpty()) << "no such columns";
}

}  // namespace
}  // namespace hub::store
