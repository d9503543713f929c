// bench_decisions CONFIG FOLDER PLANS OFFICERS: so many plans that a 重層的支援会議 agreed to, each
// of an invented person who consented, decided by so many officers at once: state, event, log and
// what goes out, in one commit each. Prints microseconds of one decision, the CPU of one, and
// microseconds of a bare row's commit by as many at once.
#include <ctime>
#include <random>

#include "hub/service/case_course.hpp"
#include "hub/service/plan_roles.hpp"
#include "hub/service/plan_step.hpp"
#include "hub/service/sitting.hpp"
#include "hub/service/sitting_attend.hpp"
#include "hub/service/sitting_decide.hpp"
#include "hub/store/cases.hpp"
#include "tests/bench/bare_commit.hpp"
#include "tests/bench/deliver.hpp"

namespace {

using namespace hub;
using namespace bench;

const std::string keeper = "officer/sato";

/// Somebody who is taken for nobody else.
struct Person {
  std::string name;
  std::string kana;
  std::string birthday;
};
Person person_of(std::size_t number) {
  constexpr const char* characters[] = {"佐", "渡", "塚", "高", "小", "手", "大", "黒",
                                        "加", "永", "村", "岡", "山", "川", "田", "井"};
  constexpr const char* sounds[] = {"サ", "ワ", "ツ", "タ", "コ", "テ", "オ", "ク",
                                    "カ", "ナ", "ム", "リ", "ヤ", "ミ", "ヒ", "ユ"};
  std::mt19937 dice(static_cast<std::mt19937::result_type>(number));
  Person who;
  for (int at = 0; at < 6; ++at) {
    who.name += characters[dice() % std::size(characters)];
    who.kana += sounds[dice() % std::size(sounds)];
    if (at == 2) who.name += " ", who.kana += " ";
  }
  const std::chrono::sys_days first{std::chrono::year(1930) / 1 / 1};
  who.birthday =
      profile::text_of(std::chrono::year_month_day{first + std::chrono::days(dice() % 25'000)});
  return who;
}

std::vector<std::string> records_of(std::size_t number) {
  const auto text = std::to_string(number);
  const auto who = person_of(number);
  const auto of = [&](const std::string& kind) {
    return R"({"kind":")" + kind + R"(","schemaVersion":"1","recordKey":")" + kind + text + R"(",)";
  };
  const std::string whose = R"("personKey":"person)" + text + R"(",)";
  return {
      of("person") + R"("names":[{"fullName":")" + who.name + R"(","original":")" + who.name +
          R"(","fullNameKana":")" + who.kana + R"("}],"sex":"2","dateOfBirth":{"date":")" +
          who.birthday + R"("},"identifiers":[{"system":"atena:kaigo","value":")" + text + "\"}]}",
      of("consent") + whose + R"("status":"given","scopeForm":"J1","givenAt":"2026-04-09"})",
      of("referral") + whose +
          R"("consultationKey":"c","requestedRecipient":{"system":"agency","code":"SAKUTOMO"},"reason":"a"})"};
}

class Meeting {
 public:
  Meeting(const std::filesystem::path& config, const std::filesystem::path& folder)
      : hub_(config, folder) {
    auto book = std::make_shared<service::Book>(*context().book());
    auto& officer = book->settings.officers.emplace_back();
    officer.user = "sato";
    officer.desk.code = "sakutomo-takikan";
    context().exchange(book);
    fresh_register(context());
  }
  service::Context& context() { return hub_.context(); }

  /// One delivery of the 介護 source.
  void deliver_all(std::size_t persons) {
    std::vector<std::string> records;
    for (std::size_t number = 0; number < persons; ++number) {
      for (auto& one : records_of(number))
        records.push_back(std::move(one));
    }
    deliver(context(), "kaigo", records);
  }

  /// Each case's plan, agreed to by one sitting of today.
  std::vector<service::PlanStepWish> agreed_plans(std::size_t at_most) {
    const auto sitting = must(service::open_sitting(
        context(), {.body = "juso-kaigi", .held_on = base::jst_day(context().clock.now())},
        keeper));
    for (const auto* party : {"fukushi", "elim"}) {
      const auto seat = must(service::give_seat(
          context(), {.sitting = sitting, .party = party, .secrecy = store::Secrecy::law}, keeper));
      must(service::record_attendance(context(), seat, true, keeper));
    }
    std::vector<service::PlanStepWish> plans;
    for (const auto& about : cases(at_most))
      plans.push_back(agreed_plan(about, sitting));
    return plans;
  }

 private:
  std::vector<base::CaseId> cases(std::size_t at_most) {
    return must(
        context().db.read([&](store::Reader& reader) -> base::Result<std::vector<base::CaseId>> {
          std::vector<base::CaseId> ids;
          for (const auto row : store::list_cases(reader, at_most))
            ids.push_back(store::read_case(reader, row)->id);
          return ids;
        }));
  }
  /// As the coordinator's accepting does.
  void coordinate(const base::CaseId& about) {
    must(context().db.write([&](store::Transaction& tx) -> base::Result<> {
      service::bring_case(tx, store::find_case(tx, about)->row, domain::CaseState::coordinating,
                          keeper);
      return {};
    }));
  }
  service::PlanStepWish agreed_plan(const base::CaseId& about, const store::SittingId& sitting) {
    coordinate(about);
    service::PlanText text;
    text.wish = "家で暮らしたい";
    text.goals = "月に二度は外に出る";
    text.policy = "長男の相談を待つ";
    const auto plan = must(
        service::draft_plan(context(), {about, domain::PlanKind::takikan, {text, "P3M"}}, keeper));
    must(service::give_role(context(), {plan, seen(plan), "elim", "週に一度訪ねる"}, keeper));
    const auto item = must(service::add_agenda_item(
        context(), {.sitting = sitting, .about = about, .function = "J-KAIGI", .decided = true},
        keeper));
    must(service::decide_item(context(), {item, plan, "create", true, "見守りを続ける"}, keeper));
    return {plan, seen(plan), domain::PlanEvent::decide};
  }
  std::int64_t seen(const store::PlanId& plan) {
    return must(context().db.read([&](store::Reader& reader) -> base::Result<std::int64_t> {
      return store::find_plan(reader, plan)->revision;
    }));
  }

  HubInProcess hub_;
};

/// Microseconds of one of `all` things that so many threads do at once.
template <class Work>
double at_once(std::size_t threads, std::size_t all, Work&& work) {
  const auto began = std::chrono::steady_clock::now();
  std::vector<std::thread> running;
  for (std::size_t mine = 0; mine < threads; ++mine)
    running.emplace_back([&, mine] {
      for (std::size_t at = mine; at < all; at += threads)
        work(at);
    });
  for (auto& thread : running)
    thread.join();
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - began;
  return took.count() / static_cast<double>(all);
}

int run(const std::filesystem::path& config, const std::filesystem::path& folder, std::size_t plans,
        std::size_t officers) {
  Meeting meeting(config, folder / "data");
  meeting.deliver_all(plans);
  const auto agreed = meeting.agreed_plans(plans);
  if (agreed.size() != plans) {
    std::cerr << "error: only " << agreed.size() << " cases were opened\n";
    return 1;
  }
  const auto cpu = std::clock();
  const double ours = at_once(officers, plans, [&](std::size_t at) {
    must(service::take_plan_step(meeting.context(), agreed[at], keeper));
  });
  const double each =
      static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC / static_cast<double>(plans) * 1e6;
  BareCommit bare(folder / "bare.db");
  const double limit = at_once(officers, plans, [&](std::size_t) { bare.commit(); });
  std::cout << ours << ' ' << each << ' ' << limit << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: bench_decisions CONFIG FOLDER PLANS OFFICERS\n";
    return 2;
  }
  return run(argv[1], argv[2], std::stoul(argv[3]), std::stoul(argv[4]));
}
