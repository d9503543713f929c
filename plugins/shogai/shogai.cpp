#include "plugins/shogai/shogai.hpp"

#include "plugins/shogai/mapping.hpp"
#include "plugins/shogai/record_file.hpp"
#include "tsunagu/feed/batch.hpp"

namespace shogai {

namespace {

/// Hands each row to the mapping of its kind.
class Rows {
 public:
  Rows(const Settings& settings, const Control& control, tsunagu::Sink& sink)
      : mapping_{settings, control}, sink_(&sink), batch_(sink) {}

  void take(const text::Row& row) {
    const std::string_view kind = row[1].text;
    if (kind == "K") return map(known_, row, &Mapping::known);
    if (kind == "S") return map(asked_, row, &Mapping::asked);
    if (kind == "P") return map(planned_, row, &Mapping::planned);
    sink_->reject({"record.unknown_kind", "データレコードの種別はK、S、Pのどれかです", row.line()});
  }

 private:
  void map(const RowKind& kind, const text::Row& row,
           void (Mapping::*to)(feed::Line&, feed::Batch&) const) {
    if (row.size() < kind.fewest_cells || row.size() > kind.positions.size() + 2) {
      return sink_->reject({"row.cell_count", "列の数がこの種別のものではありません", row.line()});
    }
    feed::Line line(kind.layout, kind.positions, row);
    (mapping_.*to)(line, batch_);
    batch_.flush(line);
  }

  Mapping mapping_;
  tsunagu::Sink* sink_;
  feed::Batch batch_;
  RowKind known_{known_layout()};
  RowKind asked_{asked_layout()};
  RowKind planned_{planned_layout()};
};

}  // namespace

tsunagu::Outcome Shogai::decode(tsunagu::Input& input, tsunagu::Sink& sink) {
  RecordFile file(input, sink);
  if (auto problem = file.open()) return tsunagu::Outcome::refuse(std::move(*problem));
  Rows rows(settings_, file.control(), sink);
  while (const text::Row* row = file.next())
    rows.take(*row);
  if (file.problem()) return tsunagu::Outcome::refuse(*file.problem());
  return tsunagu::Outcome::done(file.rows(), file.control().made_at);
}

}  // namespace shogai
