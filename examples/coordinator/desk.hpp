// The coordinator's desk: a thread that takes one event after the other, pulls the packet behind a
// notice, prints what came, and answers a referral.
#pragma once

#include <boost/json/object.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

#include "examples/coordinator/event.hpp"
#include "examples/coordinator/hub_client.hpp"

namespace coordinator {

class Desk {
 public:
  /// Borrows all. `on_enough` is called once after settings.exit_after referrals.
  Desk(const Settings& settings, const Clock& clock, std::ostream& out,
       std::function<void()> on_enough);
  /// Finishes the event at hand and joins.
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Any thread.
  void take(Event event);

 private:
  void work();
  void handle(const Event& event);
  void handle_referral(const std::string& referral, const boost::json::value& packet);
  void pull(const Event& event);
  void stop_using(const Event& event);
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
  std::deque<Event> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace coordinator
