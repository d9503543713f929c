// What officers said of two persons, record by record: that they are one, or that they are two.
// Said at once, taken back at once; kept for ever, what was taken back too.
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// One word of one officer, over all pairs of records that it was said of.
using LinkWordId = base::Id<struct LinkWordTag>;

/// Somebody decided that these records are two people: no rule joins them again.
void split_records(Transaction& transaction, RecordRow one, RecordRow other, std::string_view by,
                   std::string_view reason, std::optional<LinkWordId> word = std::nullopt);
bool are_split(Reader& reader, RecordRow one, RecordRow other);
/// Those from whom somebody told the record apart.
std::vector<RecordRow> split_from(Reader& reader, RecordRow record);

/// Somebody decided that these records are one person. A split outdoes it.
void join_records(Transaction& transaction, RecordRow one, RecordRow other, std::string_view by,
                  std::optional<LinkWordId> word = std::nullopt);
/// Those that somebody joined to the record, and nobody undid it.
std::vector<RecordRow> joined_to(Reader& reader, RecordRow record);

struct LinkWord {
  LinkWordId id;
  bool same = false;  ///< one person; else two
  RecordRow one;      ///< a pair that it was said of, the oldest
  RecordRow other;
  base::UtcMillis decided_at{};
  std::string decided_by;
  std::optional<base::UtcMillis> undone_at;
  std::string undone_by;
};

/// Of all, the newest first, those too that were taken back.
std::vector<LinkWord> list_words(Reader& reader, std::size_t at_most);
/// Those that stand about the two records.
std::vector<LinkWord> words_about(Reader& reader, RecordRow one, RecordRow other);
/// Each record that it was said of, ascending.
std::vector<RecordRow> records_of_word(Reader& reader, const LinkWordId& id);
/// False where it does not stand.
bool take_back(Transaction& transaction, const LinkWordId& id, std::string_view by);

}  // namespace hub::store
