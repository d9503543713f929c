// What comes after the tie-in, told while it is played: meetings, plan, monitoring, end with its
// hand-back, and reopening, as a scene says it. What stands on the page the hub answered; the scene
// gives the days and the words between.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "hub/cli/daemon_call.hpp"
#include "hub/cli/demo_expectations.hpp"
#include "hub/cli/demo_scene.hpp"

namespace hub::cli {

class Page;

/// Borrows the page. One thread.
class DemoCourse {
 public:
  DemoCourse(const std::filesystem::path& socket, Page& page);

  /// The case that the scene is about: the held referral's, else the first one's.
  base::Result<> find_case(const DemoFacts& facts);
  /// On that day, at whose hub the socket answers.
  base::Result<> play(const SceneDay& day);
  /// How referral, case and plans stand.
  base::Result<> tell_state();
  [[nodiscard]] std::vector<DemoExpectation> judge() const;

 private:
  using Names = std::map<std::string, std::string, std::less<>>;

  base::Result<> take(const SceneDay& day, const SceneStep& step);
  base::Result<> meet(const SceneDay& day, const SceneMeeting& meeting);
  /// Of that body and day, as it stands or new.
  base::Result<std::string> convene(const SceneDay& day, const SceneMeeting& meeting);
  /// Its item about the case, which is put down where there is none; whoever has a seat attends.
  base::Result<std::string> open_item(const std::string& sitting, const SceneMeeting& meeting);
  base::Result<> attend(const std::string& seat);
  base::Result<> decide(const std::string& item, const SceneMeeting& meeting);
  base::Result<> seat(const std::string& sitting, const std::string& party, bool by_law);
  base::Result<> tell_meeting(const std::string& sitting);
  base::Result<> tell_plan(const std::string& plan);

  base::Result<Answer> ask(Request& request);
  base::Result<std::string> make(Request& request, std::string_view kind);
  base::Result<> fill(Request& request, const SceneStep& step);
  [[nodiscard]] base::Result<std::string> named(const std::string& word) const;

  DaemonAddress address_;
  Page& page_;
  Names names_;
  std::vector<std::string> plans_;           ///< by name, as they were made
  std::set<std::string, std::less<>> done_;  ///< verbs that worked
  int refused_ = 0;
};

}  // namespace hub::cli
