// What `tsunagu doctor` says of each finding: what it is, what it means, what to do now.
#pragma once

#include <string>
#include <string_view>

#include "hub/cli/console.hpp"

namespace hub::cli {

enum class Severity { note, warning, error };

struct Finding {
  std::string_view code;
  Severity severity = Severity::warning;
  Text what;  ///< `{subject}` and `{count}` are filled in
  Text meaning;
  Text todo;
};

/// Of a code; one that this command does not know yet gets words of its own.
const Finding& finding_for(std::string_view code);
std::string_view name_of(Severity severity) noexcept;
std::string filled(std::string_view text, std::string_view subject, std::string_view count);

}  // namespace hub::cli
