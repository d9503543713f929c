#include "hub/egress/client.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "hub/egress/transfer.hpp"

namespace hub::egress {
namespace {

constexpr int poll_ms = 1'000;  // send() wakes the thread; libcurl's own deadlines come earlier

struct FreeMulti {
  void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
};

/// libcurl's global state, counted by libcurl.
struct Library {
  Library() { curl_global_init(CURL_GLOBAL_DEFAULT); }
  ~Library() { curl_global_cleanup(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

base::Failure not_begun() {
  return base::fail(base::Kind::busy, "no connection came free in time");
}

struct Line {
  [[nodiscard]] bool has_room() const { return in_flight < base::limits::in_flight_per_partner; }

  std::size_t in_flight = 0;
  std::deque<std::unique_ptr<Transfer>> waiting;
};

}  // namespace

struct Client::Parts {
  Parts();
  void run();
  void take_new();
  void begin(Line& line);
  void start(Line& line, std::unique_ptr<Transfer> transfer);
  void begin_all();
  void turn_away(Line& line);
  bool collect();
  void finish(CURL* easy, CURLcode code);
  void fail_all();
  Handle handle_for(const std::shared_ptr<const PartnerPolicy>& policy);

  Library library;
  std::unique_ptr<CURLM, FreeMulti> multi;
  std::mutex mutex;
  std::deque<std::unique_ptr<Transfer>> arrived;
  bool stopping = false;

  // The thread's own.
  std::map<CURL*, std::unique_ptr<Transfer>> running;
  std::map<std::string, Line, std::less<>> lines;
  std::vector<Handle> spare;
  std::thread thread;
};

Client::Parts::Parts() : multi(curl_multi_init()) {
  curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS,
                    static_cast<long>(base::limits::in_flight_in_all));
}

void Client::Parts::run() {
  for (;;) {
    take_new();
    {
      const std::lock_guard lock(mutex);
      if (stopping) break;
    }
    int active = 0;
    curl_multi_perform(multi.get(), &active);
    begin_all();
    if (!collect()) curl_multi_poll(multi.get(), nullptr, 0, poll_ms, nullptr);
  }
  fail_all();
}

void Client::Parts::take_new() {
  std::deque<std::unique_ptr<Transfer>> taken;
  {
    const std::lock_guard lock(mutex);
    taken.swap(arrived);
  }
  for (auto& transfer : taken) {
    auto& line = lines[transfer->partner()];
    if (line.waiting.empty() && line.has_room()) {
      start(line, std::move(transfer));
    } else {
      line.waiting.push_back(std::move(transfer));
    }
  }
}

/// The oldest stands in front.
void Client::Parts::begin(Line& line) {
  const auto now = std::chrono::steady_clock::now();
  while (!line.waiting.empty()) {
    const bool late = line.waiting.front()->is_late(now);
    if (!late && !line.has_room()) return;
    auto transfer = std::move(line.waiting.front());
    line.waiting.pop_front();
    if (late) {
      transfer->fail(not_begun());
    } else {
      start(line, std::move(transfer));
    }
  }
}

/// Where nothing ends, somebody may have waited too long.
void Client::Parts::begin_all() {
  for (auto& [partner, line] : lines)
    begin(line);
}

/// Behind a failure nobody waits who would rather not be sent than wait.
void Client::Parts::turn_away(Line& line) {
  auto waiting = std::exchange(line.waiting, {});
  for (auto& transfer : waiting) {
    if (transfer->is_fleeting()) {
      transfer->fail(not_begun());
    } else {
      line.waiting.push_back(std::move(transfer));
    }
  }
}

void Client::Parts::start(Line& line, std::unique_ptr<Transfer> transfer) {
  transfer->prepare(handle_for(transfer->policy()));
  ++line.in_flight;
  auto* easy = transfer->handle();
  running.emplace(easy, std::move(transfer));
  curl_multi_add_handle(multi.get(), easy);
}

/// The one used last under the same policy, or any.
Handle Client::Parts::handle_for(const std::shared_ptr<const PartnerPolicy>& policy) {
  if (spare.empty()) return {Easy(curl_easy_init()), nullptr};
  auto found = std::find_if(spare.rbegin(), spare.rend(),
                            [&](const Handle& one) { return one.policy == policy; });
  if (found == spare.rend()) found = spare.rbegin();
  std::swap(*found, spare.back());
  auto handle = std::move(spare.back());
  spare.pop_back();
  return handle;
}

/// Whether anything ended: what stood behind it begins at once.
bool Client::Parts::collect() {
  int left = 0;
  bool any = false;
  while (const auto* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    finish(message->easy_handle, message->data.result);
    any = true;
  }
  return any;
}

void Client::Parts::finish(CURL* easy, CURLcode code) {
  curl_multi_remove_handle(multi.get(), easy);
  auto node = running.extract(easy);
  auto& line = lines.find(node.mapped()->partner())->second;
  --line.in_flight;
  if (!node.mapped()->went_well(code)) turn_away(line);
  spare.push_back(node.mapped()->finish(code));
  begin(line);
}

void Client::Parts::fail_all() {
  const auto stopped = base::fail(base::Kind::unavailable, "the hub is stopping");
  for (auto& [easy, transfer] : running) {
    curl_multi_remove_handle(multi.get(), easy);
    transfer->fail(stopped);
  }
  running.clear();
  for (auto& [partner, line] : lines) {
    for (auto& transfer : line.waiting)
      transfer->fail(stopped);
  }
  lines.clear();
  spare.clear();
}

Client::Client() : parts_(std::make_unique<Parts>()) {
  parts_->thread = std::thread([parts = parts_.get()] { parts->run(); });
}

Client::~Client() {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->stopping = true;
  }
  curl_multi_wakeup(parts_->multi.get());
  parts_->thread.join();
  for (auto& transfer : parts_->arrived) {
    transfer->fail(base::fail(base::Kind::unavailable, "the hub is stopping"));
  }
}

void Client::send(OutgoingRequest request, OnDone on_done) {
  const auto checked = check_request(request);
  if (!checked) return on_done(checked.error());
  auto transfer = std::make_unique<Transfer>(std::move(request), std::move(on_done));
  bool first = false;
  {
    const std::lock_guard lock(parts_->mutex);
    first = parts_->arrived.empty();
    parts_->arrived.push_back(std::move(transfer));
  }
  if (first) curl_multi_wakeup(parts_->multi.get());
}

base::Result<Answer> Client::send_and_wait(OutgoingRequest request) {
  std::promise<base::Result<Answer>> done;
  auto answer = done.get_future();
  send(std::move(request),
       [&done](base::Result<Answer> result) { done.set_value(std::move(result)); });
  return answer.get();
}

}  // namespace hub::egress
