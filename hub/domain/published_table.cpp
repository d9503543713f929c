#include "hub/domain/published_table.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace hub::domain {

/// Decides what is hidden. Nodes of the flow: source, rows, columns, sink.
class Hiding {
 public:
  explicit Hiding(PublishedTable& table) : table_(table), ways_(2 + table.rows_ + table.columns_) {
    lay_out();
  }

  void run() {
    for (auto& edge : table_.edges_)
      edge.shown = edge.count == 0 || edge.count >= smallest_published;
    for (std::size_t at = 0; at < ends_.size(); ++at) {
      const auto count = table_.edges_[at].count;
      if (table_.edges_[at].shown) continue;
      if (count >= smallest_published) continue;  // hidden for the sake of another
      make_possible(at, ends_[at].to, ends_[at].from, smallest_published - 1 - count);
      make_possible(at, ends_[at].from, ends_[at].to, count - 1);
    }
  }

 private:
  using Node = std::size_t;
  struct Ends {
    Node from;
    Node to;
  };
  struct Step {
    std::size_t edge;
    bool forward;
  };
  using Path = std::vector<Step>;

  static constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max() / 4;

  [[nodiscard]] Node row_node(std::size_t row) const { return 1 + row; }
  [[nodiscard]] Node column_node(std::size_t column) const { return 1 + table_.rows_ + column; }
  [[nodiscard]] Node sink() const { return ways_.size() - 1; }

  void lay_out() {
    for (std::size_t row = 0; row < table_.rows_; ++row)
      for (std::size_t column = 0; column < table_.columns_; ++column)
        add(row_node(row), column_node(column));
    for (std::size_t row = 0; row < table_.rows_; ++row)
      add(0, row_node(row));
    for (std::size_t column = 0; column < table_.columns_; ++column)
      add(column_node(column), sink());
    add(sink(), 0);
  }
  void add(Node from, Node to) {
    ways_[from].push_back({ends_.size(), true});
    ways_[to].push_back({ends_.size(), false});
    ends_.push_back({from, to});
  }

  /// What hiding costs the reader: a sum more than a cell, a large count more than a small one.
  [[nodiscard]] std::int64_t cost_of(std::size_t edge) const {
    const auto& one = table_.edges_[edge];
    if (!one.shown) return 0;
    const bool cell = edge < table_.rows_ * table_.columns_;
    const bool whole = edge + 1 == ends_.size();
    const std::int64_t kind = cell ? 1'000 : (whole ? 100'000'000 : 1'000'000);
    return kind + std::min<std::int64_t>(one.count, 900);
  }
  [[nodiscard]] std::int64_t room_of(const Step& step,
                                     const std::vector<std::int64_t>& flow) const {
    return step.forward ? endless : flow[step.edge];
  }

  /// Hides what it takes that `edge` could be larger, or smaller, by `amount`: the rest of a circle
  /// runs from `begin` to `end` without it.
  void make_possible(std::size_t edge, Node begin, Node end, std::int64_t amount) {
    std::vector<std::int64_t> flow;
    for (const auto& one : table_.edges_)
      flow.push_back(one.count);
    while (amount > 0) {
      const auto path = cheapest(edge, begin, end, flow);
      if (path.empty()) return;  // can't be: through the sums there always is a way
      std::int64_t room = amount;
      for (const auto& step : path)
        room = std::min(room, room_of(step, flow));
      for (const auto& step : path) {
        flow[step.edge] += step.forward ? room : -room;
        table_.edges_[step.edge].shown = false;
      }
      amount -= room;
    }
  }

  /// By Bellman and Ford: the tables are small.
  [[nodiscard]] Path cheapest(std::size_t without, Node begin, Node end,
                              const std::vector<std::int64_t>& flow) const {
    std::vector<std::int64_t> costs(ways_.size(), endless);
    std::vector<std::optional<Step>> last(ways_.size());
    costs[begin] = 0;
    for (bool better = true; better;) {
      better = false;
      for (Node node = 0; node < ways_.size(); ++node) {
        if (costs[node] == endless) continue;
        for (const auto& step : ways_[node]) {
          if (step.edge == without || room_of(step, flow) == 0) continue;
          const Node next = step.forward ? ends_[step.edge].to : ends_[step.edge].from;
          const auto cost = costs[node] + cost_of(step.edge);
          if (cost >= costs[next]) continue;
          costs[next] = cost;
          last[next] = step;
          better = true;
        }
      }
    }
    return traced(begin, end, last);
  }
  [[nodiscard]] Path traced(Node begin, Node end,
                            const std::vector<std::optional<Step>>& last) const {
    Path path;
    for (Node node = end; node != begin;) {
      if (!last[node]) return {};
      path.push_back(*last[node]);
      node = path.back().forward ? ends_[path.back().edge].from : ends_[path.back().edge].to;
    }
    return path;
  }

  PublishedTable& table_;
  std::vector<std::vector<Step>> ways_;
  std::vector<Ends> ends_;
};

base::Result<PublishedTable> PublishedTable::of(
    const std::vector<std::vector<std::int64_t>>& counts) {
  PublishedTable table;
  table.rows_ = counts.size();
  table.columns_ = counts.empty() ? 0 : counts.front().size();
  std::vector<std::int64_t> of_rows;
  std::vector<std::int64_t> of_columns(table.columns_);
  std::int64_t whole = 0;
  for (const auto& row : counts) {
    if (row.size() != table.columns_) return base::fail(base::Kind::invalid, "rows of one length");
    of_rows.push_back(0);
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (row[column] < 0) return base::fail(base::Kind::invalid, "counts of 0 and more");
      table.edges_.push_back({row[column], true});
      of_rows.back() += row[column];
      of_columns[column] += row[column];
      whole += row[column];
    }
  }
  for (const auto count : of_rows)
    table.edges_.push_back({count, true});
  for (const auto count : of_columns)
    table.edges_.push_back({count, true});
  table.edges_.push_back({whole, true});
  Hiding(table).run();
  return table;
}

}  // namespace hub::domain
