// The parts of a mapping as they are written, before columns and codes are looked up.
#pragma once

#include <string>
#include <vector>

#include "hub/profile/yaml_reader.hpp"
#include "tsunagu/mapping/mapping.hpp"

namespace hub::profile {

struct MappingColumn {
  Ref name;
  bool optional = false;
  bool number = false;
  std::string label;
  Place label_at;
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
  int header_line = 1;
  Node eras;
  int artificial_day = 0;
  std::vector<MappingColumn> columns;
  Node skip;
  Node removed;
  std::vector<MappingRecord> records;
  Place at;
};

void read(const Node& node, Problems& problems, MappingFile& out);

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

/// One entry of a record's `fields`: a column, or {column|constant|text, codes, system}.
void read_mapping_fields(const MappingRecord& written, const ColumnFinder& columns,
                         tsunagu::mapping::RecordRule& out, Problems& problems);

/// What no reader of one part can see: keys that name nothing, columns that come from taxation.
void check_mapping(const MappingFile& written, const tsunagu::mapping::Mapping& mapping,
                   Problems& problems);

}  // namespace hub::profile
