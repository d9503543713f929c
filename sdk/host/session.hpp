// The conversation with the hub: hello, create, then one thing after the other until the socket
// closes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "sdk/wire/channel.hpp"
#include "tsunagu/adapter.h"

namespace tsunagu::host {

class Session {
 public:
  /// Borrows both. `guards` are the walls that stand already; `guarded` says whether the last one
  /// is to be built after create.
  Session(wire::Channel& channel, const tsunagu_adapter_table& table, std::uint32_t guards,
          bool guarded)
      : channel_(channel), table_(table), guards_(guards), guarded_(guarded) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Returns when the hub closed its end, or spoke out of turn.
  void run(const std::string& data_dir);

 private:
  bool create(const std::string& data_dir);
  bool answer(const wire::Frame& question);
  wire::Done health();

  wire::Channel& channel_;
  const tsunagu_adapter_table& table_;
  std::uint32_t guards_;
  bool guarded_;
  wire::Created created_;
  tsunagu_host host_{};
  tsunagu_adapter* adapter_ = nullptr;
};

}  // namespace tsunagu::host
