#include "plugins/kaigo/care_plan.hpp"

#include <set>

#include "plugins/kaigo/care_plan_tree.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/table.hpp"

namespace kaigo {

namespace {

namespace feed = tsunagu::feed;
namespace text = tsunagu::text;

/// Rows of one plan stand together, so that only one tree is held at a time. A plan that comes back
/// later in the file would replace its first half: those rows are rejected.
class Plans {
 public:
  explicit Plans(tsunagu::Sink& sink) : sink_(&sink) {}

  void take(feed::Line& line) {
    PlanRow row(line);
    if (!line.rejection() && row.key() != tree_.key()) begin(row);
    if (!line.rejection()) tree_.add(row);
    if (line.rejection()) return sink_->reject(*line.rejection());
    for (const tsunagu::Problem& warning : line.take_warnings())
      sink_->warning(warning);
  }

  void finish() {
    if (tree_.empty()) return;
    tree_.emit(*sink_);
    tree_ = {};
  }

 private:
  void begin(PlanRow& row) {
    finish();
    if (done_.insert(row.key()).second) return;
    row.line().reject(PlanColumn::insured, "care_plan.scattered",
                      "同じ計画の行が離れています。計画ごとに並べて出力し直してください");
  }

  tsunagu::Sink* sink_;
  PlanTree tree_;
  std::set<std::string> done_;
};

}  // namespace

tsunagu::Outcome decode_care_plans(bool with_header, tsunagu::Input& input, tsunagu::Sink& sink) {
  feed::TableSpec spec{{text::Encoding::cp932}, care_plan_layout()};
  spec.header_line = with_header ? 1 : 0;
  feed::Table table(input, sink, std::move(spec));
  Plans plans(sink);
  tsunagu::Outcome outcome =
      table.each([&](feed::Line& line) { plans.take(line); }, feed::digits_of_name(input.name()));
  if (outcome.status() == TSUNAGU_OK) plans.finish();
  return outcome;
}

}  // namespace kaigo
