// Checkpoints as the signer gave them: signed notes (hub/audit/note.hpp).
#pragma once

#include "hub/store/transaction.hpp"

namespace hub::store {

/// Keeps a note on the log as far as row `seq`.
void keep_note(Transaction& tx, std::int64_t seq, std::string_view note);
/// Of this origin, in the order in which they came.
std::vector<std::string> list_notes(Reader& reader, std::string_view origin);
/// The newest of any origin.
std::optional<std::string> last_note(Reader& reader);
/// How far the newest note goes; 0 where there is none.
std::int64_t noted_rows(Reader& reader);

}  // namespace hub::store
