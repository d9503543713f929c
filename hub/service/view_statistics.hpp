// Cases, referrals and households of a fiscal year (年度, April to March) by desk and month, as
// they may be published: see hub/domain/published_table.hpp. One year is one table, always the same
// one, so that no two tables with other borders can be subtracted from each other. A year that is
// not over is marked: published too early it would be such another table.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

base::Result<Shown> view_statistics(store::Reader& reader, const Book& book, int fiscal_year,
                                    base::UtcMillis now, const ViewSink& sink);

}  // namespace hub::service
