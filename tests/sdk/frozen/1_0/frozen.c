/* An adapter as it was written against adapter.h 1.0, which stands beside it. Neither is ever
 * changed again: what was delivered once must load in every later host. One line becomes one
 * record. */
#include "adapter.h"

#include <stdlib.h>
#include <string.h>

#define TEXT(literal) ((tsunagu_text){literal, sizeof literal - 1})

struct tsunagu_adapter {
  int strict;
};

static tsunagu_text manifest(void) {
  return TEXT(
      "{\"id\":\"frozen\",\"version\":\"1.0.0\",\"name\":\"凍結した見本\",\"description\":\"1.0\","
      "\"fields\":[\"kaigo\"],\"feeds\":[{\"name\":\"lines\",\"description\":\"1行1件\","
      "\"mode\":\"delta\",\"order\":\"content\",\"encodings\":[\"utf8\"]}],"
      "\"writes\":[\"person\"],\"pushes\":[\"referral_accepted\"],"
      "\"config\":[{\"key\":\"strict\",\"type\":\"boolean\",\"help\":\"空行を断る\",\"default\":"
      "\"false\"}]}");
}

static int is(tsunagu_text text, const char* word) {
  return text.size == strlen(word) && memcmp(text.data, word, text.size) == 0;
}

static tsunagu_status create(const tsunagu_setting* settings, size_t count,
                             const tsunagu_host* host, tsunagu_adapter** out) {
  size_t i;
  *out = NULL;
  if (host->version.size == 0) {
    host->refuse(host, TEXT("host"), TEXT("the host has no version"));
    return TSUNAGU_REFUSED;
  }
  *out = calloc(1, sizeof **out);
  if (*out == NULL) return TSUNAGU_FAILED;
  for (i = 0; i < count; ++i) {
    if (is(settings[i].key, "strict")) (*out)->strict = is(settings[i].value, "true");
  }
  return TSUNAGU_OK;
}

static void destroy(tsunagu_adapter* adapter) {
  free(adapter);
}

static tsunagu_problem problem(uint64_t line, tsunagu_text code, tsunagu_text reason) {
  tsunagu_problem told;
  memset(&told, 0, sizeof told);
  told.struct_size = sizeof told;
  told.line = line;
  told.code = code;
  told.reason = reason;
  return told;
}

static tsunagu_status line_end(const tsunagu_sink* sink, uint64_t line, size_t length) {
  const tsunagu_problem empty = problem(line, TEXT("empty_line"), TEXT("空の行です"));
  if (length > 0) {
    return sink->record(
        sink, TEXT("{\"kind\":\"person\",\"schemaVersion\":\"1\",\"recordKey\":\"p1\"}"), line);
  }
  return sink->reject(sink, &empty);
}

static tsunagu_status decode(tsunagu_adapter* adapter, const tsunagu_input* input,
                             const tsunagu_sink* sink) {
  uint8_t block[512];
  uint64_t line = 1;
  size_t length = 0;
  int64_t size;
  tsunagu_finish finish;
  while ((size = input->read(input, block, sizeof block)) > 0) {
    int64_t i;
    for (i = 0; i < size; ++i) {
      if (block[i] != '\n') {
        ++length;
        continue;
      }
      if (adapter->strict && length == 0) {
        const tsunagu_problem why = problem(line, TEXT("empty_line"), TEXT("空の行があります"));
        sink->refuse(sink, &why);
        return TSUNAGU_REFUSED;
      }
      if (line_end(sink, line, length) != TSUNAGU_OK) return TSUNAGU_STOPPED;
      ++line;
      length = 0;
    }
  }
  if (size < 0) return TSUNAGU_STOPPED;
  memset(&finish, 0, sizeof finish);
  finish.struct_size = sizeof finish;
  finish.rows = line - 1;
  finish.order_key = TEXT("2026-04-10");
  return sink->finish(sink, &finish);
}

static tsunagu_status push(tsunagu_adapter* adapter, const tsunagu_message* message,
                           const tsunagu_outbox* outbox) {
  (void)adapter;
  if (outbox->open(outbox, TEXT("_answer.json")) != TSUNAGU_OK) return TSUNAGU_STOPPED;
  return outbox->write(outbox, (const uint8_t*)message->json.data, message->json.size);
}

static tsunagu_status health(tsunagu_adapter* adapter, const tsunagu_health* report) {
  (void)adapter;
  report->line(report, 1, TEXT("ready"), TEXT("ok"));
  return TSUNAGU_OK;
}

const tsunagu_adapter_table* tsunagu_adapter_v1(void) {
  static const tsunagu_adapter_table table = {
      sizeof(tsunagu_adapter_table), 0, manifest, create, destroy, decode, push, health};
  return &table;
}
