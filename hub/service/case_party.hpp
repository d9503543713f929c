// Who works on a case: the desks of its referrals, the agencies with a role in its plans, the desks
// of 第4号 while it stands in the outreach register, and whoever convenes the 重層的支援会議 or
// keeps its papers. Nobody else sees what is written of it.
#pragma once

#include <string>
#include <string_view>

#include "hub/audit/entry.hpp"
#include "hub/service/context.hpp"
#include "hub/store/cases.hpp"
#include "hub/store/plans.hpp"

namespace hub::service {

/// The ground of the 重層的支援会議 (legal_bases.yaml).
inline constexpr std::string_view juso_kaigi = "J-KAIGI";

/// Bodies that hold that function on that day. Borrowed from the profile.
std::vector<const profile::Forum*> juso_bodies(const profile::Profile& profile, profile::Day day);

/// `forbidden` for who does not work on it. A partner's own system works on what it follows
/// (partner_system.hpp), as its desk.
base::Result<profile::Officer> officer_of_case(store::Reader& reader, const Book& book,
                                               store::CaseRow about, std::string_view asker,
                                               base::UtcMillis at);

/// Whether that is somebody who works on a case of the person's.
bool works_with(store::Reader& reader, const Book& book, store::PersonRow person,
                std::string_view asker, base::UtcMillis at);

/// Who asks for a list, and when.
struct ListLook {
  std::string_view asker;
  base::UtcMillis at{};
  std::size_t at_most = 0;
};
/// Whether a list may tell of the case: an officer of what he works on, whoever runs the machine
/// (ids, codes and days alone) of all.
bool may_list(store::Reader& reader, const Book& book, store::CaseRow about, const ListLook& look);
/// How many rows a list reads to find so many.
std::size_t rows_to_read(const ListLook& look);

/// A case that can be worked on: `not_found`, `forbidden`, or `conflict` where it is closed.
base::Result<store::CaseRef> open_case_for(store::Transaction& tx, const Book& book,
                                           const base::CaseId& id, std::string_view asker);

struct OpenedPlan {
  store::StoredPlan plan;
  base::CaseId about;
};
/// A plan of such a case. `seen`: the revision that whoever asks has seen, where another is a
/// `conflict`, so that nothing is lost.
base::Result<OpenedPlan> open_plan_for(store::Transaction& tx, const Book& book,
                                       const store::PlanId& id, std::int64_t seen,
                                       std::string_view asker);

base::Failure seen_another(std::int64_t revision);

/// With everybody whom the case is about.
audit::Entry entry_of_case(store::Reader& reader, std::string_view asker, std::string_view action,
                           std::string object, store::CaseRow about);

}  // namespace hub::service
