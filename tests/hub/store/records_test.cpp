#include "hub/store/records.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <iterator>

#include "hub/store/arrivals.hpp"
#include "hub/store/opening.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/rejects.hpp"
#include "hub/store/sources.hpp"
#include "hub/store/staging.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

constexpr const char* body =
    R"({"names":[{"fullName":"架空 花子","fullNameKana":"カクウ ハナコ"}]})";

class RecordsTest : public StoreFixture {
 protected:
  RecordsTest() {
    open();
    commit([&](Transaction& transaction) {
      feed = ensure_feed(transaction, "kaigo", "sodan");
      arrival = begin_arrival(transaction, feed, "KAIGO_架空花子.csv");
    });
  }

  [[nodiscard]] IncomingRecord incoming(const std::string& key, const std::string& text) const {
    IncomingRecord record;
    record.id = record_id(keys, feed, 0, key);
    record.feed = feed;
    record.hash = row_hash(keys, text);
    record.tokens = {block("花子")};
    record.body = seal_record(keys, record.id, text);
    return record;
  }
  Applied apply(const IncomingRecord& record) {
    Applied applied;
    commit([&](Transaction& transaction) {
      applied = apply_record(transaction, record, arrival.row);
    });
    return applied;
  }
  [[nodiscard]] crypto::Token block(const char* text) const {
    return keys.tokens(crypto::Purpose::block).token(text);
  }
  // Every byte of every file of the store.
  [[nodiscard]] std::string all_files() const {
    std::string all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
      std::ifstream stream(file.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(stream), {});
    }
    return all;
  }

  FeedRow feed;
  ArrivalRef arrival;
};

TEST_F(RecordsTest, adds_once_skips_the_unchanged_and_replaces_the_changed) {
  const Applied added = apply(incoming("R06-1", body));
  EXPECT_EQ(added.change, Change::added);
  EXPECT_EQ(apply(incoming("R06-1", body)).change, Change::unchanged);
  const Applied changed = apply(incoming("R06-1", "{}"));
  EXPECT_EQ(changed.change, Change::changed);
  EXPECT_EQ(changed.row, added.row);
  const auto stored = look([&](Reader& reader) { return read_record(reader, added.row); });
  EXPECT_EQ(stored->body->look_inside(), "{}");
  EXPECT_EQ(look([](Reader& r) { return r.integer("SELECT count(*) FROM record_history"); }), 1);
}

TEST_F(RecordsTest, a_removed_record_is_not_found_any_more_and_may_come_again) {
  const Applied added = apply(incoming("R06-1", body));
  commit([&](Transaction& transaction) {
    EXPECT_TRUE(remove_record(transaction, feed, record_id(keys, feed, 0, "R06-1"), arrival.row));
    EXPECT_FALSE(remove_record(transaction, feed, record_id(keys, feed, 0, "R06-1"), arrival.row));
  });
  EXPECT_TRUE(look([&](Reader& r) { return records_with(r, block("花子"), 9); }).empty());
  EXPECT_EQ(look([&](Reader& r) { return count_records(r, feed); }), 0);
  EXPECT_EQ(apply(incoming("R06-1", body)).change, Change::changed);
  EXPECT_EQ(look([&](Reader& r) { return records_with(r, block("花子"), 9); }),
            std::vector{added.row});
}

TEST_F(RecordsTest, without_the_key_the_files_show_no_person) {
  const std::string chunk = seal_chunk(keys, arrival.id, 0, "\"架空 花子\",\"カクウ ハナコ\"");
  commit([&](Transaction& transaction) {
    apply_record(transaction, incoming("宛名-架空花子", body), arrival.row);
    add_chunk(transaction, arrival.row, 0, chunk);
    complete_arrival(transaction, arrival.row, 40, crypto::Digest{1});
  });
  const std::string files = all_files();
  ASSERT_NE(files.find("kaigo"), std::string::npos);  // control: what is in the clear is found
  EXPECT_EQ(files.find("花子"), std::string::npos);
  EXPECT_EQ(files.find("ハナコ"), std::string::npos);
  const auto chunk_again = look([&](Reader& r) { return read_chunk(r, arrival, 0); });
  EXPECT_EQ(chunk_again->look_inside(), "\"架空 花子\",\"カクウ ハナコ\"");
}

TEST_F(RecordsTest, a_flipped_byte_in_a_body_is_found) {
  const Applied added = apply(incoming("R06-1", body));
  database.reset();
  SQLite::Database((folder / database_name).string(), SQLite::OPEN_READWRITE)
      .exec(
          "UPDATE records SET body = CAST(substr(body, 1, 30) || x'00' || substr(body, 32) AS "
          "BLOB)");
  open();
  const auto read = database->read([&](Reader& reader) -> base::Result<bool> {
    return read_record(reader, added.row).has_value();
  });
  EXPECT_EQ(read.error().kind(), base::Kind::corrupt);
}

TEST_F(RecordsTest, bodies_exchanged_between_records_do_not_open) {
  const Applied one = apply(incoming("R06-1", body));
  apply(incoming("R06-2", "{}"));
  database.reset();
  SQLite::Database((folder / database_name).string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE records SET body = (SELECT body FROM records WHERE id = 2) WHERE id = 1");
  open();
  const auto read = database->read([&](Reader& reader) -> base::Result<bool> {
    return read_record(reader, one.row).has_value();
  });
  EXPECT_EQ(read.error().kind(), base::Kind::corrupt);
}

TEST_F(RecordsTest, another_installation_gives_the_same_record_another_id) {
  const crypto::Keys other(masters('z'), random);
  EXPECT_NE(record_id(keys, feed, 0, "R06-1"), record_id(other, feed, 0, "R06-1"));
  EXPECT_NE(record_id(keys, feed, 0, "R06-1"), record_id(keys, feed, 1, "R06-1"));
}

TEST_F(RecordsTest, staged_records_come_back_in_order_and_a_cut_file_is_noticed) {
  std::vector<StagedRecord> all(1'000);
  StagingWriter writer(scratch, arrival.id, keys);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].record = incoming(std::to_string(i), body);
    all[i].removal = i % 7 == 0;
    ASSERT_TRUE(writer.add(all[i]).has_value());
  }
  ASSERT_TRUE(writer.finish().has_value());
  StagingReader reader(scratch, arrival.id, keys);
  for (const StagedRecord& staged : all) {
    const auto read = reader.next().value();
    ASSERT_TRUE(read);
    EXPECT_EQ(read->record.id, staged.record.id);
    EXPECT_EQ(read->record.body, staged.record.body);
    EXPECT_EQ(read->record.tokens, staged.record.tokens);
    EXPECT_EQ(read->removal, staged.removal);
  }
  EXPECT_FALSE(reader.next().value());
  const auto file = scratch / ("staged-" + arrival.id.text());
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  StagingReader cut(scratch, arrival.id, keys);
  base::Result<std::optional<StagedRecord>> read = cut.next();
  while (read && *read)
    read = cut.next();
  EXPECT_EQ(read.error().kind(), base::Kind::corrupt);
}

TEST_F(RecordsTest, quarantine_destroys_the_kept_bytes_on_the_disk_too) {
  const std::string sealed = seal_chunk(keys, arrival.id, 0, "number");
  commit([&](Transaction& transaction) {
    add_chunk(transaction, arrival.row, 0, sealed);
    complete_arrival(transaction, arrival.row, 6, crypto::Digest{1});
  });
  ASSERT_NE(all_files().find(sealed), std::string::npos);
  commit([&](Transaction& transaction) {
    QuarantineEntry found;
    found.source = SourceId{1};
    found.arrival = arrival.row;
    found.line = 3;
    found.column = "個人番号";
    quarantine(transaction, found);
  });
  ASSERT_TRUE(database->writer().forget_log().has_value());
  EXPECT_EQ(all_files().find(sealed), std::string::npos);
  EXPECT_FALSE(look([&](Reader& r) { return read_chunk(r, arrival, 0).has_value(); }));
  EXPECT_EQ(look([&](Reader& r) { return read_arrival(r, arrival.row); })->state,
            ArrivalState::quarantined);
  EXPECT_EQ(look([](Reader& r) { return list_quarantine(r, 9); }).at(0).line, 3);
}

}  // namespace
}  // namespace hub::store
