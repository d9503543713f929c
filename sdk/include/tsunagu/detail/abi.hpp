// Between the C structs and C++ values.
#pragma once

#include <string>
#include <string_view>

#include "tsunagu/adapter.h"

namespace tsunagu::detail {

/// The other side wants no more. Only the barrier at the C boundary catches it, so it is no
/// std::exception.
struct Stopped {};

inline void go_on(tsunagu_status status) {
  if (status != TSUNAGU_OK) throw Stopped();
}

inline tsunagu_text text(std::string_view from) {
  return {from.data(), from.size()};
}

inline std::string_view view(tsunagu_text from) {
  return from.size == 0 ? std::string_view() : std::string_view(from.data, from.size);
}

/// Borrows from `problem`.
template <class Problem>
tsunagu_problem flatten(const Problem& problem) {
  tsunagu_problem flat{};
  flat.struct_size = sizeof(flat);
  flat.column_number = problem.column_number;
  flat.line = problem.line;
  flat.column = text(problem.column);
  flat.code = text(problem.code);
  flat.reason = text(problem.reason);
  return flat;
}

}  // namespace tsunagu::detail
