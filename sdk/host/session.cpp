#include "sdk/host/session.hpp"

#include <vector>

#include "sdk/host/calls.hpp"
#include "sdk/host/extensions.hpp"
#include "sdk/host/guards.hpp"
#include "tsunagu/detail/abi.hpp"

namespace tsunagu::host {
namespace {

using tsunagu::detail::text;
using tsunagu::detail::view;

void note_refusal(const tsunagu_host* host, tsunagu_text key, tsunagu_text why) {
  auto& created = *static_cast<wire::Created*>(host->self);
  created.key = std::string(view(key));
  created.text = std::string(view(why));
}

std::vector<tsunagu_setting> flatten(const wire::Create& create) {
  std::vector<tsunagu_setting> settings;
  for (const auto& [key, value] : create.settings)
    settings.push_back({text(key), text(value)});
  return settings;
}

void add_line(const tsunagu_health* health, std::int32_t good, tsunagu_text code,
              tsunagu_text why) {
  auto& channel = *static_cast<wire::Channel*>(health->self);
  channel.queue(wire::HealthLine{static_cast<std::uint8_t>(good != 0 ? 1 : 0),
                                 std::string(view(code)), std::string(view(why))});
}

}  // namespace

void Session::run(const std::string& data_dir) {
  channel_.queue(
      wire::Hello{wire::protocol_version, guards_, std::string(view(table_.manifest()))});
  if (channel_.flush({}) != wire::Io::ok || !create(data_dir)) return;
  wire::Frame question{};
  while (channel_.next(question, {}) == wire::Io::ok && answer(question)) {
  }
  table_.destroy(adapter_);
}

bool Session::create(const std::string& data_dir) {
  wire::Frame frame{};
  if (channel_.next(frame, {}) != wire::Io::ok) return false;
  const auto wanted = wire::as<wire::Create>(frame);
  if (!wanted) return false;
  const std::vector<tsunagu_setting> settings = flatten(*wanted);
  host_ = {sizeof host_, &created_, text(TSUNAGU_VERSION), text(data_dir), note_refusal};
  created_.status = table_.create(settings.data(), settings.size(), &host_, &adapter_);
  if (guarded_) guards_ |= wall_off_opening();
  created_.guards = guards_;
  channel_.queue(created_);
  return channel_.flush({}) == wire::Io::ok && created_.status == TSUNAGU_OK;
}

bool Session::answer(const wire::Frame& question) {
  if (const auto delivery = wire::as<wire::Decode>(question)) {
    channel_.queue(decode(table_, adapter_, *delivery, channel_));
  } else if (const auto message = wire::as<wire::Push>(question)) {
    channel_.queue(push(table_, adapter_, *message, channel_));
  } else if (const auto beginning = wire::as<wire::Recognize>(question)) {
    channel_.queue(recognize(table_, adapter_, *beginning, channel_));
  } else if (wire::as<wire::HealthQuestion>(question)) {
    channel_.queue(health());
  } else {
    return false;
  }
  return channel_.flush({}) == wire::Io::ok;
}

wire::Done Session::health() {
  wire::Done done{TSUNAGU_UNSUPPORTED, 0, {}};
  if (table_.health == nullptr) return done;
  const tsunagu_health health{sizeof health, &channel_, add_line};
  done.status = table_.health(adapter_, &health);
  return done;
}

}  // namespace tsunagu::host
