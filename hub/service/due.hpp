// What is due in the support process, on which day, and for which case: told once to who follows
// the case (followed_event.hpp, `deadline`), and every day to who works on it, as a digest without
// a word about anybody. Days on which offices are closed are passed over.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/cases.hpp"

namespace hub::service {

/// Ours, where no plan of a municipality says another: after so long a referral that nobody
/// answered is asked after, and so long before its end a consent is to be asked for anew.
inline constexpr std::chrono::days answer_expected_within(14);
inline constexpr std::chrono::days consent_asked_before(30);

struct Due {
  std::string_view action;  ///< `deadline.monitoring_due`
  std::string object;       ///< `plan/<id>`
  std::string day;          ///< ISO day in Japan, an open one
  std::vector<store::CaseRow> about;
};

/// The longest due first, of each kind.
std::vector<Due> due_now(store::Reader& reader, const Book& book, base::UtcMillis at);

/// Writes a row of the log for each that nobody was told of, some in a transaction; ends between
/// two of them where it is to stop. Nothing on a day on which offices are closed.
base::Result<> tell_deadlines(Context& context, const std::function<bool()>& stopping);

/// The desks of a case: of its referrals, and the agencies with a role in its plans.
std::vector<std::string> desks_of(store::Reader& reader, store::CaseRow about);

/// Whose digest: of an officer what he works on, of whoever runs the machine everything; `desk`:
/// only the cases of that desk, empty: all of them.
struct DigestWish {
  std::string asker;
  std::string desk;
};

/// `due` lines: what, the day, the case and its desks.
Shown view_digest(store::Reader& reader, const Book& book, const DigestWish& wish,
                  base::UtcMillis at, const ViewSink& sink);

}  // namespace hub::service
