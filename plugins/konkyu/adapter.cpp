// The module: what tsunagu-adapter-host loads.
#include "plugins/konkyu/konkyu.hpp"

TSUNAGU_ADAPTER(konkyu::Konkyu);
