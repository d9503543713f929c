// The module: what tsunagu-adapter-host loads.
#include "plugins/kodomo/kodomo.hpp"

TSUNAGU_ADAPTER(kodomo::Kodomo);
