// The module: what tsunagu-adapter-host loads.
#include "plugins/shogai/shogai.hpp"

TSUNAGU_ADAPTER(shogai::Shogai);
