// The parts of a mapping as they are written, before columns and codes are looked up.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/profile/yaml_reader.hpp"
#include "tsunagu/mapping/mapping.hpp"

namespace hub::profile {

/// How dates are written: of the whole table, or of one column.
struct MappingDates {
  Node eras;
  Node artificial_day;
  Node date_order;
  [[nodiscard]] bool written() const {
    return eras.kind != Node::Kind::null || artificial_day.kind != Node::Kind::null ||
           date_order.kind != Node::Kind::null;
  }
};

struct MappingColumn {
  Ref name;
  bool optional = false;
  bool number = false;
  std::optional<Ref> label;
  MappingDates dates;
};

struct MappingRecord {
  Ref kind;
  Node key;
  Node person;
  Node consultation;
  Node when;
  std::vector<Ref> needs;
  Node each;
  Node fields;
  std::vector<Ref> keep;
  Place at;
};

struct MappingFile {
  std::vector<Ref> encodings;
  Ref separator{"comma", {}};
  Node header_line;
  MappingDates dates;
  std::vector<MappingColumn> columns;
  Node skip;
  Node removed;
  std::vector<MappingRecord> records;
  Node whole;  ///< for the places of its lists

  [[nodiscard]] const Place& place_of(std::string_view key) const {
    const Node* node = find(whole, key);
    return node == nullptr ? whole.at : node->at;
  }
};

void read(const Node& node, Problems& problems, MappingFile& out);

/// The word's place among `words`, or -1 with a problem.
int place_among(std::span<const std::string_view> words, const Ref& word, Problems& problems);

/// A number from `least` to `most`, or `otherwise` where none or a wrong one stands.
int number_within(const Node& node, int least, int most, int otherwise, Problems& problems);

/// The same word a second time, which is a slip wherever each counts once.
void report_doubled(const Ref& word, Problems& problems);

/// What is written of them, over the table's own way for a column, over the usual one for a table.
/// A column may write day 0 where the table has an artificial day and the column has none.
tsunagu::text::DateRules read_dates(const MappingDates& written,
                                    const tsunagu::text::DateRules& over, bool of_column,
                                    Problems& problems);

/// Whether a column's heading says that it holds what the tax section knows of somebody: 地方税法
/// 22条 holds for it wherever it stands. 税理士 and 税込 say nothing of anybody's taxes.
bool tells_taxation(std::string_view heading);

/// Looks columns up while templates and fields are read. Borrows the columns.
class ColumnFinder {
 public:
  explicit ColumnFinder(const std::vector<tsunagu::mapping::Column>& columns);

  /// The column's number, or `Part::none` with a problem that names the nearest.
  int find(const Ref& name, Problems& problems) const;
  std::vector<int> find(const std::vector<Ref>& names, Problems& problems) const;
  /// `kayoi:{番号}`
  tsunagu::mapping::Template template_of(const Node& node, Problems& problems) const;
  [[nodiscard]] const std::vector<tsunagu::condition::FieldWord>& vocabulary() const {
    return vocabulary_;
  }

 private:
  std::vector<std::string_view> names_;
  std::vector<tsunagu::condition::FieldWord> vocabulary_;
};

/// Whether the text holds that column's cell.
bool names(const tsunagu::mapping::Template& text, int column);

/// The columns and how each is written.
std::vector<tsunagu::mapping::Column> read_columns(const std::vector<MappingColumn>& written,
                                                   const tsunagu::text::DateRules& dates,
                                                   Problems& problems);

/// A record's `fields`: each a column, or {column|constant|text, codes, system}. `dates` as the
/// table writes them, for a constant day.
void read_mapping_fields(const MappingRecord& written, const ColumnFinder& columns,
                         const tsunagu::text::DateRules& dates, tsunagu::mapping::RecordRule& out,
                         Problems& problems);

/// What no reader of one part can see: keys that name nothing or that two records share, columns
/// that come from taxation, spellings of dates that nothing reads.
void check_mapping(const MappingFile& written, const tsunagu::mapping::Mapping& mapping,
                   Problems& problems);

}  // namespace hub::profile
