// A person and a resource, asked about in the vocabulary of matching. Private to this folder.
#pragma once

#include "hub/domain/condition.hpp"
#include "hub/matching/seeker.hpp"

namespace hub::matching {

/// Borrows both.
class Both final : public domain::Hearing {
 public:
  Both(const Seeker& seeker, const Offer& offer, std::optional<bool> served)
      : seeker_(seeker), offer_(offer), served_(served) {}
  [[nodiscard]] domain::Heard hear(std::uint8_t field) const override;

 private:
  [[nodiscard]] domain::Heard of_person(domain::MatchField field) const;
  [[nodiscard]] domain::Heard of_both(domain::MatchField field) const;

  const Seeker& seeker_;
  const Offer& offer_;
  std::optional<bool> served_;
};

}  // namespace hub::matching
