// Officers' decisions as they are kept, and the queue that a second officer empties.
#include "hub/store/named_decisions.hpp"

#include "hub/store/persons.hpp"
#include "tests/hub/store/store_fixture.hpp"

namespace hub::store {
namespace {

using domain::NamedDecision;

class NamedDecisionsTest : public StoreFixture {
 protected:
  NamedDecisionsTest() {
    domain::LegalBasis danger;
    danger.code = "EMERGENCY";
    danger.forum_class = domain::ForumClass::emergency;
    bases = domain::LegalBases({danger});
    open();
    commit([&](Transaction& t) { person = create_person(t); });
  }

  DecisionId decide(const std::string& officer) {
    DecisionId id;
    commit([&](Transaction& t) {
      const auto taken = NamedDecision::take(
          {officer, "EMERGENCY", "連絡が取れず、生命に危険があるため", person.id, "sakutomo",
           domain::Item::contact, t.now() + std::chrono::hours(2)},
          bases, t.now());
      id = add_decision(t, person.row, taken.value());
    });
    return id;
  }
  std::size_t waiting() {
    return look([](Reader& r) { return decisions_awaiting_review(r); }).size();
  }
  base::Result<> review(const DecisionId& id, const std::string& by,
                        NamedDecision::Outcome outcome) {
    return database->write([&](Transaction& t) -> base::Result<> {
      t.audit(entry("decision.reviewed"));
      return review_decision(t, id, by, outcome);
    });
  }
  [[nodiscard]] bool holds(const DecisionId& id) {
    const auto found = look([&](Reader& r) { return find_decision(r, id); });
    return found && found->decision.holds(person.id, "sakutomo", "EMERGENCY", domain::Item::contact,
                                          clock.now());
  }

  domain::LegalBases bases;
  PersonRef person;
};

TEST_F(NamedDecisionsTest, are_read_back_as_they_were_taken) {
  const auto id = decide("officer/7");
  EXPECT_TRUE(holds(id));
  const auto found = look([&](Reader& r) { return find_decision(r, id); });
  EXPECT_EQ(found->decision.officer(), "officer/7");
  EXPECT_EQ(found->decision.labels(), domain::Labels(domain::Item::contact));
  EXPECT_TRUE(look([&](Reader& r) { return decisions_about(r, person.row, "elim"); }).empty());
  EXPECT_TRUE(look([&](Reader& r) { return has_decisions(r, person.row); }));
  EXPECT_FALSE(look([&](Reader& r) { return has_decisions(r, PersonRow{999}); }));
}

TEST_F(NamedDecisionsTest, wait_for_a_second_officer_even_when_they_are_over) {
  const auto id = decide("officer/7");
  clock.advance(std::chrono::hours(3));
  EXPECT_FALSE(holds(id));
  EXPECT_EQ(waiting(), 1u);
  EXPECT_FALSE(review(id, "officer/7", NamedDecision::Outcome::upheld));
  EXPECT_EQ(waiting(), 1u);
  EXPECT_TRUE(review(id, "officer/8", NamedDecision::Outcome::upheld));
  EXPECT_EQ(waiting(), 0u);
  EXPECT_FALSE(review(id, "officer/9", NamedDecision::Outcome::ended));
}

TEST_F(NamedDecisionsTest, hold_no_longer_once_the_second_officer_ended_them) {
  const auto id = decide("officer/7");
  EXPECT_TRUE(review(id, "officer/8", NamedDecision::Outcome::ended));
  EXPECT_FALSE(holds(id));
}

TEST_F(NamedDecisionsTest, are_reviewed_by_another_officer_in_the_database_too) {
  decide("officer/7");
  const auto done = database->write([&](Transaction& t) -> base::Result<> {
    t.audit(entry("test.step"));
    t.execute(
        "INSERT INTO decision_reviews (decision, reviewer, outcome, reviewed_at) "
        "SELECT id, officer, 0, taken_at FROM named_decisions");
    return {};
  });
  EXPECT_FALSE(done);
  EXPECT_EQ(waiting(), 1u);
}

TEST_F(NamedDecisionsTest, are_never_changed_and_show_no_reason_on_the_disk) {
  decide("officer/7");
  const auto change = database->write([&](Transaction& t) -> base::Result<> {
    t.audit(entry("test.step"));
    t.execute("UPDATE named_decisions SET until_at = until_at + 1");
    return {};
  });
  EXPECT_FALSE(change);
  const auto kept = look([](Reader& r) {
    Cursor rows = r.query("SELECT reason FROM named_decisions");
    rows.next();
    return std::string(rows.blob(0));
  });
  EXPECT_EQ(kept.find("生命"), std::string::npos);
}

}  // namespace
}  // namespace hub::store
