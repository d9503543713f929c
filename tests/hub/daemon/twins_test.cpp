// Twins: the same script on two stores that differ only in what one recipient is not cleared for
// gives him the same bytes: notices, packets, answers, their sizes, headers and order. 200 scripts
// are made by chance: households, consents, labels, other people's referrals, a register, changes,
// days.
#include <atomic>
#include <random>
#include <thread>

#include "tests/hub/daemon/twin.hpp"

namespace hub::daemon {
namespace {

using service::about;
using service::consent;
using service::person;
using service::record;
using service::referral;
using service::referral_to;

/// What the second store has where the first has something that the recipient may not know.
enum class Instead { nothing, something_else };

/// One of both stores, as a script plays on it.
struct Stage {
  Twin& hub;
  bool first;
  Instead instead;
  std::string wish = "望み";  ///< of whoever is cleared
  std::string note = "経過";  ///< of everybody, under a label that does not go

  /// A text the recipient may not know: in the first store this, in the second another or none.
  [[nodiscard]] std::string hidden(const std::string& text) const {
    if (first) return text;
    return instead == Instead::nothing ? "" : "別の" + text + "とその続き";
  }
  /// The same as a member of a record; empty where there is none.
  [[nodiscard]] std::string member(const std::string& name, const std::string& text) const {
    const auto value = hidden(text);
    return value.empty() ? "" : ",\"" + name + "\":\"" + value + '"';
  }
  /// Whether what the recipient may not know is there at all.
  [[nodiscard]] bool has_hidden() const { return first || instead == Instead::something_else; }
};

enum class Word { wide, narrow, none, refused, elsewhere };

constexpr const char* hard_labels[] = {"staff_note", "informant", "youtai", "third_party", "tax"};

struct Member {
  std::string key;
  std::string birthday;
  Word word = Word::none;
  const char* label = "tax";  ///< of what is said in `course`

  /// The watched recipient may know who that is.
  [[nodiscard]] bool cleared() const { return word == Word::wide || word == Word::narrow; }
};

class Script {
 public:
  explicit Script(unsigned seed) : dice_(seed), house_(std::to_string(100 + seed)) {
    const auto size = 1 + roll(4);
    for (unsigned at = 0; at < size; ++at)
      members_.push_back(member(at));
    instead_ = roll(2) == 0 ? Instead::nothing : Instead::something_else;
    near_ = roll(4) == 0;
    at_home_ = roll(2) == 0;
    hiding_comes_ = roll(size + 1);
    order_.resize(size);
    for (unsigned at = 0; at < size; ++at)
      order_[at] = at;
    std::shuffle(order_.begin(), order_.end(), dice_);
    for (int at = 0; at < 6; ++at)
      later_.push_back(roll(8));
  }

  /// `spoiled`: also something differs that the recipient is cleared for; he must see it.
  std::string play(bool first, bool spoiled = false) const {
    Twin hub;
    Stage stage{hub, first, instead_};
    if (spoiled) stage.wish = stage.first ? "望み" : "ほかの望み";
    begin(stage);
    for (std::size_t at = 0; at <= order_.size(); ++at) {
      if (at == hiding_comes_) bring_hiding(stage);
      if (at < order_.size()) bring(stage, members_[order_[at]]);
    }
    refer(stage);
    hub.carry();
    for (const auto what : later_) {
      hub.wait(std::chrono::minutes(7));
      go_on(stage, what);
      hub.carry();
    }
    return hub.stream();
  }
  [[nodiscard]] bool tells() const { return members_.front().cleared(); }

 private:
  unsigned roll(unsigned sides) { return static_cast<unsigned>(dice_() % sides); }
  Member member(unsigned at) {
    static constexpr Word words[] = {Word::wide, Word::narrow, Word::none, Word::refused,
                                     Word::elsewhere};
    Member made;
    made.key = "p" + std::to_string(at) + house_;
    made.birthday = std::to_string(1930 + 20 * at + roll(9)) + "-0" + std::to_string(1 + roll(9)) +
                    "-1" + std::to_string(roll(9));
    made.word = at == 0 && roll(8) != 0 ? words[roll(2)] : words[roll(5)];
    made.label = hard_labels[roll(5)];
    return made;
  }
  [[nodiscard]] std::string address() const { return "栃木県さくら市氏家" + house_ + "番地"; }

  /// The register, which may say who hides from the case's person; and strangers, one known to
  /// another desk, one waiting to be known to the watched one.
  void begin(const Stage& stage) const {
    const auto& focus = members_.front();
    const bool hides = near_ && stage.first;
    stage.hub.deliver_register(hides ? ",カクレ カスミ,1988-08-08,2026-04-01,2027-03-31,,名,ナ" +
                                           focus.key + "," + focus.birthday + ",\r\n"
                                     : "");
    if (stage.has_hidden()) strangers(stage);
  }
  /// She came to live elsewhere, or her address is still that of the house.
  void bring_hiding(const Stage& stage) const {
    if (!near_ || !stage.first) return;
    stage.hub.deliver(stage.hub.plan("kaigo"),
                      {person({.key = "hides",
                               .number = "77" + house_,
                               .name = "隠 霞",
                               .kana = "カクレ カスミ",
                               .birthday = "1988-08-08",
                               .address = at_home_ ? address() : "栃木県さくら市喜連川4420番地1"},
                              "atena:kaigo"),
                       consent("khides", "hides"), referral("rhides", "hides"),
                       record("consultation", "chides", about("hides", R"("wish":"隠れる")"))});
  }
  void strangers(const Stage& stage) const {
    const auto someone = [&](const std::string& key, const std::string& day) {
      return person({.key = key,
                     .number = "88" + key,
                     .name = "余所 " + key,
                     .kana = "ヨソ ノ",
                     .birthday = day,
                     .address = "栃木県さくら市氏家9番地" + house_},
                    "atena:kaigo");
    };
    stage.hub.deliver(
        stage.hub.plan("kaigo"),
        {someone("u1", "1950-03-03"), referral("ru1", "u1"), someone("u2", "1951-03-03"),
         consent("ku2", "u2"), referral_to("ru2", "u2", "kaigo"),
         record("consultation", "cu1",
                about("u1", R"("wish":")" + stage.hidden("余所の望み") + '"'))});
  }

  void bring(const Stage& stage, const Member& who) const {
    if (!who.cleared() && !stage.has_hidden()) return;
    stage.hub.deliver(stage.hub.plan("kaigo"), rows_of(stage, who));
    if (!stage.has_hidden()) return;
    stage.hub.deliver(
        stage.hub.plan("konkyu_tax"),
        {person_of(stage, who, "t" + who.key),
         record("consultation", "tc" + who.key,
                about("t" + who.key, R"("statement":")" + stage.hidden("滞納") + '"'))});
  }
  [[nodiscard]] std::string person_of(const Stage&, const Member& who,
                                      const std::string& key) const {
    return person({.key = key,
                   .number = "99" + who.key,
                   .name = "名 " + who.key,
                   .kana = "ナ" + who.key,
                   .birthday = who.birthday,
                   .address = address()},
                  "atena");
  }
  [[nodiscard]] std::vector<std::string> rows_of(const Stage& stage, const Member& who) const {
    std::vector<std::string> rows{
        person_of(stage, who, who.key),
        record("consultation", "c" + who.key, about(who.key, said_by(stage, who)))};
    const auto word = word_of(who);
    if (!word.empty()) rows.push_back(word);
    return rows;
  }
  /// Of one consultation some fields may go and some may not.
  [[nodiscard]] std::string said_by(const Stage& stage, const Member& who) const {
    auto said = R"("wish":")" + (who.cleared() ? stage.wish : stage.hidden("望み")) + '"';
    const auto note = stage.member("course", stage.note);
    if (!note.empty()) {
      said +=
          note + R"(,"labels":[{"pointer":"/course","item":")" + std::string(who.label) + "\"}]";
    }
    if (who.word != Word::wide) {
      const auto debts = stage.member("debts", "借金");
      if (!debts.empty()) said += R"(,"income":{)" + debts.substr(1) + "}";
    }
    return said;
  }
  [[nodiscard]] static std::string word_of(const Member& who) {
    switch (who.word) {
      case Word::wide:
        return consent("k" + who.key, who.key);
      case Word::narrow:
        return consent("k" + who.key, who.key, R"("status":"given","scopeForm":"J2")");
      case Word::refused:
        return record("consent", "k" + who.key, about(who.key, R"("status":"refused")"));
      case Word::elsewhere:
        return consent("k" + who.key, who.key,
                       R"("status":"given","scope":{"forums":["CONSENT"],"recipients":["elim"],)"
                       R"("purposes":["tie_in"],"dataLabels":["identity","statement"]})");
      case Word::none:
        break;
    }
    return {};
  }
  void refer(const Stage& stage) const {
    for (const auto& who : members_) {
      const bool focus = &who == &members_.front();
      if (!focus && (who.word != Word::refused || !stage.has_hidden())) continue;
      if (focus && !who.cleared() && !stage.has_hidden()) continue;
      stage.hub.deliver(stage.hub.plan("kaigo"), {referral("r" + who.key, who.key)});
    }
  }

  void say_again(const Stage& stage, const Member& who) const {
    if (!who.cleared() && !stage.has_hidden()) return;
    stage.hub.deliver(stage.hub.plan("kaigo"),
                      {record("consultation", "c" + who.key, about(who.key, said_by(stage, who)))});
  }

  /// What happens later. The recipient learns of the first four.
  void go_on(Stage& stage, unsigned what) const {
    auto& hub = stage.hub;
    const auto kaigo = hub.plan("kaigo");
    const auto& focus = members_.front();
    const auto& last = members_.back();
    switch (what) {
      case 0:
        return hub.answer(0, "accepted");
      case 1:
        stage.wish += "と新しい望み";
        return say_again(stage, focus);
      case 2:
        if (!focus.cleared()) return;
        hub.deliver(
            kaigo,
            {record("consent", "k" + focus.key,
                    about(focus.key, R"("status":"withdrawn","withdrawnAt":"2026-04-10")"))});
        return;
      case 3:
        hub.wait(std::chrono::hours(23));
        return begin(stage);
      case 4:  // only what he may not know changes
        stage.note += "の続き";
        if (stage.first) say_again(stage, focus);
        return;
      case 5:
        if (!last.cleared() && stage.has_hidden())
          hub.deliver(kaigo,
                      {record("consultation", "n" + last.key,
                              about(last.key, R"("wish":")" + stage.hidden("その後") + '"'))});
        return;
      case 6:
        if (stage.has_hidden())
          hub.deliver(hub.plan("shogai"),
                      {person({.key = "b",
                               .number = "9",
                               .name = "名 " + focus.key,
                               .kana = "ナ" + focus.key,
                               .birthday = focus.birthday,
                               .address = address()},
                              "atena:shogai"),
                       record("consultation", "cb", about("b", R"("wish":"手帳の更新")"))});
        return;
      default:
        if (stage.has_hidden())
          hub.deliver(kaigo, {record("consent", "ku2",
                                     about("u2", R"("status":"withdrawn",)"
                                                 R"("withdrawnAt":"2026-04-10")"))});
    }
  }

  std::mt19937 dice_;
  std::string house_;
  std::vector<Member> members_;
  std::vector<unsigned> order_;
  std::vector<unsigned> later_;
  Instead instead_ = Instead::nothing;
  bool near_ = false;
  bool at_home_ = false;
  std::size_t hiding_comes_ = 0;  ///< before which of the members
};

std::string around(const std::string& text, std::size_t at) {
  return text.substr(at < 300 ? 0 : at - 300, 500);
}

/// What differs, with what stands around it; empty: nothing.
std::string difference(const Script& script) {
  const auto one = script.play(true);
  const auto other = script.play(false);
  const auto [at, there] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  if (at == one.end() && there == other.end()) return {};
  const auto place = static_cast<std::size_t>(at - one.begin());
  return around(one, place) + "\n---\n" + around(other, place);
}

TEST(Twins, a_recipient_gets_the_same_bytes_whatever_he_is_not_cleared_for) {
  constexpr unsigned scripts = 200;
  std::atomic<unsigned> next{0};
  const auto work = [&next] {
    for (auto seed = next++; seed < scripts; seed = next++)
      EXPECT_EQ(difference(Script(seed)), "") << "script " << seed;
  };
  std::vector<std::thread> workers;
  for (int at = 0; at < 8; ++at)  // they wait for the disk, most of the time
    workers.emplace_back(work);
  for (auto& worker : workers)
    worker.join();
}

/// Most scripts show him somebody; else nothing could differ.
TEST(Twins, control_what_he_is_cleared_for_shows) {
  unsigned told = 0;
  for (unsigned seed = 0; seed < 10; ++seed) {
    const Script script(seed);
    if (!script.tells()) continue;
    ++told;
    const auto one = script.play(true, true);
    EXPECT_NE(one.find("\"records\":[{"), std::string::npos) << seed;
    EXPECT_NE(one, script.play(false, true)) << seed;
  }
  EXPECT_GE(told, 7U);
}

}  // namespace
}  // namespace hub::daemon
