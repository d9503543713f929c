// The second half of the morning: さくら市 convenes its 支援会議 about the son's case, two seats
// get their papers, the mother takes her consent back, and her page of disclosures tells all of it.
// What the daemon answers is kept as it came; the names on the papers are what the gate cleared.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "hub/base/result.hpp"
#include "hub/cli/answer.hpp"
#include "hub/cli/demo_expectations.hpp"
#include "hub/cli/demo_facts.hpp"

namespace hub::cli {

class Page;

/// Members of 別表: the tax section, which is the municipality's, and a contractor.
inline constexpr std::array<std::string_view, 2> demo_seats{
    std::string_view("市税務課"), std::string_view("地域包括支援センターエリム")};

struct DemoSitting {
  std::array<Answer, demo_seats.size()> papers;
  Answer withdrawn;    ///< of the mother's consent
  Answer disclosures;  ///< her own page
};

/// After the facts: convenes, prints, withdraws.
base::Result<DemoSitting> play_sitting(const std::filesystem::path& socket, const DemoFacts& facts);

void tell_sitting(Page& page, const DemoSitting& sitting);
void tell_withdrawal(Page& page, const DemoSitting& sitting);
void tell_own_page(Page& page, const DemoSitting& sitting);

std::vector<DemoExpectation> judge_sitting(const DemoSitting& sitting);

}  // namespace hub::cli
