// How the domain's words are spelled in the files of the law; only for the readers of this folder.
#pragma once

#include "hub/domain/consent.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/domain/period.hpp"
#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

std::span<const Word<domain::ForumClass>> words_of(WordsFor<domain::ForumClass>);
std::span<const Word<domain::Mark>> words_of(WordsFor<domain::Mark>);
std::span<const Word<domain::Item>> words_of(WordsFor<domain::Item>);
std::span<const Word<domain::ConsentObject>> words_of(WordsFor<domain::ConsentObject>);

/// A list of items. `informant` and `mynumber` are none of its words: nothing can be told to let
/// them flow.
void read(const Node& node, Problems& problems, domain::Labels& out);

/// A row and where it stands.
template <class Row>
struct Placed {
  Row row;
  Place at;
};

template <class Row>
void read(const Node& node, Problems& problems, Placed<Row>& out) {
  out.at = node.at;
  read(node, problems, out.row);
}

/// Adds what the gate's class of a row contradicts.
void check_basis(const Placed<domain::LegalBasis>& one, Problems& problems);

void report_twice(const Place& at, const std::string& code, Problems& problems);

/// Takes the rows out of their places; a code that stands twice at one time is a problem.
/// `period_of` tells when a row holds.
template <class Row, class PeriodOf>
std::vector<Row> once_each(std::vector<Placed<Row>> placed, PeriodOf&& period_of,
                           Problems& problems) {
  std::vector<Row> rows;
  for (Placed<Row>& one : placed) {
    for (const Row& before : rows) {
      if (before.code == one.row.code && period_of(before).overlaps(period_of(one.row)))
        report_twice(one.at, one.row.code, problems);
    }
    rows.push_back(std::move(one.row));
  }
  return rows;
}

}  // namespace hub::profile
