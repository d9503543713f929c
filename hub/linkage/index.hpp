// Links that each new or changed record updates, to the same answer as linking all anew.
//
// Why it is the same: (1) which pairs are bound is a function of the two records and of how many
// rows their blocks and numbers have; a change alters it only for pairs with the changed record,
// and for pairs in a block or number that passes its limit just then, and exactly those are judged
// again. (2) Persons are a function of the bonds of one connected part (settle_part); parts that
// lose or gain a bond are settled again whole. All of it under one model: after a new estimate,
// everything is linked anew.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "hub/linkage/block_index.hpp"
#include "hub/linkage/link.hpp"

namespace hub::linkage {

/// Not for several threads at once. A record takes 16 µs (median) among 265,787. A changed record's
/// old rows stay until all is built anew.
class Index {
 public:
  /// `model` outlives the index.
  Index(const Model& model, const Settings& settings);

  /// A new record, or one that changed.
  void put(const PersonFacts& facts);
  void remove(RecordId id);
  /// A named officer's word; both records may come later.
  void tell_apart(RecordId a, RecordId b);
  void join(RecordId a, RecordId b);
  void forget(RecordId a, RecordId b);

  /// The smallest id among the records of its person; nothing for a record that isn't there.
  [[nodiscard]] std::optional<RecordId> person_of(RecordId id) const;
  /// The review list as link_all makes it.
  [[nodiscard]] std::vector<Question> questions() const;

  [[nodiscard]] const Population& population() const noexcept { return population_; }
  [[nodiscard]] std::optional<Place> place_of(RecordId id) const;
  [[nodiscard]] const Decisions& decisions() const noexcept { return decisions_; }

 private:
  using Places = std::unordered_set<Place>;
  struct Part {
    std::vector<Place> members{};
    std::vector<Question> questions{};
  };

  void add(Place record, Places& touched);
  void drop(Place record, Places& touched);
  void touch_limits(Place record, std::size_t over, Places& touched) const;
  void touch_pair(RecordId a, RecordId b);
  void judge(const Places& touched);
  void judge_one(Place record);
  void unbind(Place record);
  void bind(const Edge& edge);
  [[nodiscard]] std::vector<Edge> edges_of(Place record) const;
  void add_likenesses(Place record, std::vector<Edge>& edges) const;
  void add_numbers(Place record, std::vector<Edge>& edges) const;
  void add_officers(Place record, std::vector<Edge>& edges) const;
  void settle(const Places& seeds);
  void settle_one(Place seed, Places& open);

  const Model& model_;
  Settings settings_;
  Scorer scorer_;
  Decisions decisions_;
  Population population_;
  std::unordered_map<RecordId, Place> places_;
  BlockIndex blocks_;
  std::unordered_map<NumberKey, std::vector<Place>> bearers_;
  std::unordered_map<Place, std::vector<Edge>> edges_;  ///< of both its ends
  std::vector<Place> person_;
  std::vector<Place> part_of_;             ///< a member of it, by which `parts_` knows it
  std::unordered_map<Place, Part> parts_;  ///< of more than one
};

}  // namespace hub::linkage
