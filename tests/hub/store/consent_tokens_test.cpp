// Consents that were stored before they had a token of their own get it by a migration.
#include <algorithm>

#include "hub/store/arrivals.hpp"
#include "hub/store/connection.hpp"
#include "hub/store/migrations.hpp"
#include "hub/store/opening.hpp"
#include "hub/store/records.hpp"
#include "hub/store/sources.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

constexpr RecordKind person_kind = 0;
constexpr RecordKind consent_kind = 5;

std::string migration() {
  const auto all = embedded_migrations();
  return std::string(std::find_if(all.begin(), all.end(), [](const Migration& one) {
                       return one.name.ends_with("_consent_tokens");
                     })->sql);
}

class ConsentTokensTest : public StoreFixture, public testing::WithParamInterface<crypto::Token> {
 protected:
  /// A person and a consent about them, as they were stored then, and as the migration leaves them.
  void begin() {
    open();
    commit([&](Transaction& tx) {
      feed = ensure_feed(tx, "kaigo", "sodan");
      arrival = begin_arrival(tx, feed, "KAIGO.csv");
      person = apply_record(tx, record(person_kind, "p1", {GetParam()}), arrival.row).row;
      consent = apply_record(tx, record(consent_kind, "c1", {GetParam()}), arrival.row).row;
      (void)apply_record(tx, record(consent_kind, "c2", {}), arrival.row);
    });
    database.reset();
    Connection(folder / database_name, Connection::Role::writer).script(migration());
    open();
  }
  [[nodiscard]] IncomingRecord record(RecordKind kind, const std::string& key,
                                      std::vector<crypto::Token> tokens) const {
    IncomingRecord made;
    made.id = record_id(keys, feed, kind, key);
    made.feed = feed;
    made.kind = kind;
    made.tokens = std::move(tokens);
    return made;
  }
  FeedRow feed;
  ArrivalRef arrival;
  RecordRow person;
  RecordRow consent;
};

TEST_P(ConsentTokensTest, a_stored_consent_is_found_by_its_own_and_a_person_is_not) {
  begin();
  const auto own = GetParam() + 2;
  EXPECT_EQ(look([&](Reader& reader) { return tokens_of(reader, consent); }),
            (std::vector<crypto::Token>{GetParam(), own}));
  EXPECT_EQ(look([&](Reader& reader) { return tokens_of(reader, person); }),
            std::vector<crypto::Token>{GetParam()});
  EXPECT_EQ(look([&](Reader& reader) { return records_with(reader, own, 9); }),
            std::vector<RecordRow>{consent});
}

TEST_P(ConsentTokensTest, one_that_is_removed_then_is_found_by_nothing) {
  begin();
  commit([&](Transaction& tx) {
    EXPECT_TRUE(remove_record(tx, feed, record_id(keys, feed, consent_kind, "c1"), arrival.row));
  });
  EXPECT_EQ(look([&](Reader& reader) { return records_with(reader, GetParam(), 9); }),
            std::vector<RecordRow>{person});
  EXPECT_TRUE(
      look([&](Reader& reader) { return records_with(reader, GetParam() + 2, 9); }).empty());
}

// Kind 1 in the lowest four bits; each other bit of that byte, and both ends of the number.
INSTANTIATE_TEST_SUITE_P(Tokens, ConsentTokensTest,
                         testing::Values(0x01, 0x71, 0x0123'4567'89AB'CDF1, -0xF,
                                         -0x7FFF'0000'00FF'FFDF));

}  // namespace
}  // namespace hub::store
