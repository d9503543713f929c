// `tsunagu demo [--municipality CODE] [--keep|--stop]`: the main job on a fixed morning in
// さくら市, and from the tie-in to the reopening in any of the five. It speaks Japanese, whatever
// the operator's language; its errors follow that.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/demo_course.hpp"
#include "hub/cli/demo_expectations.hpp"
#include "hub/cli/demo_page.hpp"
#include "hub/cli/demo_pattern.hpp"
#include "hub/cli/demo_proof.hpp"
#include "hub/cli/demo_rules.hpp"
#include "hub/cli/demo_run.hpp"
#include "hub/cli/demo_scene.hpp"
#include "hub/cli/demo_sitting.hpp"
#include "hub/cli/demo_story.hpp"
#include "hub/profile/configuration.hpp"
#include "hub/profile/period.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::cli {
namespace {

namespace fs = std::filesystem;

struct DemoWords {
  bool keep = false;
  bool stop = false;
  std::string folder;
  std::string municipality = "sakura";
};

/// Beside the programs where we may write (a build), else in the folder for temporary files.
fs::path folder_of(const DemoWords& words, const Console& console) {
  if (!words.folder.empty()) return fs::absolute(words.folder).lexically_normal();
  const auto beside = fs::path(console.program_path).parent_path();
  if (::access(beside.c_str(), W_OK) == 0 && fs::exists(beside / "CMakeCache.txt"))
    return beside / "demo";
  return fs::temp_directory_path() / ("tsunagu-demo-" + std::to_string(::getuid()));
}

void stop(const DemoFolder& folder, Console& console) {
  const auto stopped = stop_demo(folder);
  if (!stopped) return console.fail(stopped.error());
  console.out << console.in_words(
                     *stopped == 0 ? Text{"動いているデモはありません。", "no demonstration runs"}
                                   : Text{"デモを止めました。", "the demonstration was stopped"})
              << '\n';
}

std::string read_screen(const DemoFolder& folder) {
  std::ifstream in(folder.screen());
  std::string first;
  std::getline(in, first);  // its port
  return {std::istreambuf_iterator<char>(in), {}};
}

base::Result<> prepare(const DemoPlaces& places, const DemoFolder& folder) {
  if (auto stopped = stop_demo(folder); !stopped) return stopped.error();
  if (auto made = folder.make_anew(); !made) return made;
  if (auto secrets = folder.write_secrets(places); !secrets) return secrets;
  return folder.write_coordinator_keys(places);
}

/// What was shown, and what of it was not as it must be.
struct Shown {
  DemoFacts facts;
  DemoPattern pattern;
  std::string screen;
  DemoSitting sitting;
  std::vector<DemoExpectation> expectations;
};

void tell(Page& page, const DemoPlaces& places, Shown& shown) {
  profile::Problems ignored;
  const auto profile = profile::read_profile(places.shared / "municipalities" / "sakura", ignored);
  tell_arrivals(page, shown.facts, profile);
  tell_household(page, shown.facts, profile);
  tell_pattern(page, shown.facts, shown.pattern);
  tell_deliveries(page, shown.facts, shown.screen);
  const auto bases = profile::read_legal_bases(places.shared, ignored);
  tell_withheld(page, shown.facts, bases);
  tell_sitting(page, shown.sitting);
  tell_withdrawal(page, shown.sitting);
  tell_own_page(page, shown.sitting);
  const bool rules = tell_rules(page, bases);
  const bool clean = tell_municipalities(page, places.shared);
  shown.expectations.push_back({"rules", "門番の答えがきまりどおり", rules});
  shown.expectations.push_back({"municipalities", "ほかの4市町の設定に誤りがない", clean});
}

using Expectations = std::vector<DemoExpectation>;

void print_json(const Expectations& expectations, Console& console) {
  for (const auto& one : expectations) {
    std::string line;
    tsunagu::json::Writer json(line);
    json.begin_object();
    json.key("expectation");
    json.string(one.code);
    json.key("met");
    json.boolean(one.met);
    json.end_object();
    console.out << line << '\n';
  }
}

void print_missing(const Expectations& expectations, Console& console) {
  for (const auto& one : expectations) {
    if (one.met) continue;
    console.fail(Exit::findings, {"デモで確かめられなかったこと", "the demonstration missed"},
                 console.in_words({one.text, one.code}));
  }
}

void tell_how_to_go_on(Page& page, const DemoRun& run, const DemoFolder& folder,
                       const fs::path& program) {
  page.heading("動いています");
  page.command("番地", run.address());
  page.command("データ", folder.data().string());
  page.command("ファイルの受け口", (folder.data() / "drop").string());
  page.command("尋ねる", program.string() + " doctor --config " + folder.hub_yaml().string());
  page.command("止める", program.string() + " demo --stop --folder " + folder.root().string());
  page.entry("", "（make demo で始めたものは make stop で止まります）");
}

void finish(Page& page, DemoRun& run, const DemoFolder& folder, bool keep, const Console& console) {
  if (!keep) return run.stop();
  if (!console.json) tell_how_to_go_on(page, run, folder, console.program_path);
  run.let_go();
}

void add(Expectations& all, const Expectations& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// The morning of さくら市: five systems, one household, one referral that goes and one that stops.
base::Result<Expectations> play_morning(const DemoPlaces& places, const DemoFolder& folder,
                                        Page& page, const DemoFacts& of, std::size_t dropped) {
  auto facts = of;
  sort_by_role(facts.household);
  auto pattern = ask_pattern(folder.socket(), facts);
  if (!pattern) return pattern.error();
  const auto screen = read_screen(folder);
  auto sitting = play_sitting(folder.socket(), facts);
  if (!sitting) return sitting.error();
  Shown shown{std::move(facts), std::move(*pattern), screen, std::move(*sitting), {}};
  shown.expectations = judge_demo(shown.facts, dropped, shown.screen);
  for (const auto& more : {judge_pattern(shown.pattern), judge_sitting(shown.sitting)})
    add(shown.expectations, more);
  tell(page, places, shown);
  return shown.expectations;
}

/// Of the others: what arrived and where it was referred to.
Expectations tell_morning(const DemoPlaces& places, const Scene& scene, Page& page,
                          const DemoFacts& facts) {
  profile::Problems ignored;
  const auto profile =
      profile::read_profile(places.shared / "municipalities" / scene.municipality, ignored);
  tell_arrivals(page, facts, profile);
  tell_referrals(page, facts);
  return {{"referred", "届いた記録からつなぎが始まる", !facts.referrals.empty()}};
}

/// 20260420, as files are named.
std::string undivided(profile::Day day) {
  auto out = profile::text_of(day);
  std::erase(out, '-');
  return out;
}

constexpr std::string_view nine_in_japan = "T00:00:00Z";

fs::path exports_of(const DemoPlaces& places, const Scene& scene) {
  return scene.exports.empty() ? places.exports : places.scenes / scene.municipality;
}

/// Days pass: the programs begin anew on the same data at each day's hour.
base::Result<> play_days(const DemoPlaces& places, const DemoFolder& folder, const Scene& scene,
                         DemoCourse& course, std::optional<DemoRun>& run) {
  for (const auto& day : scene.days) {
    run->stop();
    run.reset();
    auto next =
        DemoRun::begin(places, folder, {profile::text_of(day.day).append(nine_in_japan), day.desk});
    if (!next) return next.error();
    run.emplace(std::move(*next));
    if (auto fresh = run->bring_register(exports_of(places, scene), undivided(day.day)); !fresh)
      return fresh;
    if (auto done = course.play(day); !done) return done;
    if (auto rested = run->settle(); !rested) return rested;
    if (auto told = course.tell_state(); !told) return told;
  }
  return {};
}

/// Everything between the start and the last word; `run` is what goes on at its end.
base::Result<Expectations> play_scene(const DemoPlaces& places, const DemoFolder& folder,
                                      const Scene& scene, Page& page, std::optional<DemoRun>& run) {
  const bool own = !scene.exports.empty();
  const auto dropped =
      run->bring_exports(exports_of(places, scene), own ? scene.exports : walkthrough_sources());
  if (!dropped) return dropped.error();
  const auto facts = ask_facts(folder.socket());
  if (!facts) return facts.error();
  auto all = own ? base::Result<Expectations>(tell_morning(places, scene, page, *facts))
                 : play_morning(places, folder, page, *facts, *dropped);
  if (!all) return all;
  DemoCourse course(folder.socket(), page);
  if (auto found = course.find_case(*facts); !found) return found.error();
  if (auto played = play_days(places, folder, scene, course, run); !played) return played.error();
  const auto proof = prove_log(places, folder);
  if (!proof) return proof.error();
  page.out() << '\n';
  tell_proof(page, *proof);
  add(*all, course.judge());
  add(*all, judge_proof(*proof));
  return all;
}

void play(const DemoPlaces& places, const DemoFolder& folder, const Scene& scene, bool keep,
          Console& console) {
  std::ostream nowhere(nullptr);
  Page page(console.json ? nowhere : console.out, text_columns(console));
  if (console.language == Language::en && !console.json)
    console.out << "(The demonstration speaks Japanese; README.md tells it in English.)\n";
  page.title(scene.title);
  page.paragraph(scene.tells);
  page.out().flush();
  hold_interrupts();
  auto begun = DemoRun::begin(places, folder, {demo_clock, scene.desk});
  if (!begun) return console.fail(begun.error());
  std::optional<DemoRun> run(std::move(*begun));
  const auto expectations = play_scene(places, folder, scene, page, run);
  if (!expectations) return console.fail(expectations.error());
  if (console.json) print_json(*expectations, console);
  print_missing(*expectations, console);
  finish(page, *run, folder, keep, console);
}

void demo(const DemoWords& words, Console& console) {
  if (words.stop) return stop(DemoFolder(folder_of(words, console)), console);
  const auto places = find_demo_places(console.program_path);
  if (!places) return console.fail(places.error());
  const auto scene = read_scene(places->scenes, words.municipality);
  if (!scene) return console.fail(scene.error());
  const DemoFolder folder(folder_of(words, console), {scene->municipality, scene->partner});
  if (auto ready = prepare(*places, folder); !ready) return console.fail(ready.error());
  play(*places, folder, *scene, words.keep || console.terminal, console);
}

}  // namespace

void add_demo_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "demo", std::string(console.in_words(
                  {"架空の世帯で、届いてから、つなぎ、プラン、終結、再開までを見る",
                   "plays an invented household from its exports to a reopened case"})));
  const auto words = std::make_shared<DemoWords>();
  command->add_option(
      "--municipality", words->municipality,
      std::string(console.in_words({"どの市町で見るか(sakura、chigasaki、kobayashi、iga、oda)",
                                    "where it plays (sakura, chigasaki, kobayashi, iga, oda)"})));
  auto* keep = command->add_flag(
      "--keep", words->keep,
      std::string(console.in_words(
          {"端末でなくても動かしたままにする", "leave it running, also without a terminal"})));
  command
      ->add_flag("--stop", words->stop,
                 std::string(console.in_words(
                     {"動かしたままのデモを止める", "end the one that was left running"})))
      ->excludes(keep);
  command->add_option(
      "--folder", words->folder,
      std::string(console.in_words({"デモのフォルダー", "the folder of its data"})));
  command->callback([&console, words] { demo(*words, console); });
}

}  // namespace hub::cli
