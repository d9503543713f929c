// The extensions of a loaded adapter, as far as this host knows them.
#pragma once

#include "sdk/wire/channel.hpp"
#include "tsunagu/adapter.h"

namespace tsunagu::host {

/// Throws LoadError where the manifest names an extension that is known here, and the module gives
/// no such table or one of another revision.
void check_extensions(const tsunagu_adapter_table& table);

/// Runs one `Recognize` through the adapter.
wire::Done recognize(const tsunagu_adapter_table& table, tsunagu_adapter* adapter,
                     const wire::Recognize& question, wire::Channel& channel);

}  // namespace tsunagu::host
