// Signals of patterns, and the proposals that came of them, as the few see them who may: officers
// of hub.yaml who are the municipality's own staff, and where somebody in hiding would be shown,
// those of the section that owns that secret, alone. To everybody else there is no such signal.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/patterns.hpp"

namespace hub::service {

struct PatternLook {
  std::string asker;
  std::string purpose{};  ///< a code of purposes.yaml: what it is looked at for
  base::UtcMillis at{};
};

/// Whether there is such a signal for who asks.
bool may_see_pattern(store::Reader& reader, const Book& book, const store::Pattern& pattern,
                     const PatternLook& look);

/// What nobody has decided yet, the newest first: that there is something, of nobody.
void view_open_patterns(store::Reader& reader, const Book& book, const PatternLook& look,
                        std::size_t at_most, const ViewSink& sink);

/// Open signals for a section of which hub.yaml names no officer: nobody sees them, at most of so
/// many.
std::size_t count_unseen(store::Reader& reader, const Book& book, std::size_t at_most);

/// One, with its members; a signal of another kind as same_person.hpp shows it. `invalid` without a
/// purpose, by which each look is logged.
base::Result<Shown> view_one_signal(store::Reader& reader, const Book& book,
                                    const PatternLook& look, const store::SignalId& id,
                                    const ViewSink& sink);

}  // namespace hub::service
