// The module: what tsunagu-adapter-host loads.
#include "plugins/table/table.hpp"

TSUNAGU_ADAPTER(table::Table);
