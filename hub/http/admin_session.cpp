#include "hub/http/admin_session.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <exception>
#include <utility>

#include "hub/base/log.hpp"
#include "hub/http/peer_credentials.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::http {
namespace {

constexpr auto bad_request = base::Kind::invalid;

std::string last_line(const base::Result<>& result) {
  std::string out;
  tsunagu::json::Writer writer(out);
  writer.begin_object();
  writer.key("done");
  writer.boolean(true);
  if (!result) {
    writer.key("error");
    writer.begin_object();
    writer.key("kind");
    writer.string(base::name_of(result.error().kind()));
    writer.key("text");
    writer.string(result.error().text());
    writer.end_object();
  }
  writer.end_object();
  return out;
}

}  // namespace

AdminSession::AdminSession(base::UniqueFd socket, uid_t peer, int stop,
                           const AdminSettings& settings, const AdminVerbs& verbs)
    : socket_(std::move(socket)), peer_(peer), stop_(stop), settings_(settings), verbs_(verbs) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(settings.timeout);
  const timeval patience{seconds.count(), 0};
  ::setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

/// False when the hub stops, the client has gone or is too slow.
bool AdminSession::may_read() const {
  pollfd wanted[] = {{socket_.get(), POLLIN, 0}, {stop_, POLLIN, 0}};
  const int patience = buffer_.empty() ? -1 : static_cast<int>(settings_.timeout.count());
  return ::poll(wanted, 2, patience) > 0 && wanted[1].revents == 0;
}

bool AdminSession::receive() {
  if (!may_read()) return false;
  char bytes[8192];
  const auto got = ::recv(socket_.get(), bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(got));
  return true;
}

void AdminSession::run() {
  const auto user = user_name(peer_);
  asker_ = (settings_.officers.has(user) ? "officer/" : "operator/") + user;
  while (receive()) {
    for (auto end = buffer_.find('\n'); end != std::string::npos; end = buffer_.find('\n')) {
      const auto request = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      perform(request);
    }
    if (buffer_.size() > settings_.request_bytes) {
      return finish(base::fail(base::Kind::too_large, "the request is larger than allowed"));
    }
  }
}

bool AdminSession::hub_stops() const {
  pollfd wanted{stop_, POLLIN, 0};
  return ::poll(&wanted, 1, 0) > 0;
}

bool AdminSession::line(std::string_view json) {
  cut_short_ = cut_short_ || hub_stops();
  return !cut_short_ && send(json);
}

bool AdminSession::send(std::string_view json) {
  std::string bytes(json);
  bytes += '\n';
  std::string_view left = bytes;
  while (!left.empty()) {
    const auto sent = ::send(socket_.get(), left.data(), left.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void AdminSession::perform(const std::string& request) {
  try {
    finish(dispatch(request));
  } catch (const std::exception&) {
    base::log(base::Level::error, "admin_verb_threw");
    finish(base::fail(base::Kind::internal, "the verb failed; see the log"));
  }
}

base::Result<> AdminSession::dispatch(const std::string& request) {
  const auto parsed =
      tsunagu::json::parse_untrusted(request, {.bytes = settings_.request_bytes, .depth = 32});
  if (!parsed.ok()) return refuse({}, {bad_request, parsed.failure().text()});
  const auto verb = verbs_.find(parsed.root().find("verb").text());
  const std::string_view name = verb == verbs_.end() ? std::string_view() : verb->first;
  if (!may_administer(peer_, ::geteuid()) && !settings_.officers.verbs.contains(name))
    return refuse(name,
                  {base::Kind::forbidden, "/verb: is for who runs the machine, not for officers"});
  if (name.empty()) return refuse(name, {bad_request, "/verb: the hub knows no such verb"});
  return verb->second(request, *this);
}

base::Failure AdminSession::refuse(std::string_view verb, const base::Failure& why) {
  return settings_.refused(asker_, verb, why);
}

void AdminSession::finish(const base::Result<>& result) {
  const auto stopped =
      base::fail(base::Kind::unavailable, "the hub stops; what it has taken goes on at its start");
  send(last_line(cut_short_ && result ? base::Result<>(stopped) : result));
}

}  // namespace hub::http
