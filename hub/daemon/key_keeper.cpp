#include "hub/daemon/key_keeper.hpp"

#include "hub/base/log.hpp"
#include "hub/store/data_keys.hpp"

namespace hub::daemon {
namespace {

using base::Result;

/// Holds while a rotation runs; whatever ends it.
class Running {
 public:
  explicit Running(std::atomic<bool>& flag) : flag_(flag) { flag_ = true; }
  ~Running() { flag_ = false; }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  std::atomic<bool>& flag_;
};

}  // namespace

KeyKeeper::~KeyKeeper() {
  stop();
}

void KeyKeeper::start() {
  const auto open = database_.read(
      [](store::Reader& reader) -> Result<bool> { return store::is_rotating(reader); });
  if (open && *open) thread_ = std::thread([this] { go_on(); });
}

void KeyKeeper::stop() {
  stopping_ = true;
  if (thread_.joinable()) thread_.join();
}

void KeyKeeper::go_on() {
  base::log(base::Level::info, "key_rotation_goes_on");
  const auto done = rotate("system", [](const auto&) { return true; });
  if (done) return base::log(base::Level::info, "key_rotation_ended", {{"rows", done->renewed}});
  base::log(base::Level::warning, "key_rotation_waits", {{"reason", done.error().text()}});
}

Result<store::RotationProgress> KeyKeeper::rotate(std::string_view actor, const OnRotation& see) {
  const std::unique_lock lock(one_, std::try_to_lock);
  if (!lock.owns_lock())
    return base::fail(base::Kind::busy, "the data key is being rotated; `doctor` says how far");
  const Running running(running_);
  std::int64_t before = 0;
  return store::rotate_data_key(database_, actor, [&](const store::RotationProgress& progress) {
    renewed_ += progress.renewed - before;
    before = progress.renewed;
    return see(progress) && !stopping_;
  });
}

RotationCounts KeyKeeper::counts() const {
  return {running_, renewed_};
}

}  // namespace hub::daemon
