// The coordinator's desk: a thread that takes one referral after the other, pulls its packet,
// prints it, and answers.
#pragma once

#include <boost/json/object.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

#include "examples/coordinator/hub_client.hpp"

namespace coordinator {

class Desk {
 public:
  /// Borrows all. `on_enough` is called once after settings.exit_after referrals.
  Desk(const Settings& settings, const Clock& clock, std::ostream& out,
       std::function<void()> on_enough);
  /// Finishes the referral at hand and joins.
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Any thread.
  void take(std::string referral);

 private:
  void work();
  void handle(const std::string& referral);
  void answer_all(const std::string& referral);
  /// `data`: what the type adds; `said`: how it is printed.
  void answer(const std::string& referral, const std::string& what, boost::json::object data,
              const std::string& said = {});
  HubAnswer persistently(const std::function<HubAnswer()>& ask);
  bool pause(int tries);

  const Settings& settings_;
  const Clock& clock_;
  std::ostream& out_;
  std::function<void()> on_enough_;
  HubClient hub_;
  int handled_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace coordinator
