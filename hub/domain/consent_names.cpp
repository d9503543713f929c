// The words of consent events, and the small types of their scopes.
#include <algorithm>
#include <array>

#include "hub/domain/consent.hpp"

namespace hub::domain {
namespace {

constexpr std::array<std::string_view, 7> act_names{"asked",   "given",    "refused", "withdrawn",
                                                    "expired", "narrowed", "renewed"};
constexpr std::array<std::string_view, 2> object_names{"support", "sharing"};

template <class Word, std::size_t n>
std::optional<Word> word_from(const std::array<std::string_view, n>& names,
                              std::string_view name) noexcept {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Word>(found - names.begin());
}

}  // namespace

Selection Selection::everything() {
  Selection selection;
  selection.all_ = true;
  return selection;
}

bool Selection::has(std::string_view name) const noexcept {
  return all_ || std::ranges::find(names_, name) != names_.end();
}

ConsentScope ConsentScope::everything() {
  return {Selection::everything(), Selection::everything(), Selection::everything(),
          Labels::everything()};
}

std::optional<ConsentAct> act_of_agreement(std::string_view code) noexcept {
  if (code == "0") return ConsentAct::refused;
  if (code == "1") return ConsentAct::given;
  return std::nullopt;
}

std::string_view name_of(ConsentAct act) noexcept {
  return act_names[static_cast<std::size_t>(act)];
}
std::optional<ConsentAct> consent_act_from(std::string_view name) noexcept {
  return word_from<ConsentAct>(act_names, name);
}
std::string_view name_of(ConsentObject object) noexcept {
  return object_names[static_cast<std::size_t>(object)];
}
std::optional<ConsentObject> consent_object_from(std::string_view name) noexcept {
  return word_from<ConsentObject>(object_names, name);
}

}  // namespace hub::domain
