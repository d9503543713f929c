// Puts answers into the desks' own systems: claims their orders, has the source's adapter write the
// file in the system's own encoding, and puts it whole into the drop-back folder.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "hub/adapter/exchange.hpp"
#include "hub/service/answer.hpp"
#include "hub/service/context.hpp"

namespace hub::delivery {

/// The adapter of a source, if it is configured here.
using PushTo = std::function<base::Result<adapter::PushSummary>(
    const std::string& source, const std::string& kind, const std::string& json)>;

class DeskPush {
 public:
  /// `back_root`: `back/` of the data folder. Starts its thread.
  DeskPush(service::Context& context, PushTo push, std::filesystem::path back_root);
  /// stop().
  ~DeskPush();
  DeskPush(const DeskPush&) = delete;
  DeskPush& operator=(const DeskPush&) = delete;

  void wake();
  void stop();

 private:
  void loop();
  base::Result<bool> round();
  base::Result<> serve(const store::Order& order, const service::PushBack& push);
  base::Result<> put(const store::Order& order, const service::PushBack& push,
                     const adapter::PushSummary& summary);
  base::Result<> settle(const store::Order& order, const base::Result<>& done);

  service::Context& context_;
  PushTo push_;
  std::filesystem::path back_root_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace hub::delivery
