#include "plugins/table/table.hpp"

#include <algorithm>

#include "plugins/table/records.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/table.hpp"
#include "tsunagu/mapping/json.hpp"

namespace table {

namespace {

using mapping::Kind;
using mapping::Mapping;
using mapping::RecordRule;

feed::Layout layout_of(const Mapping& with) {
  std::vector<feed::ColumnSpec> columns;
  for (const mapping::Column& column : with.columns)
    columns.push_back({column.name, column.optional ? feed::Need::optional : feed::Need::required});
  return feed::Layout(std::move(columns));
}

/// Lines of nothing but commas, which Excel leaves below a list.
bool is_bare(const Mapping& with, const feed::Line& line) {
  for (std::size_t i = 0; i < with.columns.size(); ++i)
    if (line.has(i)) return false;
  return true;
}

/// The columns that fill a member: whatever they are labelled, it is labelled too.
template <class Record>
void label(Record& made, const Mapping& with, const RecordRule& rule, const feed::Line& line) {
  const auto of = [&](int column, std::string_view pointer) {
    if (!with.columns[static_cast<std::size_t>(column)].label || !line.has(column)) return;
    made.label(std::string(pointer), *with.columns[static_cast<std::size_t>(column)].label);
  };
  for (const mapping::FieldRule& field : rule.fields)
    for (const mapping::Part& part : field.value)
      if (part.column != mapping::Part::none)
        of(part.column, mapping::slots_of(rule.kind)[field.slot].pointer);
  for (const int column : rule.keep)
    of(column, "/extra");
}

const std::string& key_text(const std::string& key) {
  return key;
}
template <class Tag>
const std::string& key_text(const record::Key<Tag>& key) {
  return key.text();
}

record::Kind record_kind(Kind kind) {
  constexpr record::Kind kinds[] = {record::Kind::person,       record::Kind::household_hint,
                                    record::Kind::consultation, record::Kind::concern,
                                    record::Kind::consent,      record::Kind::referral,
                                    record::Kind::resource};
  return kinds[static_cast<std::size_t>(kind)];
}

/// Makes the records of one line and puts them into the batch.
class Maker {
 public:
  Maker(const Mapping& with, feed::Line& line, feed::Batch& batch)
      : mapping_(with), line_(line), batch_(batch) {}

  void make() {
    removes_ = mapping_.removed && holds(*mapping_.removed, mapping_, line_);
    abuse_ = std::any_of(mapping_.records.begin(), mapping_.records.end(),
                         [this](const RecordRule& rule) { return means_abuse(rule); });
    for (const RecordRule& rule : mapping_.records)
      if (applies(rule)) each_part(rule, [this, &rule](Row& row) { make_one(rule, row); });
  }

 private:
  [[nodiscard]] bool applies(const RecordRule& rule) const {
    // Other lines may be about the same person.
    if (removes_ && rule.kind == Kind::person) return false;
    for (const int column : rule.needs)
      if (!line_.has(column)) return false;
    return holds(rule.when, mapping_, line_);
  }

  template <class Do>
  void each_part(const RecordRule& rule, Do work) {
    Row row(mapping_, rule, line_);
    if (!rule.each) return work(row);
    for (const std::string_view part :
         split(line_.value(rule.each->column), rule.each->separator)) {
      row.take_part(part);
      work(row);
    }
  }

  static std::vector<std::string_view> split(std::string_view list, std::string_view separator) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(separator), list.size());
      const std::string_view part = text::trim(list.substr(0, end));
      if (!part.empty()) parts.push_back(part);
      list.remove_prefix(std::min(end + separator.size(), list.size()));
    }
    return parts;
  }

  /// 高齢者虐待防止法8条: one concern of abuse hides who reported it on every record of the line,
  /// and so does whatever stands in a column of abuse but a plain no.
  bool means_abuse(const RecordRule& rule) {
    const bool concern = rule.kind == Kind::concern;
    if ((!concern && rule.kind != Kind::consultation) || !applies(rule)) return false;
    const auto slot = concern ? static_cast<std::uint8_t>(mapping::ConcernSlot::code)
                              : static_cast<std::uint8_t>(mapping::ConsultationSlot::abuse);
    const mapping::FieldRule* field = rule.find(slot);
    if (field == nullptr) return false;
    bool found = false;
    each_part(rule, [&](const Row& row) {
      const int code = row.look_up(*field);
      found = found || (concern ? code == static_cast<int>(record::ConcernCode::abuse)
                                : code != 0 && !row.fill(field->value).empty());
    });
    return found;
  }

  void make_one(const RecordRule& rule, Row& row) {
    switch (rule.kind) {
      case Kind::person:
        return put(rule, person_of(row));
      case Kind::household_hint:
        return put(rule, household_of(row));
      case Kind::consultation:
        return put(rule, consultation_of(row, abuse_));
      case Kind::concern:
        return put(rule, concern_of(row, abuse_));
      case Kind::consent:
        return put(rule, consent_of(row));
      case Kind::referral:
        return put(rule, referral_of(row, abuse_));
      case Kind::resource:
        return put(rule, resource_of(row));
    }
  }

  template <class Record>
  void put(const RecordRule& rule, Record&& made) {
    if (removes_) {
      record::Removal removal("removal:" + key_text(made.key()), record_kind(rule.kind),
                              key_text(made.key()));
      return batch_.add(removal, line_);
    }
    for (const int column : rule.keep)
      made.keep(mapping_.columns[static_cast<std::size_t>(column)].name,
                feed::own(line_.value(column)));
    label(made, mapping_, rule, line_);
    batch_.add(made, line_);
  }

  const Mapping& mapping_;
  feed::Line& line_;
  feed::Batch& batch_;
  bool removes_ = false;
  bool abuse_ = false;
};

}  // namespace

Table::Table(const tsunagu::Config& config) try : mapping_(mapping::read(config.text("mapping"))) {
} catch (const std::invalid_argument& wrong) {
  throw tsunagu::ConfigError("mapping", wrong.what());
}

tsunagu::Outcome Table::decode(tsunagu::Input& input, tsunagu::Sink& sink) {
  feed::Batch batch(sink);
  feed::Table rows(input, sink,
                   {.encodings = mapping_.encodings,
                    .layout = layout_of(mapping_),
                    .format = {mapping_.separator, feed::cell_bytes_in_a_record},
                    .header_line = mapping_.header_line});
  return rows.each(
      [&](feed::Line& line) {
        if (is_bare(mapping_, line)) return;
        if (mapping_.skip && holds(*mapping_.skip, mapping_, line)) return;
        Maker(mapping_, line, batch).make();
        batch.flush(line);
      },
      feed::digits_of_name(input.name()));
}

}  // namespace table
