// The module: what tsunagu-adapter-host loads.
#include "plugins/kaigo/kaigo.hpp"

TSUNAGU_ADAPTER(kaigo::Kaigo);
