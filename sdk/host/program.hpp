// An adapter that is a program of its own: this process shuts itself in and becomes it.
#pragma once

#include <filesystem>
#include <string>

#include "sdk/host/guards.hpp"
#include "sdk/wire/channel.hpp"

namespace tsunagu::host {

struct Program {
  std::filesystem::path file;
  std::filesystem::path data_dir;  ///< its one argument
  bool guarded = true;
};

/// The socket becomes its stdin and stdout, and nothing else is open. Tells the hub first which
/// walls stand, because the program itself is not to be believed. Throws LoadError when it can't be
/// run; then the walls stand all the same. `guards` are those that stand already.
[[noreturn]] void become(const Program& program, std::uint32_t guards, int socket,
                         wire::Channel& channel);

}  // namespace tsunagu::host
