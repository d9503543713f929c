#include "hub/service/stage.hpp"

#include "hub/base/limits.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

class Staging : public ServiceFixture {
 protected:
  FeedPlan kaigo = plan_of("kaigo");

  /// More than waits at a time.
  static std::vector<std::string> many() {
    std::vector<std::string> records;
    for (int i = 0; i < 500; ++i)
      records.push_back(record("consultation", "m" + std::to_string(i),
                               about("a1", R"("statement":")" + std::string(1'000, 'x') + '"')));
    return records;
  }
};

TEST_F(Staging, counts_every_remark_and_keeps_the_first_of_them) {
  constexpr auto limit = base::limits::rejects_kept;
  for (const auto size : {limit - 1, limit, limit + 1}) {
    const auto kept = keep(kaigo, "bytes " + std::to_string(size));
    Stager stager(*context, kaigo, {kept.row, kept.id});
    for (std::size_t line = 1; line <= size; ++line) {
      stager.reject({static_cast<std::int64_t>(line), "", "a", "b"});
      stager.warn({static_cast<std::int64_t>(line), "", "a", "b"});
    }
    const auto& staged = stager.staged();
    EXPECT_EQ(staged.counts.rejects, static_cast<std::int64_t>(size));
    EXPECT_EQ(staged.counts.warnings, static_cast<std::int64_t>(size));
    EXPECT_EQ(staged.rejects.size(), std::min(size, limit));
    EXPECT_EQ(staged.warnings.size(), std::min(size, limit));
    EXPECT_EQ(staged.rejects.back().line, static_cast<std::int64_t>(std::min(size, limit)));
  }
}

TEST_F(Staging, of_what_is_held_unchanged_only_its_row_is_put_aside) {
  const auto one = record("consultation", "c1", about("a1"));
  const auto two = record("consultation", "c2", about("a1"));
  deliver(kaigo, {one});
  const auto kept = keep(kaigo, "again");
  Stager stager(*context, kaigo, {kept.row, kept.id});
  ASSERT_TRUE(stager.record(one, 2).has_value());
  ASSERT_TRUE(stager.record(two, 3).has_value());
  ASSERT_TRUE(stager.finish().has_value());
  store::StagingReader staging(database->folder(), kept.id, keys);
  const auto same = staging.next().value();
  EXPECT_EQ(same->unchanged, stored(kaigo, domain::RecordKind::consultation, "c1")->row);
  EXPECT_TRUE(same->record.body.empty());
  EXPECT_TRUE(same->record.tokens.empty());
  const auto fresh = staging.next().value();
  EXPECT_TRUE(fresh->fresh);
  EXPECT_FALSE(fresh->unchanged);
  EXPECT_FALSE(fresh->record.body.empty());
  EXPECT_EQ(stager.staged().counts.unchanged, 1);
  EXPECT_EQ(stager.staged().counts.added, 1);
}

TEST_F(Staging, what_comes_later_is_held_against_what_came_before) {
  const auto held = record("consultation", "c1", about("a1"));
  deliver(kaigo, {held});
  auto records = many();
  records.insert(records.begin(), record("consultation", "c1", about("a1", R"("statement":"y")")));
  records.push_back(held);
  const auto kept = keep(kaigo, "again");
  Stager stager(*context, kaigo, {kept.row, kept.id});
  for (const auto& one : records)
    ASSERT_TRUE(stager.record(one, 1).has_value());
  ASSERT_TRUE(stager.finish().has_value());
  EXPECT_EQ(stager.staged().counts.added, 500);
  EXPECT_EQ(stager.staged().counts.changed, 1);
  store::StagingReader staging(database->folder(), kept.id, keys);
  std::vector<store::StagedRecord> all;
  while (auto next = staging.next().value())
    all.push_back(std::move(*next));
  ASSERT_EQ(all.size(), records.size());
  for (int i = 0; i < 500; ++i)
    EXPECT_EQ(all[static_cast<std::size_t>(i) + 1].record.id,
              store::record_id(keys, kaigo.row, number_of(domain::RecordKind::consultation),
                               "m" + std::to_string(i)));
  EXPECT_EQ(all.back().record.id, all.front().record.id);
  EXPECT_FALSE(all.back().unchanged) << "it is not any more when this one is applied";
}

TEST_F(Staging, what_can_not_be_put_aside_ends_it) {
  const auto kept = keep(kaigo, "bytes");
  std::filesystem::create_symlink("/dev/full", database->folder() / ("staged-" + kept.id.text()));
  Stager stager(*context, kaigo, {kept.row, kept.id});
  base::Result<> done;
  for (const auto& one : many()) {
    if (done) done = stager.record(one, 1);
  }
  if (done) done = stager.finish();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind(), base::Kind::storage_full);
}

TEST_F(Staging, warnings_are_kept_with_the_delivery) {
  const auto kept = keep(kaigo, "bytes");
  ASSERT_TRUE(begin_decoding(*context, kaigo, kept).value());
  const store::ArrivalRef ref{kept.row, kept.id};
  Stager stager(*context, kaigo, ref);
  stager.warn({1, "新しい列", "column.unknown", "知らない列です"});
  ASSERT_EQ(end_decoding(*context, kaigo, ref, stager, {}).value(), Judgement::apply);
  const auto ended = arrival(kept);
  EXPECT_EQ(ended.counts.warnings, 1);
  const auto warnings =
      look([&](store::Reader& reader) { return store::list_warnings(reader, kept.row, 10); });
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].column, "新しい列");
  EXPECT_TRUE(look(
      [&](store::Reader& reader) { return store::list_rejects(reader, kept.row, 10).empty(); }));
}

}  // namespace
}  // namespace hub::service
