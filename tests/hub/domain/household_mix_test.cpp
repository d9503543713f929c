// A household of four, every pattern of their consents, four fields, two meetings, two seats: what
// goes about one person follows from that person's own word alone, and each seat sees exactly the
// union of what it may.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "hub/domain/disclosure.hpp"

namespace {

using namespace hub::domain;
using hub::base::UtcMillis;
using std::chrono::days;

constexpr UtcMillis today = UtcMillis(std::chrono::milliseconds(1'775'000'000'000));
constexpr std::size_t members = 4;
constexpr std::array fields{Item::identity, Item::statement, Item::special_care, Item::tax};

enum class Word : std::uint8_t { never_asked, all_but_tax, tax_too, refused, withdrawn };
constexpr std::size_t words = 5;
using Household = std::array<Word, members>;

hub::base::PersonId person(std::size_t number) {
  return hub::base::PersonId(hub::base::UuidBytes{static_cast<std::uint8_t>(number + 1)});
}

ConsentEvent said(std::size_t who, ConsentAct act, ConsentObject object, UtcMillis at,
                  Labels labels) {
  ConsentEvent event;
  event.consent = hub::base::ConsentId(hub::base::UuidBytes{static_cast<std::uint8_t>(who + 1)});
  event.person = person(who);
  event.act = act;
  event.object = object;
  event.at = at;
  event.scope = ConsentScope::everything();
  event.scope.labels = labels;
  return event;
}

void say(std::size_t who, Word word, std::vector<ConsentEvent>& events) {
  const Labels given = word == Word::tax_too
                           ? Labels{Item::identity, Item::statement, Item::special_care, Item::tax}
                           : Labels{Item::identity, Item::statement, Item::special_care};
  for (const auto object : {ConsentObject::support, ConsentObject::sharing}) {
    const Labels labels = object == ConsentObject::support ? Labels::everything() : given;
    if (word == Word::refused)
      events.push_back(
          said(who, ConsentAct::refused, object, today - days(1), Labels::everything()));
    if (word == Word::never_asked || word == Word::refused) continue;
    events.push_back(said(who, ConsentAct::given, object, today - days(9), labels));
    if (word == Word::withdrawn)
      events.push_back(
          said(who, ConsentAct::withdrawn, object, today - days(1), Labels::everything()));
  }
}

/// What one person's own word lets go: said apart from the gate.
bool expected(Word own, Item field, bool shien_kaigi, bool invited) {
  if (!invited) return false;
  const bool consented = own == Word::all_but_tax || own == Word::tax_too;
  if (field == Item::tax) return own == Word::tax_too;
  return shien_kaigi || consented;
}

struct HouseholdMix : testing::Test {
  HouseholdMix() {
    j_kaigi.code = "J-KAIGI";
    j_kaigi.forum_class = ForumClass::consent_seated;
    j_kaigi.support_consent_needed = true;
    shien_kaigi.code = "SHIEN-KAIGI";
    shien_kaigi.forum_class = ForumClass::statutory;
    shien_kaigi.consent_needed = false;
    j_kaigi.conveners = shien_kaigi.conveners = {"municipality"};
  }

  [[nodiscard]] Situation about(std::size_t who, const LegalBasis& row, bool invited,
                                const std::vector<ConsentEvent>& events) const {
    Situation s;
    s.at = today;
    s.person = person(who);
    s.subject = who == 0 ? Subject::focus : Subject::household;
    s.recipient = {"seat", groups, RecipientKind::municipal};
    s.forum.basis = &row;
    s.forum.convener = "municipality";
    s.forum.in_scope = s.forum.seat_bound = true;
    s.forum.seat_drawn = invited;
    s.forum.opinion_for_item = s.forum.youtai_released = false;
    s.purpose = &purpose;
    s.holder = s.harm = false;
    s.consent = ConsentView{events, {}};
    s.protection = {.kept = false, .flagged = false};
    s.officer_read = true;
    return s;
  }

  static constexpr std::array<std::string_view, 1> groups{"seat"};
  Purpose purpose{
      "plan", "プラン", "", {Item::identity, Item::statement, Item::special_care, Item::tax}};
  LegalBasis j_kaigi;
  LegalBasis shien_kaigi;
};

TEST_F(HouseholdMix, shows_each_seat_exactly_the_union_of_what_it_may_see) {
  int shown = 0;
  int asked = 0;
  for (std::size_t pattern = 0; pattern < words * words * words * words; ++pattern) {
    Household household{};
    std::vector<ConsentEvent> events;
    std::size_t rest = pattern;
    for (std::size_t who = 0; who < members; ++who, rest /= words) {
      household[who] = static_cast<Word>(rest % words);
      say(who, household[who], events);
    }
    for (std::size_t who = 0; who < members; ++who) {
      for (const Item field : fields) {
        for (const LegalBasis* row : {&j_kaigi, &shien_kaigi}) {
          for (const bool invited : {true, false}) {
            const bool goes = disclose(field, about(who, *row, invited, events)).allowed();
            const bool wanted = expected(household[who], field, row == &shien_kaigi, invited);
            ASSERT_EQ(goes, wanted) << pattern << ' ' << who << ' ' << name_of(field) << ' '
                                    << row->code << (invited ? "" : " not invited");
            shown += goes ? 1 : 0;
            ++asked;
          }
        }
      }
    }
  }
  EXPECT_EQ(asked, 625 * 4 * 4 * 2 * 2);
  EXPECT_GT(shown, 1'000);
}

/// The control: with one member's word taken for another's the union is another.
TEST_F(HouseholdMix, would_notice_a_word_that_counts_for_another) {
  std::vector<ConsentEvent> events;
  say(0, Word::tax_too, events);
  for (ConsentEvent& event : events)
    event.person = person(1);
  EXPECT_TRUE(disclose(Item::tax, about(1, j_kaigi, true, events)).allowed());
  EXPECT_FALSE(expected(Word::never_asked, Item::tax, false, true));
}

}  // namespace
