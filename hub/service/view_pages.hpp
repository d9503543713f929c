// Cases and plans that an officer works on, by pages, the newest first. What he does not work on
// isn't there: no count of all, and no row of it.
#pragma once

#include <cstdint>
#include <string>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

struct PageLook {
  std::string asker;
  std::int64_t after = 0;  ///< a row of the page before; 0: from the newest
  std::size_t at_most = 0;
  Looker looker{};
};

/// Then, where more of the asker's follow, a `next` line with the row to go on after. A page can be
/// short, or empty, and more follow: it looks at so many rows and no more.
Shown view_case_page(store::Reader& reader, const Book& book, const PageLook& look,
                     const ViewSink& sink);
Shown view_plan_page(store::Reader& reader, const Book& book, const PageLook& look,
                     const ViewSink& sink);

}  // namespace hub::service
