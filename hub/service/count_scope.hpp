// Which desks a count is about, and what is hidden of it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "hub/domain/published_table.hpp"
#include "hub/service/view_counts.hpp"
#include "hub/store/counts.hpp"

namespace hub::service {

/// A figure by desk and part, each sorted; and the sums.
struct CountTable {
  std::vector<std::string> desks;
  std::vector<std::string> parts;
  std::vector<std::vector<domain::PublishedCount>> cells;
  std::vector<domain::PublishedCount> of_desk;
  std::vector<domain::PublishedCount> of_part;
  domain::PublishedCount whole;
};

/// The desks that somebody chose; borrows the book.
class CountScope {
 public:
  /// `invalid` for a code that the profile does not know, or a period that is none.
  static base::Result<CountScope> of(const Book& book, const CountAsk& ask);

  /// A desk as it is counted: that of a source stands for its source.
  [[nodiscard]] std::string desk_of(const std::string& counted) const;
  [[nodiscard]] bool includes(const std::string& desk) const;
  [[nodiscard]] const store::CountPeriod& period() const noexcept { return period_; }
  [[nodiscard]] std::string name_of(const std::string& desk) const;

 private:
  CountScope(const Book& book, const CountAsk& ask) : book_(&book), ask_(ask) {}
  const Book* book_;
  CountAsk ask_;
  store::CountPeriod period_;
};

/// Hidden as PublishedTable says where it is to be published.
base::Result<CountTable> count_table(store::Reader& reader, const domain::Figure& figure,
                                     const CountScope& scope, bool publish);
/// The median of the days, and of how many.
struct Median {
  double days = 0;
  std::int64_t of = 0;
};
Median median_of(store::Reader& reader, const domain::Figure& figure, const CountScope& scope);

}  // namespace hub::service
