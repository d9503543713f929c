#include "hub/keeper/keep.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "hub/base/log.hpp"
#include "hub/keeper/process.hpp"
#include "sdk/wire/spawn.hpp"

namespace hub::keeper {
namespace {

namespace fs = std::filesystem;
namespace wire = tsunagu::wire;
using base::UniqueFd;
using std::chrono::steady_clock;

constexpr std::chrono::seconds patience{5};
constexpr std::size_t adapter_bytes = std::size_t{64} << 20U;

bool is_file_name(const std::string& name) {
  return !name.empty() && name.size() <= 128 && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '_' || c == '-';
         });
}

/// The adapter's file under a name of its own, gone with this object. It was handed over open, for
/// this user may not be able to reach where the hub keeps it.
class Copy {
 public:
  Copy(const fs::path& folder, const std::string& name, int from) {
    std::string made = (folder / "adapter.XXXXXX").string();
    if (::mkdtemp(made.data()) == nullptr) return;
    folder_ = made;
    const UniqueFd to(::open((folder_ / name).c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0500));
    if (to && copied(from, to.get())) file_ = folder_ / name;
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  ~Copy() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  /// Empty: it could not be written.
  [[nodiscard]] const fs::path& file() const { return file_; }

 private:
  static bool copied(int from, int to) {
    off_t at = 0;
    while (at <= static_cast<off_t>(adapter_bytes)) {
      const ssize_t some = ::sendfile(to, from, &at, adapter_bytes);
      if (some == 0) return true;
      if (some < 0 && errno != EINTR) return false;
    }
    return false;
  }

  fs::path folder_;
  fs::path file_;
};

void refuse(const Line& line, const std::string& why) {
  base::log(base::Level::error, "adapter_not_started", {{"reason", why}});
  static_cast<void>(line.say({Says::refused, 0, 0, why}));
}

/// Until it has ended, which is at the latest when the hub has gone.
void watch(Line& line, Process& process, int stop) {
  for (;;) {
    pollfd waited[] = {
        {line.descriptor(), POLLIN, 0}, {process.descriptor(), POLLIN, 0}, {stop, POLLIN, 0}};
    if (::poll(waited, 3, -1) < 0 && errno != EINTR) return;
    if (waited[1].revents != 0) {
      const siginfo_t info = process.reap();
      static_cast<void>(line.say({Says::ended, info.si_status, info.si_code, {}}));
      return;
    }
    if (waited[2].revents != 0) return;
    if (waited[0].revents == 0) continue;
    const auto word = line.hear(steady_clock::now());
    if (line.closed()) return;
    if (!word) continue;
    if (word->says == Says::grant) process.grant_cpu(word->number);
    if (word->says == Says::kill) process.kill();
    if (word->says == Says::look) {
      const auto resident = static_cast<std::int64_t>(resident_bytes(process.pid()));
      static_cast<void>(line.say({Says::seen, resident, 0, {}}));
    }
  }
}

}  // namespace

void keep(Line line, const Ground& ground) {
  auto handed = line.hear_start(steady_clock::now() + patience);
  if (!handed) return refuse(line, "no adapter was handed over");
  const auto& start = handed->start;
  if (!is_file_name(start.name)) return refuse(line, "the adapter's file has no plain name");
  const Copy copy(ground.folder, start.name, handed->adapter.get());
  if (copy.file().empty())
    return refuse(line, ground.folder.string() +
                            ": the adapter can't be written there: " + std::strerror(errno));
  const auto [pid, error] = wire::spawn({ground.host, copy.file(), start.data_dir,
                                         start.memory_bytes, start.cpu_seconds, start.guarded != 0},
                                        handed->socket.get(), wire::Group::its_own);
  handed->socket.reset();
  if (error != 0)
    return refuse(line, ground.host.string() + ": can't be started: " + std::strerror(error));
  Process process(pid);
  if (!process.good()) return refuse(line, "no pidfd: too many open files");
  if (line.say({Says::started, pid, 0, {}})) watch(line, process, ground.stop);
}

}  // namespace hub::keeper
