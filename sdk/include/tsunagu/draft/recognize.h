/* Which feed a delivery is, told by its beginning. An operator who hands over a file need then not
 * know what the adapter's feeds are called, and a file never goes into the wrong one unnoticed.
 *
 * A draft: it may still change, with a new revision. A manifest names it in `extensions` as
 * `tsunagu.draft.recognize/1`; the tags are those of `adapter.h`.
 */
#pragma once

#include "tsunagu/adapter.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TSUNAGU_DRAFT_RECOGNIZE "tsunagu.draft.recognize"
#define TSUNAGU_DRAFT_RECOGNIZE_REVISION 1u

/* The greatest number of bytes that a beginning has. */
#define TSUNAGU_DRAFT_BEGINNING_BYTES 65536u

/* A delivery as far as it is known before it is decoded. */
typedef struct tsunagu_draft_beginning {
  uint32_t struct_size;
  uint32_t reserved;
  tsunagu_text name;   /* file name as the source gave it, without folders; may be empty */
  const uint8_t* data; /* the first bytes; may end in the middle of a character or a row */
  size_t size;         /* at most TSUNAGU_DRAFT_BEGINNING_BYTES; a smaller one is the whole */
} tsunagu_draft_beginning;

typedef struct tsunagu_draft_recognize {
  tsunagu_extension head;

  /* One of the manifest's feeds, or empty when the bytes look like none of them. Never guesses.
   * [thread] main  [state] created  [ownership] beginning until it returns; the answer is the
   * adapter's, until the next call of any of its functions
   * [errors] empty: it is not known, and the operator is asked for the feed */
  tsunagu_text (*feed_of)(tsunagu_adapter* adapter, const tsunagu_draft_beginning* beginning);
} tsunagu_draft_recognize;

#ifdef __cplusplus
}
#endif
