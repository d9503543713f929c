#include "hub/cli/demo_course.hpp"

#include <algorithm>

#include "hub/cli/demo_page.hpp"
#include "hub/cli/fiscal_year.hpp"
#include "hub/profile/period.hpp"

namespace hub::cli {
namespace {

using base::fail;
using base::Kind;
using base::Result;
using tsunagu::json::View;

std::string text_of(View line, std::string_view key) {
  return std::string(line.find(key).text());
}

std::string ja(std::string_view code) {
  return std::string(word_for(Language::ja, code));
}

base::Failure stopped(const std::string& verb, const base::Failure& why) {
  return fail(why.kind(), "the scene stops at " + verb + ": " + why.text());
}

/// A step on a plan is taken at the revision that whoever takes it has seen.
bool wants_revision(const SceneStep& step) {
  return (step.verb.starts_with("plan.") || step.verb == "monitor.add") &&
         profile::find(step.with, "plan") != nullptr;
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words)
    out += (out.empty() ? "" : "、") + word;
  return out;
}

std::string held_case(const DemoFacts& facts) {
  for (const auto& referral : facts.referrals) {
    if (referral.state == "held") return referral.about;
  }
  return facts.referrals.empty() ? std::string() : facts.referrals.front().about;
}

}  // namespace

DemoCourse::DemoCourse(const std::filesystem::path& socket, Page& page) : page_(page) {
  address_.socket = socket.string();
}

Result<Answer> DemoCourse::ask(Request& request) {
  return call_daemon(address_, request);
}

Result<std::string> DemoCourse::make(Request& request, std::string_view kind) {
  const auto answer = ask(request);
  if (!answer) return answer.error();
  const auto lines = answer->of(kind);
  return lines.empty() ? std::string() : text_of(lines.front(), kind);
}

Result<std::string> DemoCourse::named(const std::string& word) const {
  if (!word.starts_with('$')) return word;
  const auto found = names_.find(word.substr(1));
  if (found == names_.end())
    return fail(Kind::invalid, "the scene names " + word + ", which nothing made before");
  return found->second;
}

Result<> DemoCourse::find_case(const DemoFacts& facts) {
  names_["case"] = held_case(facts);
  if (names_["case"].empty()) return fail(Kind::not_found, "no case came of the exports");
  Request request("case.show");
  request.text("case", names_["case"]);
  const auto answer = ask(request);
  if (!answer) return answer.error();
  for (const View person : answer->of("person"))
    names_.emplace("person", text_of(person, "person"));
  for (const auto& referral : facts.referrals) {
    if (referral.about == names_["case"]) names_.emplace("referral", referral.id);
  }
  return {};
}

Result<> DemoCourse::play(const SceneDay& day) {
  page_.heading(day_in_era(profile::text_of(day.day)) + "　" + day.heading);
  if (!day.tells.empty()) page_.paragraph(day.tells);
  for (const auto& step : day.steps) {
    if (auto done = take(day, step); !done) return done;
  }
  return {};
}

Result<> DemoCourse::fill(Request& request, const SceneStep& step) {
  for (const auto& [key, at, value] : step.with.entries) {
    if (value.kind == profile::Node::Kind::list) {
      std::vector<std::string> words;
      for (const auto& item : value.items)
        words.push_back(item.text);
      request.list(key, words);
    } else if (value.text == "true") {
      request.flag(key, true);
    } else {
      const auto word = named(value.text);
      if (!word) return word.error();
      request.text(key, *word);
    }
  }
  if (!wants_revision(step)) return {};
  Request look("plan.show");
  const auto plan = named(profile::find(step.with, "plan")->text);
  if (!plan) return plan.error();
  const auto seen = ask(look.text("plan", *plan));
  if (!seen) return seen.error();
  for (const View line : seen->of("plan"))
    request.text("seen", std::to_string(line.find("revision").integer()));
  return {};
}

Result<> DemoCourse::take(const SceneDay& day, const SceneStep& step) {
  if (step.meeting) return meet(day, *step.meeting);
  Request request(step.verb);
  if (auto filled = fill(request, step); !filled) return stopped(step.verb, filled.error());
  const auto answer = ask(request);
  if (!step.refused.empty()) {
    const auto said = answer ? "" : translated(Language::ja, answer.error().text());
    if (said.find(step.refused) == std::string::npos)
      return fail(Kind::conflict, "the scene stops at " + step.verb + ": " +
                                      (answer ? "it was not refused" : answer.error().text()));
    ++refused_;
    page_.item(step.tells + "：「" + said + "」", "× ");
    return {};
  }
  if (!answer) return stopped(step.verb, answer.error());
  done_.insert(step.verb);
  if (!step.tells.empty()) page_.item(step.tells, "○ ");
  if (step.as.empty()) return {};
  const auto kind =
      step.verb == "plan.draft" ? std::string_view("plan") : std::string_view(step.as);
  for (const View line : answer->of(kind))
    names_[step.as] = text_of(line, kind);
  if (kind == "plan") plans_.push_back(step.as);
  return {};
}

Result<> DemoCourse::attend(const std::string& seat) {
  Request attend("sitting.attend");
  const auto attended = ask(attend.text("seat", seat));
  return attended ? Result<>() : Result<>(attended.error());
}

Result<> DemoCourse::seat(const std::string& sitting, const std::string& party, bool by_law) {
  Request give("sitting.seat");
  give.text("sitting", sitting).text("party", party).text("secrecy", by_law ? "law" : "pledge");
  give.text("document", by_law ? "" : "誓約-1");
  const auto seat = make(give, "seat");
  return seat ? attend(*seat) : Result<>(seat.error());
}

Result<> DemoCourse::decide(const std::string& item, const SceneMeeting& meeting) {
  for (const auto& one : meeting.decides) {
    Request request("sitting.decide");
    request.text("agenda", item).text("timing", one.timing).text("policy", one.policy);
    request.text("next", meeting.next).flag("turnedDown", one.turned_down);
    const auto plan = named(one.plan);
    if (!plan) return plan.error();
    const auto decided = ask(request.text("plan", *plan));
    if (!decided) return decided.error();
    done_.insert("sitting.decide " + one.timing);
  }
  return {};
}

Result<std::string> DemoCourse::convene(const SceneDay& day, const SceneMeeting& meeting) {
  Request list("sitting.list");
  const auto standing = ask(list);
  if (!standing) return standing.error();
  for (const View line : standing->of("sitting")) {
    if (text_of(line, "body") == meeting.body &&
        text_of(line, "heldOn") == profile::text_of(day.day))
      return text_of(line, "sitting");
  }
  Request open("sitting.open");
  return make(open.text("body", meeting.body).text("on", profile::text_of(day.day)), "sitting");
}

Result<std::string> DemoCourse::open_item(const std::string& sitting, const SceneMeeting& meeting) {
  Request show("sitting.show");
  const auto standing = ask(show.text("sitting", sitting));
  if (!standing) return standing.error();
  for (const View seat : standing->of("seat")) {
    if (auto sat = attend(text_of(seat, "seat")); !sat) return sat.error();
  }
  for (const View item : standing->of("item"))
    return text_of(item, "agenda");
  Request put("sitting.item");
  put.text("sitting", sitting).text("case", names_["case"]).text("function", meeting.function);
  return make(put, "agenda");
}

Result<> DemoCourse::meet(const SceneDay& day, const SceneMeeting& meeting) {
  const auto sitting = convene(day, meeting);
  if (!sitting) return stopped("sitting.open", sitting.error());
  const auto item = open_item(*sitting, meeting);
  if (!item) return stopped("sitting.item", item.error());
  const bool by_law = meeting.function == "SHIEN-KAIGI";
  for (const auto& party : meeting.seats) {
    if (auto sat = seat(*sitting, party, by_law); !sat)
      return stopped("sitting.seat " + party, sat.error());
  }
  if (auto decided = decide(*item, meeting); !decided)
    return stopped("sitting.decide", decided.error());
  return tell_meeting(*sitting);
}

Result<> DemoCourse::tell_meeting(const std::string& sitting) {
  Request request("sitting.show");
  const auto answer = ask(request.text("sitting", sitting));
  if (!answer) return stopped("sitting.show", answer.error());
  for (const View line : answer->of("sitting")) {
    page_.entry("会議", text_of(line, "bodyName"));
    page_.entry("招集", text_of(line, "convenerName"));
    const auto chair = text_of(line, "chairName");
    if (!chair.empty()) page_.entry("座長", chair);
  }
  for (const View line : answer->of("item"))
    page_.entry("働きと根拠",
                text_of(line, "functionTitle") + "［" + text_of(line, "cited") + "］");
  std::vector<std::string> names;
  for (const View line : answer->of("seat"))
    names.push_back(text_of(line, "name"));
  page_.entry("出席", listed(names));
  for (const View line : answer->of("decision")) {
    const auto policy = text_of(line, "policy");
    page_.entry("決定", ja(text_of(line, "timing")) + "：" + ja(text_of(line, "outcome")) +
                            (policy.empty() ? "" : "「" + policy + "」"));
  }
  return {};
}

Result<> DemoCourse::tell_state() {
  Request list("referral.list");
  const auto referrals = ask(list);
  if (!referrals) return stopped("referral.list", referrals.error());
  for (const View line : referrals->of("referral")) {
    if (text_of(line, "case") == names_["case"])
      page_.entry("つなぎの状態", ja(text_of(line, "state")));
  }
  Request request("case.show");
  const auto about = ask(request.text("case", names_["case"]));
  if (!about) return stopped("case.show", about.error());
  for (const View line : about->of("case"))
    page_.entry("ケースの状態", ja(text_of(line, "state")));
  for (const auto& name : plans_) {
    if (auto told = tell_plan(names_[name]); !told) return told;
  }
  return {};
}

Result<> DemoCourse::tell_plan(const std::string& plan) {
  Request look("plan.show");
  const auto answer = ask(look.text("plan", plan));
  if (!answer) return stopped("plan.show", answer.error());
  for (const View line : answer->of("plan")) {
    const bool goes = text_of(line, "state") == "active";
    const auto due = goes ? text_of(line, "due") : std::string();
    page_.entry("プラン", ja(text_of(line, "type")) + "：" + ja(text_of(line, "state")) +
                              (line.find("unratified").boolean() ? "（追認待ち）" : "") +
                              (due.empty() ? "" : "、次のモニタリング " + due));
  }
  for (const View line : answer->of("role")) {
    if (!line.find("lead").boolean()) continue;
    page_.entry("主担当", text_of(line, "agencyName") +
                              (line.find("back").boolean() ? "（つないだ機関が続ける）" : ""));
  }
  return {};
}

std::vector<DemoExpectation> DemoCourse::judge() const {
  const auto has = [this](std::string_view verb) { return done_.find(verb) != done_.end(); };
  return {
      {"course_refused", "会議の合議がないプランは断られる", refused_ > 0},
      {"course_decided", "会議の合議と支援決定を経て、支援が始まる",
       has("sitting.decide create") && has("plan.grant")},
      {"course_monitored", "モニタリングが記録される", has("monitor.add")},
      {"course_closed", "元の機関が主担当を続けて終結する",
       has("plan.hand-back") && has("plan.end")},
      {"course_reopened", "終結したケースが再開され、新しいプランが続く",
       has("case.reopen") && plans_.size() > 1},
  };
}

}  // namespace hub::cli
