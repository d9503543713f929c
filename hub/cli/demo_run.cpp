#include "hub/cli/demo_run.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "tsunagu/json/parse.hpp"

namespace hub::cli {
namespace {

using base::Kind;
using base::Result;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr seconds start_patience{20};
constexpr seconds settle_patience{90};
constexpr seconds stop_patience{10};
constexpr milliseconds pause{50};

constexpr const char* sources[] = {"shien-sochi", "kaigo",        "kaigo-life", "kaigo-plan",
                                   "konkyu",      "konkyu-tax",   "shogai",     "kodomo",
                                   "chiiki",      "chiiki-shigen"};

base::Failure interrupted() {
  return base::fail(Kind::unavailable, "interrupted");
}

std::string last_line(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line, last;
  while (std::getline(in, line)) {
    if (!line.empty()) last = line;
  }
  return last;
}

base::Failure ended(const DemoFolder& folder, const std::string& program) {
  const auto log = folder.log(program);
  return base::fail(Kind::unavailable,
                    program + " ended: " + last_line(log) + " (all of it: " + log.string() + ")");
}

std::optional<std::uint16_t> port_on(const std::filesystem::path& screen) {
  std::ifstream in(screen);
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  const auto parsed = tsunagu::json::parse_untrusted(line);
  if (!parsed.ok()) return std::nullopt;
  return static_cast<std::uint16_t>(parsed.root().find("port").integer());
}

std::filesystem::path processes_of(const DemoFolder& folder) {
  return folder.root() / "processes";
}

/// For stop_demo(): number, program and the argument that makes it ours.
void remember(const DemoFolder& folder, pid_t pid, const std::filesystem::path& program,
              const std::filesystem::path& argument) {
  std::ofstream(processes_of(folder), std::ios::app)
      << pid << '\t' << program.string() << '\t' << argument.string() << '\n';
}

Result<ChildProcess> start_coordinator(const DemoPlaces& places, const DemoFolder& folder,
                                       const std::string& hub_url, const std::string& clock) {
  std::error_code none_before;
  std::filesystem::remove(folder.screen(), none_before);
  auto started = ChildProcess::start(places.coordinator,
                                     {"--hub-url", hub_url, "--key-file",
                                      folder.coordinator_keys().string(), "--clock-start", clock},
                                     folder.screen(), folder.log("tsunagu-coordinator"));
  if (started) remember(folder, started->pid(), places.coordinator, folder.coordinator_keys());
  return started;
}

/// The hub asks it when it has something to be signed, and asks again where it is not there yet.
Result<ChildProcess> start_signer(const DemoPlaces& places, const DemoFolder& folder) {
  auto started = ChildProcess::start(
      places.signer,
      {"--key", folder.signer_key().string(), "--socket", folder.signer_socket().string(),
       "--memory", folder.signer_memory().string()},
      folder.log("tsunagu-signer"), folder.log("tsunagu-signer"));
  if (started) remember(folder, started->pid(), places.signer, folder.signer_key());
  return started;
}

Result<ChildProcess> start_hub(const DemoPlaces& places, const DemoFolder& folder) {
  auto started = ChildProcess::start(places.hub, {"--config", folder.hub_yaml().string()},
                                     folder.log("tsunagu-hub"), folder.log("tsunagu-hub"));
  if (started) remember(folder, started->pid(), places.hub, folder.hub_yaml());
  return started;
}

Result<std::uint16_t> port_of(ChildProcess& coordinator, const DemoFolder& folder) {
  for (const auto until = steady_clock::now() + start_patience; steady_clock::now() < until;) {
    if (const auto port = port_on(folder.screen())) return *port;
    if (!coordinator.running()) break;
    if (interrupted_within(pause)) return interrupted();
  }
  return ended(folder, "tsunagu-coordinator");
}

/// What the referrals rest in: with the coordinator, or held.
bool at_rest(const DemoProgress& progress) {
  return std::none_of(progress.referral_states.begin(), progress.referral_states.end(),
                      [](const std::string& state) {
                        return state == "draft" || state == "sent" || state == "received";
                      });
}

bool has_settled(const DemoProgress& progress, std::size_t deliveries) {
  return progress.settled >= deliveries && !progress.referral_states.empty() && at_rest(progress);
}

struct Remembered {
  pid_t pid = 0;
  std::string program;
  std::string argument;
};

std::vector<Remembered> remembered(const DemoFolder& folder) {
  std::vector<Remembered> out;
  std::ifstream in(processes_of(folder));
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string pid;
    Remembered one;
    std::getline(words, pid, '\t');
    std::getline(words, one.program, '\t');
    std::getline(words, one.argument);
    std::istringstream(pid) >> one.pid;
    if (one.pid > 1) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::vector<std::string> walkthrough_sources() {
  return {std::begin(sources), std::end(sources)};
}

Result<DemoRun> DemoRun::begin(const DemoPlaces& places, const DemoFolder& folder,
                               const DemoMoment& moment) {
  std::error_code none_before;
  std::filesystem::remove(processes_of(folder), none_before);
  const auto port = free_port();
  if (!port) return port.error();
  const auto address = "http://127.0.0.1:" + std::to_string(*port);
  auto coordinator = start_coordinator(places, folder, address, moment.clock);
  if (!coordinator) return coordinator.error();
  const auto partner = port_of(*coordinator, folder);
  if (!partner) return partner.error();
  if (auto key = folder.write_signer_key(places); !key) return key.error();
  if (auto written = folder.write_hub_yaml(places, moment, *port, *partner); !written)
    return written.error();
  auto signer = start_signer(places, folder);
  if (!signer) return signer.error();
  auto hub = start_hub(places, folder);
  if (!hub) return hub.error();
  DemoRun run(folder, std::move(*coordinator), std::move(*signer), std::move(*hub), address);
  const auto socket = folder.socket();
  const auto answers = run.wait_until([&socket] { return ask_progress(socket).has_value(); });
  if (!answers) return answers.error();
  if (*answers) return run;
  return base::fail(Kind::unavailable,
                    "the hub does not answer; see " + folder.log("tsunagu-hub").string());
}

Result<bool> DemoRun::wait_until(const std::function<bool()>& reached) {
  for (const auto until = steady_clock::now() + settle_patience; steady_clock::now() < until;) {
    if (!hub_.running()) return ended(folder_, "tsunagu-hub");
    if (reached()) return true;
    if (interrupted_within(pause)) return interrupted();
  }
  return false;
}

Result<> DemoRun::bring_register(const std::filesystem::path& exports, const std::string& day) {
  const auto socket = folder_.socket();
  const auto before = ask_progress(socket);
  if (!before) return before.error();
  if (auto put = folder_.drop_register(exports, day); !put) return put;
  const auto taken = wait_until([&socket, all = before->settled + 1] {
    const auto progress = ask_progress(socket);
    return progress && progress->settled >= all && at_rest(*progress);
  });
  return taken ? Result<>() : Result<>(taken.error());
}

Result<> DemoRun::settle() {
  const auto socket = folder_.socket();
  const auto rested = wait_until([&socket] {
    const auto progress = ask_progress(socket);
    return progress && at_rest(*progress);
  });
  return rested ? Result<>() : Result<>(rested.error());
}

Result<std::size_t> DemoRun::bring_exports(const std::filesystem::path& exports,
                                           const std::vector<std::string>& from) {
  const auto socket = folder_.socket();
  std::size_t dropped = 0;
  const auto reached = [&socket, &dropped](auto&& done) {
    const auto progress = ask_progress(socket);
    return progress && done(*progress, dropped);
  };
  const auto all_in = [&reached] {
    return reached([](const DemoProgress& at, std::size_t all) { return at.settled >= all; });
  };
  // One after the other, so that the story is the same each time. What is missing when the time is
  // over, the expectations name.
  bool in_time = true;
  for (const auto& source : from) {
    const auto more = folder_.drop(exports, source);
    if (!more) return more.error();
    dropped += *more;
    const auto taken = in_time ? wait_until(all_in) : Result<bool>(false);
    if (!taken) return taken.error();
    in_time = *taken;
  }
  const auto settled =
      in_time ? wait_until([&reached] { return reached(has_settled); }) : Result<bool>(false);
  if (!settled) return settled.error();
  return dropped;
}

void DemoRun::let_go() noexcept {
  coordinator_.let_go();
  signer_.let_go();
  hub_.let_go();
}

void DemoRun::stop() {
  hub_.stop(stop_patience);
  signer_.stop(stop_patience);
  coordinator_.stop(stop_patience);
}

Result<std::size_t> stop_demo(const DemoFolder& folder) {
  std::size_t stopped = 0;
  auto running = remembered(folder);
  std::reverse(running.begin(), running.end());  // the hub first, then what it leans on
  for (const auto& one : running) {
    if (!runs(one.pid, one.program, one.argument)) continue;
    if (!stop_other(one.pid, stop_patience)) {
      return base::fail(Kind::busy, "process " + std::to_string(one.pid) + " does not end");
    }
    ++stopped;
  }
  std::error_code ignored;
  std::filesystem::remove(processes_of(folder), ignored);
  return stopped;
}

}  // namespace hub::cli
