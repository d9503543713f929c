// `tsunagu demo [--keep|--stop]`: the main job on a fixed morning in さくら市. It speaks Japanese,
// whatever the operator's language; its errors follow that.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/console.hpp"
#include "hub/cli/demo_expectations.hpp"
#include "hub/cli/demo_page.hpp"
#include "hub/cli/demo_pattern.hpp"
#include "hub/cli/demo_proof.hpp"
#include "hub/cli/demo_rules.hpp"
#include "hub/cli/demo_run.hpp"
#include "hub/cli/demo_sitting.hpp"
#include "hub/cli/demo_story.hpp"
#include "hub/profile/configuration.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::cli {
namespace {

namespace fs = std::filesystem;

struct DemoWords {
  bool keep = false;
  bool stop = false;
  std::string folder;
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
  return folder.write_coordinator_keys();
}

/// What was shown, and what of it was not as it must be.
struct Shown {
  DemoFacts facts;
  DemoPattern pattern;
  std::string screen;
  DemoSitting sitting;
  DemoProof proof;
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
  tell_proof(page, shown.proof);
  const bool rules = tell_rules(page, bases);
  const bool clean = tell_municipalities(page, places.shared);
  shown.expectations.push_back({"rules", "門番の答えがきまりどおり", rules});
  shown.expectations.push_back({"municipalities", "ほかの4市町の設定に誤りがない", clean});
}

void print_json(const Shown& shown, Console& console) {
  for (const auto& one : shown.expectations) {
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

bool print_missing(const Shown& shown, Console& console) {
  bool all = true;
  for (const auto& one : shown.expectations) {
    if (one.met) continue;
    all = false;
    console.fail(Exit::findings, {"デモで確かめられなかったこと", "the demonstration missed"},
                 console.in_words({one.text, one.code}));
  }
  return all;
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

void play(const DemoPlaces& places, const DemoFolder& folder, bool keep, Console& console) {
  std::ostream nowhere(nullptr);
  Page page(console.json ? nowhere : console.out, text_columns(console));
  if (console.language == Language::en && !console.json)
    console.out << "(The demonstration speaks Japanese; README.md tells it in English.)\n";
  tell_beginning(page);
  page.out().flush();
  hold_interrupts();
  auto run = DemoRun::begin(places, folder);
  if (!run) return console.fail(run.error());
  const auto dropped = run->bring_exports(places);
  if (!dropped) return console.fail(dropped.error());
  auto facts = ask_facts(folder.socket());
  if (!facts) return console.fail(facts.error());
  sort_by_role(facts->household);
  auto pattern = ask_pattern(folder.socket(), *facts);
  if (!pattern) return console.fail(pattern.error());
  const auto screen = read_screen(folder);
  auto sitting = play_sitting(folder.socket(), *facts);
  if (!sitting) return console.fail(sitting.error());
  auto proof = prove_log(places, folder);
  if (!proof) return console.fail(proof.error());
  Shown shown{std::move(*facts),   std::move(*pattern), screen,
              std::move(*sitting), std::move(*proof),   {}};
  shown.expectations = judge_demo(shown.facts, *dropped, shown.screen);
  for (const auto& more :
       {judge_pattern(shown.pattern), judge_sitting(shown.sitting), judge_proof(shown.proof)})
    shown.expectations.insert(shown.expectations.end(), more.begin(), more.end());
  tell(page, places, shown);
  if (console.json) print_json(shown, console);
  print_missing(shown, console);
  finish(page, *run, folder, keep, console);
}

void demo(const DemoWords& words, Console& console) {
  const DemoFolder folder(folder_of(words, console));
  if (words.stop) return stop(folder, console);
  const auto places = find_demo_places(console.program_path);
  if (!places) return console.fail(places.error());
  if (auto ready = prepare(*places, folder); !ready) return console.fail(ready.error());
  play(*places, folder, words.keep || console.terminal, console);
}

}  // namespace

void add_demo_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "demo", std::string(console.in_words(
                  {"架空の8050世帯で、届いてから、つながり、届け、止めるまでを見る",
                   "plays an invented household from five exports to one referral"})));
  const auto words = std::make_shared<DemoWords>();
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
