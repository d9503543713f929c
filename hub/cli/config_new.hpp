// `tsunagu config new MUNICIPALITY`: a commented first profile, from questions or a list of its
// desks.
#pragma once

namespace CLI {
class App;
}

namespace hub::cli {

struct Console;

void add_config_new(CLI::App& config, Console& console);

}  // namespace hub::cli
