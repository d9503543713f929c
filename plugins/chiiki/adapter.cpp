// The module: what tsunagu-adapter-host loads.
#include "plugins/chiiki/chiiki.hpp"

TSUNAGU_ADAPTER(chiiki::Chiiki);
