// Signals of patterns over the administration socket: who sees one, what he must say, what is
// logged.
#include "hub/store/households.hpp"
#include "hub/store/patterns.hpp"
#include "tests/hub/daemon/admin_fixture.hpp"

namespace hub::daemon {
namespace {

using testing::Each;
using testing::IsEmpty;
using testing::SizeIs;

/// The fixture's mother and son are known to two fields.
class PatternVerbs : public AdminVerbsTest {
 protected:
  void SetUp() override {
    AdminVerbsTest::SetUp();
    employ({"suzuki"}, "kikan-soudan");   // 直営
    employ({"tanaka"}, "elim-houkatsu");  // 委託
    asker = municipal;
    signal = of_patterns("signal.list").at(0);
    signal = R"("signal":")" + id_in(signal) + '"';
  }
  static std::string id_in(const std::string& line) {
    const auto parsed = tsunagu::json::parse_untrusted(line);
    return std::string(parsed.root().find("signal").text());
  }
  /// Lines of the kind `pattern` alone.
  std::vector<std::string> of_patterns(const std::string& verb, const std::string& rest = "") {
    auto lines = ask(verb, rest).value();
    std::erase_if(
        lines, [](const std::string& line) { return !line.starts_with(R"({"kind":"pattern")"); });
    return lines;
  }
  std::vector<audit::Entry> looks() {
    return look([](store::Reader& reader) {
      std::vector<audit::Entry> found;
      for (const auto& logged : store::list_entries(reader, 0, 10'000)) {
        if (logged.entry.action == "signal.looked_at") found.push_back(logged.entry);
      }
      return found;
    });
  }

  const std::string municipal = "officer/suzuki";
  std::string signal;
};

TEST_F(PatternVerbs, list_it_to_municipal_officers_alone) {
  EXPECT_THAT(of_patterns("signal.list"), SizeIs(1));
  const auto look_for = signal + R"(,"purpose":"case_conference")";
  asker = "operator/hanako";
  EXPECT_THAT(of_patterns("signal.list"), IsEmpty());
  EXPECT_EQ(ask("signal.show", look_for).error().kind(), Kind::not_found);
}

TEST_F(PatternVerbs, tell_officers_of_other_agencies_of_no_signal_at_all) {
  asker = "officer/tanaka";
  EXPECT_EQ(ask("signal.list").error().kind(), Kind::forbidden);
  for (const auto* verb : {"signal.show", "signal.decide", "signal.take-up", "signal.decline"})
    EXPECT_EQ(ask(verb, signal).error().kind(), Kind::forbidden) << verb;
}

TEST_F(PatternVerbs, show_it_for_a_purpose_and_log_a_row_for_each_person) {
  EXPECT_EQ(ask("signal.show", signal).error().kind(), Kind::invalid);
  EXPECT_THAT(looks(), IsEmpty());
  const auto lines = ask("signal.show", signal + R"(,"purpose":"case_conference")").value();
  EXPECT_THAT(lines, SizeIs(3)) << "the pattern and two members";
  for (const auto value : service::planted)
    EXPECT_THAT(lines, Each(Not(HasSubstr(std::string(value)))));
  EXPECT_THAT(lines, Each(Not(HasSubstr("household\":"))));
  ASSERT_THAT(looks(), SizeIs(2));
  for (const auto& one : looks()) {
    EXPECT_EQ(one.purpose, "case_conference");
    EXPECT_EQ(one.actor, municipal);
    EXPECT_THAT(one.persons, SizeIs(1));
  }
}

TEST_F(PatternVerbs, take_it_up_by_a_choice_and_not_by_a_word) {
  EXPECT_EQ(ask("signal.decide", signal + R"(,"decision":"taken_up")").error().kind(),
            Kind::invalid);
  asker = "operator/hanako";
  EXPECT_EQ(ask("signal.decide", signal + R"(,"decision":"taken_up")").error().kind(),
            Kind::conflict);
  asker = municipal;
  EXPECT_EQ(ask("signal.take-up", signal + R"(,"choice":"case")").error().kind(), Kind::invalid);
  const auto made = ask("signal.take-up", signal + R"(,"choice":"ask_consent")").value();
  const auto proposal = R"("signal":")" + id_in(made.at(0)) + '"';
  EXPECT_THAT(of_patterns("signal.list"), Each(HasSubstr("ask_consent")));
  EXPECT_EQ(ask("signal.take-up", signal + R"(,"choice":"ask_consent")").error().kind(),
            Kind::not_found);
  EXPECT_TRUE(ask("signal.decide", proposal + R"(,"decision":"taken_up")").has_value());
  EXPECT_THAT(of_patterns("signal.list"), IsEmpty());
}

/// さくら市: the register is the section for residents' (shimin).
TEST_F(PatternVerbs, say_where_nobody_can_see_what_waits_for_a_section) {
  asker = "operator/hanako";
  commit([](store::Transaction& tx) {
    auto pattern = *store::read_pattern(tx, store::list_open_patterns(tx, 1).at(0).row);
    pattern.audience = "shimin";
    const auto code = store::stored_code("pattern_8050", pattern);
    store::put_pattern(tx, code, store::list_households(tx, 1).at(0).row, pattern);
  });
  EXPECT_THAT(ask("doctor").value(), testing::Contains(HasSubstr("signals_unseen")));
  employ({"kato"}, "kikan-soudan", "shimin");
  EXPECT_THAT(ask("doctor").value(), Each(Not(HasSubstr("signals_unseen"))));
}

TEST_F(PatternVerbs, decline_it_with_a_reason) {
  EXPECT_EQ(ask("signal.decline", signal).error().kind(), Kind::invalid);
  EXPECT_TRUE(ask("signal.decline", signal + R"(,"reason":"not_now")").has_value());
  EXPECT_THAT(of_patterns("signal.list"), IsEmpty());
}

}  // namespace
}  // namespace hub::daemon
