// `tsunagu adapter new|try|test|mask|pack|install`: from nothing to the first record, without a
// daemon; `diff`, which asks it.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

#include "hub/cli/adapter_package.hpp"
#include "hub/cli/adapter_try.hpp"
#include "hub/cli/adapter_upgrade.hpp"
#include "hub/cli/commands.hpp"
#include "hub/cli/profile_language.hpp"
#include "hub/cli/run_program.hpp"
#include "hub/cli/subcommand.hpp"
#include "hub/workshop/golden_check.hpp"
#include "hub/workshop/mask.hpp"
#include "hub/workshop/project.hpp"
#include "hub/workshop/suite.hpp"

namespace hub::cli {
namespace {

namespace fs = std::filesystem;

struct NewWish {
  std::string name;
  std::string field = "sogo";
  std::string format = "csv";
};

void make(Console& console, const NewWish& wish) {
  if (wish.format != "csv" && wish.format != "yaml")
    return console.fail(Exit::usage, {"--format は csv か yaml です", "--format is csv or yaml"});
  const auto format =
      wish.format == "csv" ? workshop::ProjectFormat::csv : workshop::ProjectFormat::yaml;
  const fs::path folder = fs::path(wish.name).filename();
  const auto files =
      workshop::make_project({wish.name, wish.field, format}, folder, console.program_path);
  if (!files) return console.fail(files.error());
  for (const fs::path& file : *files)
    console.out << file.string() << '\n';
  console.err << console.in_words({"できました。次は README.md を読んでください。",
                                   "made; README.md says what comes next"})
              << '\n';
}

struct TestWish {
  std::string folder;
  std::string module;
  std::string junit;
  std::vector<std::string> settings;
  bool refresh = false;
};

/// The mapping of the project, or the module that its build made.
workshop::SubjectWish subject_in(const TestWish& wish) {
  workshop::SubjectWish subject;
  subject.settings = workshop::settings_of(wish.settings);
  const fs::path folder = wish.folder;
  if (!wish.module.empty()) {
    subject.module = wish.module;
  } else if (fs::exists(folder / "mapping.yaml")) {
    subject.mapping = folder / "mapping.yaml";
  } else if (fs::is_directory(folder / "build")) {
    for (const auto& entry : fs::directory_iterator(folder / "build"))
      if (entry.path().extension() == ".so") subject.module = entry.path();
  }
  return subject;
}

/// The suite that every adapter has to pass. Its report, or nothing: then the test failed.
std::string run_suite(Console& console, const TestWish& wish, workshop::Subject& subject) {
  const fs::path suite = fs::path(console.program_path).parent_path() / "tsunagu-conformance";
  if (!fs::exists(suite)) {
    console.fail(Exit::findings, {"適合試験(tsunagu-conformance)がないため、見本だけで試しました",
                                  "tsunagu-conformance is not installed: golden files only"});
    return {};
  }
  const auto run = workshop::SuiteRun::prepare(subject, wish.folder);
  if (!run) {
    console.fail(run.error());
    return {};
  }
  const auto ran = run_program(suite, (*run)->arguments(in_profile(console.language)));
  if (!ran) {
    console.fail(ran.error());
    return {};
  }
  console.out << ran->out;
  console.err << ran->errors;
  if (ran->status != 0) console.exit_code = static_cast<int>(Exit::findings);
  return (*run)->report();
}

void print_golden(Console& console, const std::vector<workshop::GoldenResult>& results) {
  for (const auto& one : results) {
    const bool good = one.differs.empty();
    console.out << (good ? console.in_words({"合格 ", "good "})
                         : console.in_words({"不合格 ", "BAD  "}))
                << one.name << '\n'
                << one.differs;
    if (!good) console.exit_code = static_cast<int>(Exit::findings);
  }
}

void write_junit(Console& console, const std::string& file, const workshop::Subject& subject,
                 const std::vector<workshop::GoldenResult>& golden, const std::string& suite) {
  std::ofstream out(file);
  out << workshop::junit_of(subject.manifest().id, golden, suite);
  out.close();
  if (!out)
    console.fail(Exit::findings,
                 {"報告(JUnit)を書けません: " + file, "the report can't be written: " + file});
}

void test(Console& console, const TestWish& wish) {
  const auto wanted = subject_in(wish);
  if (wanted.module.empty() && wanted.mapping.empty())
    return console.fail(Exit::findings,
                        {"mapping.yaml も build/adapter_*.so もありません。先に作ってください",
                         "there is neither mapping.yaml nor build/adapter_*.so; build it first"});
  const auto subject =
      workshop::Subject::open(wanted, console.program_path, in_profile(console.language));
  if (!subject) return console.fail(subject.error());
  const auto results =
      workshop::check_golden(**subject, fs::path(wish.folder) / "testdata", wish.refresh);
  if (!results) return console.fail(results.error());
  print_golden(console, *results);
  const std::string suite = run_suite(console, wish, **subject);
  if (!wish.junit.empty()) write_junit(console, wish.junit, **subject, *results, suite);
}

struct MaskedWish {
  std::string file;
  workshop::MaskWish mask;
  std::string encoding;
  bool tabs = false;
};

void mask(Console& console, const MaskedWish& wish) {
  const auto bytes = workshop::read_delivery(wish.file);
  if (!bytes) return console.fail(bytes.error());
  workshop::MaskWish how = wish.mask;
  how.encoding = tsunagu::text::encoding_named(wish.encoding);
  if (!wish.encoding.empty() && !how.encoding)
    return console.fail(Exit::usage,
                        {"--encoding は utf8、cp932、euc_jp、utf16le、utf16be のどれかです",
                         "--encoding is one of utf8, cp932, euc_jp, utf16le, utf16be"});
  if (wish.tabs) how.separator = '\t';
  base::SystemRandom random;
  const auto done = workshop::masked(*bytes, how, random);
  if (!done) return console.fail(done.error());
  console.out << *done;
  const auto line = std::to_string(how.header_line);
  if (how.header_line != 0)
    console.err << console.in_words({"見出しの行はそのまま残しました: " + line,
                                     "the header stays as it was, on line " + line})
                << '\n';
  console.err << console.in_words(
                     {"個人の情報を別の文字に置き換えました。使う前に必ず目で確かめてください。",
                      "every letter and digit was replaced; look through it before you use it"})
              << '\n';
}

void add_new(CLI::App& group, Console& console) {
  const auto wish = std::make_shared<NewWish>();
  Sub sub(group, console, "new", {"新しいアダプターを作る", "makes a new adapter's project"});
  sub.word("name", wish->name, {"名前(英小文字・数字・_)", "small letters, digits and _"})
      ->required();
  sub.word("--field", wish->field,
           {"分野のコード(kaigo など)", "code of its field, such as kaigo"});
  sub.word("--format", wish->format,
           {"csv(C++で書く)か yaml(対応表だけ)", "csv (in C++) or yaml (a mapping, no program)"});
  sub.command().callback([&console, wish] { make(console, *wish); });
}

void add_try(CLI::App& group, Console& console) {
  struct Typed {
    TryWish wish;
    std::string module;
    std::string mapping;
    std::vector<std::string> settings;
  };
  const auto typed = std::make_shared<Typed>();
  Sub sub(
      group, console, "try",
      {"ファイルの記録を一段ずつ示す(何も書き込まない)", "shows each step of a file's records"});
  sub.word("file", typed->wish.file, {"届いたファイル", "a delivery"})->required();
  auto* module = sub.word("--adapter", typed->module, {"アダプター(.so)", "the adapter (.so)"});
  sub.word("--mapping", typed->mapping, {"対応表(mapping.yaml)", "the mapping (mapping.yaml)"})
      ->excludes(module);
  sub.word(
      "--feed", typed->wish.subject.feed,
      {"受け口の名前(既定: ファイル名から)", "name of the feed (default: by the file's name)"});
  sub.words("--set", typed->settings, {"設定 名前=値", "a setting, KEY=VALUE"});
  sub.word("--config", typed->wish.config,
           {"名寄せのしきい値と重みを取るハブの設定 hub.yaml(既定: 新しいハブの標準)",
            "hub.yaml whose thresholds and weights link (default: those of a new hub)"});
  sub.command().add_option("--line", typed->wish.line,
                           std::string(console.in_words({"この行だけ", "only this line"})));
  sub.command().add_option("--records", typed->wish.records,
                           std::string(console.in_words({"示す件数(既定 10)", "how many (10)"})));
  sub.command().callback([&console, typed] {
    TryWish wish = typed->wish;
    wish.subject.module = typed->module;
    wish.subject.mapping = typed->mapping;
    wish.subject.settings = workshop::settings_of(typed->settings);
    if (typed->module.empty() && typed->mapping.empty())
      return console.fail(Exit::usage, {"--adapter か --mapping を指定してください",
                                        "name the adapter by --adapter or --mapping"});
    try_delivery(console, wish);
  });
}

void add_test(CLI::App& group, Console& console) {
  const auto wish = std::make_shared<TestWish>();
  Sub sub(group, console, "test",
          {"見本のファイルで試験する", "tests a project with its golden files"});
  sub.word("folder", wish->folder, {"アダプターのフォルダー", "the project's folder"})->required();
  sub.word("--adapter", wish->module,
           {"アダプター(既定: build/ の .so)", "the adapter (default: the .so in build/)"});
  sub.words("--set", wish->settings, {"設定 名前=値", "a setting, KEY=VALUE"});
  sub.word("--junit", wish->junit, {"JUnit XML を書くファイル", "where to write JUnit XML"});
  sub.flag("--refresh", wish->refresh,
           {"いまの結果を正しいものとして書き直す", "takes what comes out now as what is right"});
  sub.command().callback([&console, wish] { test(console, *wish); });
}

void add_mask(CLI::App& group, Console& console) {
  const auto wish = std::make_shared<MaskedWish>();
  Sub sub(group, console, "mask",
          {"本物のファイルから、個人のいない見本を作る(> ファイル)",
           "makes a fixture without persons out of a real file (> FILE)"});
  sub.word("file", wish->file, {"本物のファイル(CSV)", "the real file (CSV)"})->required();
  sub.words("--keep", wish->mask.keep,
            {"そのまま残す列(性別・区分など、人が分からないものだけ)",
             "columns to keep: codes that name nobody"});
  sub.flag("--tabs", wish->tabs, {"タブ区切り", "separated by tabs"});
  sub.word("--encoding", wish->encoding,
           {"文字コード(utf8・cp932・euc_jp・utf16le・utf16be。既定: ファイルから判断する)",
            "utf8, cp932, euc_jp, utf16le or utf16be (default: as the file's bytes say)"});
  sub.command().add_option(
      "--header-line", wish->mask.header_line,
      std::string(console.in_words({"見出しの行(0: なし)", "line of the header (0: none)"})));
  sub.command().callback([&console, wish] { mask(console, *wish); });
}

}  // namespace

void add_adapter_command(CLI::App& app, Console& console) {
  auto* group = app.add_subcommand(
      "adapter", std::string(console.in_words(
                     {"アダプターと対応表を作り、試す", "makes and tries adapters and mappings"})));
  group->require_subcommand(1);
  add_new(*group, console);
  add_try(*group, console);
  add_test(*group, console);
  add_mask(*group, console);
  add_adapter_packages(*group, console);
  add_adapter_upgrades(*group, console);
}

}  // namespace hub::cli
