/* Adapters of versions that this host was not made for. */
#include <string.h>

#include "tsunagu/adapter.h"

#define TEXT(literal) ((tsunagu_text){literal, sizeof literal - 1})

static tsunagu_text manifest(void) {
  return TEXT(
      "{\"id\":\"versions\",\"version\":\"1.0.0\",\"name\":\"x\",\"description\":\"x\","
      "\"fields\":[\"kaigo\"],\"feeds\":[{\"name\":\"lines\",\"description\":\"x\",\"mode\":"
      "\"full\","
      "\"order\":\"received\",\"encodings\":[\"utf8\"]}],\"writes\":[\"person\"]}");
}

static tsunagu_status create(const tsunagu_setting* settings, size_t count,
                             const tsunagu_host* host, tsunagu_adapter** out) {
  static int state;
  (void)settings;
  (void)count;
  (void)host;
  *out = (tsunagu_adapter*)(void*)&state;
  return TSUNAGU_OK;
}

static void destroy(tsunagu_adapter* adapter) {
  (void)adapter;
}

static tsunagu_status decode(tsunagu_adapter* adapter, const tsunagu_input* input,
                             const tsunagu_sink* sink) {
  tsunagu_finish finish;
  (void)adapter;
  (void)input;
  memset(&finish, 0, sizeof finish);
  finish.struct_size = sizeof finish;
  return sink->finish(sink, &finish);
}

/* A later minor version: members behind those that are known, which an old host must not read. */
typedef struct later_table {
  tsunagu_adapter_table known;
  void (*unknown[4])(void);
} later_table;

#if defined(LATER_MINOR)
const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const later_table table = {
      {sizeof(later_table), 0, manifest, create, destroy, decode, NULL, NULL}, {0}};
  return &table.known;
}
#elif defined(FIRST_MEMBERS_ONLY)
/* As if push and health had not been there yet. */
const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const tsunagu_adapter_table table = {
      offsetof(tsunagu_adapter_table, push), 0, manifest, create, destroy, decode, NULL, NULL};
  return &table;
}
#else
/* Too short to be of any version. */
const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const tsunagu_adapter_table table = {8, 0, manifest, create, destroy, decode, NULL, NULL};
  return &table;
}
#endif
