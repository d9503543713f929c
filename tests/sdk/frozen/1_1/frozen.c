/* Written against adapter.h 1.1, and never changed again: every later host loads it. */
#include <string.h>

#include "adapter.h"

#define TEXT(literal) ((tsunagu_text){literal, sizeof literal - 1})

struct tsunagu_adapter {
  uint64_t deliveries;
};

static tsunagu_text manifest(void) {
  return TEXT(
      "{\"id\":\"frozen\",\"version\":\"1.1.0\",\"name\":\"x\",\"description\":\"x\","
      "\"fields\":[\"kaigo\"],\"feeds\":[{\"name\":\"all\",\"description\":\"x\",\"mode\":"
      "\"full\",\"order\":\"received\",\"encodings\":[\"utf8\"]}],\"writes\":[\"person\"],"
      "\"extensions\":[\"example.of_nobody/1\"]}");
}

static tsunagu_status create(const tsunagu_setting* settings, size_t count,
                             const tsunagu_host* host, tsunagu_adapter** out) {
  static tsunagu_adapter only;
  (void)settings;
  (void)count;
  (void)host;
  *out = &only;
  return TSUNAGU_OK;
}

static void destroy(tsunagu_adapter* adapter) {
  adapter->deliveries = 0;
}

static tsunagu_status decode(tsunagu_adapter* adapter, const tsunagu_input* input,
                             const tsunagu_sink* sink) {
  uint8_t block[512];
  tsunagu_finish finish;
  while (input->read(input, block, sizeof block) > 0) {
  }
  memset(&finish, 0, sizeof finish);
  finish.struct_size = sizeof finish;
  finish.rows = ++adapter->deliveries;
  if (sink->record(sink, TEXT("{\"kind\":\"person\",\"schemaVersion\":\"1\",\"recordKey\":\"p1\"}"),
                   1) != TSUNAGU_OK)
    return TSUNAGU_STOPPED;
  return sink->finish(sink, &finish);
}

/* An extension that no host knows: it is told so, and the rest works. */
static const tsunagu_extension* get_extension(tsunagu_text name) {
  static const tsunagu_extension of_nobody = {sizeof(tsunagu_extension), 1};
  const tsunagu_text own = TEXT("example.of_nobody");
  return name.size == own.size && memcmp(name.data, own.data, own.size) == 0 ? &of_nobody : NULL;
}

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
