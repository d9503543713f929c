// Signed notes (c2sp.org/signed-note) that say how far a log went, and the keys that sign them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/verify/digest.hpp"

namespace hub::verify {

/// Written `name+key id+base64`, as the signer tells it.
struct Key {
  std::string name;
  std::string id;     ///< 4 bytes
  std::string bytes;  ///< 32

  static std::optional<Key> parse(std::string_view text);
};

struct Note {
  std::string origin;
  std::int64_t rows = 0;  ///< the log had so many
  std::string hash;       ///< of the last of them
  bool good = false;      ///< one of the keys signed it
};

/// What a note says. One that can't be read at all is none of ours, says 0 rows, and is not good.
Note read_note(std::string_view note, const std::vector<Key>& keys);

/// Every note in a file: notes as they are, and the signer's lines in a journal.
std::vector<Note> notes_in(std::string_view text, const std::vector<Key>& keys);

}  // namespace hub::verify
