// A delivery through an adapter process that misbehaves, and a protection register, to their ends.
#include "hub/intake/decode.hpp"

#include "hub/service/register_brake.hpp"
#include "tests/hub/adapter/bench.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::intake {
namespace {

using service::FeedPlan;
using store::ArrivalState;

constexpr std::string_view header =
    "宛名番号,氏名カナ,生年月日,有効開始,有効終了,併せて支援を求める者,相手方氏名,"
    "相手方氏名カナ,相手方生年月日,相手方宛名番号\r\n";

std::string protected_row(int number) {
  return "000" + std::to_string(number) + ",ヒガシ ハナコ,1980-01-0" +
         std::to_string(number % 9 + 1) +
         ",2026-01-01,2026-12-31,,甲,コウ タロウ,1975-05-05,9999\r\n";
}

class DecodeDelivery : public service::ServiceFixture {
 protected:
  FeedPlan plan = [this] {
    auto made = plan_of("kaigo");
    made.feed = "lines";
    return made;
  }();
  FeedPlan of_register = [this] {
    auto made = plan_of("sakura-shien-sochi");
    made.mode = service::FeedMode::full;
    made.brake.gone_percent = 20;
    return made;
  }();

  store::Arrival decode(const std::string& fault, const store::Arrival& kept) {
    auto launch = adapter::bench::launch(fault);
    adapter::Supervisor supervisor(launch, clock, random);
    ending = decode_and_apply(*context, supervisor, plan, kept, false).value();
    return arrival(kept);
  }
  store::Arrival decode(const std::string& fault) { return decode(fault, keep(plan, "a\nb\n")); }

  /// The register under that file name.
  store::Arrival bring(const std::string& csv, const std::string& name = "SHIENSOCHI.csv",
                       bool released = false) {
    service::Keeping keeping(*context);
    EXPECT_TRUE(keeping.begin(of_register.row, name).has_value());
    EXPECT_TRUE(keeping.add(crypto::bytes_of(csv)).has_value());
    return settle_register(arrival(keeping.complete().value()), released);
  }
  store::Arrival settle_register(const store::Arrival& kept, bool released) {
    profile::Feed feed;
    feed.encodings = {"utf8", "cp932"};
    ending = apply_register_file(*context, of_register, feed, kept, released).value();
    return arrival(kept);
  }
  std::size_t protections() {
    return look([&](store::Reader& reader) {
      return store::held_protections(reader, of_register.row, "2026-04-10").size();
    });
  }
  std::vector<store::Reject> remarks(const store::Arrival& of) {
    return look([&](store::Reader& reader) { return store::list_rejects(reader, of.row, 10); });
  }
  std::string ten() {
    std::string rows;
    for (int i = 0; i < 10; ++i)
      rows += protected_row(i);
    return std::string(header) + rows;
  }

  Ending ending = Ending::try_again;
};

TEST_F(DecodeDelivery, is_refused_whole_with_the_adapters_own_words) {
  const auto ended = decode("refuses");
  EXPECT_EQ(ended.state, ArrivalState::refused);
  EXPECT_EQ(ended.reason, "trailer_count");
  EXPECT_EQ(ending, Ending::settled);
  ASSERT_EQ(remarks(ended).size(), 1U);
  EXPECT_EQ(remarks(ended)[0].reason, "件数が違います");
}

TEST_F(DecodeDelivery, waits_when_its_adapter_dies_and_keeps_its_bytes) {
  for (const auto* fault : {"crashes", "exits"}) {
    const auto kept = keep(plan, fault);
    const auto ended = decode(fault, kept);
    EXPECT_EQ(ending, Ending::try_again) << fault;
    EXPECT_EQ(ended.state, ArrivalState::received) << fault;
    EXPECT_TRUE(look([&](store::Reader& reader) {
      return store::read_chunk(reader, {kept.row, kept.id}, 0).has_value();
    }));
  }
}

/// Whatever may stay of it once it is read: nobody has read it.
TEST_F(DecodeDelivery, is_set_aside_with_its_bytes_when_its_adapter_dies_of_it_again_and_again) {
  for (const auto scope :
       {profile::Scope::all_rows, profile::Scope::consented_rows, profile::Scope::keys_only}) {
    plan.scope = scope;
    const auto kept = keep(plan, "deadly " + std::to_string(static_cast<int>(scope)));
    adapter::Supervisor supervisor(adapter::bench::launch("crashes"), clock, random);
    for (int time = 0; time <= base::limits::adapter_deaths_to_quarantine; ++time) {
      ending = decode_and_apply(*context, supervisor, plan, arrival(kept), false).value();
      clock.advance(std::chrono::hours(1));
    }
    const auto aside = arrival(kept);
    EXPECT_EQ(ending, Ending::settled);
    EXPECT_EQ(aside.state, ArrivalState::paused);
    EXPECT_EQ(aside.reason, service::adapter_died_reason);
    EXPECT_TRUE(look([&](store::Reader& reader) {
      return store::read_chunk(reader, {kept.row, kept.id}, 0).has_value();
    }));
    ASSERT_TRUE(service::settle_paused(*context, kept.id, true, "officer"));
    EXPECT_EQ(arrival(kept).state, ArrivalState::received);
    EXPECT_FALSE(service::is_wanted(arrival(kept))) << "nobody saw what is in it: it is judged";
  }
}

TEST_F(DecodeDelivery, rejects_records_that_are_not_of_the_schema_with_their_line) {
  may_reject = true;
  const auto ended = decode("none");
  EXPECT_EQ(ended.state, ArrivalState::applied);
  EXPECT_EQ(ended.counts.rejects, 2);
  ASSERT_EQ(remarks(ended).size(), 2U);
  EXPECT_EQ(remarks(ended)[0].line, 1);
  EXPECT_EQ(remarks(ended)[0].code, "record_invalid");
}

TEST_F(DecodeDelivery, takes_no_kind_of_record_that_the_manifest_does_not_name) {
  may_reject = true;
  const auto ended = decode("another_kind", keep(plan, "no line"));
  EXPECT_EQ(ended.state, ArrivalState::applied);
  EXPECT_EQ(ended.counts.records, 1) << "the person, not the consent";
  ASSERT_EQ(remarks(ended).size(), 1U);
  EXPECT_EQ(remarks(ended)[0].line, 9);
  EXPECT_EQ(remarks(ended)[0].code, "kind_undeclared");
}

TEST_F(DecodeDelivery, of_keys_is_due_to_be_forgotten) {
  plan.scope = profile::Scope::keys_only;
  const auto ended = decode("refuses");
  EXPECT_EQ(ending, Ending::destroyed);
  EXPECT_FALSE(look([&](store::Reader& reader) {
    return store::read_chunk(reader, {ended.row, ended.id}, 0).has_value();
  }));
}

TEST_F(DecodeDelivery, control_a_register_is_applied_and_follows_corrections) {
  EXPECT_EQ(bring(ten()).state, ArrivalState::applied);
  EXPECT_EQ(protections(), 10U);
  auto corrected = ten();
  corrected.replace(corrected.find("1975-05-05"), 10, "1975-05-06");
  corrected.replace(corrected.find("2026-01-01"), 10, "2026-04-01");
  EXPECT_EQ(bring(corrected).state, ArrivalState::applied);
  EXPECT_EQ(protections(), 10U);
}

TEST_F(DecodeDelivery, a_register_of_a_header_alone_ends_no_protection) {
  const std::string one = std::string(header) + protected_row(1);
  ASSERT_EQ(bring(one).state, ArrivalState::applied);
  const auto paused = bring(std::string(header));
  EXPECT_EQ(paused.state, ArrivalState::paused);
  EXPECT_EQ(paused.reason, "too_many_gone");
  EXPECT_EQ(protections(), 1U);
}

TEST_F(DecodeDelivery, a_register_that_shrinks_by_more_than_its_share_waits_for_a_person) {
  ASSERT_EQ(bring(ten()).state, ArrivalState::applied);
  auto eight = std::string(header);
  for (int i = 0; i < 7; ++i)
    eight += protected_row(i);
  const auto paused = bring(eight);
  EXPECT_EQ(paused.state, ArrivalState::paused);
  EXPECT_EQ(paused.counts.records, 7);
  EXPECT_EQ(protections(), 10U);
  EXPECT_EQ(bring(eight + protected_row(7)).state, ArrivalState::applied);  // 20 % and no more
  EXPECT_EQ(protections(), 8U);
}

TEST_F(DecodeDelivery, a_paused_register_is_applied_once_released_and_not_once_discarded) {
  ASSERT_EQ(bring(ten()).state, ArrivalState::applied);
  const auto discarded = bring(std::string(header));
  ASSERT_TRUE(service::settle_paused(*context, discarded.id, false, "operator").has_value());
  EXPECT_EQ(protections(), 10U);
  const auto paused = bring(std::string(header) + protected_row(1));
  ASSERT_TRUE(service::settle_paused(*context, paused.id, true, "operator").has_value());
  EXPECT_EQ(settle_register(arrival(paused), true).state, ArrivalState::applied);
  EXPECT_EQ(protections(), 1U);
}

TEST_F(DecodeDelivery, a_register_that_loses_the_other_side_waits_too) {
  ASSERT_EQ(bring(ten()).state, ArrivalState::applied);
  auto blind = ten();
  const std::string near = "甲,コウ タロウ,1975-05-05,9999";
  for (auto at = blind.find(near); at != std::string::npos; at = blind.find(near))
    blind.replace(at, near.size(), ",,,");
  EXPECT_EQ(bring(blind).reason, "too_many_gone");
}

TEST_F(DecodeDelivery, a_child_left_out_of_its_mothers_entry_is_missed) {
  auto with_child = std::string(header) + protected_row(1);
  with_child.replace(with_child.find(",,甲"), std::string(",,甲").size(), ",0077,甲");
  ASSERT_EQ(bring(with_child).state, ArrivalState::applied);
  EXPECT_EQ(bring(std::string(header) + protected_row(1)).reason, "too_many_gone");
}

TEST_F(DecodeDelivery, an_entry_whose_time_is_over_is_not_missed) {
  auto over = ten();
  for (auto at = over.find("2026-12-31"); at != std::string::npos; at = over.find("2026-12-31"))
    over.replace(at, 10, "2026-04-09");
  ASSERT_EQ(bring(over).state, ArrivalState::applied);
  EXPECT_EQ(bring(std::string(header)).state, ArrivalState::applied);
}

TEST_F(DecodeDelivery, an_older_register_after_a_newer_one_waits_for_a_person) {
  ASSERT_EQ(bring(ten(), "SHIENSOCHI_20260410.csv").state, ArrivalState::applied);
  const auto older = bring(ten() + protected_row(11), "SHIENSOCHI_20260409.csv");
  EXPECT_EQ(older.state, ArrivalState::paused);
  EXPECT_EQ(older.reason, "older");
  EXPECT_EQ(bring(ten(), "SHIENSOCHI_20260411.csv").state, ArrivalState::applied);
}

struct SpoiledRegister {
  std::string name;
  std::string from;
  std::string to;
  std::string code;
  std::int64_t line;
};

class BadRegister : public DecodeDelivery, public testing::WithParamInterface<SpoiledRegister> {};

TEST_P(BadRegister, is_refused_whole_and_the_old_protections_stay) {
  ASSERT_EQ(bring(ten()).state, ArrivalState::applied);
  auto spoiled = ten();
  const auto at = spoiled.find(GetParam().from);
  ASSERT_NE(at, std::string::npos);
  spoiled.replace(at, GetParam().from.size(), GetParam().to);
  const auto ended = bring(spoiled);
  EXPECT_EQ(ended.state, ArrivalState::refused);
  EXPECT_EQ(ended.reason, GetParam().code);
  ASSERT_EQ(remarks(ended).size(), 1U);
  EXPECT_EQ(remarks(ended)[0].line, GetParam().line);
  EXPECT_FALSE(remarks(ended)[0].reason.empty());
  EXPECT_EQ(protections(), 10U);
}

INSTANTIATE_TEST_SUITE_P(
    Spoiled, BadRegister,
    testing::Values(
        SpoiledRegister{"empty_file", std::string(header), "\r\n", "register.column_missing", 1},
        SpoiledRegister{"column_missing", "有効終了,", "", "register.column_missing", 1},
        SpoiledRegister{"column_twice", "相手方氏名,", "氏名カナ,", "register.column_missing", 1},
        SpoiledRegister{"impossible_date", "2026-12-31", "令和8年2月30日", "date.no_such_day", 2},
        SpoiledRegister{"date_without_a_day", "2026-12-31", "令和8年2月", "register.date", 2},
        SpoiledRegister{"no_kana", "ヒガシ ハナコ", "", "register.empty", 2},
        SpoiledRegister{"no_beginning", "2026-01-01", "", "register.empty", 2},
        SpoiledRegister{"ends_before_it_begins", "2026-12-31", "2025-12-31", "register.period", 2},
        SpoiledRegister{"number_with_letters", "0001,", "A001,", "register.number", 3},
        SpoiledRegister{"unknown_word_among_the_numbers", ",,甲", ",妻,甲", "register.number", 2},
        SpoiledRegister{"row_cut", ",9999\r\n", "\r\n", "register.row_cut", 2},
        SpoiledRegister{"quote_never_closed", "ヒガシ", "\"ヒガシ", "table.quote_never_closed", 2},
        SpoiledRegister{"cut_character", "コウ タロウ,1975-05-05,9999\r\n0001", "コウ\xE3",
                        "encoding.malformed", 0}),
    [](const auto& row) { return row.param.name; });

TEST_F(DecodeDelivery, a_register_cut_in_a_character_at_its_end_is_refused) {
  ASSERT_EQ(bring(ten()).state, ArrivalState::applied);
  const auto cut = ten();
  const auto at = cut.rfind("コウ");
  const auto ended = bring(cut.substr(0, at + 1));
  EXPECT_EQ(ended.state, ArrivalState::refused);
  EXPECT_EQ(ended.reason, "encoding.cut");
  EXPECT_EQ(protections(), 10U);
}

TEST_F(DecodeDelivery, a_register_with_a_number_that_may_not_be_kept_is_quarantined) {
  ASSERT_EQ(bring(ten()).state, ArrivalState::applied);
  auto with_number = ten();
  with_number.replace(with_number.find("甲"), std::string("甲").size(), "123456789018");
  const auto ended = bring(with_number);
  EXPECT_EQ(ended.state, ArrivalState::quarantined);
  EXPECT_EQ(ending, Ending::destroyed);
  EXPECT_EQ(protections(), 10U);
  auto with_column = ten();
  with_column.replace(with_column.find("相手方氏名,"), std::string("相手方氏名,").size(),
                      "個人番号,");
  EXPECT_EQ(bring(with_column).state, ArrivalState::quarantined);
}

TEST(RegisterOrder, is_the_day_or_moment_in_the_files_name) {
  EXPECT_EQ(service::register_order("SHIENSOCHI_20260410.csv"), "20260410");
  EXPECT_EQ(service::register_order("SHIENSOCHI_20260410083000.csv"), "20260410083000");
  EXPECT_EQ(service::register_order("1_SHIENSOCHI_20260410_02.csv"), "20260410");
  EXPECT_EQ(service::register_order("SHIENSOCHI_123456789012345.csv"), "");
  EXPECT_EQ(service::register_order("shiensochi.csv"), "");
}

}  // namespace
}  // namespace hub::intake
