#include "hub/adapter/push_exchange.hpp"

#include <algorithm>

#include "hub/adapter/vetted.hpp"
#include "hub/base/limits.hpp"
#include "sdk/wire/file_suffix.hpp"

namespace hub::adapter {

namespace limits = base::limits;
namespace wire = tsunagu::wire;

namespace {

constexpr std::size_t push_warnings = 10'000;
constexpr std::size_t health_lines = 100;
constexpr std::size_t health_bytes = 1024;
constexpr std::size_t feed_bytes = 64;

bool take_line(Conversation& talk, const wire::Frame& frame, std::vector<HealthLine>& lines) {
  std::optional<wire::HealthLine> line;
  if (!talk.take(frame, line)) return false;
  if (lines.size() == health_lines) return talk.nonsense("too many lines of health");
  lines.push_back(
      {line->good != 0, vetted_code(line->code), vetted_text(line->text, health_bytes)});
  return true;
}

}  // namespace

bool PushExchange::run(const std::string& kind, const std::string& json) {
  wire::Frame frame{};
  if (!talk_.say(wire::Push{kind, json})) return false;
  while (!done_) {
    if (!talk_.hear(frame) || !on_frame(frame)) return false;
  }
  return true;
}

bool PushExchange::on_frame(const wire::Frame& frame) {
  switch (frame.type) {
    case wire::Type::file:
      return on_file(frame);
    case wire::Type::file_bytes:
      return on_bytes(frame);
    case wire::Type::problem:
      return on_problem(frame);
    case wire::Type::done:
      return on_done(frame);
    default:
      return talk_.nonsense("a message that does not belong into a push");
  }
}

bool PushExchange::on_file(const wire::Frame& frame) {
  std::optional<wire::File> file;
  if (!talk_.take(frame, file)) return false;
  if (!wire::is_file_suffix(file->suffix)) return talk_.nonsense("a file name that is not allowed");
  const auto same = [&](const PushedFile& other) { return other.suffix == file->suffix; };
  if (std::any_of(summary_.files.begin(), summary_.files.end(), same)) {
    return talk_.nonsense("the same file twice");
  }
  if (summary_.files.size() == limits::push_files) return talk_.nonsense("too many files");
  summary_.files.push_back({file->suffix, {}});
  return true;
}

bool PushExchange::on_bytes(const wire::Frame& frame) {
  std::optional<wire::FileBytes> some;
  if (!talk_.take(frame, some)) return false;
  bytes_ += some->bytes.size();
  if (summary_.files.empty()) return talk_.nonsense("bytes before a file");
  if (bytes_ > limits::push_bytes) return talk_.nonsense("files over the limit");
  talk_.counted(some->bytes.size());
  summary_.files.back().bytes.append(some->bytes);
  return true;
}

bool PushExchange::on_problem(const wire::Frame& frame) {
  std::optional<wire::ProblemMessage> told;
  if (!talk_.take(frame, told)) return false;
  const bool refusal = told->kind == static_cast<std::uint8_t>(wire::ProblemKind::refusal);
  if (!refusal && summary_.warnings.size() == push_warnings) {
    return talk_.nonsense("too many warnings");
  }
  if (refusal) {
    summary_.refusal = vetted(told->problem);
  } else {
    summary_.warnings.push_back(vetted(told->problem));
  }
  return true;
}

bool PushExchange::on_done(const wire::Frame& frame) {
  std::optional<wire::Done> end;
  if (!talk_.take(frame, end)) return false;
  done_ = true;
  summary_.supported = end->status != TSUNAGU_UNSUPPORTED;
  if (end->status == TSUNAGU_OK) {
    summary_.refusal.reset();
    return true;
  }
  summary_.files.clear();
  if (summary_.supported && !summary_.refusal) {
    summary_.refusal = Problem{"not_pushed", "アダプターが理由を示さずに書き出しをやめました"};
  }
  return true;
}

bool ask_health(Conversation& talk, std::vector<HealthLine>& lines) {
  wire::Frame frame{};
  if (!talk.say(wire::HealthQuestion{})) return false;
  for (;;) {
    if (!talk.hear(frame)) return false;
    if (frame.type == wire::Type::health_line) {
      if (!take_line(talk, frame, lines)) return false;
      continue;
    }
    std::optional<wire::Done> end;
    return talk.take(frame, end);
  }
}

bool ask_feed(Conversation& talk, const Beginning& beginning, std::string& feed) {
  wire::Frame frame{};
  if (!talk.say(wire::Recognize{beginning.name, beginning.bytes}) || !talk.hear(frame))
    return false;
  if (frame.type == wire::Type::recognized) {
    std::optional<wire::Recognized> told;
    if (!talk.take(frame, told)) return false;
    feed = vetted_text(told->feed, feed_bytes);
    if (!talk.hear(frame)) return false;
  }
  std::optional<wire::Done> end;
  return talk.take(frame, end);
}

}  // namespace hub::adapter
