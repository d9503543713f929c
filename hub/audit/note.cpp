#include "hub/audit/note.hpp"

#include <algorithm>
#include <charconv>

#include "hub/crypto/bytes.hpp"

namespace hub::audit {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // U+2014 and a blank
constexpr char ed25519 = 1;
constexpr std::string_view line_title = "checkpoint: ";

KeyId id_of(std::string_view name, const crypto::PublicKey& key) {
  std::string message(name);
  message.push_back('\n');
  message.push_back(ed25519);
  message.append(crypto::text_of(key));
  const crypto::Digest digest = crypto::sha256(crypto::bytes_of(message));
  KeyId id;
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

std::string_view take(std::string_view& rest, char end) {
  const std::string_view part = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

std::optional<std::int64_t> size_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  const bool plain = whole && number >= 0 && std::to_string(number) == text;
  return plain ? std::optional(number) : std::nullopt;
}

/// The raw signature in `— name base64`, where it is of this key.
std::optional<std::string> signature_in(std::string_view line, const VerifierKey& key) {
  if (!line.starts_with(dash)) return std::nullopt;
  line.remove_prefix(dash.size());
  if (take(line, ' ') != key.name()) return std::nullopt;
  auto bytes = crypto::from_base64(line);
  if (!bytes || !bytes->starts_with(crypto::text_of(key.id()))) return std::nullopt;
  return bytes->substr(key.id().size());
}

}  // namespace

bool is_name(std::string_view text) noexcept {
  return !text.empty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c < '\x7F' && c != '+';
  });
}

VerifierKey::VerifierKey(std::string name, const crypto::PublicKey& key)
    : name_(std::move(name)), key_(key), id_(id_of(name_, key)) {}

std::optional<VerifierKey> VerifierKey::parse(std::string_view text) {
  const std::string_view name = take(text, '+');
  const std::string_view id = take(text, '+');
  const auto bytes = crypto::from_base64(text);
  crypto::PublicKey key;
  if (!is_name(name) || !bytes || bytes->size() != key.size() + 1 || bytes->front() != ed25519)
    return std::nullopt;
  std::copy(bytes->begin() + 1, bytes->end(), key.begin());
  VerifierKey made(std::string(name), key);
  return crypto::to_hex(made.id()) == id ? std::optional(std::move(made)) : std::nullopt;
}

std::string VerifierKey::text() const {
  const std::string bytes = std::string(1, ed25519) + std::string(crypto::text_of(key_));
  return name_ + "+" + crypto::to_hex(id_) + "+" + crypto::to_base64(crypto::bytes_of(bytes));
}

std::string to_body(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.head.seq) + "\n" +
         crypto::to_base64(checkpoint.head.chain) + "\n";
}

std::optional<Checkpoint> from_body(std::string_view body) {
  Checkpoint checkpoint;
  std::string_view rest = body;
  checkpoint.origin = take(rest, '\n');
  const auto size = size_in(take(rest, '\n'));
  const auto hash = crypto::from_base64(take(rest, '\n'));
  if (!size || !hash || hash->size() != checkpoint.head.chain.size()) return std::nullopt;
  checkpoint.head.seq = *size;
  std::copy(hash->begin(), hash->end(), checkpoint.head.chain.begin());
  if (!is_name(checkpoint.origin) || to_body(checkpoint) != body) return std::nullopt;
  return checkpoint;
}

std::string sign_note(const Checkpoint& checkpoint, const crypto::Signer& signer) {
  const std::string body = to_body(checkpoint);
  const VerifierKey key(checkpoint.origin, signer.public_key());
  std::string signature(crypto::text_of(key.id()));
  signature.append(crypto::text_of(signer.sign(crypto::bytes_of(body))));
  return body + "\n" + std::string(dash) + key.name() + " " +
         crypto::to_base64(crypto::bytes_of(signature)) + "\n";
}

std::optional<Checkpoint> open_note(std::string_view note, const VerifierKey& key) {
  const auto end = note.find("\n\n");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view body = note.substr(0, end + 1);
  std::string_view signatures = note.substr(end + 2);
  auto checkpoint = from_body(body);
  if (!checkpoint || checkpoint->origin != key.name()) return std::nullopt;
  while (!signatures.empty()) {
    const auto signature = signature_in(take(signatures, '\n'), key);
    if (signature &&
        crypto::verify_signature(key.key(), crypto::bytes_of(body), crypto::bytes_of(*signature)))
      return checkpoint;
  }
  return std::nullopt;
}

std::string to_line(std::string_view note) {
  std::string line(line_title);
  for (std::string_view rest = note; !rest.empty();) {
    const std::string_view part = take(rest, '\n');
    if (part.empty()) continue;
    if (line.size() > line_title.size()) line.push_back(' ');
    line.append(part);
  }
  return line;
}

std::vector<std::string> notes_in(std::string_view text) {
  std::vector<std::string> notes;
  std::vector<std::string_view> before;  // lines since the last note
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take(rest, '\n');
    const auto title = line.find(line_title);
    if (line.starts_with(dash) && before.size() >= 4 && before.back().empty()) {
      const auto from = before.end() - 4;
      notes.push_back(std::string(from[0]) + "\n" + std::string(from[1]) + "\n" +
                      std::string(from[2]) + "\n\n" + std::string(line) + "\n");
      before.clear();
    } else if (title != std::string_view::npos) {
      std::string_view words = line.substr(title + line_title.size());
      std::string note;
      for (int part = 0; part < 3; ++part)
        note.append(take(words, ' ')).append("\n");
      notes.push_back(note + "\n" + std::string(words) + "\n");
      before.clear();
    } else {
      before.push_back(line);
    }
  }
  return notes;
}

}  // namespace hub::audit
