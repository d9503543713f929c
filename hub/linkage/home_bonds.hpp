// Which two live together, by what sources say and by where they live. No bond asks what others
// did, so that their order is of no account.
#pragma once

#include "hub/linkage/homes.hpp"
#include "hub/linkage/resident.hpp"
#include "hub/linkage/together.hpp"
#include "hub/linkage/union_find.hpp"

namespace hub::linkage {

/// Over residents by their place in a list.
class HomeBonds {
 public:
  /// Borrows all. `with_hidden`: as if nobody hid.
  HomeBonds(const HomeInput& input, const HomeSettings& settings, const Residents& residents,
            bool with_hidden);

  /// Of each resident one of all who hang together by any bonds, or by what sources say alone.
  std::uint32_t root(std::uint32_t resident) noexcept { return all_.root(resident); }
  std::uint32_t said_root(std::uint32_t resident) noexcept { return said_.root(resident); }
  UnionFind& parts() noexcept { return all_; }
  /// The surest bond of a resident.
  [[nodiscard]] HomeRule rule(std::uint32_t resident) const noexcept { return rule_[resident]; }
  [[nodiscard]] std::size_t crowded_houses() const noexcept { return crowded_; }

 private:
  [[nodiscard]] bool counts(std::uint32_t resident) const {
    return with_hidden_ || !residents_.hidden(resident);
  }
  [[nodiscard]] const Residence& now(std::uint32_t resident) const {
    return residents_.now(resident);
  }
  void join(std::uint32_t a, std::uint32_t b, HomeRule rule);
  void join_said(std::uint32_t a, std::uint32_t b, HomeRule rule);
  [[nodiscard]] bool is_outlived(std::uint32_t a, std::uint16_t day_a, std::uint32_t b,
                                 std::uint16_t day_b) const;
  void join_registered();
  [[nodiscard]] std::size_t bearers(std::span<const Keyed> group) const;
  void join_bearers(std::span<const Keyed> group);
  void join_stated();
  void join_at_houses();
  void settle_house(std::span<const Keyed> group);
  bool all_together(std::span<const std::uint32_t> house);
  bool has_many_families(std::span<const std::uint32_t> house);
  void join_rooms(std::span<std::uint32_t> house);
  bool live_in_one_flat(std::span<const std::uint32_t> house, std::uint32_t a, std::uint32_t b);
  [[nodiscard]] bool has_one_flat(std::span<const std::uint32_t> house, std::uint32_t who) const;

  const HomeInput& input_;
  const HomeSettings& settings_;
  const Residents& residents_;
  bool with_hidden_;
  UnionFind said_;
  UnionFind all_;
  std::vector<HomeRule> rule_;
  std::vector<std::uint32_t> house_;
  std::vector<FamilyNames> families_;
  std::size_t crowded_ = 0;
};

}  // namespace hub::linkage
