// Source records as they were delivered: one row each, with a sealed body and keyed tokens.
#pragma once

#include <functional>
#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// Position in the list of record kinds (sdk/schema); stored as a number.
using RecordKind = std::uint8_t;

/// The id of an adapter's record: the same (feed, kind, record key) always gets the same one, and
/// nobody without the key can tell which.
base::RecordId record_id(const crypto::Keys& keys, FeedRow feed, RecordKind kind,
                         std::string_view record_key);
/// Keyed hash of a body: equal means unchanged.
crypto::WideToken row_hash(const crypto::Keys& keys, std::string_view body);
/// Any thread.
std::string seal_record(const crypto::Keys& keys, const base::RecordId& id, std::string_view body);

/// A record ready to be applied. What is expensive was done before, on another thread.
struct IncomingRecord {
  base::RecordId id;
  FeedRow feed;
  RecordKind kind = 0;
  crypto::WideToken hash{};
  std::vector<crypto::Token> tokens;  ///< match and search tokens, of every purpose
  std::string body;                   ///< sealed; empty: the source keeps keys only
  std::string facts;                  ///< of a person record, sealed (record_facts.hpp)
};

enum class Change : std::uint8_t { added, changed, unchanged, removed };

struct Applied {
  RecordRow row;
  Change change = Change::unchanged;
  /// Unchanged, because this very arrival brought it before: a try that was cut short.
  bool again = false;
  std::vector<crypto::Token> tokens_before{};  ///< of one that changed
};

struct TokenRow;

/// Records of one arrival, in one transaction. Tokens of added records are written together, for
/// neighbours share a page: by them, nobody finds these records before `finish()`.
class RecordBatch {
 public:
  /// Borrows the transaction.
  RecordBatch(Transaction& transaction, ArrivalRow arrival);
  ~RecordBatch();
  RecordBatch(const RecordBatch&) = delete;
  RecordBatch& operator=(const RecordBatch&) = delete;

  /// Adds the record, or replaces a body that changed (the old one goes to the history), or finds
  /// it unchanged. A removed record that comes again counts as changed.
  Applied apply(const IncomingRecord& record);
  /// The same, quicker, for one that was never held when somebody looked: neither live nor removed.
  /// In between it may have been added, not removed.
  Applied apply_fresh(const IncomingRecord& record);
  /// Marks it removed and takes its tokens out; false where it was not there.
  bool remove(FeedRow feed, const base::RecordId& id);
  /// Always last, or the added records stay without tokens.
  void finish();

 private:
  /// Nothing where it is held already.
  std::optional<RecordRow> add(const IncomingRecord& record);
  Transaction& transaction_;
  ArrivalRow arrival_;
  std::vector<TokenRow> tokens_;  // of added records, not yet written
};

/// A batch of one.
Applied apply_record(Transaction& transaction, const IncomingRecord& record, ArrivalRow arrival);
bool remove_record(Transaction& transaction, FeedRow feed, const base::RecordId& id,
                   ArrivalRow arrival);

struct RecordHead {
  RecordRow row;
  crypto::WideToken hash{};
  bool removed = false;
  ArrivalRow arrival;  ///< that brought it as it is
};

/// What a change is judged by, without opening the body.
std::optional<RecordHead> find_record(Reader& reader, FeedRow feed, const base::RecordId& id);

struct StoredRecord {
  RecordRow row;
  base::RecordId id;
  FeedRow feed;
  SourceId source{};
  RecordKind kind = 0;
  ArrivalRow arrival;
  base::UtcMillis changed_at{};
  bool removed = false;
  std::optional<crypto::Opened> body;
};

std::optional<StoredRecord> read_record(Reader& reader, RecordRow row);
/// Every record of the feed that is not removed, in no order; from the index, no body is read.
void each_record_of(Reader& reader, FeedRow feed,
                    const std::function<void(RecordRow, const base::RecordId&)>& see);
std::int64_t count_records(Reader& reader, FeedRow feed);
/// Whether the feed ever brought a record that is still held, removed ones included.
bool has_records(Reader& reader, FeedRow feed);

/// All tokens of a record, sorted; none of a removed one.
std::vector<crypto::Token> tokens_of(Reader& reader, RecordRow row);
/// What a record is called inside and outside.
struct RecordRef {
  RecordRow row;
  base::RecordId id;
};

/// A record's tokens, and when it came as it is.
struct DatedTokens {
  std::vector<crypto::Token> tokens;
  base::UtcMillis changed_at{};
};
/// Of records of one kind that carry the token, the oldest first; no body is read.
std::vector<DatedTokens> tokens_with(Reader& reader, crypto::Token token, RecordKind kind);
/// Records of one kind that carry the token, the oldest first; no body is read.
std::vector<RecordRef> records_with(Reader& reader, crypto::Token token, RecordKind kind,
                                    std::size_t at_most);
/// Writes all tokens of a record that is held anew.
void replace_tokens(Transaction& transaction, RecordRow row,
                    const std::vector<crypto::Token>& tokens);
/// Records that carry the token, the oldest first.
std::vector<RecordRow> records_with(Reader& reader, crypto::Token token, std::size_t at_most);

}  // namespace hub::store
