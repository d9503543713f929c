// Links follow what they are made by: thresholds, rules, weights; whatever was stopped is begun
// anew and comes to the same.
#include "hub/service/link_basis.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "hub/linkage/model_text.hpp"
#include "hub/service/linkage_facts.hpp"
#include "hub/service/relink.hpp"
#include "hub/store/backup.hpp"
#include "hub/store/link_edges.hpp"
#include "hub/store/link_models.hpp"
#include "hub/store/record_facts.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::service {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto to_the_end = [](const RelinkProgress&) { return true; };

/// Fifty pairs, each a record of either system; some are alike enough, some only perhaps.
class LinkBasisTest : public ServiceFixture {
 protected:
  LinkBasisTest() {
    for (int at = 0; at < 50; ++at) {
      const auto number = std::to_string(1000 + at);
      Somebody one;
      one.key = "a" + number;
      one.birthday = "19" + std::to_string(40 + at) + "-02-10";
      Somebody other = one;
      other.key = "b" + number;
      if (at % 2 == 0) other.address = "栃木県さくら市喜連川" + number + "番地";
      if (at % 3 == 0) other.birthday = "19" + std::to_string(40 + at) + "-02-11";
      deliver(kaigo, {person(one, "")});
      deliver(shogai, {person(other, "")});
    }
  }

  std::vector<std::string> why() { return why_link_anew(*context).value(); }
  void choose(int same) {
    auto changed = std::make_shared<Book>(*book);
    changed->settings.linkage.same = same;
    book = changed;
    context->exchange(book);
  }
  /// The person of each record, by the first record of that person; and the pairs asked about.
  std::vector<std::string> state() {
    return look([&](store::Reader& reader) {
      std::vector<std::string> lines;
      std::map<store::PersonRow, store::RecordRow> first;
      for (const auto row : store::rows_with_facts(reader)) {
        const auto link = store::link_of(reader, row);
        const auto person = first.try_emplace(link->person, row).first->second;
        lines.push_back(std::to_string(row.value) + " of " + std::to_string(person.value));
      }
      store::each_asked(reader, [&](const store::AskedPair& pair) {
        lines.push_back(std::to_string(pair.one.value) + "?" + std::to_string(pair.other.value));
        return true;
      });
      std::sort(lines.begin(), lines.end());
      return lines;
    });
  }

  FeedPlan kaigo = plan_of("kaigo");
  FeedPlan shogai = plan_of("shogai");
};

TEST_F(LinkBasisTest, tells_what_changed_until_all_is_linked_by_it) {
  EXPECT_THAT(why(), ElementsAre("never")) << "links from before it was kept";
  ASSERT_TRUE(rebuild_links(*context, "system", to_the_end).has_value());
  EXPECT_THAT(why(), IsEmpty());
  choose(30);
  EXPECT_THAT(why(), ElementsAre("thresholds"));
  ASSERT_TRUE(estimate_links(*context, "system", to_the_end).has_value());
  EXPECT_THAT(why(), IsEmpty());
  std::ofstream(database->folder() / model_file)
      << linkage::format_model(linkage::standard_model());
  EXPECT_THAT(why(), ElementsAre("model"));
}

TEST_F(LinkBasisTest, other_rules_make_facts_and_tokens_anew_and_the_record_stays) {
  ASSERT_TRUE(rebuild_links(*context, "system", to_the_end).has_value());
  const auto before = state();
  const auto row = link_of(kaigo, "a1000")->record;
  const auto body =
      look([&](store::Reader& reader) { return store::read_record(reader, row)->changed_at; });
  auto tables = shared_tables();
  tables.version += " and more";
  Context later(*database, tables, clock, random, book);
  EXPECT_THAT(why_link_anew(later).value(), ElementsAre("rules"));
  ASSERT_TRUE(rebuild_links(later, "system", to_the_end).has_value());
  EXPECT_THAT(why_link_anew(later).value(), IsEmpty());
  EXPECT_EQ(state(), before);
  look([&](store::Reader& reader) {
    NumberSystems systems;
    const auto opened = *store::facts_of(reader, row);
    EXPECT_EQ(TakenFacts(opened, 0, false, systems).rules(), rules_of(tables));
    EXPECT_EQ(store::read_record(reader, row)->changed_at, body);
    return 0;
  });
}

/// There is no body to make them from: only the delivery that brings the record again can.
TEST_F(LinkBasisTest, other_rules_make_keys_that_stand_alone_anew_when_they_come_again) {
  shogai.scope = profile::Scope::keys_only;
  const auto same = {person({.key = "k1"}, "")};
  deliver(shogai, same);
  const auto row = link_of(shogai, "k1")->record;
  auto tables = shared_tables();
  tables.version += " and more";
  const auto rules_and_day = [&] {
    return look([&](store::Reader& reader) {
      NumberSystems systems;
      const auto opened = *store::facts_of(reader, row);
      const TakenFacts taken(opened, 0, false, systems);
      return std::pair(taken.rules() == rules_of(tables), taken.get().recorded);
    });
  };
  const auto before = rules_and_day();
  const auto tokens = [&] {
    return look([&](store::Reader& reader) { return store::tokens_of(reader, row); });
  };
  const auto tokens_before = tokens();
  ASSERT_FALSE(before.first);
  clock.advance(std::chrono::hours(24 * 30));
  context = std::make_unique<Context>(*database, tables, clock, random, book);
  const auto again = deliver(shogai, same);
  EXPECT_EQ(rules_and_day(), std::pair(true, before.second)) << "nothing newer is told";
  EXPECT_EQ(tokens(), tokens_before);
  EXPECT_EQ(again.counts.unchanged, 1) << "the brake counts what the source changed";
  EXPECT_TRUE(link_of(shogai, "k1"));
}

TEST_F(LinkBasisTest, records_from_before_there_were_facts_get_them) {
  ASSERT_TRUE(rebuild_links(*context, "system", to_the_end).has_value());
  const auto before = state();
  commit([&](store::Transaction& tx) {
    for (const auto row : store::rows_with_facts(tx)) {
      const auto edges = store::edges_of(tx, row);
      store::change_edges(tx, row, edges, {});
      store::drop_facts(tx, row);
      store::unlink_record(tx, row, "test");
    }
    return 0;
  });
  ASSERT_THAT(state(), IsEmpty());
  ASSERT_TRUE(rebuild_links(*context, "system", to_the_end).has_value());
  EXPECT_EQ(state(), before);
}

/// Stopped after each number of pieces: what was done stands, each record is somebody's, and the
/// next start comes to the same.
TEST_F(LinkBasisTest, stopped_in_the_middle_it_is_begun_anew_to_the_same) {
  ASSERT_TRUE(rebuild_links(*context, "system", to_the_end).has_value());
  const auto wide = state();
  choose(30);
  std::vector<std::string> strict;
  for (int pieces = 0; pieces < 6; ++pieces) {
    int left = pieces;
    const auto stopped =
        rebuild_links(*context, "system", [&](const RelinkProgress&) { return left-- > 0; });
    const bool ended = stopped.has_value();
    EXPECT_EQ(why().empty(), ended) << pieces;
    reopen();
    EXPECT_EQ(state().size() > 99, true) << "each record is somebody's";
    ASSERT_TRUE(rebuild_links(*context, "system", to_the_end).has_value());
    if (strict.empty()) strict = state();
    EXPECT_EQ(state(), strict) << pieces;
    choose(6);
    ASSERT_TRUE(rebuild_links(*context, "system", to_the_end).has_value());
    EXPECT_EQ(state(), wide) << pieces;
    choose(30);
  }
  EXPECT_NE(strict, wide);
}

TEST_F(LinkBasisTest, a_backup_carries_the_weights_sealed) {
  ASSERT_TRUE(estimate_links(*context, "system", to_the_end).has_value());
  const auto before = state();
  const auto file = database->folder() / model_file;
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  ASSERT_NE(text.find("share same family"), std::string::npos);
  ASSERT_TRUE(load_weights(*context).has_value()) << "the daemon's start keeps what stands there";
  const auto backup = scratch / "backup.db";
  ASSERT_TRUE(store::back_up(*database, backup).has_value());
  std::ifstream bytes(backup, std::ios::binary);
  const std::string held{std::istreambuf_iterator<char>(bytes), {}};
  EXPECT_EQ(held.find("share same family"), std::string::npos) << "sealed";
  std::filesystem::create_directories(scratch / "restored");
  ASSERT_TRUE(store::restore(backup, scratch / "restored", keys).has_value());
  auto restored =
      store::Database::open(scratch / "restored", keys, clock, random, [](const base::Failure&) {
        std::abort();
      }).value();
  Context later(*restored, shared_tables(), clock, random, book);
  ASSERT_TRUE(load_weights(later).has_value());
  std::ifstream again(restored->folder() / model_file);
  EXPECT_EQ((std::string{std::istreambuf_iterator<char>(again), {}}), text);
  EXPECT_THAT(why_link_anew(later).value(), IsEmpty());
}

TEST_F(ServiceFixture, a_new_installation_begins_with_what_it_is_linked_by) {
  EXPECT_TRUE(why_link_anew(*context).value().empty());
  auto changed = std::make_shared<Book>(*book);
  changed->settings.linkage.same = 7;
  context->exchange(std::shared_ptr<const Book>(changed));
  EXPECT_EQ(why_link_anew(*context).value().front(), "thresholds");
}

}  // namespace
}  // namespace hub::service
