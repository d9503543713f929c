// However records come, change and go, and whatever officers decide and the register hides: who is
// one person, and what is asked, is what linking all records anew gives.
#include <map>
#include <set>

#include "hub/linkage/link.hpp"
#include "hub/service/relink.hpp"
#include "hub/store/link_edges.hpp"
#include "hub/store/link_words.hpp"
#include "tests/hub/service/as_anew_fixture.hpp"

namespace hub::service {
namespace {

using store::RecordRow;
using Pair = std::pair<RecordRow, RecordRow>;

/// By each record the first record of its person; and the pairs of persons that are asked about.
struct Answer {
  std::map<RecordRow, RecordRow> person{};
  std::set<Pair> asked{};
};

class SameAsAnew : public AsAnew {
 protected:
  SameAsAnew() {
    linkage::Settings settings;
    settings.most_in_block = 6;  // so that blocks and persons pass their limits
    settings.most_in_person = 4;
    context->exchange(std::make_shared<const Weights>(linkage::standard_model(), settings));
  }

  template <std::size_t N>
  const char* any(const std::array<const char*, N>& words) {
    return words[below(N)];
  }

  std::string somebody(const std::string& key) {
    static constexpr std::array<const char*, 3> families{"架空 ", "例 ", "仮 "};
    static constexpr std::array<const char*, 3> family_kana{"カクウ ", "レイ ", "カリ "};
    static constexpr std::array<const char*, 5> given{"花子", "華子", "一郎", "次郎", "葵"};
    static constexpr std::array<const char*, 5> given_kana{"ハナコ", "ハナコ", "イチロウ", "ジロウ",
                                                           "アオイ"};
    static constexpr std::array<const char*, 4> days{"1940-02-10", "1940-02-11", "1972-10-02",
                                                     "1975-05-01"};
    const auto family = below(families.size());
    const auto first = below(given.size());
    Somebody who;
    who.key = key;
    who.name = std::string(families[family]) + given[first];
    if (below(10) == 0) who.name += "（旧姓 " + std::string(families[below(3)]) + "）";
    who.kana = std::string(family_kana[family]) + given_kana[first];
    who.birthday = any(days);
    who.sex = below(2) == 0 ? "1" : "2";
    who.address = "栃木県さくら市氏家277" + std::to_string(below(3)) + "番地";
    if (below(3) == 0) who.number = "00" + std::to_string(below(30));
    who.more = R"(,"contacts":[{"kind":"phone","value":"028-681-000)" + std::to_string(below(4)) +
               R"("}])";
    return person(who, below(2) == 0 ? "insured" : "atena:kaigo");
  }
  std::string key() { return "p" + std::to_string(below(50)); }

  static void take_back(store::Transaction& tx, RecordRow one, RecordRow other) {
    for (const auto& word : store::words_about(tx, one, other))
      store::take_back(tx, word.id, "officer/hanako");
  }

  /// A word of an officer about two records, and what follows from it.
  void decide() {
    const auto rows = held();
    if (rows.size() < 2) return;
    const auto one = rows[below(rows.size())];
    const auto other = rows[below(rows.size())];
    if (one == other) return;
    const auto deed = below(4);
    commit([&](store::Transaction& tx) {
      if (deed == 0) store::split_records(tx, one, other, "officer/hanako", "test");
      if (deed == 1) store::join_records(tx, one, other, "officer/hanako");
      if (deed == 2) {
        for (const auto joined : store::joined_to(tx, one))
          take_back(tx, one, joined);
      }
      if (deed == 3) {
        for (const auto parted : store::split_from(tx, one))
          take_back(tx, one, parted);
      }
      Linking(*context).link(
          tx, {{one, store::tokens_of(tx, one)}, {other, store::tokens_of(tx, other)}});
      return 0;
    });
  }

  void step() {
    const auto what = below(12);
    if (what == 0) return deliver_register("");
    if (what == 1)
      return deliver_register(
          ",レイ ハナコ,1940-02-10,2026-04-01,2027-03-31,,例 一郎,レイ イチロウ,1972-10-02,\r\n");
    if (what == 2 || what == 3) return decide();
    std::vector<std::string> records;
    std::set<std::string> named;
    for (auto left = 1 + below(6); left > 0; --left) {
      const auto one = key();
      if (!named.insert(one).second) continue;
      records.push_back(below(5) == 0 ? gone("person", one) : somebody(one));
    }
    deliver(kaigo_, records);
  }

  /// All facts in one run.
  Answer anew() {
    return look([this](store::Reader& reader) {
      const auto& weights = *context->weights();
      HiddenTokens hidden;
      hidden.look(reader, clock.now());
      PackedRecords packed;
      OpenRecords open(reader, weights, hidden, packed);
      store::each_facts(reader,
                        [&](RecordRow row, const crypto::Opened&) { (void)open.place_of(row); });
      linkage::Decisions decisions;
      decide(reader, open, decisions);
      keep_apart(reader, open, decisions);
      const auto links =
          linkage::link_all(open.population(), weights.scorer, weights.settings, decisions);
      Answer answer;
      for (linkage::Place place = 0; place < open.population().records(); ++place)
        answer.person[open.record_at(place)] = open.record_at(links.person[place]);
      for (const auto& one : links.questions)
        add(answer, open.record_at(one.a), open.record_at(one.b));
      return answer;
    });
  }
  static void decide(store::Reader& reader, OpenRecords& open, linkage::Decisions& decisions) {
    for (linkage::Place place = 0; place < open.population().records(); ++place) {
      const auto row = open.record_at(place);
      const auto id = open.population().id(place);
      for (const auto other : store::split_from(reader, row))
        decisions.tell_apart(id, static_cast<linkage::RecordId>(other.value));
      for (const auto other : store::joined_to(reader, row))
        decisions.join(id, static_cast<linkage::RecordId>(other.value));
    }
  }
  /// Who hides from whom.
  void keep_apart(store::Reader& reader, OpenRecords& open, linkage::Decisions& decisions) {
    const auto count = static_cast<linkage::Place>(open.population().records());
    const auto named = [&](linkage::Place place) {
      return protections_of(reader, store::tokens_of(reader, open.record_at(place)), clock.now());
    };
    for (linkage::Place one = 0; one < count; ++one) {
      for (linkage::Place other = 0; other < one; ++other) {
        if (hides(named(one), named(other)))
          decisions.tell_apart(open.population().id(one), open.population().id(other));
      }
    }
  }
  static void add(Answer& answer, RecordRow one, RecordRow other) {
    const auto mine = answer.person.at(one);
    const auto theirs = answer.person.at(other);
    answer.asked.insert({std::min(mine, theirs), std::max(mine, theirs)});
  }

  /// What is stored.
  Answer stored() {
    const auto rows = held();
    return look([&](store::Reader& reader) {
      Answer answer;
      std::map<store::PersonRow, RecordRow> first;
      for (const auto row : rows) {
        const auto link = store::link_of(reader, row);
        EXPECT_TRUE(link) << row.value;
        if (link) answer.person[row] = first.try_emplace(link->person, row).first->second;
      }
      store::each_asked(reader, [&](const store::AskedPair& pair) {
        const bool two = answer.person.at(pair.one) != answer.person.at(pair.other);
        if (two && !store::are_split(reader, pair.one, pair.other))
          add(answer, pair.one, pair.other);
        return true;
      });
      return answer;
    });
  }

  FeedPlan kaigo_ = plan_of("kaigo");
};

TEST_P(SameAsAnew, whatever_comes_in_whatever_order) {
  for (int at = 0; at < 120; ++at) {
    step();
    if (at % 10 != 9) continue;
    const auto mine = stored();
    const auto theirs = anew();
    ASSERT_EQ(mine.person, theirs.person) << "after " << at;
    ASSERT_EQ(mine.asked, theirs.asked) << "after " << at;
  }
}

/// Other thresholds and limits, and then weights of its own: all is settled anew, and the same.
TEST_P(SameAsAnew, also_after_everything_was_linked_anew) {
  for (int at = 0; at < 30; ++at)
    step();
  const auto on = [](const RelinkProgress&) { return true; };
  for (const auto again : {rebuild_links, estimate_links}) {
    const auto done = again(*context, "operator/root", on);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(done->records, static_cast<std::int64_t>(held().size()));
    const auto mine = stored();
    const auto theirs = anew();
    EXPECT_EQ(mine.person, theirs.person);
    EXPECT_EQ(mine.asked, theirs.asked);
    step();
  }
  EXPECT_TRUE(std::filesystem::exists(database->folder() / model_file));
}

INSTANTIATE_TEST_SUITE_P(Orders, SameAsAnew, testing::Range(1, 9));

}  // namespace
}  // namespace hub::service
