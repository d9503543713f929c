#include "hub/profile/check.hpp"

#include "hub/profile/checks.hpp"
#include "hub/profile/law.hpp"

namespace hub::profile {
void check_profile(const Profile& profile, const domain::LegalBases& bases, Problems& problems) {
  check_codes(profile, problems);
  check_references(profile, problems);
  check_areas(profile, problems);
  check_times(profile, problems);
  check_routes(profile, problems);
  check_forums(profile, bases, problems);
  check_sources(profile, problems);
  check_partners(profile, problems);
}

base::Failure failure_of(Problems& problems, Language language) {
  problems.sort();
  std::string text;
  for (const Problem& problem : problems.all()) {
    if (!text.empty()) text += '\n';
    text += render(problem, language);
  }
  return base::fail(base::Kind::invalid, std::move(text));
}

base::Result<Profile> load_profile(const std::filesystem::path& folder,
                                   const std::filesystem::path& shared) {
  Problems problems;
  Profile profile = read_profile(folder, problems);
  if (problems.empty()) check_profile(profile, read_legal_bases(shared, problems), problems);
  if (!problems.empty()) return failure_of(problems);
  return profile;
}

}  // namespace hub::profile
