// Configured sources, their feeds, and how far each was read.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

struct Source {
  SourceId id{};
  std::string name;
  std::optional<base::UtcMillis> paused_at;
  std::string paused_reason;
};

struct Feed {
  FeedRow row;
  SourceId source{};
  std::string name;
  std::string cursor;  ///< of a poll
  std::string etag;
  std::optional<base::UtcMillis> applied_at;
};

/// The feed's row; adds it and its source at first sight.
FeedRow ensure_feed(Transaction& transaction, std::string_view source, std::string_view feed);

std::vector<Source> list_sources(Reader& reader);
std::optional<Source> find_source(Reader& reader, std::string_view name);
/// Empty where there is none.
std::string name_of_source(Reader& reader, SourceId source);
std::vector<Feed> list_feeds(Reader& reader);
std::optional<Feed> read_feed(Reader& reader, FeedRow feed);

/// Returns false where it stands so already.
bool pause_source(Transaction& transaction, std::string_view name, std::string_view reason);
bool resume_source(Transaction& transaction, std::string_view name);

/// Where the next poll begins. Concerns nobody's data: no audit row.
void keep_poll_state(Transaction& transaction, FeedRow feed, std::string_view cursor,
                     std::string_view etag);
/// Order key of the newest delivery applied, an older one waits for a person; empty: none yet.
std::string newest_order(Reader& reader, FeedRow feed);
/// A delivery was applied. Its order key becomes the newest, unless a newer one was applied before
/// or it tells none. It is stored sealed, for it may be a file's name.
void mark_applied(Transaction& transaction, FeedRow feed, std::string_view order_key);

}  // namespace hub::store
