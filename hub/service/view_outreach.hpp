// The register of アウトリーチ等, each try with its ground, and whose next day came.
#pragma once

#include <string_view>

#include "hub/service/case_party.hpp"
#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/outreach.hpp"

namespace hub::service {

/// Open ones first; ids, codes and days alone. `due`: only those whose next day is not later than
/// today. Those that may be listed to who asks (case_party.hpp).
void view_outreach_register(store::Reader& reader, const Book& book, const ListLook& look, bool due,
                            const ViewSink& sink);

/// One, with every try; for who works on the case.
base::Result<Shown> view_outreach(store::Reader& reader, const Book& book,
                                  const store::OutreachId& id, std::string_view asker,
                                  base::UtcMillis at, const ViewSink& sink);

}  // namespace hub::service
