// A partner's own system: which cases it follows. It stands where its desk stands, but only by a
// referral that went to that desk, was not sent back, and that the gate lets the desk have now: a
// consent withdrawn a moment before ends it.
#pragma once

#include <optional>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/service/packet.hpp"
#include "hub/service/view.hpp"
#include "hub/store/cases.hpp"

namespace hub::service {

inline constexpr std::string_view partner_prefix = "partner/";

/// The code of `partner/<code>`; empty for any other asker.
std::string_view partner_in(std::string_view asker) noexcept;

/// It went to one of the partner's desks and has not come back. The gate is not asked.
bool is_with(const Book& book, const store::StoredReferral& referral, std::string_view partner,
             base::UtcMillis at);

/// The gate's word on such a referral now; logs nothing.
Packet ask_to_follow(store::Reader& reader, const Book& book, const store::StoredReferral& referral,
                     base::UtcMillis at);

/// The referral by which the partner follows the case now; nothing where there is none.
std::optional<store::StoredReferral> followed_by(store::Reader& reader, const Book& book,
                                                 store::CaseRow about, std::string_view partner,
                                                 base::UtcMillis at);

/// A followed case as its partner's system sees it: the case, what was referred to it, its plans.
base::Result<Shown> view_followed_case(store::Reader& reader, const Book& book,
                                       const base::CaseId& id, std::string_view asker,
                                       base::UtcMillis at, const ViewSink& sink);

}  // namespace hub::service
