#include "hub/normalize/date_key.hpp"

#include <string>

#include "tsunagu/text/numeral.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

Note note_of(text::DateNote note) {
  switch (note) {
    case text::DateNote::past_era:
      return Note::date_past_era;
    case text::DateNote::before_era:
      return Note::date_before_era;
    case text::DateNote::approximate:
      return Note::date_approximate;
    case text::DateNote::unknown_day:
      return Note::date_unknown_day;
    case text::DateNote::unknown_month:
      return Note::date_unknown_month;
    case text::DateNote::artificial_day:
      return Note::date_artificial_day;
    case text::DateNote::time_dropped:
      return Note::date_time_dropped;
  }
  return Note::date_unreadable;
}

}  // namespace

text::Outcome<Normalized> date_key(std::string_view date, const text::DateRules& rules) {
  const auto read = text::parse_date(date, rules);
  if (!read) return read.problem();
  Normalized result{.key = read->iso()};
  if (result.key != date) result.note(Note::date_written_otherwise);
  for (const auto note : read->notes)
    result.note(note_of(note));
  return result;
}

text::Outcome<Normalized> number_key(std::string_view number) {
  const auto read = text::parse_integer(number);
  if (!read) return read.problem();
  Normalized result{.key = std::to_string(*read)};
  if (result.key != number) result.note(Note::number_written_otherwise);
  return result;
}

}  // namespace hub::normalize
