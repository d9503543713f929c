// What a hub and a keeper say to each other, one packet a word. The hub says `start` first, with
// two descriptors: the adapter's file, and the adapter's end of its socket to the hub. Then either
// side speaks when it has something to say; the line closes when the process has ended, and the
// process is ended when the line closes. Both are programs of one installation.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "hub/base/result.hpp"
#include "hub/base/unique_fd.hpp"

namespace hub::keeper {

enum class Says : std::uint8_t {
  start,    ///< hub: run this
  started,  ///< keeper: `number` is its process id
  refused,  ///< keeper: it can't be run, `text` says why
  grant,    ///< hub: so many seconds of CPU time more, `number`
  look,     ///< hub: how much memory has it?
  seen,     ///< keeper: `number` bytes are resident
  kill,     ///< hub: end it
  ended     ///< keeper: `code` and `number` as waitid tells them (CLD_…, status)
};

struct Word {
  Says says = Says::look;
  std::int64_t number = 0;
  std::int64_t code = 0;
  std::string text;
};

struct Start {
  std::string name;  ///< of the adapter's file; what it is goes by its ending
  std::filesystem::path data_dir;
  std::uint64_t memory_bytes = 0;
  std::int64_t cpu_seconds = 0;
  std::uint8_t guarded = 1;  ///< 0 only in a test's control
};

/// What `start` brings along.
struct Handed {
  Start start;
  base::UniqueFd adapter;
  base::UniqueFd socket;
};

/// One end. One thread at a time.
class Line {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  explicit Line(base::UniqueFd socket) : socket_(std::move(socket)) {}
  /// To whoever listens there.
  static base::Result<Line> to(const std::filesystem::path& socket);

  /// False: the other side has gone.
  bool say(const Word& word) const;
  bool say(const Start& start, int adapter, int socket) const;
  /// Nothing: too late, gone, or no such word.
  std::optional<Word> hear(Deadline until);
  std::optional<Handed> hear_start(Deadline until);
  [[nodiscard]] bool closed() const noexcept { return closed_; }
  [[nodiscard]] int descriptor() const noexcept { return socket_.get(); }
  /// Gives the end away.
  [[nodiscard]] base::UniqueFd release() noexcept { return std::move(socket_); }
  /// Who is at the other end, by the kernel's word; -1: it doesn't say.
  [[nodiscard]] std::int64_t peer() const;

 private:
  std::optional<std::string> receive(Deadline until, base::UniqueFd* handed);

  base::UniqueFd socket_;
  bool closed_ = false;
};

}  // namespace hub::keeper
