#include "hub/adapter/adapter_process.hpp"

#include <algorithm>
#include <utility>

#include "hub/adapter/decode_exchange.hpp"
#include "hub/adapter/push_exchange.hpp"
#include "hub/adapter/vetted.hpp"
#include "sdk/wire/extensions.hpp"

namespace hub::adapter {

using base::fail;
using base::Failure;
using base::Kind;
using base::Result;
namespace wire = tsunagu::wire;

namespace {

/// A process that closed its socket ends at once, or is made to.
constexpr milliseconds patience_for_the_closed{1'000};
constexpr std::size_t text_bytes = 1024;

std::string joined(const wire::Errors& errors) {
  std::string text;
  for (const std::string& error : errors)
    text += (text.empty() ? "" : " | ") + error;
  return vetted_text(text, text_bytes);
}

}  // namespace

AdapterProcess::AdapterProcess(const Launch& launch, std::unique_ptr<Child> child, int interrupt)
    : launch_(launch), child_(std::move(child)), channel_(child_->take_socket(), interrupt) {}

Result<std::unique_ptr<AdapterProcess>> AdapterProcess::start(const Launch& launch, int interrupt) {
  auto child = Child::start(launch);
  if (!child) return child.error();
  std::unique_ptr<AdapterProcess> process(new AdapterProcess(launch, std::move(*child), interrupt));
  if (const auto greeted = process->greet(); !greeted) return greeted.error();
  wire::Settings settings = launch.settings;
  if (const auto errors = wire::check_settings(process->manifest_, settings); !errors.empty()) {
    return fail(Kind::invalid, "settings: " + joined(errors));
  }
  if (const auto created = process->create(std::move(settings)); !created) return created.error();
  return process;
}

Failure AdapterProcess::end(const Fault& why, milliseconds patience) {
  ended_ = true;
  fault_ = child_->end(patience, why);
  return fail(Kind::unavailable, "the adapter's process " + fault_->text);
}

Failure AdapterProcess::give_up(const Conversation& talk) {
  if (talk.interrupted()) {
    ended_ = true;
    static_cast<void>(child_->end(milliseconds(0), {}));
    return fail(Kind::unavailable, "stopped");
  }
  return end(*talk.broken(), talk.closed() ? patience_for_the_closed : milliseconds(0));
}

Result<> AdapterProcess::greet() {
  Conversation talk(channel_, launch_.budget.start, launch_.budget.start);
  wire::Frame frame{};
  if (!talk.hear(frame)) return give_up(talk);
  if (const auto walls = wire::as<wire::Walls>(frame)) {
    trusted_guards_ = walls->guards;
    if (!talk.hear(frame)) return give_up(talk);
  }
  if (const auto fatal = wire::as<wire::Fatal>(frame)) {
    return fail(Kind::invalid,
                "the adapter can't be loaded: " + vetted_text(fatal->text, text_bytes));
  }
  const auto hello = wire::as<wire::Hello>(frame);
  if (!hello) return end({Cause::nonsense, 0, "did not introduce itself"});
  if (hello->protocol != wire::protocol_version) {
    return fail(Kind::invalid, "tsunagu-adapter-host is of another version than the hub");
  }
  guards_ = trusted_guards_.value_or(hello->guards);
  if (const auto errors = wire::read_manifest(hello->manifest, manifest_); !errors.empty()) {
    return fail(Kind::invalid, "manifest: " + joined(errors));
  }
  if (!launch_.adapter_id.empty() && launch_.adapter_id != manifest_.id) {
    return fail(Kind::invalid, launch_.adapter.string() + " is the adapter " + manifest_.id +
                                   ", not " + launch_.adapter_id);
  }
  return {};
}

Result<> AdapterProcess::create(wire::Settings settings) {
  Conversation talk(channel_, launch_.budget.start, launch_.budget.start);
  wire::Frame frame{};
  std::optional<wire::Created> created;
  if (!talk.say(wire::Create{std::move(settings)}) || !talk.hear(frame) ||
      !talk.take(frame, created)) {
    return give_up(talk);
  }
  guards_ = trusted_guards_.value_or(created->guards);
  if (created->status == TSUNAGU_OK) return {};
  const std::string key = vetted_text(created->key, text_bytes);
  return fail(Kind::invalid,
              "the adapter refuses its settings: " + (key.empty() ? "" : key + ": ") +
                  vetted_text(created->text, text_bytes));
}

void AdapterProcess::look() {
  if (ended_ || child_->alive()) return;
  end({}, patience_for_the_closed);
}

Conversation AdapterProcess::begin() {
  child_->grant_cpu(launch_.budget.cpu_seconds);
  return {channel_, launch_.budget.idle, launch_.budget.exchange, launch_.budget.output_least};
}

Result<DecodeSummary> AdapterProcess::decode(const Delivery& delivery, InputSource& input,
                                             RecordHandler& handler) {
  Conversation talk = begin();
  DecodeExchange exchange(talk, input, handler);
  if (!exchange.run(delivery)) return give_up(talk);
  return exchange.result();
}

Result<PushSummary> AdapterProcess::push(const std::string& kind, const std::string& json) {
  Conversation talk = begin();
  PushExchange exchange(talk);
  if (!exchange.run(kind, json)) return give_up(talk);
  return exchange.result();
}

Result<std::vector<HealthLine>> AdapterProcess::health() {
  Conversation talk = begin();
  std::vector<HealthLine> lines;
  if (!ask_health(talk, lines)) return give_up(talk);
  return lines;
}

Result<std::string> AdapterProcess::recognize(const Beginning& beginning) {
  std::string feed;
  if (!wire::offers(manifest_, TSUNAGU_DRAFT_RECOGNIZE)) return feed;
  Conversation talk = begin();
  if (!ask_feed(talk, beginning, feed)) return give_up(talk);
  const auto& feeds = manifest_.feeds;
  const bool known = std::any_of(feeds.begin(), feeds.end(),
                                 [&](const wire::Feed& one) { return one.name == feed; });
  return known ? feed : std::string();
}

}  // namespace hub::adapter
