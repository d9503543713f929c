/* An adapter of a major version that does not exist yet: nothing for this host. */
#include "tsunagu/adapter.h"

TSUNAGU_EXPORT const tsunagu_adapter_table* tsunagu_adapter_v2(void);

const tsunagu_adapter_table* tsunagu_adapter_v2(void) {
  return (const tsunagu_adapter_table*)0;
}
