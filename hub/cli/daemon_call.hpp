// A command that asks the running daemon: where it listens, one request, its answer lines.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/cli/answer.hpp"
#include "hub/cli/console.hpp"
#include "tsunagu/json/writer.hpp"

namespace CLI {
class App;
}

namespace hub::cli {

/// `--socket PATH`, or the `admin_socket` of `--config hub.yaml`.
struct DaemonAddress {
  std::string hub_yaml = "/etc/tsunagu/hub.yaml";
  std::string socket;
  Language language = Language::en;  ///< of what is wrong with --config
};

/// Adds both options to a group; they may stand anywhere behind it.
std::shared_ptr<DaemonAddress> add_address(CLI::App& group, const Console& console);

/// `{"verb":"case.list", …}`
class Request {
 public:
  explicit Request(std::string_view verb) {
    json_.begin_object();
    text("verb", verb);
  }
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  Request& text(std::string_view key, std::string_view value) {
    if (value.empty()) return *this;
    json_.key(key);
    json_.string(value);
    return *this;
  }
  Request& count(std::string_view key, std::int64_t value) {
    json_.key(key);
    json_.integer(value);
    return *this;
  }
  Request& flag(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
    return *this;
  }
  Request& list(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return *this;
    json_.key(key);
    json_.begin_array();
    for (const auto& value : values)
      json_.string(value);
    json_.end_array();
    return *this;
  }
  [[nodiscard]] std::string close() {
    json_.end_object();
    return line_;
  }

 private:
  std::string line_;
  tsunagu::json::Writer json_{line_};
};

using OnLine = std::function<void(std::string_view json)>;

/// One request, its lines as they come.
base::Result<> call_daemon(const DaemonAddress& address, Request& request, const OnLine& on_line);
/// One request and its whole answer.
base::Result<Answer> call_daemon(const DaemonAddress& address, Request& request);
/// The same; a failure is told on the console, with what to do. False: it failed.
bool ask_daemon(Console& console, const DaemonAddress& address, Request& request,
                const OnLine& on_line);
/// What went wrong and what to do about it, and the exit code.
void tell_failure(Console& console, const base::Failure& failure);

}  // namespace hub::cli
