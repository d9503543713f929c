#include "tests/bench/linkage/measure.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <type_traits>
#include <utility>

namespace bench::linkage {
namespace {

using hub::linkage::Place;
using population::Row;
using population::Town;

std::uint64_t pairs_of(std::uint64_t size) noexcept {
  return size * (size - (size > 0 ? 1 : 0)) / 2;
}

/// Pairs of things that are equal in what `key` gives.
template <class Things, class Key>
std::uint64_t count_equal(const Things& things, Key key) {
  std::vector<std::decay_t<decltype(key(things[0]))>> keys;
  for (const auto& thing : things)
    keys.push_back(key(thing));
  std::sort(keys.begin(), keys.end());
  std::uint64_t pairs = 0;
  for (std::size_t begin = 0; begin < keys.size();) {
    auto end = begin;
    while (end < keys.size() && keys[end] == keys[begin])
      ++end;
    pairs += pairs_of(end - begin);
    begin = end;
  }
  return pairs;
}

/// `key` gets the row's place in the town.
template <class Key>
std::uint64_t count_pairs(const Town& town, Key key) {
  return count_equal(town.rows, [&](const Row& row) {
    return key(static_cast<std::size_t>(&row - town.rows.data()));
  });
}

Pairs minus(const Pairs& a, const Pairs& b) noexcept {
  return {a.true_pairs - b.true_pairs, a.joined - b.joined, a.right - b.right};
}

Pairs all_pairs(const Town& town, const std::vector<Place>& person) {
  return {count_pairs(town, [&](std::size_t row) { return town.rows[row].person; }),
          count_pairs(town, [&](std::size_t row) { return person[row]; }),
          count_pairs(town, [&](std::size_t row) {
            return std::pair(town.rows[row].person, person[row]);
          })};
}

Pairs pairs_in_fields(const Town& town, const std::vector<Place>& person) {
  const auto field = [&](std::size_t row) { return town.rows[row].field; };
  return {
      count_pairs(town,
                  [&](std::size_t row) {
                    return std::pair(field(row), std::uint64_t{town.rows[row].person});
                  }),
      count_pairs(
          town, [&](std::size_t row) { return std::pair(field(row), std::uint64_t{person[row]}); }),
      count_pairs(town, [&](std::size_t row) {
        return std::tuple(field(row), town.rows[row].person, person[row]);
      })};
}

std::vector<std::vector<Place>> rows_of_persons(const Town& town) {
  std::vector<std::vector<Place>> rows(town.persons.size());
  for (Place row = 0; row < town.rows.size(); ++row)
    rows[town.rows[row].person].push_back(row);
  return rows;
}

class Review {
 public:
  explicit Review(const hub::linkage::Links& links) : person_(links.person) {
    for (const auto& question : links.questions)
      asked_.insert(ordered(person_[question.a], person_[question.b]));
  }
  [[nodiscard]] bool asks(Place a, Place b) const {
    return asked_.contains(ordered(person_[a], person_[b]));
  }

 private:
  static std::pair<Place, Place> ordered(Place a, Place b) {
    return {std::min(a, b), std::max(a, b)};
  }
  const std::vector<Place>& person_;
  std::set<std::pair<Place, Place>> asked_;
};

void count_dirt(const Row& a, const Row& b, bool joined, Quality& quality) {
  for (std::size_t i = 0; i < population::dirts; ++i) {
    const auto dirt = static_cast<population::Dirt>(i);
    if (!a.dirt.has(dirt) && !b.dirt.has(dirt)) continue;
    ++quality.by_dirt[i].true_pairs;
    quality.by_dirt[i].right += joined ? 1 : 0;
  }
}

double share(std::uint64_t part, std::uint64_t whole) noexcept {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Pairs::precision() const noexcept {
  return share(right, joined);
}

double Pairs::recall() const noexcept {
  return share(right, true_pairs);
}

Pairs& Pairs::operator+=(const Pairs& more) noexcept {
  true_pairs += more.true_pairs;
  joined += more.joined;
  right += more.right;
  return *this;
}

double Quality::asked_share() const noexcept {
  return share(asked, all.true_pairs - all.right);
}

double Quality::list_share() const noexcept {
  return share(questions, persons);
}

Quality& Quality::operator+=(const Quality& more) noexcept {
  all += more.all;
  across_fields += more.across_fields;
  questions += more.questions;
  asked += more.asked;
  persons += more.persons;
  for (std::size_t i = 0; i < by_dirt.size(); ++i)
    by_dirt[i] += more.by_dirt[i];
  return *this;
}

Pairs measure_homes(const Town& town, const hub::linkage::Homes& homes) {
  std::vector<std::pair<std::uint32_t, Place>> lived;  // true and found, of each person with rows
  for (const auto& rows : rows_of_persons(town)) {
    if (rows.empty()) continue;
    std::map<Place, std::size_t> votes;
    for (const auto row : rows)
      ++votes[homes.household[row]];
    const auto most =
        std::max_element(votes.begin(), votes.end(),
                         [](const auto& x, const auto& y) { return x.second < y.second; });
    lived.emplace_back(town.rows[rows.front()].household, most->first);
  }
  return {count_equal(lived, [](const auto& one) { return one.first; }),
          count_equal(lived, [](const auto& one) { return one.second; }),
          count_equal(lived, [](const auto& one) { return one; })};
}

Quality measure(const Town& town, const hub::linkage::Links& links) {
  Quality quality;
  quality.all = all_pairs(town, links.person);
  quality.across_fields = minus(quality.all, pairs_in_fields(town, links.person));
  quality.questions = links.questions.size();
  quality.persons = town.persons.size();
  const Review review(links);
  for (const auto& rows : rows_of_persons(town)) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const bool joined = links.person[rows[i]] == links.person[rows[k]];
        quality.asked += !joined && review.asks(rows[i], rows[k]) ? 1 : 0;
        count_dirt(town.rows[rows[i]], town.rows[rows[k]], joined, quality);
      }
    }
  }
  return quality;
}

}  // namespace bench::linkage
