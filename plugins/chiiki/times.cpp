// On which days and at what hours.
#include <array>

#include "plugins/chiiki/mapping.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/vocabulary.hpp"
#include "tsunagu/json/check.hpp"

namespace chiiki {

namespace {

using record::DayCode;

constexpr std::array<DayCode, 5> weekdays = {DayCode::mo, DayCode::tu, DayCode::we, DayCode::th,
                                             DayCode::fr};

/// GIF writes the days as 月火水 or 123.
constexpr feed::Vocabulary<DayCode, 15> days{{{"月", DayCode::mo},
                                              {"火", DayCode::tu},
                                              {"水", DayCode::we},
                                              {"木", DayCode::th},
                                              {"金", DayCode::fr},
                                              {"土", DayCode::sa},
                                              {"日", DayCode::su},
                                              {"祝", DayCode::ho},
                                              {"1", DayCode::mo},
                                              {"2", DayCode::tu},
                                              {"3", DayCode::we},
                                              {"4", DayCode::th},
                                              {"5", DayCode::fr},
                                              {"6", DayCode::sa},
                                              {"7", DayCode::su}}};

void add_weekdays(record::Schedule& schedule) {
  for (const DayCode day : weekdays)
    schedule.days.add(day);
}

/// "月火水": one character a day; false at one that is no day.
bool add_letters(record::Schedule& schedule, std::string_view letters) {
  while (!letters.empty()) {
    const std::size_t length = letters.front() < 0 ? std::min<std::size_t>(3, letters.size()) : 1;
    const DayCode* day = feed::meaning(days, letters.substr(0, length));
    if (day == nullptr) return false;
    schedule.days.add(*day);
    letters.remove_prefix(length);
  }
  return true;
}

/// 平日, 土曜日, 日曜日, 祝日, or letters.
bool add_days(record::Schedule& schedule, std::string_view word) {
  if (word == "平日") {
    add_weekdays(schedule);
    return true;
  }
  for (const std::string_view end : {std::string_view("曜日"), std::string_view("日")}) {
    if (word.size() <= end.size() + 2 || word.substr(word.size() - end.size()) != end) continue;
    return add_letters(schedule, word.substr(0, word.size() - end.size()));
  }
  return add_letters(schedule, word);
}

/// "9:00" → "09:00"; empty where it is no time.
std::string time_of(std::string_view written) {
  std::string time = text::ascii_width(text::trim(written));
  if (time.size() == 4) time.insert(time.begin(), '0');
  return tsunagu::json::is_time(time) ? time : std::string();
}

void add_span(record::Schedule& schedule, std::string_view span) {
  for (const std::string_view dash : {"～", "〜", "~", "－", "-"}) {
    const std::size_t at = span.find(dash);
    if (at == std::string_view::npos) continue;
    schedule.opens_at = time_of(span.substr(0, at));
    schedule.closes_at = time_of(span.substr(at + dash.size()));
    return;
  }
}

void add_hours(record::Resource& resource, const Facts& facts, Role role,
               std::initializer_list<DayCode> on) {
  const std::string_view written = facts.get(role);
  if (written.empty()) return;
  record::Schedule schedule;
  for (const DayCode day : on)
    schedule.days.add(day);
  add_span(schedule, written);
  schedule.text = feed::own(written);
  resource.schedules.add(std::move(schedule));
}

record::Schedule day_schedule(const Facts& facts) {
  record::Schedule schedule;
  schedule.text = feed::own(facts.get(Role::days));
  bool all_read = true;
  for (const std::string_view word : feed::parts(facts.get(Role::days), ','))
    all_read = add_days(schedule, word) && all_read;
  if (!all_read) {
    facts.warn(Role::days, "days.unreadable", "読めない曜日があります。元の表記を残しました");
  }
  for (const std::string_view day : feed::parts(facts.get(Role::specific_days), ';'))
    schedule.specific_days.add(feed::own(day));
  schedule.opens_at = time_of(facts.get(Role::opens));
  schedule.closes_at = time_of(facts.get(Role::closes));
  return schedule;
}

}  // namespace

void add_times(record::Resource& resource, const Facts& facts) {
  if (facts.has(Role::days) || facts.has(Role::specific_days) || facts.has(Role::opens)) {
    resource.schedules.add(day_schedule(facts));
  }
  add_hours(resource, facts, Role::weekday_hours,
            {DayCode::mo, DayCode::tu, DayCode::we, DayCode::th, DayCode::fr});
  add_hours(resource, facts, Role::saturday_hours, {DayCode::sa});
  add_hours(resource, facts, Role::sunday_hours, {DayCode::su});
  add_hours(resource, facts, Role::holiday_hours, {DayCode::ho});
  resource.schedule_note = feed::with_breaks(facts.get(Role::day_note));
  resource.closed_days = feed::own(facts.get(Role::closed_days));
}

}  // namespace chiiki
