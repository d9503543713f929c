// Deliveries as they came: kept bytes, hashed before anything decodes them, sealed in pieces.
#pragma once

#include <vector>

#include "hub/crypto/sha256.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

/// Stored as numbers: never change one.
enum class ArrivalState : std::uint8_t {
  arriving = 0,  ///< its bytes are being kept; not acknowledged yet
  received = 1,  ///< kept whole; acknowledged
  decoding = 2,  ///< an adapter is at it
  staged = 3,    ///< decoded; waits for its turn to be applied
  paused = 4,    ///< would change too much, or is older than the newest: waits for a person
  applied = 5,
  refused = 6,      ///< could not be used as a whole; `reason` says why
  discarded = 7,    ///< by a person
  quarantined = 8,  ///< held a 個人番号: its bytes are destroyed
};

std::string_view name_of(ArrivalState state) noexcept;
/// Whether nothing follows any more.
bool is_final(ArrivalState state) noexcept;

struct ArrivalCounts {
  std::int64_t records = 0;
  std::int64_t rejects = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t removed = 0;
  std::int64_t unchanged = 0;
  std::int64_t warnings = 0;  ///< of what was taken all the same

  friend bool operator==(const ArrivalCounts&, const ArrivalCounts&) = default;
};

struct Arrival {
  ArrivalRow row;
  base::ArrivalId id;
  FeedRow feed;
  base::UtcMillis received_at{};
  std::int64_t size = 0;
  crypto::Digest sha256{};
  ArrivalState state = ArrivalState::arriving;
  std::string reason;  ///< a code
  std::string adapter_version;
  ArrivalCounts counts;
  std::optional<base::UtcMillis> finished_at;
  ArrivalRow replay_of;  ///< whose bytes it reads again; no row: it has its own
};

inline constexpr std::size_t chunk_bytes = std::size_t{1024} * 1024;

struct ArrivalRef {
  ArrivalRow row;
  base::ArrivalId id;
};

/// A delivery begins. `name` (a file name) is sealed.
ArrivalRef begin_arrival(Transaction& transaction, FeedRow feed, std::string_view name);
/// Seals one piece of at most chunk_bytes; any thread.
std::string seal_chunk(const crypto::Keys& keys, const base::ArrivalId& arrival, std::int64_t part,
                       std::string_view bytes);
void add_chunk(Transaction& transaction, ArrivalRow arrival, std::int64_t part,
               std::string_view sealed);
/// All bytes are kept: from here on it is acknowledged and its hash names it.
void complete_arrival(Transaction& transaction, ArrivalRow arrival, std::int64_t size,
                      const crypto::Digest& sha256);
/// Removes one that did not come whole.
void drop_half_kept(Transaction& transaction, ArrivalRow arrival);
/// Removes what a stopped process left half kept; returns how many.
std::int64_t drop_half_kept(Transaction& transaction);
/// The source's ground allows no keeping (GATE: keys_only, consented_rows): bytes and name go.
void destroy_bytes(Transaction& transaction, ArrivalRow arrival);

/// The bytes of one piece; nothing after the last.
std::optional<crypto::Opened> read_chunk(Reader& reader, const ArrivalRef& arrival,
                                         std::int64_t part);
crypto::Opened read_name(Reader& reader, const ArrivalRef& arrival);

std::optional<Arrival> read_arrival(Reader& reader, ArrivalRow row);
std::optional<Arrival> find_arrival(Reader& reader, const base::ArrivalId& id);
/// An earlier delivery of the same bytes to this feed that was applied or still may be.
std::optional<Arrival> find_same_bytes(Reader& reader, FeedRow feed, const crypto::Digest& sha256);
/// The last delivery of this feed that was applied.
std::optional<Arrival> newest_applied(Reader& reader, FeedRow feed);
/// Deliveries of a source that were applied or refused, or wait for a person, and of which the
/// bytes are kept: the newest first.
std::vector<Arrival> list_kept_arrivals(Reader& reader, std::string_view source,
                                        std::size_t at_most);
/// Of one feed those that were applied or refused and are no replays, as far as the bytes are
/// kept: the oldest first.
std::vector<Arrival> list_kept_of_feed(Reader& reader, FeedRow feed);
/// The delivery whose bytes it reads: itself, unless it is a replay.
ArrivalRow origin_of(Reader& reader, ArrivalRow arrival);
/// The same, where its bytes and its name are found.
ArrivalRef bytes_of(Reader& reader, const Arrival& arrival);
/// A delivery that stands for another, as received when that was.
ArrivalRef begin_replay(Transaction& transaction, const Arrival& original);
/// What is not finished, the oldest first.
std::vector<Arrival> list_open_arrivals(Reader& reader);
/// The newest first.
std::vector<Arrival> list_arrivals(Reader& reader, std::size_t at_most);

/// Moves on; false where it is not in `from` any more. A final state closes it.
bool set_arrival_state(Transaction& transaction, ArrivalRow arrival, ArrivalState from,
                       ArrivalState to, std::string_view reason = {});
/// `order_key` is sealed: it may be made of a file's name.
void set_arrival_facts(Transaction& transaction, const ArrivalRef& arrival,
                       std::string_view order_key, std::string_view adapter_version);
/// Empty where it was not told, or not yet.
std::string read_order_key(Reader& reader, const ArrivalRef& arrival);
void set_arrival_counts(Transaction& transaction, ArrivalRow arrival, const ArrivalCounts& counts);

}  // namespace hub::store
