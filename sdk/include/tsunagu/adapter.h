/* The binary interface between an adapter and the program that loads it (tsunagu-adapter-host).
 *
 * An adapter is a shared object that exports one function, `tsunagu_adapter_v1`, which returns a
 * constant table of functions. It reads the bytes that one field's system delivered and hands out
 * records in the common case schema; it opens no file and no socket of its own. Only UTF-8 text and
 * the raw delivered bytes cross, always through the other side's stream, so nobody frees what the
 * other allocated. C++ authors use `tsunagu/adapter.hpp` and never see this file.
 *
 * Tags in the comments:
 *   [thread]    `main`: the one thread that drives this adapter; calls never overlap.
 *   [state]     `any`, `created` (after create, before destroy), or inside which call.
 *   [ownership] who owns what is passed, and until when it may be read.
 *   [errors]    what may be answered, and what then happens; `none` where nothing can fail.
 * No exception and no long jump may cross, in either direction.
 *
 * Versions: the major version is in the exported name. A minor version only appends members;
 * `struct_size` is what its filler was compiled with, and who reads a struct looks at no member
 * beyond it. What not every adapter has is a named extension with a revision of its own; one that
 * may still change stands in `draft/` and bears `draft` in its name.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Which minor version of the interface this header is. */
#define TSUNAGU_ABI_MINOR 1

/* The greatest number of bytes of one `read`, of one `write` and of one record. */
#define TSUNAGU_BLOCK_BYTES 1048576u
#define TSUNAGU_RECORD_BYTES 262144u

/* UTF-8 without a terminating NUL. `data` may be null only when `size` is 0. */
typedef struct tsunagu_text {
  const char* data;
  size_t size;
} tsunagu_text;

typedef int32_t tsunagu_status;
enum {
  TSUNAGU_OK = 0,
  /* The input as a whole can't be used; `refuse` was called with the reason. Nothing of it is
   * applied, also not the records that were handed out before. */
  TSUNAGU_REFUSED = 1,
  /* The other side wants no more. Return this at once. */
  TSUNAGU_STOPPED = 2,
  /* This adapter does not do that (for example `push`). */
  TSUNAGU_UNSUPPORTED = 3,
  /* A defect of the adapter; `refuse` may have been called with a text. Nothing is applied. */
  TSUNAGU_FAILED = 4
};

/* One setting of the source, checked against the manifest's `config` before `create`; defaults are
 * filled in. A `list` comes as several settings of the same key in their order, a `map` as several
 * settings `key.name`. A `boolean` is `true` or `false`, an `integer` is decimal. */
typedef struct tsunagu_setting {
  tsunagu_text key;
  tsunagu_text value;
} tsunagu_setting;

/* What the program that loaded the adapter offers. Outlives the adapter. */
typedef struct tsunagu_host {
  uint32_t struct_size;
  void* self;
  tsunagu_text version;  /* of the host, "0.1.0" */
  tsunagu_text data_dir; /* tables that come with Tsunagu; readable during `create` only */

  /* Says why `create` fails: the setting it is about (or empty), and what to do about it.
   * [thread] main  [state] inside create  [ownership] texts are copied before it returns
   * [errors] none: `create` answers something else than TSUNAGU_OK afterwards; of two texts the
   * last counts */
  void (*refuse)(const struct tsunagu_host* host, tsunagu_text key, tsunagu_text text);
} tsunagu_host;

/* One delivery, read once from its beginning. Valid until `decode` returns. */
typedef struct tsunagu_input {
  uint32_t struct_size;
  void* self;
  tsunagu_text feed;      /* which feed of the manifest this is */
  tsunagu_text name;      /* file name as the source gave it, without folders; may be empty */
  int64_t received_at_ms; /* milliseconds since 1970-01-01T00:00:00Z */
  int64_t size;           /* bytes in all, or -1 when not known */

  /* Fills at most `capacity` (at most TSUNAGU_BLOCK_BYTES) bytes of `buffer`; blocks until there is
   * at least one. Returns how many; 0 at the end; -1 when the other side wants no more: return
   * TSUNAGU_STOPPED then. A block may end in the middle of a character.
   * [thread] main  [state] inside decode  [ownership] buffer is the adapter's
   * [errors] -1, also when the hub has gone; a `capacity` of 0 answers 0 */
  int64_t (*read)(const struct tsunagu_input* input, uint8_t* buffer, size_t capacity);
} tsunagu_input;

/* Where something is wrong in a delivery. No value of a person stands in `code` or `reason`: the
 * delivered bytes are kept, and the place is enough to find it there. */
typedef struct tsunagu_problem {
  uint32_t struct_size;
  uint32_t column_number; /* from 1; 0 when it is not about one column */
  uint64_t line;          /* first line of the row in the file, from 1; 0 when not known */
  tsunagu_text column;    /* the column's name; may be empty */
  tsunagu_text code;      /* snake_case, dots between parts, at most 64 bytes: `bad_date` */
  tsunagu_text reason;    /* for an officer, in Japanese: what is wrong and what to do */
} tsunagu_problem;

/* What is known when a delivery was read to its end. */
typedef struct tsunagu_finish {
  uint32_t struct_size;
  uint32_t reserved;
  uint64_t rows;          /* rows seen, rejected ones too */
  tsunagu_text order_key; /* orders deliveries of this feed by its bytes, when the content says so
                             (`2026-04-10T02:00`); may be empty */
} tsunagu_finish;

/* Takes what comes out of `decode`. Every function answers TSUNAGU_OK or TSUNAGU_STOPPED. */
typedef struct tsunagu_sink {
  uint32_t struct_size;
  void* self;

  /* One record: a JSON object in the common case schema, at most TSUNAGU_RECORD_BYTES, and the line
   * of the file that it begins on (0 when not known). One that is too large, or not of the schema,
   * becomes a reject of that line, and the others go on.
   * [thread] main  [state] inside decode  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*record)(const struct tsunagu_sink* sink, tsunagu_text json, uint64_t line);

  /* One row that could not be mapped. The others go on. More than the delivery has bytes to pay for
   * is a defect: the adapter is ended.
   * [thread] main  [state] inside decode  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*reject)(const struct tsunagu_sink* sink, const tsunagu_problem* problem);

  /* Something odd about the file or a row that was taken all the same.
   * [thread] main  [state] inside decode  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*warning)(const struct tsunagu_sink* sink, const tsunagu_problem* problem);

  /* Still at work; call it when long stretches give no record. Counts as a sign of life.
   * [thread] main  [state] inside decode  [ownership] nothing is passed
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*progress)(const struct tsunagu_sink* sink, uint64_t rows);

  /* The delivery was read to its end; once, as the last call before TSUNAGU_OK.
   * [thread] main  [state] inside decode  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*finish)(const struct tsunagu_sink* sink, const tsunagu_finish* finish);

  /* The whole delivery can't be used; once, before TSUNAGU_REFUSED or TSUNAGU_FAILED.
   * [thread] main  [state] inside decode  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*refuse)(const struct tsunagu_sink* sink, const tsunagu_problem* problem);
} tsunagu_sink;

/* What the hub tells the field's own system (a referral was accepted, returned, …). */
typedef struct tsunagu_message {
  uint32_t struct_size;
  uint32_t reserved;
  tsunagu_text kind; /* one of the manifest's `pushes` */
  tsunagu_text json; /* a JSON object */
} tsunagu_message;

/* Takes the files that `push` writes. The hub chooses folder and stem of their names, and puts
 * them in place only when `push` returned TSUNAGU_OK. */
typedef struct tsunagu_outbox {
  uint32_t struct_size;
  void* self;

  /* Begins a file whose name ends in `suffix` (`_shien.csv`; letters, digits, `._-`). Another
   * suffix, the same one twice, or too many files are a defect: nothing is put in place.
   * [thread] main  [state] inside push  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*open)(const struct tsunagu_outbox* outbox, tsunagu_text suffix);

  /* Appends at most TSUNAGU_BLOCK_BYTES to the file begun last.
   * [thread] main  [state] inside push, after open  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*write)(const struct tsunagu_outbox* outbox, const uint8_t* data, size_t size);

  /* A substitution or loss on the way into the system's encoding.
   * [thread] main  [state] inside push  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*warning)(const struct tsunagu_outbox* outbox, const tsunagu_problem* problem);

  /* The message can't be given to this system; once, before TSUNAGU_REFUSED or TSUNAGU_FAILED.
   * [thread] main  [state] inside push  [ownership] copied before it returns
   * [errors] TSUNAGU_STOPPED */
  tsunagu_status (*refuse)(const struct tsunagu_outbox* outbox, const tsunagu_problem* problem);
} tsunagu_outbox;

/* Takes the lines of a health report. */
typedef struct tsunagu_health {
  uint32_t struct_size;
  void* self;

  /* One line: good (1) or not (0), a snake_case code, a text for an operator.
   * [thread] main  [state] inside health  [ownership] copied before it returns
   * [errors] none */
  void (*line)(const struct tsunagu_health* health, int32_t good, tsunagu_text code,
               tsunagu_text text);
} tsunagu_health;

/* The adapter's own state; only the adapter looks inside. */
typedef struct tsunagu_adapter tsunagu_adapter;

/* What the table of every extension begins with. Its other members stand in the extension's own
 * header. Within a revision members are only appended; a higher revision is another table. */
typedef struct tsunagu_extension {
  uint32_t struct_size;
  uint32_t revision;
} tsunagu_extension;

/* What an adapter is. A member may be null where its comment says so. */
typedef struct tsunagu_adapter_table {
  uint32_t struct_size;
  uint32_t reserved;

  /* A JSON object; every member is in sdk/README.md. Always the same text.
   * [thread] any  [state] any  [ownership] constant, the adapter's
   * [errors] none; a text that is no manifest is refused with what is wrong, and never started */
  tsunagu_text (*manifest)(void);

  /* Makes the adapter for one source. On anything but TSUNAGU_OK `*out` stays null.
   * [thread] main  [state] any  [ownership] settings until it returns; host until destroy; *out is
   * the adapter's, given back by destroy
   * [errors] TSUNAGU_REFUSED, TSUNAGU_FAILED, after `refuse`: the source stands still, showing that
   * text, until its settings or its adapter change */
  tsunagu_status (*create)(const tsunagu_setting* settings, size_t count, const tsunagu_host* host,
                           tsunagu_adapter** out);

  /* The last call. Whoever is killed before it is no worse off: keep nothing that needs it.
   * [thread] main  [state] created  [ownership] takes the adapter back
   * [errors] none */
  void (*destroy)(tsunagu_adapter* adapter);

  /* Reads one delivery to its end and hands out its records.
   * [thread] main  [state] created  [ownership] input and sink until it returns
   * [errors] TSUNAGU_REFUSED, TSUNAGU_FAILED: nothing of the delivery is applied; TSUNAGU_STOPPED
   * after the other side said so. A crash or an end of the process: the delivery is read again */
  tsunagu_status (*decode)(tsunagu_adapter* adapter, const tsunagu_input* input,
                           const tsunagu_sink* sink);

  /* Writes one message as files for the field's own system. Null: nothing goes back.
   * [thread] main  [state] created  [ownership] message and outbox until it returns
   * [errors] TSUNAGU_REFUSED, TSUNAGU_FAILED: no file is put in place; TSUNAGU_UNSUPPORTED: not
   * this kind of message; TSUNAGU_STOPPED after the other side said so */
  tsunagu_status (*push)(tsunagu_adapter* adapter, const tsunagu_message* message,
                         const tsunagu_outbox* outbox);

  /* Says how it is, within a second. Null: nothing to say.
   * [thread] main  [state] created  [ownership] health until it returns
   * [errors] what it answers changes nothing: the lines say how it is */
  tsunagu_status (*health)(tsunagu_adapter* adapter, const tsunagu_health* health);

  /* Since 1.1. The table of an extension that the manifest's `extensions` names, in the revision
   * that stands there; null for any other name. Null: no extensions.
   * [thread] any  [state] any  [ownership] constant, the adapter's
   * [errors] null; for a name of the manifest that is a defect, and the module is not loaded */
  const tsunagu_extension* (*get_extension)(tsunagu_text name);
} tsunagu_adapter_table;

#if defined(__GNUC__)
#define TSUNAGU_EXPORT __attribute__((visibility("default")))
#else
#define TSUNAGU_EXPORT
#endif

/* The one symbol that an adapter exports. Never null.
 * [thread] any  [state] any  [ownership] constant, the adapter's
 * [errors] none: without the symbol, or with null, the file is no adapter */
TSUNAGU_EXPORT const tsunagu_adapter_table* tsunagu_adapter_v1(void);

#ifdef __cplusplus
}
#endif
