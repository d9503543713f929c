#include "hub/intake/intake.hpp"

namespace hub::intake {

Intake::Intake(const RunnerShare& share) {
  const auto book = share.context.book();
  const auto today = base::jst_day(share.context.clock.now());
  for (const auto& source : book->profile.sources) {
    if (!profile::covers(source.period, today)) continue;
    runners_.push_back(std::make_unique<SourceRunner>(share, source));
  }
}

Intake::~Intake() {
  stop();
}

void Intake::start() {
  for (const auto& runner : runners_)
    runner->start();
}

void Intake::stop() {
  for (const auto& runner : runners_)
    runner->stop();
}

void Intake::wake() {
  for (const auto& runner : runners_)
    runner->wake();
}

SourceRunner* Intake::find(std::string_view source) {
  for (const auto& runner : runners_) {
    if (runner->source().code == source) return runner.get();
  }
  return nullptr;
}

}  // namespace hub::intake
