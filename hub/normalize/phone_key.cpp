#include "hub/normalize/phone_key.hpp"

#include "tsunagu/text/phone.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::normalize {
namespace {

Note note_of(std::string_view problem) {
  if (problem == code_of(Note::phone_empty)) return Note::phone_empty;
  return problem == code_of(Note::phone_length) ? Note::phone_length : Note::phone_unreadable;
}

bool has_full_width_digit(std::string_view phone) {
  for (std::size_t at = 0; at < phone.size();) {
    const auto c = tsunagu::text::next(phone, at);
    if (c >= U'０' && c <= U'９') return true;
  }
  return false;
}

}  // namespace

Normalized phone_key(std::string_view phone) {
  Normalized result;
  if (has_full_width_digit(phone)) result.note(Note::phone_full_width);
  const auto read = tsunagu::text::parse_phone(phone);
  if (!read) {
    result.note(note_of(read.problem().code));
    return result;
  }
  result.key = read->digits;
  if (result.key != phone) result.note(Note::phone_digits);
  if (!read->extension.empty()) result.note(Note::phone_extension_dropped);
  return result;
}

}  // namespace hub::normalize
