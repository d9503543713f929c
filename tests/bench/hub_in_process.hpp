// A hub in the bench's own process: a store in FOLDER, さくら市's profile, and one officer who
// decides at its desk. What fails ends the bench.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "hub/profile/configuration.hpp"
#include "hub/service/context.hpp"

namespace bench {

inline const std::string officer = "officer/kakari";

[[noreturn]] inline void end(const hub::base::Failure& failure) {
  std::cerr << "error: " << failure.text() << '\n';
  std::exit(1);
}
template <class Value>
Value must(hub::base::Result<Value> done) {
  if (!done) end(done.error());
  return std::move(*done);
}
inline void must(const hub::base::Result<>& done) {
  if (!done) end(done.error());
}

/// What a change without an action of its own logs.
inline hub::audit::Entry step() {
  hub::audit::Entry entry;
  entry.actor = "system";
  entry.action = "bench.step";
  return entry;
}

class HubInProcess {
 public:
  HubInProcess(const std::filesystem::path& config, const std::filesystem::path& folder)
      : tables_(must(hub::normalize::Tables::load(config / "data"))),
        database_(must(hub::store::Database::open(folder, keys_, clock_, random_, end))),
        context_(*database_, tables_, clock_, random_, book_in(config)) {}

  hub::service::Context& context() { return context_; }

 private:
  static std::shared_ptr<const hub::service::Book> book_in(const std::filesystem::path& config) {
    auto book = std::make_shared<hub::service::Book>();
    hub::profile::Problems problems;
    hub::profile::read_municipality(config / "municipalities/sakura", config, book->law,
                                    book->profile, problems);
    auto& worker = book->settings.officers.emplace_back();
    worker.user = officer.substr(officer.find('/') + 1);
    worker.desk.code = "kikan-soudan";
    return book;
  }
  static std::vector<hub::crypto::Secret> one_secret() {
    std::vector<hub::crypto::Secret> all;
    all.emplace_back(hub::crypto::bytes_of(std::string(32, 'k')));
    return all;
  }

  hub::base::SystemRandom random_;
  hub::base::SystemClock clock_;
  hub::crypto::Keys keys_{one_secret(), random_};
  hub::normalize::Tables tables_;
  std::unique_ptr<hub::store::Database> database_;
  hub::service::Context context_;
};

/// Microseconds.
template <class Work>
double median_us(int rounds, Work&& work) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> took;
  for (int i = 0; i < rounds; ++i) {
    const auto began = Clock::now();
    work();
    took.push_back(std::chrono::duration<double, std::micro>(Clock::now() - began).count());
  }
  std::nth_element(took.begin(), took.begin() + rounds / 2, took.end());
  return took[static_cast<std::size_t>(rounds / 2)];
}

}  // namespace bench
