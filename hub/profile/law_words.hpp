// How the domain's words are spelled in the files of the law; only for the readers of this folder.
#pragma once

#include "hub/domain/consent.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

std::span<const Word<domain::ForumClass>> words_of(WordsFor<domain::ForumClass>);
std::span<const Word<domain::Mark>> words_of(WordsFor<domain::Mark>);
std::span<const Word<domain::Item>> words_of(WordsFor<domain::Item>);
std::span<const Word<domain::ConsentObject>> words_of(WordsFor<domain::ConsentObject>);

/// A list of items. `informant` and `mynumber` are none of its words: nothing can be told to let
/// them flow.
void read(const Node& node, Problems& problems, domain::Labels& out);

}  // namespace hub::profile
