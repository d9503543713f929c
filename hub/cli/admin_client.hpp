// Speaks to a running daemon over its administration socket: one JSON object a line each way.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "hub/base/result.hpp"
#include "hub/base/unique_fd.hpp"

namespace hub::cli {

/// How the failure begins that says that this user may not use the socket.
inline constexpr std::string_view not_allowed = "not allowed to use ";

class AdminClient {
 public:
  /// unavailable if no daemon listens there, forbidden if this user may not ask it.
  static base::Result<AdminClient> connect(const std::filesystem::path& socket);

  /// From here on, each line of an answer must come within `patience`.
  void be_patient(std::chrono::seconds patience) const;

  /// Sends one request, `{"verb":"…", …}`; each answer line but the closing one goes to `on_line`.
  /// The daemon's own failure is returned as it was there. A verb takes as long as it takes.
  base::Result<> call(std::string_view request,
                      const std::function<void(std::string_view)>& on_line);

 private:
  explicit AdminClient(base::UniqueFd socket) : socket_(std::move(socket)) {}
  void send(std::string_view bytes) const;
  base::Result<std::string> read_line();

  base::UniqueFd socket_;
  std::string buffer_;
};

}  // namespace hub::cli
