// Which records a record may be one person with, by the blocks, numbers and decisions that they
// share: hub/linkage's Index over the store instead of memory.
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "hub/linkage/cluster.hpp"
#include "hub/linkage/edges.hpp"
#include "hub/service/blocks.hpp"
#include "hub/service/open_records.hpp"
#include "hub/store/link_edges.hpp"

namespace hub::service {

/// What a record is found by.
struct Keys {
  std::vector<crypto::Token> tokens{};
  std::vector<Block> blocks{};
};

/// In one transaction, after all tokens of it were written.
class Weighing {
 public:
  /// Borrows.
  explicit Weighing(OpenRecords& open) : open_(open) {}

  /// A record came, went or changed: its tokens, before or now, and how many rows it has.
  void moved(const std::vector<crypto::Token>& tokens, std::size_t rows);
  /// The keys of a record, as they were just made.
  void know(store::RecordRow record, Keys keys) { keys_[record] = std::move(keys); }
  const Keys& keys_of(store::RecordRow record);
  /// Sorted by the other one; none of a record that is gone. Blocks and numbers near their limit
  /// are noted.
  std::vector<store::LinkEdge> edges_of(store::RecordRow record);
  /// What a record left behind: blocks and numbers that it is in no more.
  void look_behind(const std::vector<crypto::Token>& before, const std::vector<crypto::Token>& now);
  /// Whoever is in a block or bears a number that may have passed its limit just now.
  [[nodiscard]] const std::set<store::RecordRow>& near_limits() const noexcept { return near_; }

 private:
  using Best = std::map<store::RecordRow, store::LinkEdge>;
  using Members = std::vector<store::RecordRow>;
  /// Who is compared in it: nobody where there are too many.
  const Members& members_of(const Block& block);
  Members look_up(const Block& block);
  std::size_t rows_in(const Block& block, const Members& members);
  std::vector<store::RecordRow> bearers_of(crypto::Token token, std::size_t limit);
  [[nodiscard]] std::size_t stir(crypto::Token token) const;
  /// There may be so many at least and so many at most.
  struct Count {
    std::size_t least = 0;
    std::size_t most = 0;
  };
  void note(const std::vector<store::RecordRow>& records, Count count, std::size_t limit,
            std::size_t stirred);
  Count count_all(const std::vector<store::RecordRow>& records);
  void add_likenesses(store::RecordRow record, linkage::Place place, Best& best);
  void compare(linkage::Place place, const Block& block, store::RecordRow other, Best& best);
  void add_numbers(store::RecordRow record, linkage::Place place, Best& best);
  void add_officers(store::RecordRow record, linkage::Place place, Best& best);
  void add_bond(linkage::Place place, store::RecordRow other, linkage::Bond bond, Best& best);

  OpenRecords& open_;
  std::unordered_map<crypto::Token, std::size_t> stirred_;  // rows that came or went
  std::set<store::RecordRow> near_;
  std::map<store::RecordRow, Keys> keys_;
  std::unordered_map<crypto::Token, Members> members_;  // many who arrive at once share one
};

}  // namespace hub::service
