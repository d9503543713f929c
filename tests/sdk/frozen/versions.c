/* Adapters of versions that this host was not made for. */
#include <string.h>

#include "tsunagu/adapter.h"

#define TEXT(literal) ((tsunagu_text){literal, sizeof literal - 1})

#define RECOGNIZE "tsunagu.draft.recognize"
#if defined(EXTENSION_LATER)
#define EXTENSIONS ",\"extensions\":[\"" RECOGNIZE "/7\"]"
#elif defined(EXTENSION_MISSING) || defined(EXTENSION_OF_ANOTHER_REVISION)
#define EXTENSIONS ",\"extensions\":[\"" RECOGNIZE "/1\"]"
#else
#define EXTENSIONS ""
#endif

#if defined(SCHEMA_1_1)
#define SCHEMA ",\"schema\":\"1.1\""
#elif defined(SCHEMA_LATER_MINOR)
#define SCHEMA ",\"schema\":\"1.9\""
#elif defined(SCHEMA_2_0)
#define SCHEMA ",\"schema\":\"2.0\""
#else
#define SCHEMA ""
#endif

static tsunagu_text manifest(void) {
  return TEXT(
      "{\"id\":\"versions\",\"version\":\"1.0.0\",\"name\":\"x\",\"description\":\"x\","
      "\"fields\":[\"kaigo\"],\"feeds\":[{\"name\":\"lines\",\"description\":\"x\",\"mode\":"
      "\"full\","
      "\"order\":\"received\",\"encodings\":[\"utf8\"]}],\"writes\":[\"person\"]" EXTENSIONS SCHEMA
      "}");
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

/* A revision that nobody knows, whatever name is asked for. */
#if defined(EXTENSION_LATER) || defined(EXTENSION_OF_ANOTHER_REVISION)
static const tsunagu_extension* get_extension(tsunagu_text name) {
  static const tsunagu_extension other = {64, 7};
  (void)name;
  return &other;
}
#else
#define get_extension NULL
#endif

#if defined(LATER_MINOR)
const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const later_table table = {
      {sizeof(later_table), 0, manifest, create, destroy, decode, NULL, NULL, NULL}, {0}};
  return &table.known;
}
#elif defined(FIRST_MEMBERS_ONLY)
/* As if push and health had not been there yet. */
const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const tsunagu_adapter_table table = {offsetof(tsunagu_adapter_table, push),
                                              0,
                                              manifest,
                                              create,
                                              destroy,
                                              decode,
                                              NULL,
                                              NULL,
                                              NULL};
  return &table;
}
#elif !defined(TOO_SHORT)
const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const tsunagu_adapter_table table = {sizeof(tsunagu_adapter_table),
                                              0,
                                              manifest,
                                              create,
                                              destroy,
                                              decode,
                                              NULL,
                                              NULL,
                                              get_extension};
  return &table;
}
#else
/* Too short to be of any version. */
const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const tsunagu_adapter_table table = {8,      0,    manifest, create, destroy,
                                              decode, NULL, NULL,     NULL};
  return &table;
}
#endif
