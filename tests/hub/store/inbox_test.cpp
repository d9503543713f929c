#include "hub/store/inbox.hpp"

#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

using base::Kind;
using base::Result;

class InboxTest : public StoreFixture {
 protected:
  InboxTest() { open(); }

  Result<Receipt> deliver(const std::string& id, const std::string& body,
                          const std::string& partner = "clinic") {
    const PreparedDelivery prepared = prepare_delivery(keys, clock, random, {partner, id, body});
    return database->write(
        [&](Transaction& transaction) { return receive(transaction, prepared); });
  }
};

TEST_F(InboxTest, gives_the_same_answer_to_the_same_delivery_also_after_a_restart) {
  const Receipt first = deliver("a", "{}").value();
  EXPECT_FALSE(first.duplicate);
  const Receipt second = deliver("a", "{}").value();
  EXPECT_TRUE(second.duplicate);
  EXPECT_EQ(second.id, first.id);
  reopen();
  EXPECT_EQ(deliver("a", "{}").value().id, first.id);
  EXPECT_EQ(look([](Reader& reader) { return list_waiting(reader, 10); }).size(), 1u);
}

TEST_F(InboxTest, refuses_another_body_under_a_used_id) {
  ASSERT_TRUE(deliver("a", "{}").has_value());
  EXPECT_EQ(deliver("a", "{ }").error().kind(), Kind::conflict);
}

TEST_F(InboxTest, ids_are_each_partners_own) {
  ASSERT_TRUE(deliver("a", "{}", "clinic").has_value());
  EXPECT_FALSE(deliver("a", "[]", "school").value().duplicate);
}

TEST_F(InboxTest, a_delivery_that_was_undone_may_come_again) {
  const PreparedDelivery prepared = prepare_delivery(keys, clock, random, {"clinic", "a", "{}"});
  const Result<> undone = database->write([&](Transaction& transaction) -> Result<> {
    (void)receive(transaction, prepared);
    return base::fail(Kind::invalid, "no");
  });
  ASSERT_TRUE(undone.has_error());
  EXPECT_FALSE(deliver("a", "{}").value().duplicate);
}

TEST_F(InboxTest, older_ids_are_known_though_they_left_the_memory) {
  constexpr int many = 5'000;  // more than stay in memory in a quiet moment
  for (int i = 0; i < many; i += 500) {
    const Result<> done = database->write([&](Transaction& transaction) -> Result<> {
      for (int n = i; n < i + 500; ++n)
        (void)receive(transaction,
                      prepare_delivery(keys, clock, random, {"clinic", std::to_string(n), "{}"}));
      return {};
    });
    ASSERT_TRUE(done.has_value());
  }
  reopen();  // a stop is a quiet moment
  EXPECT_TRUE(look([](Reader& reader) {
                return reader.integer("SELECT count(*) FROM inbox_index");
              }) == many);
  EXPECT_TRUE(deliver("17", "{}").value().duplicate);
  EXPECT_EQ(deliver("4711", "[]").error().kind(), Kind::conflict);
  EXPECT_FALSE(deliver("new", "{}").value().duplicate);
}

TEST_F(InboxTest, what_waits_is_read_back_as_delivered_and_can_be_closed) {
  const Receipt receipt = deliver("a", "{\"x\":1}").value();
  const auto waiting = look([](Reader& reader) { return list_waiting(reader, 10); });
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting[0].body.look_inside(), "{\"x\":1}");
  EXPECT_EQ(waiting[0].partner, "clinic");
  commit([&](Transaction& transaction) {
    close_inbox(transaction, receipt.row, InboxState::done, "");
  });
  EXPECT_TRUE(look([](Reader& reader) { return list_waiting(reader, 10); }).empty());
}

}  // namespace
}  // namespace hub::store
