#include "hub/profile/check.hpp"

namespace hub::profile {

void check_profile(const Profile&, std::span<const std::string>, Problems&) {}

std::vector<std::string> legal_basis_codes(const std::filesystem::path&, Problems&) {
  return {};
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
  check_profile(profile, legal_basis_codes(shared, problems), problems);
  if (!problems.empty()) return failure_of(problems);
  return profile;
}

}  // namespace hub::profile
