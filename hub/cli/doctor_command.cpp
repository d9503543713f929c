// `tsunagu doctor`: what is wrong, what it means, what to do now. Looks at configuration and key
// itself, so that it helps also when no daemon runs. Exit status 1 where anything is wrong.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "hub/cli/commands.hpp"
#include "hub/cli/doctor_words.hpp"
#include "hub/cli/layout.hpp"
#include "hub/cli/leaf.hpp"
#include "hub/crypto/key_file.hpp"
#include "hub/profile/configuration.hpp"

namespace hub::cli {
namespace {

constexpr std::string_view master_key = "master.key";

/// Prints findings as they come and remembers whether one of them is more than a note.
class Doctor {
 public:
  explicit Doctor(Console& console) : console_(console) {}

  void tell(std::string_view code, std::string_view subject, std::int64_t count) {
    const auto& finding = finding_for(code);
    if (finding.severity != Severity::note) ill_ = true;
    const auto what = words_of(finding.what, finding.code.empty() ? code : subject, count);
    if (console_.json) return tell_json(code, subject, count, finding, what);
    console_.out << mark_of(finding.severity) << ' ' << what << '\n';
    put(finding.meaning);
    put(finding.todo);
  }
  void conclude() {
    if (ill_) {
      console_.exit_code = static_cast<int>(Exit::findings);
    } else if (!console_.json) {
      console_.out << console_.in_words({"問題はありません。", "nothing is wrong"}) << '\n';
    }
  }

 private:
  [[nodiscard]] std::string words_of(const Text& text, std::string_view subject,
                                     std::int64_t count) const {
    return filled(console_.in_words(text), subject, std::to_string(count));
  }
  [[nodiscard]] std::string_view mark_of(Severity severity) const {
    if (severity == Severity::error) return console_.in_words({"[異常]", "[error]"});
    if (severity == Severity::warning) return console_.in_words({"[注意]", "[warning]"});
    return console_.in_words({"[参考]", "[note]"});
  }
  void put(const Text& text) {
    for (const auto& line : wrapped(console_.in_words(text), text_columns(console_) - 7))
      console_.out << "       " << line << '\n';
  }
  void tell_json(std::string_view code, std::string_view subject, std::int64_t count,
                 const Finding& finding, std::string_view what) {
    std::string line;
    tsunagu::json::Writer json(line);
    const auto put_text = [&json](std::string_view key, std::string_view value) {
      json.key(key);
      json.string(value);
    };
    json.begin_object();
    put_text("kind", "finding");
    put_text("code", code);
    put_text("severity", name_of(finding.severity));
    put_text("subject", subject);
    json.key("count");
    json.integer(count);
    put_text("what", what);
    put_text("meaning", console_.in_words(finding.meaning));
    put_text("todo", console_.in_words(finding.todo));
    json.end_object();
    console_.out << line << '\n';
  }

  Console& console_;
  bool ill_ = false;
};

/// systemd hands the key over only to the daemon, so only a folder of secrets can be looked at.
void look_at_key(const profile::Settings& settings, Doctor& doctor) {
  if (settings.secrets.folder.empty()) return;
  const auto file = crypto::secret_path(master_key, settings.secrets.folder);
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) {
    const bool has_data = std::filesystem::exists(settings.data, failed) &&
                          !std::filesystem::is_empty(settings.data, failed);
    if (has_data) doctor.tell("key_missing", file.string(), 1);
    return;
  }
  if (!crypto::read_master_secrets(file)) doctor.tell("key_unusable", file.string(), 1);
}

void look_at_configuration(const std::string& hub_yaml, Doctor& doctor) {
  profile::Problems problems;
  const auto read = profile::read_configuration(hub_yaml, problems);
  if (!problems.empty()) {
    const auto count = problems.all().size() + problems.dropped();
    doctor.tell("config_wrong", hub_yaml, static_cast<std::int64_t>(count));
  }
  look_at_key(read.settings, doctor);
}

void put_daemon(Console& console, tsunagu::json::View line) {
  if (console.json) return;
  console.out << console.in_words({"デーモン ", "daemon "}) << line.find("version").text()
              << console.in_words({"、起動 ", ", started "})
              << in_japan(line.find("startedAt").text());
  for (const auto address : line.find("listening"))
    console.out << console.in_words({"、待受け ", ", listens on "}) << address.text();
  console.out << '\n';
}

void ask(Console& console, const DaemonAddress& address, Doctor& doctor) {
  Request request("doctor");
  const auto answered = call_daemon(address, request, [&](std::string_view line) {
    Answer one;
    one.add(line);
    for (const auto daemon : one.of("daemon")) {
      put_daemon(console, daemon);
      if (console.json) console.out << line << '\n';
    }
    for (const auto finding : one.of("finding")) {
      doctor.tell(finding.find("code").text(), finding.find("subject").text(),
                  finding.find("count").integer());
    }
  });
  if (answered) return;
  if (answered.error().kind() == base::Kind::unavailable) {
    return doctor.tell("daemon_unreachable", "", 1);
  }
  console.fail(answered.error());
}

/// A socket that was named stands for a daemon whose configuration need not be readable here.
void examine(Console& console, const DaemonAddress& address) {
  Doctor doctor(console);
  if (address.socket.empty()) look_at_configuration(address.hub_yaml, doctor);
  ask(console, address, doctor);
  if (console.exit_code == 0) doctor.conclude();
}

}  // namespace

void add_doctor_command(CLI::App& app, Console& console) {
  auto* command = app.add_subcommand(
      "doctor", std::string(console.in_words({"何がおかしいか、その意味、いますべきこと",
                                              "what is wrong, what it means, what to do now"})));
  const auto address = add_address(*command, console);
  command->callback([&console, address] { examine(console, *address); });
}

}  // namespace hub::cli
