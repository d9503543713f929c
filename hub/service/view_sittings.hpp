// Sittings as the officers who keep them see them, and the paper of a seat with what stands beside
// it. To whoever runs the machine a list tells bodies, days and counts, and nothing of any case.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/sitting_paper.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

/// The latest day first: to an officer those that he keeps or has a seat at.
Shown view_sittings(store::Reader& reader, const Book& book, std::string_view asker,
                    std::size_t at_most, const ViewSink& sink);

/// `sitting`, then `item`, `release`, `seat`, `decision` and `copy` lines; `forbidden` for who does
/// not keep it.
base::Result<Shown> view_sitting(store::Reader& reader, const Book& book,
                                 const store::SittingId& id, std::string_view asker,
                                 base::UtcMillis at, const ViewSink& sink);

/// `paper`; then of each item `item`, `person` and `packet`, which go to the seat, and `withheld`,
/// which stays with the officer: with the name where his own desk holds the person.
void view_paper(store::Reader& reader, const Book& book, const Paper& paper, std::string_view asker,
                base::UtcMillis at, const ViewSink& sink);
/// The same without what stays with who keeps it.
void view_own_paper(store::Reader& reader, const Book& book, const Paper& paper, base::UtcMillis at,
                    const ViewSink& sink);

}  // namespace hub::service
