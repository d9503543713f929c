// One JSON object a line on standard error. A log carries ids, codes and sizes, never a value of a
// person; there is no way to log free text from a record, because fields take only these types.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace hub::base {

enum class Level { debug, info, warning, error };

struct LogField {
  std::string_view name;
  std::variant<std::int64_t, std::string_view> value;
};

/// Sets the lowest level written, and whether lines are JSON (a service) or plain (a terminal).
/// Call once, before other threads start.
void start_log(Level lowest, bool json);

/// Any thread, any time.
void set_log_level(Level lowest);

/// `log(Level::info, "arrival_applied", {{"arrival", id}, {"rows", 12}});`
/// `event` is a fixed snake_case word. Any thread.
void log(Level level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace hub::base
