// What nothing but time brings about comes about by itself, a few households at a time.
#include "hub/daemon/clockwork.hpp"

#include <algorithm>
#include <thread>

#include "hub/store/patterns.hpp"
#include "tests/hub/service/service_fixture.hpp"

namespace hub::daemon {
namespace {

constexpr int pairs = 12;
constexpr std::size_t at_a_time = 8;

class ClockworkTest : public service::ServiceFixture {
 protected:
  /// A mother who turns 75 in two days, and her son, in each household.
  ClockworkTest() {
    std::vector<std::string> mothers;
    std::vector<std::string> sons;
    for (int number = 1; number <= pairs; ++number) {
      add(mothers, "m", number, "1951-04-12", "2");
      add(sons, "s", number, "1973-11-03", "1");
      sons.push_back(record_about(
          "concern", "x", "s", number,
          R"("code":"WITHDRAWAL","consultationKey":"cs)" + std::to_string(number) + R"(")"));
    }
    deliver(plan_of("kaigo"), mothers);
    deliver(plan_of("konkyu"), sons);
  }
  std::size_t signals() {
    const auto open =
        look([](store::Reader& reader) { return store::list_open_patterns(reader, 1'000); });
    return static_cast<std::size_t>(std::count_if(
        open.begin(), open.end(), [](const auto& one) { return one.code == "pattern_8050"; }));
  }
  /// Within a deadline that only a fault reaches.
  bool comes(std::size_t wanted) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < until) {
      if (signals() == wanted) return true;
      std::this_thread::yield();
    }
    return false;
  }

 private:
  static std::string record_about(const std::string& kind, const std::string& key,
                                  const std::string& who, int number, const std::string& more) {
    const auto place = std::to_string(number);
    return service::record(kind, key + place, service::about(who + place, more));
  }
  static void add(std::vector<std::string>& records, const std::string& who, int number,
                  const std::string& birthday, const std::string& sex) {
    static const std::vector<std::string> families{"アオキ",   "イノウエ", "ウエダ", "エンドウ",
                                                   "オカダ",   "カトウ",   "キムラ", "クドウ",
                                                   "ケンモチ", "コバヤシ", "サトウ", "タナカ"};
    const auto place = std::to_string(number);
    const auto kana =
        families.at(static_cast<std::size_t>(number) - 1) + (who == "m" ? " ハハ" : " タロウ");
    records.push_back(service::person({.key = who + place,
                                       .name = kana,
                                       .kana = kana,
                                       .birthday = birthday,
                                       .sex = sex,
                                       .address = "栃木県さくら市氏家" + place + "00番地"},
                                      ""));
    records.push_back(record_about("consultation", "c" + who, who, number, ""));
  }
};

TEST_F(ClockworkTest, weighs_all_households_though_a_few_at_a_time) {
  const auto households =
      look([](store::Reader& reader) { return store::households_after(reader, {}, 100).size(); });
  ASSERT_GT(households, at_a_time);
  ASSERT_EQ(signals(), 0U);
  clock.advance(std::chrono::hours(48));
  Clockwork clockwork(*context, [] {});
  clockwork.start();
  EXPECT_TRUE(comes(households)) << signals();
}

}  // namespace
}  // namespace hub::daemon
