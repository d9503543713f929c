// Events for the partners that follow a case (hub/domain/followed_event.hpp): ordered from the row
// of the log, in its transaction, so that no change of a case goes without; rendered when they are
// claimed, by what the gate says then. Thin: ids and a type, and where to ask for more.
#pragma once

#include <optional>

#include "hub/audit/entry.hpp"
#include "hub/service/dispatch.hpp"
#include "hub/service/view.hpp"
#include "hub/store/outbox.hpp"

namespace hub::service {

/// Orders an event for each partner that wants its family and has a referral of the case that went
/// to it. Whether any was.
bool tell_followers(store::Transaction& tx, const Book& book, const audit::Entry& entry);

/// An order of such an event; one of anything else bears no subject.
inline bool is_followed_event(const store::Order& order) noexcept {
  return !order.subject.empty();
}

/// What is told of it, with its row of the disclosure log; nothing where the gate withholds it now:
/// the order is closed.
struct EventToTell {
  base::CaseId about;
  std::string data;  ///< JSON
};
std::optional<EventToTell> event_to_tell(store::Transaction& tx, const Book& book,
                                         const store::Order& order);

/// The same events for who asks instead of being told, from behind `after`: `event` lines of the
/// cases that the partner follows now, and a `next` line with where to go on, also where nothing
/// more is there yet.
Shown view_events(store::Reader& reader, const Book& book, std::string_view asker,
                  base::UtcMillis at, std::int64_t after, std::size_t at_most,
                  const ViewSink& sink);

}  // namespace hub::service
