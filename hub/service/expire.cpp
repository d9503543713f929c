#include "hub/service/expire.hpp"

#include <charconv>

#include "hub/service/entry.hpp"
#include "hub/service/link.hpp"
#include "hub/service/match_token.hpp"
#include "hub/service/stop.hpp"
#include "hub/store/consents.hpp"
#include "hub/store/records.hpp"
#include "hub/store/settings.hpp"

namespace hub::service {
namespace {

using base::Result;

constexpr std::string_view looked_up_to = "consent_ends_seen";  // "<millis>/<event>"
constexpr std::size_t at_a_time = 32;

store::ConsentEnd seen(store::Reader& reader) {
  const auto text = store::read_setting(reader, looked_up_to).value_or("");
  const char* const end = text.data() + text.size();
  std::int64_t millis = 0;
  store::ConsentEnd last;
  const auto first = std::from_chars(text.data(), end, millis);
  if (first.ec == std::errc() && first.ptr != end) std::from_chars(first.ptr + 1, end, last.event);
  last.until = base::UtcMillis(std::chrono::milliseconds(millis));
  return last;
}

void keep_seen(store::Transaction& tx, const store::ConsentEnd& last) {
  store::keep_setting(
      tx, looked_up_to,
      std::to_string(base::millis_of(last.until)) + "/" + std::to_string(last.event));
}

/// Said again with a later end, nothing is lost, and nobody is told.
void stop_one(store::Transaction& tx, const Book& book, const store::ConsentEnd& end) {
  const auto origin = "consent/" + end.consent.text();
  auto entry = entry_of(system_actor, "consent.expired", origin);
  const auto person = person_of(tx, end);
  if (person) entry.persons = {person->id};
  tx.audit(entry);
  if (!person) return;
  Halting halting(tx, book, *person, end.until - std::chrono::milliseconds(1));
  halting.stop({"consent.expired", system_actor, origin});
}

}  // namespace

std::optional<store::PersonRef> person_of(store::Reader& reader, const store::ConsentEnd& end) {
  if (end.person) return store::read_person(reader, end.person);
  const auto key = person_in(store::tokens_of(reader, end.record));
  const auto link = key ? person_behind(reader, *key) : std::nullopt;
  return link ? store::read_person(reader, link->person) : std::nullopt;
}

Result<bool> stop_expired(Context& context) {
  const auto book = context.book();
  return context.db.write([&](store::Transaction& tx) -> Result<bool> {
    const auto ends = store::consent_ends(tx, seen(tx), tx.now(), at_a_time);
    for (const auto& end : ends)
      stop_one(tx, *book, end);
    if (!ends.empty()) keep_seen(tx, ends.back());
    return ends.size() == at_a_time;
  });
}

base::UtcMillis ends_seen(store::Reader& reader) {
  return seen(reader).until;
}

Result<std::optional<base::UtcMillis>> next_expiry(Context& context) {
  const auto now = context.clock.now();
  return context.db.read([now](store::Reader& reader) -> Result<std::optional<base::UtcMillis>> {
    return store::next_consent_end(reader, now);
  });
}

}  // namespace hub::service
