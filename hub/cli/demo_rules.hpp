// Two parts of the demonstration that need no daemon: what the gate answers to the hard questions,
// and whether the other municipalities' configuration holds.
#pragma once

#include <filesystem>

#include "hub/domain/legal_basis.hpp"

namespace hub::cli {

class Page;

/// Asks the gate itself. False where an answer is not the one that the law wants.
bool tell_rules(Page& page, const domain::LegalBases& bases);

/// Checks every municipality but さくら市. False where one has a problem.
bool tell_municipalities(Page& page, const std::filesystem::path& shared);

}  // namespace hub::cli
