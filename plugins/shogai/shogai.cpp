#include "plugins/shogai/shogai.hpp"

#include "plugins/shogai/answer.hpp"
#include "plugins/shogai/mapping.hpp"
#include "plugins/shogai/plans.hpp"
#include "plugins/shogai/record_file.hpp"
#include "tsunagu/feed/batch.hpp"

namespace shogai {

namespace {

/// Hands each row to the mapping of its kind.
class Rows {
 public:
  Rows(const Settings& settings, const Control& control, tsunagu::Sink& sink)
      : mapping_{settings, control}, sink_(&sink), batch_(sink), plans_(sink) {}

  void take(const text::Row& row) {
    const std::string_view kind = row[1].text;
    if (kind == "P") return plan(row);
    plans_.finish();
    if (kind == "K") return map(known_, row, &Mapping::known);
    if (kind == "S") return map(asked_, row, &Mapping::asked);
    sink_->reject({"record.unknown_kind", "データレコードの種別はK、S、Pのどれかです", row.line()});
  }
  void finish() { plans_.finish(); }

 private:
  bool fits(const RowKind& kind, const text::Row& row) {
    if (row.size() >= kind.fewest_cells && row.size() <= kind.positions.size() + 2) return true;
    sink_->reject({"row.cell_count", "列の数がこの種別のものではありません", row.line()});
    return false;
  }

  void map(const RowKind& kind, const text::Row& row,
           void (Mapping::*to)(feed::Line&, feed::Batch&) const) {
    if (!fits(kind, row)) return;
    feed::Line line(kind.layout, kind.positions, row);
    (mapping_.*to)(line, batch_);
    batch_.flush(line);
  }

  void plan(const text::Row& row) {
    if (!fits(planned_, row)) return;
    feed::Line line(planned_.layout, planned_.positions, row);
    plans_.take(line);
  }

  Mapping mapping_;
  tsunagu::Sink* sink_;
  feed::Batch batch_;
  Plans plans_;
  RowKind known_{known_layout()};
  RowKind asked_{asked_layout()};
  RowKind planned_{planned_layout()};
};

}  // namespace

tsunagu::Outcome Shogai::decode(tsunagu::Input& input, tsunagu::Sink& sink) {
  RecordFile file(input, sink);
  if (auto problem = file.open(settings_.issuer_number))
    return tsunagu::Outcome::refuse(std::move(*problem));
  Rows rows(settings_, file.control(), sink);
  while (const text::Row* row = file.next())
    rows.take(*row);
  if (file.problem()) return tsunagu::Outcome::refuse(*file.problem());
  rows.finish();
  return tsunagu::Outcome::done(file.rows(), file.control().made_at);
}

tsunagu::Outcome Shogai::push(const tsunagu::Message& message, tsunagu::Outbox& outbox) {
  return write_answer(settings_, message, outbox);
}

}  // namespace shogai
