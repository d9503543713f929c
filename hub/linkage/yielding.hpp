// Where those live whom the protection register hides (支援措置), after everybody else was placed.
#pragma once

#include <vector>

#include "hub/linkage/home_bonds.hpp"

namespace hub::linkage {

/// Each joins the household with most of those whom she hangs together with, if neither she nor
/// anybody in it hides from the other; without one, others who hide. In the order of the records'
/// ids.
class Yielding {
 public:
  /// Borrows all. `bonds`: as if nobody hid. `group`: of each resident its household's number,
  /// those who hide being alone in theirs.
  Yielding(const HomeInput& input, const Residents& residents, HomeBonds& bonds,
           std::vector<std::uint32_t>& group);

  void place();

 private:
  struct Company {
    std::uint32_t group = 0;
    std::vector<std::uint32_t> members{};
    bool of_hidden = false;
  };
  void place(std::uint32_t who);
  [[nodiscard]] bool goes_with(std::uint32_t who, const Company& company) const;
  [[nodiscard]] RecordId first_id(const Company& company) const;
  [[nodiscard]] bool is_better(const Company& one, const Company& than) const;

  const HomeInput& input_;
  const Residents& residents_;
  HomeBonds& bonds_;
  std::vector<std::uint32_t>& group_;
  std::vector<std::vector<Company>> companies_;  ///< by the root of those who hang together
};

}  // namespace hub::linkage
