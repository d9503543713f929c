#include <map>
#include <string>

#include "hub/profile/checks.hpp"
#include "tsunagu/text/codes.hpp"

namespace hub::profile {
namespace {

/// Says of each code that comes a second time where the first stands.
class Seen {
 public:
  explicit Seen(Problems& problems) : problems_(problems) {}

  void add(const std::string& code, const Place& at) {
    const auto [first, fresh] = places_.emplace(code, at);
    if (fresh || code.empty()) return;
    const std::string where = first->second.file + ":" + std::to_string(first->second.line);
    problems_.add(
        at, "duplicate_code",
        {"コード「" + code + "」は" + where + "で使われています。別のコードにしてください。",
         "code \"" + code + "\" is used at " + where + "; choose another"});
  }

  template <class T>
  void add_all(const std::vector<T>& all) {
    for (const T& one : all)
      add(one.code, one.at);
  }

 private:
  Problems& problems_;
  std::map<std::string, Place> places_;
};

template <class T>
void each_once(const std::vector<T>& all, Problems& problems) {
  Seen(problems).add_all(all);
}

/// A desk may bear the code of its own agency; a Ref then means the agency.
void check_parties(const Profile& profile, Problems& problems) {
  Seen seen(problems);
  seen.add_all(profile.municipality.sections);
  seen.add_all(profile.operators);
  seen.add_all(profile.agencies);
  for (const Desk& desk : profile.desks)
    if (desk.code != desk.agency.code) seen.add(desk.code, desk.at);
}

void check_municipality_code(const Municipality& municipality, Problems& problems) {
  const std::string& code = municipality.code;
  const bool digits = code.size() == 6 && code.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) {
    problems.add(
        municipality.code_at, "bad_code",
        {"全国地方公共団体コードは6桁の数字です。", "the municipality's code has six digits"});
    return;
  }
  const char digit =
      tsunagu::text::local_government_check_digit(std::string_view(code).substr(0, 5));
  if (code[5] == digit) return;
  problems.add(municipality.code_at, "bad_check_digit",
               {"全国地方公共団体コードの検査数字が合いません。", "the check digit does not fit"},
               code.substr(0, 5) + digit);
}

}  // namespace

void check_codes(const Profile& profile, Problems& problems) {
  check_municipality_code(profile.municipality, problems);
  check_parties(profile, problems);
  each_once(profile.municipality.fields, problems);
  each_once(profile.desks, problems);
  each_once(profile.areas, problems);
  each_once(profile.coordinators, problems);
  each_once(profile.appointments, problems);
  each_once(profile.forums, problems);
  each_once(profile.tables, problems);
  each_once(profile.sources, problems);
  each_once(profile.partners, problems);
}

}  // namespace hub::profile
