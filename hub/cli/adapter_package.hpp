// `tsunagu adapter pack|install`: a signed package, and the check before it is let in.
#pragma once

namespace CLI {
class App;
}

namespace hub::cli {

struct Console;

void add_adapter_packages(CLI::App& group, Console& console);

}  // namespace hub::cli
