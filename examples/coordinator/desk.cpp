#include "examples/coordinator/desk.hpp"

#include <boost/json.hpp>
#include <cstdio>

#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/labels.hpp"
#include "examples/coordinator/packet_text.hpp"
#include "examples/coordinator/words.hpp"

namespace coordinator {
namespace {

constexpr int most_tries = 5;

std::string rfc3339(std::chrono::sys_seconds at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  char out[64];
  std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return out;
}

/// To us; the other events tell of what we referred to somebody.
bool is_referral(const Event& event) {
  return event.type == event_type::notice || event.type == event_type::packet;
}

/// `what`: the last word of the event's type.
std::string_view in_words(std::string_view what) {
  if (what == "accepted") return "受理しました";
  if (what == "returned") return "差し戻しました";
  if (what == "lead_named") return "主たる支援機関を決めました";
  if (what == "closed") return "終結しました";
  if (what == "corrected") return "お送りした情報が訂正されました";
  if (what == "use_stopped") return "写しの利用をやめました";
  return "知らない種類のお知らせです";
}

std::string_view last_word(std::string_view type) {
  return type.substr(type.rfind('.') + 1);
}

/// Names are left out where none is given: the schema wants null or a text.
void add_agency(boost::json::object& data, const std::string& agency) {
  if (!agency.empty()) data["agency"] = agency;
}

}  // namespace

Desk::Desk(const Settings& settings, const Clock& clock, std::ostream& out,
           std::function<void()> on_enough)
    : settings_(settings),
      clock_(clock),
      out_(out),
      on_enough_(std::move(on_enough)),
      hub_(settings, clock),
      thread_([this] { work(); }) {}

Desk::~Desk() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Desk::take(Event event) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(event));
  }
  changed_.notify_all();
}

void Desk::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const auto event = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    handle(event);
    if (is_referral(event) && ++handled_ == settings_.exit_after) on_enough_();
    lock.lock();
  }
}

void Desk::handle(const Event& event) {
  const auto now = japanese_time(clock_.now());
  if (is_referral(event)) {
    out_ << "━━ つなぎが届きました（" << now << "）\n";
    if (event.type == event_type::packet) return handle_referral(event.referral, event.data);
    return pull(event);
  }
  if (event.type == event_type::stop_use) return stop_using(event);
  out_ << "━━ お知らせが届きました（" << now << "）\n  " << label_of("referralId") << ": "
       << event.referral << "\n  相手の答え: " << in_words(last_word(event.type)) << "\n"
       << std::flush;
}

void Desk::pull(const Event& event) {
  const auto urgency = text_at(event.data, "urgency");
  if (!urgency.empty()) {
    out_ << "  " << label_of("urgency") << ": " << word_of({}, "urgency", urgency) << "\n";
  }
  const auto packet = persistently([&] { return hub_.pull(event.packet_path); });
  const auto json = value_from_text(packet.body);
  if (packet.status == 200 && json) return handle_referral(event.referral, *json);
  out_ << "  内容を受け取れませんでした（応答 " << packet.status << "）\n" << std::flush;
}

/// What the packet no longer holds is used no longer; where there is none, nothing is. Our desk
/// keeps no copy but what it printed, so that it can say so at once.
void Desk::stop_using(const Event& event) {
  out_ << "━━ 利用停止の通知が届きました（" << japanese_time(clock_.now()) << "）\n  "
       << label_of("referralId") << ": " << event.referral << "\n";
  const auto left = persistently([&] { return hub_.pull("/packets/" + event.referral); });
  const auto json = value_from_text(left.body);
  if (left.status == 200 && json) {
    out_ << "  今後使えるのは、次の内容だけです。\n" << packet_text(*json);
  } else {
    out_ << "  今後使える内容はありません。印刷したものは破棄してください。\n";
  }
  answer(event.referral, "use_stopped", {});
}

void Desk::handle_referral(const std::string& referral, const boost::json::value& packet) {
  out_ << packet_text(packet) << std::flush;
  answer_all(referral);
}

void Desk::answer_all(const std::string& referral) {
  const auto& reason = settings_.return_with;
  if (!reason.empty()) return answer(referral, "returned", {{"reason", reason}}, reason);
  answer(referral, "accepted", {});
  if (settings_.until == Until::accepted) return;
  const auto& lead = settings_.lead_agency.empty() ? settings_.agency : settings_.lead_agency;
  answer(referral, "lead_named", {{"lead", boost::json::object{{"agency", lead}}}}, lead);
  if (settings_.until == Until::closed) answer(referral, "closed", {});
}

void Desk::answer(const std::string& referral, const std::string& what, boost::json::object data,
                  const std::string& said) {
  const auto now = rfc3339(clock_.now());
  // An agency can be asked more than once to stop: each time it answers anew.
  const std::string id =
      "answer-" + what + "-" + referral + (what == "use_stopped" ? "-" + now : "");
  data["referralId"] = referral;
  data["at"] = now;
  add_agency(data, settings_.agency);
  const boost::json::value event{{"specversion", "1.0"},
                                 {"id", id},
                                 {"source", "urn:tsunagu:partner:" + settings_.keys.partner},
                                 {"type", "tsunagu.referral." + what},
                                 {"time", now},
                                 {"subject", referral},
                                 {"datacontenttype", "application/json"},
                                 {"data", std::move(data)}};
  const auto taken = persistently([&] { return hub_.post(id, event); });
  out_ << "  → " << in_words(what) << (said.empty() ? "" : "：") << said;
  if (taken.status / 100 != 2) out_ << "（ハブに届きませんでした。応答 " << taken.status << "）";
  out_ << "\n" << std::flush;
}

/// Again while the hub does not answer or says that it is busy.
HubAnswer Desk::persistently(const std::function<HubAnswer()>& ask) {
  for (int tries = 1;; ++tries) {
    auto got = ask();
    const bool temporary = got.status == 0 || got.status == 429 || got.status >= 500;
    if (!temporary || tries == most_tries || !pause(tries)) return got;
  }
}

/// False when the program ends meanwhile.
bool Desk::pause(int tries) {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, settings_.retry_pause * tries, [this] { return stopping_; });
}

}  // namespace coordinator
