// Which kind of file an adapter is, for who starts it and who checks it before.
#pragma once

#include <filesystem>
#include <optional>

namespace tsunagu::wire {

/// A shared object, which the host loads. Anything else is a program, which it becomes.
inline bool is_module(const std::filesystem::path& adapter) {
  return adapter.extension() == ".so";
}

/// The program that a script's first line names (`#!/usr/bin/python3 -B`); nothing of a file
/// without such a line. It may be relative or `env`: who starts it refuses that.
std::optional<std::filesystem::path> interpreter_of(const std::filesystem::path& adapter);

}  // namespace tsunagu::wire
