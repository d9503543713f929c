// Persons as an officer looks for them: among the records of his own desk, and of the section that
// answers for it, alone. What he may not know is not found, and no count of all tells that it is
// there: whoever hides (支援措置) is found by the section alone that owns that secret.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/search_tokens.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

struct Search {
  SearchWords words;
  std::string asker;
  std::size_t at_most = 0;
};

/// A line `person` each, with the name as his desk has it and the cases that he works on; then
/// `more`, where there are others. What was asked for is logged by its kind. `forbidden` for who is
/// no officer.
base::Result<Shown> search_persons(store::Reader& reader, const Context& context,
                                   const Search& search, const ViewSink& sink);

}  // namespace hub::service
