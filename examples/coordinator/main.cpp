// tsunagu-coordinator: a coordinator's own server, as somebody else might have written it. Its
// first line on standard output is `{"port":12345}`.
#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <exception>
#include <iostream>
#include <map>

#include "examples/coordinator/desk.hpp"
#include "examples/coordinator/server.hpp"
#include "examples/coordinator/settings.hpp"

namespace {

using coordinator::Clock;
using coordinator::Settings;
using coordinator::Until;

struct Options {
  Settings settings;
  std::string key_file;
  std::string clock_start;
};

void declare(CLI::App& app, Options& options) {
  auto& settings = options.settings;
  app.add_option("--port", settings.port, "port on loopback; 0: the system chooses");
  app.add_option("--hub-url", settings.hub_url, "where the hub is, http://127.0.0.1:8480")
      ->required();
  app.add_option("--key-file", options.key_file, "JSON with partner, keys and API key, mode 0600")
      ->required();
  app.add_option("--return-with", settings.return_with, "return every referral, with this reason");
  app.add_option("--until", settings.until, "answer up to: accepted, lead_named or closed")
      ->transform(
          CLI::CheckedTransformer(std::map<std::string, Until>{{"accepted", Until::accepted},
                                                               {"lead_named", Until::lead_named},
                                                               {"closed", Until::closed}}));
  app.add_option("--agency", settings.agency, "our agency's name, given with each answer");
  app.add_option("--lead", settings.lead_agency,
                 "the main agency that lead_named names; without it, ours");
  app.add_option("--fail-first", settings.fail_first, "answer so many notices with 503");
  app.add_option("--exit-after", settings.exit_after, "end after so many referrals");
  app.add_option("--journal", settings.journal, "file that remembers received notices");
  app.add_option("--clock-start", options.clock_start, "run on from this moment, RFC 3339");
}

Clock clock_of(const Options& options) {
  if (options.clock_start.empty()) return {};
  const auto start = coordinator::instant_from_text(options.clock_start);
  if (!start) throw std::runtime_error("--clock-start wants 2026-04-10T09:00:00+09:00 or …Z");
  return Clock(*start);
}

/// What later answers will need is asked for now.
void check(const Settings& settings) {
  const bool names_lead = settings.until != Until::accepted && settings.return_with.empty();
  if (names_lead && settings.lead_agency.empty() && settings.agency.empty()) {
    throw std::runtime_error("--until lead_named and closed want --lead or --agency");
  }
}

void serve(const Options& options) {
  const auto clock = clock_of(options);
  boost::asio::io_context io;
  coordinator::Desk desk(options.settings, clock, std::cout, [&io] { io.stop(); });
  coordinator::Reception reception(
      options.settings, clock, [&desk](coordinator::Event event) { desk.take(std::move(event)); });
  const coordinator::Server server(io, options.settings.port, reception);
  boost::asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&io](boost::system::error_code, int) { io.stop(); });
  std::cout << "{\"port\":" << server.port() << "}" << std::endl;
  io.run();
}

}  // namespace

int main(int count, char** words) {
  try {
    CLI::App app(
        "A coordinator's server to talk to: receives, pulls, prints and answers referrals.");
    Options options;
    declare(app, options);
    CLI11_PARSE(app, count, words);
    check(options.settings);
    options.settings.keys = coordinator::read_keys(options.key_file);
    serve(options);
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << "tsunagu-coordinator: " << problem.what() << "\n";
    return 1;
  }
}
