#include "hub/base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>

namespace hub::base {
namespace {

std::atomic<bool> as_json{true};

spdlog::level::level_enum to_spdlog(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

/// Quotes for JSON; what is not printable ASCII or well-placed UTF-8 lead/trail is escaped by byte.
void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_value(std::string& out, const LogField& field) {
  if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
    out += std::to_string(*number);
  } else {
    append_quoted(out, std::get<std::string_view>(field.value));
  }
}

std::string json_tail(std::string_view event, std::initializer_list<LogField> fields) {
  std::string out = R"("event":)";
  append_quoted(out, event);
  for (const auto& field : fields) {
    out += ',';
    append_quoted(out, field.name);
    out += ':';
    append_value(out, field);
  }
  return out;
}

std::string plain(std::string_view event, std::initializer_list<LogField> fields) {
  std::string out(event);
  for (const auto& field : fields) {
    out.append(" ").append(field.name).append("=");
    append_value(out, field);
  }
  return out;
}

}  // namespace

void start_log(Level lowest, bool json) {
  auto logger = spdlog::stderr_logger_mt("tsunagu");
  spdlog::set_default_logger(logger);
  spdlog::set_level(to_spdlog(lowest));
  as_json = json;
  spdlog::set_pattern(json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})" : "%l %v",
                      spdlog::pattern_time_type::utc);
}

void set_log_level(Level lowest) {
  spdlog::set_level(to_spdlog(lowest));
}

void log(Level level, std::string_view event, std::initializer_list<LogField> fields) {
  const auto at = to_spdlog(level);
  if (!spdlog::default_logger_raw()->should_log(at)) return;
  spdlog::default_logger_raw()->log(at, as_json ? json_tail(event, fields) : plain(event, fields));
}

}  // namespace hub::base
