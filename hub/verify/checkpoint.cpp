#include "hub/verify/checkpoint.hpp"

#include "hub/verify/text.hpp"

namespace hub::verify {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // U+2014 and a blank
constexpr std::string_view journal_title = "checkpoint: ";
constexpr char ed25519 = 1;
constexpr std::size_t id_bytes = 4;

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char byte : bytes) {
    out.push_back(digits[static_cast<unsigned char>(byte) >> 4]);
    out.push_back(digits[static_cast<unsigned char>(byte) & 15]);
  }
  return out;
}

/// A line `— name base64` under the text.
bool is_signature_of(std::string_view line, std::string_view text, const Key& key) {
  if (line.substr(0, dash.size()) != dash) return false;
  line.remove_prefix(dash.size());
  if (take(line, ' ') != key.name) return false;
  const auto bytes = from_base64(line);
  return bytes && bytes->substr(0, id_bytes) == key.id &&
         is_signed(key.bytes, text, std::string_view(*bytes).substr(id_bytes));
}

bool is_signed_by(std::string_view text, std::string_view lines, const Key& key) {
  while (!lines.empty()) {
    if (is_signature_of(take(lines, '\n'), text, key)) return true;
  }
  return false;
}

/// A journal's line, from the title on, as the note that it was.
std::string note_of(std::string_view words) {
  std::string note;
  for (int part = 0; part < 3; ++part)
    note.append(take(words, ' ')).append("\n");
  return note.append("\n").append(words).append("\n");
}

}  // namespace

std::optional<Key> Key::parse(std::string_view text) {
  const std::string_view name = take(text, '+');
  const std::string_view id = take(text, '+');
  const auto bytes = from_base64(text);
  if (name.empty() || !bytes || bytes->size() != 33 || bytes->front() != ed25519)
    return std::nullopt;
  const Digest digest = Hasher().add(name).add("\n").add(*bytes).finish();
  Key key{std::string(name), std::string(view_of(digest).substr(0, id_bytes)), bytes->substr(1)};
  return hex_of(key.id) == id ? std::optional(std::move(key)) : std::nullopt;
}

Note read_note(std::string_view note, const std::vector<Key>& keys) {
  Note out;
  const auto end = note.find("\n\n");
  if (end == std::string_view::npos) return out;
  const std::string_view text = note.substr(0, end + 1);
  std::string_view rest = text;
  out.origin = take(rest, '\n');
  const auto rows = number_in(take(rest, '\n'));
  const auto hash = from_base64(take(rest, '\n'));
  if (!rows || !hash || hash->size() != 32 || !rest.empty()) return out;
  out.rows = *rows;
  out.hash = *hash;
  for (const Key& key : keys) {
    if (key.name == out.origin && is_signed_by(text, note.substr(end + 2), key)) out.good = true;
  }
  return out;
}

std::vector<Note> notes_in(std::string_view text, const std::vector<Key>& keys) {
  std::vector<Note> notes;
  std::vector<std::string_view> before;  // lines since the last note
  while (!text.empty()) {
    const std::string_view line = take(text, '\n');
    const auto title = line.find(journal_title);
    const bool signs = line.substr(0, dash.size()) == dash;
    if (title != std::string_view::npos) {
      notes.push_back(read_note(note_of(line.substr(title + journal_title.size())), keys));
    } else if (signs && before.size() >= 4 && before.back().empty()) {
      std::string note;
      for (auto part = before.end() - 4; part != before.end(); ++part)
        note.append(*part).append("\n");
      notes.push_back(read_note(note.append(line).append("\n"), keys));
    } else {
      before.push_back(line);
      continue;
    }
    before.clear();
  }
  return notes;
}

}  // namespace hub::verify
