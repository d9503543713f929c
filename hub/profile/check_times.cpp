#include <algorithm>

#include "hub/profile/checks.hpp"

namespace hub::profile {
namespace {

Day next(Day day) {
  return Day(std::chrono::sys_days(day) + std::chrono::days(1));
}

void check_order(const Period& period, const Place& at, Problems& problems) {
  if (!period.from || !period.until || *period.from <= *period.until) return;
  problems.add(at, "period_reversed", {"from が until より後です。", "from is later than until"});
}

/// What follows something must begin on the day after its end.
void check_succession(const Period& before, const Period& after, const Place& at,
                      Problems& problems) {
  if (before.until && after.from && next(*before.until) == *after.from) return;
  const std::string want = before.until ? text_of(next(*before.until)) : std::string();
  problems.add(at, "succession",
               {"引き継ぐ前のものの終わりの翌日から始めてください。",
                "begin on the day after the end of what it succeeds"},
               want.empty() ? want : "from: " + want);
}

template <class T>
void check_successions(const std::vector<T>& all, Problems& problems) {
  for (const T& one : all) {
    if (!one.succeeds) continue;
    const auto before = std::find_if(all.begin(), all.end(), [&one](const T& other) {
      return other.code == one.succeeds->code;
    });
    if (before != all.end()) check_succession(before->period, one.period, one.at, problems);
  }
}

/// A stretch of days on which a desk answers for an area.
struct Stretch {
  Period period;
  const Desk* desk;
};

Period common(const Period& a, const Period& b) {
  Period out = a;
  if (b.from && (!out.from || *b.from > *out.from)) out.from = b.from;
  if (b.until && (!out.until || *b.until < *out.until)) out.until = b.until;
  return out;
}

bool names(const std::vector<Ref>& refs, const std::string& code) {
  return std::any_of(refs.begin(), refs.end(),
                     [&code](const Ref& ref) { return ref.code == code; });
}

std::vector<Stretch> stretches(const Profile& profile, const std::string& field,
                               const std::string& area) {
  std::vector<Stretch> out;
  for (const Route& route : profile.routes) {
    if (route.field.code != field) continue;
    for (const Ref& ref : route.desks) {
      const Desk* desk = find_desk(profile, ref.code);
      if (desk == nullptr || !names(desk->areas, area) || !overlap(route.period, desk->period))
        continue;
      out.push_back({common(route.period, desk->period), desk});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const Stretch& a, const Stretch& b) { return a.period.from < b.period.from; });
  return out;
}

void report_gap(const FieldOfWork& field, const Area& area, Day first, const Stretch& later,
                Problems& problems) {
  const Day last(std::chrono::sys_days(*later.period.from) - std::chrono::days(1));
  const std::string days_ja = text_of(first) + "から" + text_of(last);
  const std::string days_en = text_of(first) + " to " + text_of(last);
  problems.add(later.desk->at, "gap_in_time",
               {"「" + area.name + "」の「" + field.name + "」の窓口が、" + days_ja +
                    "の間ありません。期間をつないでください。",
                "no desk answers for \"" + field.name + "\" in \"" + area.name + "\" from " +
                    days_en + "; join the periods"});
}

void check_gaps(const Profile& profile, const FieldOfWork& field, const Area& area,
                Problems& problems) {
  const std::vector<Stretch> all = stretches(profile, field.code, area.code);
  std::optional<Day> covered;  // up to and with this day
  for (const Stretch& stretch : all) {
    if (covered && stretch.period.from && *stretch.period.from > next(*covered))
      report_gap(field, area, next(*covered), stretch, problems);
    if (!stretch.period.until) return;
    covered = covered ? std::max(*covered, *stretch.period.until) : *stretch.period.until;
  }
}

}  // namespace

void check_times(const Profile& profile, Problems& problems) {
  each_period(profile, [&problems](const Period& period, const Place& at) {
    check_order(period, at, problems);
  });
  check_successions(profile.agencies, problems);
  check_successions(profile.desks, problems);
  for (const FieldOfWork& field : profile.municipality.fields)
    for (const Area& area : profile.areas)
      check_gaps(profile, field, area, problems);
}

}  // namespace hub::profile
