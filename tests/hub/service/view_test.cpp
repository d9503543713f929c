#include <gmock/gmock.h>

#include "hub/service/view_arrivals.hpp"
#include "hub/service/view_cases.hpp"
#include "hub/service/view_explain.hpp"
#include "hub/service/view_households.hpp"
#include "hub/service/view_partners.hpp"
#include "hub/service/view_referrals.hpp"
#include "hub/service/view_signals.hpp"
#include "hub/service/view_sources.hpp"
#include "hub/store/arrivals.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/households.hpp"
#include "hub/store/rejects.hpp"
#include "tests/hub/service/household_fixture.hpp"
#include "tsunagu/json/parse.hpp"

namespace hub::service {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ViewTest : public HouseholdFixture {
 protected:
  using Lines = std::vector<std::string>;

  /// The lines of a view. Whatever it shows: no value of a person is in it.
  template <class View>
  Lines lines_of(View&& view) {
    Lines lines;
    look([&](store::Reader& reader) {
      view(reader, [&](std::string_view line) { lines.emplace_back(line); });
      return 0;
    });
    for (const auto& line : lines) {
      EXPECT_TRUE(tsunagu::json::parse_untrusted(line).ok()) << line;
      for (const auto value : planted)
        EXPECT_THAT(line, Not(HasSubstr(std::string(value))));
    }
    return lines;
  }
  static Lines with(const Lines& lines, const std::string& part) {
    Lines out;
    for (const auto& line : lines) {
      if (line.find(part) != std::string::npos) out.push_back(line);
    }
    return out;
  }
  /// The referral in that state.
  base::ReferralId referral(std::string_view status) {
    return look([&](store::Reader& reader) {
      const auto rows = store::list_referrals(reader, status, 1);
      return store::read_referral(reader, rows.at(0))->id;
    });
  }
  Lines explained(std::string_view status) {
    const auto id = referral(status);
    return lines_of([&](store::Reader& reader, const ViewSink& sink) {
      EXPECT_TRUE(
          explain_referral(reader, *context->book(), id, {"operator/root", clock.now()}, sink)
              .has_value());
    });
  }
};

TEST_F(ViewTest, shows_configured_sources_with_the_feeds_that_brought_something) {
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    view_sources(reader, *context->book(), sink);
  });
  EXPECT_EQ(with(lines, R"("kind":"source")").size(), context->book()->profile.sources.size());
  EXPECT_EQ(with(lines, R"("kind":"feed")").size(), 3u);
}

TEST_F(ViewTest, shows_that_a_source_is_paused) {
  commit([](store::Transaction& tx) { store::pause_source(tx, "kaigo", "operator"); });
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    view_sources(reader, *context->book(), sink);
  });
  EXPECT_EQ(with(lines, R"("state":"paused")").size(), 1u);
}

TEST_F(ViewTest, hides_an_order_that_is_a_files_name) {
  const auto plan = plan_of("kaigo", "elim");
  commit([&](store::Transaction& tx) { store::mark_applied(tx, plan.row, "ウメコ_20260501.csv"); });
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    view_sources(reader, *context->book(), sink);
  });
  EXPECT_THAT(lines, Contains(HasSubstr(R"("order":"*")")));
}

TEST_F(ViewTest, shows_deliveries_by_counts_and_never_by_their_files_name) {
  const auto lines = lines_of(
      [](store::Reader& reader, const ViewSink& sink) { view_arrivals(reader, false, 10, sink); });
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0], HasSubstr(R"("source":"konkyu")"));
  EXPECT_THAT(lines[0], HasSubstr(R"("state":"applied")"));
  EXPECT_THAT(lines[0], HasSubstr(R"("rejects":1)"));
}

TEST_F(ViewTest, shows_where_a_reject_is_and_why) {
  const auto id = look([](store::Reader& reader) { return store::list_arrivals(reader, 1)[0].id; });
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    EXPECT_TRUE(view_rejects(reader, id, 10, sink).has_value());
  });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_THAT(lines[0], HasSubstr(R"("line":99)"));
  EXPECT_THAT(lines[0], HasSubstr("impossible_date"));
}

TEST_F(ViewTest, shows_what_was_remarked_and_taken_beside_the_rejects) {
  const auto newest =
      look([](store::Reader& reader) { return store::list_arrivals(reader, 1)[0]; });
  commit([&](store::Transaction& tx) {
    store::add_warning(tx, newest.row, {1, "新しい列", "column.unknown", "知らない列です"});
    auto counts = newest.counts;
    counts.warnings = 1;
    store::set_arrival_counts(tx, newest.row, counts);
  });
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    EXPECT_TRUE(view_rejects(reader, newest.id, 10, sink).has_value());
  });
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0], HasSubstr(R"("kind":"reject")"));
  EXPECT_EQ(lines[1], R"({"kind":"warning","line":1,"column":"新しい列","code":"column.unknown",)"
                      R"("reason":"知らない列です"})");
  const auto arrivals = lines_of(
      [](store::Reader& reader, const ViewSink& sink) { view_arrivals(reader, false, 1, sink); });
  EXPECT_THAT(arrivals[0], HasSubstr(R"("warnings":1)"));
}

TEST_F(ViewTest, shows_a_household_as_ids_with_evidence_and_systems) {
  const auto household =
      look([](store::Reader& reader) { return store::list_households(reader, 9); });
  ASSERT_EQ(household.size(), 1u) << "same address: one household";
  Shown shown;
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    shown = view_household(reader, {clock.now()}, household[0].id, sink).value();
  });
  EXPECT_EQ(shown.persons.size(), 2u);
  EXPECT_EQ(with(lines, R"("kind":"member")").size(), 2u);
  EXPECT_THAT(lines, Contains(HasSubstr(R"("source":"kaigo")")));
  EXPECT_THAT(lines, Contains(HasSubstr(R"("source":"konkyu")")));
}

TEST_F(ViewTest, shows_a_case_with_its_persons_and_referrals) {
  const auto id = look([](store::Reader& reader) {
    return store::read_case(reader, store::list_cases(reader, 1).at(0))->id;
  });
  Shown shown;
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    shown = view_case(reader, {clock.now()}, id, sink).value();
  });
  EXPECT_FALSE(shown.persons.empty());
  EXPECT_FALSE(with(lines, R"("kind":"referral")").empty());
}

TEST_F(ViewTest, shows_a_held_referral_with_its_history_and_proposals) {
  const auto id = referral("held");
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    EXPECT_TRUE(view_referral(reader, id, sink).has_value());
  });
  EXPECT_THAT(lines, Contains(HasSubstr(R"("reason":"no_consent")")));
  EXPECT_EQ(with(lines, R"("kind":"signal")").size(), 2u);
  EXPECT_TRUE(with(lines, R"("kind":"order")").empty());
}

TEST_F(ViewTest, shows_the_order_that_carries_a_sent_referral) {
  const auto id = referral("sent");
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    EXPECT_TRUE(view_referral(reader, id, sink).has_value());
  });
  const auto orders = with(lines, R"("kind":"order")");
  ASSERT_EQ(orders.size(), 1u);
  EXPECT_THAT(orders[0], HasSubstr(R"("partner":"sakutomo")"));
}

TEST_F(ViewTest, shows_open_signals_without_contents) {
  const auto lines =
      lines_of([](store::Reader& reader, const ViewSink& sink) { view_signals(reader, 10, sink); });
  EXPECT_THAT(lines, Contains(HasSubstr("ask_consent")));
  EXPECT_THAT(lines, Contains(HasSubstr("convene_shien_kaigi")));
}

TEST_F(ViewTest, shows_each_configured_partner) {
  const auto lines = lines_of([&](store::Reader& reader, const ViewSink& sink) {
    view_partners(reader, *context->book(), sink);
  });
  EXPECT_EQ(lines.size(), context->book()->profile.partners.size());
}

TEST_F(ViewTest, explains_what_goes_of_whom_with_the_law_and_its_version) {
  const auto lines = explained("sent");
  EXPECT_THAT(lines.at(0), HasSubstr(R"("goes":true)"));
  EXPECT_THAT(lines.at(0), HasSubstr("個人情報保護法69条2項1号・27条1項（2025-04-01時点）"));
  const auto allowed = with(with(lines, R"("decision":"allow")"), R"("subject":"focus")");
  ASSERT_FALSE(allowed.empty());
  EXPECT_THAT(allowed, Contains(HasSubstr("person/names/fullName")));
}

TEST_F(ViewTest, explains_that_the_household_members_data_stay_and_what_to_do) {
  const auto withheld = with(explained("sent"), R"("subject":"household")");
  ASSERT_FALSE(withheld.empty());
  EXPECT_EQ(with(withheld, R"("decision":"allow")").size(), 0u);
  EXPECT_THAT(withheld, Contains(HasSubstr("同意がないため")));
  EXPECT_THAT(withheld, Contains(HasSubstr("支援会議で扱うことを検討してください。")));
}

TEST_F(ViewTest, explains_by_which_other_ways_it_could_go_or_why_each_is_shut) {
  const auto ways = with(explained("held"), R"("kind":"way")");
  const auto of = [&](const std::string& basis) {
    return with(ways, R"("basis":")" + basis + '"').at(0);
  };
  EXPECT_THAT(of("SHIEN-KAIGI"), HasSubstr(R"("needs":"sitting","open":true)"));
  EXPECT_THAT(of("BENEFIT"), HasSubstr(R"("needs":"officer","open":true)"));
  EXPECT_THAT(of("AGENCY"), HasSubstr(R"("open":false,"reason":"wrong_recipient")"));
  EXPECT_THAT(of("J-KAIGI"), HasSubstr(R"("open":false,"reason":"no_consent")"));
  EXPECT_TRUE(with(ways, "YOUTAIKYO").empty()) << "a body that this municipality does not have";
}

TEST_F(ViewTest, explains_a_held_referral_as_one_of_which_nothing_goes) {
  EXPECT_THAT(explained("held").at(0), HasSubstr(R"("goes":false)"));
}

TEST_F(ViewTest, knows_no_other_ids) {
  const auto none = base::ReferralId::make(clock.now(), random);
  lines_of([&](store::Reader& reader, const ViewSink& sink) {
    const auto shown =
        explain_referral(reader, *context->book(), none, {"operator/root", clock.now()}, sink);
    EXPECT_EQ(shown.error().kind(), base::Kind::not_found);
  });
}

TEST(ViewLine, hides_a_word_that_does_not_look_like_a_code) {
  std::string out;
  ViewLine line("test");
  line.code("reason", "架空 太郎さんが不在").code("state", "held");
  line.to([&](std::string_view json) { out = json; });
  EXPECT_EQ(out, R"({"kind":"test","reason":"*","state":"held"})");
}

}  // namespace
}  // namespace hub::service
