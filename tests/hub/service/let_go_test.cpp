// What may not stay is looked for in every file of the data folder: database, log, staged records.
#include "hub/service/let_go.hpp"

#include <fstream>

#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

namespace fs = std::filesystem;
using profile::Scope;
using store::ArrivalState;

constexpr std::string_view canary = "秘密の相談KANARIYA4711";

class LetGo : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  /// How many files of the data folder hold it.
  int files_with(std::string_view needle) {
    int found = 0;
    for (const auto& entry : fs::recursive_directory_iterator(scratch)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      found += bytes.find(needle) != std::string::npos ? 1 : 0;
    }
    return found;
  }
  /// A piece of the kept bytes as they stand sealed in the database.
  std::string sealed_piece(const store::Arrival& of) {
    return look([&](store::Reader& reader) {
      auto rows = reader.query("SELECT body FROM arrival_chunks WHERE arrival = ?", {of.row});
      return rows.next() ? std::string(rows.blob(0)).substr(30, 40) : std::string();
    });
  }
  std::string name_of(const store::Arrival& of) {
    return look([&](store::Reader& reader) {
      return std::string(store::read_name(reader, {of.row, of.id}).look_inside());
    });
  }
  std::vector<std::string> rows(const std::string& more = {}) {
    return {person({.key = "a1", .number = "0001"}, "s"),
            record("consultation", "c1", about("a1", R"("course":")" + std::string(canary) + '"')),
            consent("k1", "a1", R"("status":"refused")"), more.empty() ? about_nothing() : more};
  }
  static std::string about_nothing() { return record("person", "a9", R"("sex":"1")"); }

  struct Brought {
    store::Arrival arrival;
    std::string sealed;
  };
  /// Up to its end, and what the runner does then.
  Brought bring(Scope scope, const std::vector<std::string>& records) {
    kaigo.scope = scope;
    std::string bytes;
    for (const auto& one : records)
      bytes += one + "\n";
    const auto kept = keep(kaigo, bytes);
    auto sealed = sealed_piece(kept);
    EXPECT_EQ(sealed.size(), 40U);
    auto ended = settle(kaigo, kept, records);
    if (!keeps_bytes(scope) || ended.state == ArrivalState::quarantined) {
      EXPECT_TRUE(forget(*context, ended.id).has_value());
    }
    return {std::move(ended), std::move(sealed)};
  }
};

TEST_F(LetGo, control_all_rows_keeps_bytes_name_and_contents_sealed) {
  const auto brought = bring(Scope::all_rows, rows());
  EXPECT_EQ(brought.arrival.state, ArrivalState::applied);
  EXPECT_GE(files_with(brought.sealed), 1);
  EXPECT_EQ(name_of(brought.arrival), "file");
  EXPECT_TRUE(stored(kaigo, domain::RecordKind::consultation, "c1")->body);
  EXPECT_EQ(files_with(canary), 0);
}

TEST_F(LetGo, keys_only_keeps_no_content_no_name_and_no_delivered_byte) {
  const auto brought = bring(Scope::keys_only, rows());
  EXPECT_EQ(brought.arrival.state, ArrivalState::applied);
  EXPECT_EQ(files_with(brought.sealed), 0);
  EXPECT_EQ(name_of(brought.arrival), "");
  EXPECT_FALSE(stored(kaigo, domain::RecordKind::consultation, "c1")->body);
  EXPECT_EQ(files_with(canary), 0);
  EXPECT_FALSE(fs::exists(database->folder() / "staging") &&
               !fs::is_empty(database->folder() / "staging"));
}

TEST_F(LetGo, consented_rows_keeps_nothing_of_who_did_not_agree_nor_the_delivered_bytes) {
  const auto brought = bring(Scope::consented_rows, rows());
  EXPECT_EQ(brought.arrival.state, ArrivalState::applied);
  EXPECT_EQ(files_with(brought.sealed), 0);
  EXPECT_FALSE(stored(kaigo, domain::RecordKind::consultation, "c1"));
  EXPECT_FALSE(stored(kaigo, domain::RecordKind::person, "a1"));
}

TEST_F(LetGo, a_delivery_of_keys_that_waits_for_a_person_goes_when_it_is_discarded) {
  std::vector<std::string> many;
  for (int i = 0; i < 100; ++i)
    many.push_back(record("person", "p" + std::to_string(i), R"("sex":"2")"));
  bring(Scope::keys_only, many);
  for (auto& one : many)
    one.replace(one.find(R"("2")"), 3, R"("1")");
  const auto paused = bring(Scope::keys_only, many);
  ASSERT_EQ(paused.arrival.state, ArrivalState::paused);
  auto book_with_keys = std::make_shared<Book>(*book);
  for (auto& source : book_with_keys->profile.sources)
    source.scope = Scope::keys_only;
  context->exchange(book_with_keys);
  ASSERT_TRUE(settle_paused(*context, paused.arrival.id, false, "operator").has_value());
  EXPECT_TRUE(forget(*context, paused.arrival.id).has_value());
  EXPECT_EQ(files_with(paused.sealed), 0);
}

TEST_F(LetGo, a_refused_delivery_of_keys_leaves_no_byte) {
  kaigo.scope = Scope::keys_only;
  const auto kept = keep(kaigo, std::string(canary));
  const auto sealed = sealed_piece(kept);
  ASSERT_TRUE(begin_decoding(*context, kaigo, kept).value());
  ASSERT_TRUE(refuse(*context, kaigo, {kept.row, kept.id}, {0, "", "x", "y"}).has_value());
  ASSERT_TRUE(forget(*context, kept.id).has_value());
  EXPECT_EQ(files_with(sealed), 0);
}

TEST_F(LetGo, a_quarantined_delivery_leaves_the_log_and_the_staged_records_too) {
  const auto with_number =
      record("consultation", "c2", about("a1", R"("course":"番号 123456789018")"));
  auto records = rows(with_number);
  std::string bytes;
  for (const auto& one : records)
    bytes += one + "\n";
  const auto kept = keep(kaigo, bytes);
  const auto sealed = sealed_piece(kept);
  const auto ended = settle(kaigo, kept, records);
  ASSERT_EQ(ended.state, ArrivalState::quarantined);
  EXPECT_GE(files_with(sealed), 1);  // the control: the old pages are still in the log
  ASSERT_TRUE(forget(*context, ended.id).has_value());
  EXPECT_EQ(files_with(sealed), 0);
  EXPECT_EQ(files_with("123456789018"), 0);
  for (const auto& entry : fs::recursive_directory_iterator(scratch))
    EXPECT_EQ(entry.path().string().find(ended.id.text()), std::string::npos);
}

TEST_F(LetGo, an_order_key_never_stands_in_the_clear) {
  const std::string named = "山田KANARIYA太郎_20260410.csv";
  ASSERT_EQ(deliver(kaigo, {about_nothing()}, named).state, ArrivalState::applied);
  ASSERT_TRUE(database->writer().forget_log().has_value());
  EXPECT_EQ(look([&](store::Reader& reader) { return store::newest_order(reader, kaigo.row); }),
            named);
  EXPECT_EQ(files_with("KANARIYA"), 0);
}

}  // namespace
}  // namespace hub::service
