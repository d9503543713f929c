// Everything about one person that went to anybody, and everybody who looked: when, which kinds of
// data, to whom, on which basis. For the person's own question (個人情報保護法76条, 開示請求), so
// it names no value, no other person and no case.
#pragma once

#include "hub/service/context.hpp"
#include "hub/service/told_person.hpp"
#include "hub/service/view.hpp"

namespace hub::service {

base::Result<Shown> view_disclosures(store::Reader& reader, const Book& book,
                                     const base::PersonId& person, PageReader page_reader,
                                     base::UtcMillis now, const ViewSink& sink);

}  // namespace hub::service
