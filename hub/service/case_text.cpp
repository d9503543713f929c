#include "hub/service/case_text.hpp"

#include "hub/service/own_use.hpp"

namespace hub::service {
namespace {

using domain::Item;
using domain::Labels;

// Free text of a worker may tell any of these.
Labels labels_of_text() {
  return Labels(Item::statement).with(Labels(Item::special_care)).with(Labels(Item::locating));
}

}  // namespace

std::optional<domain::Cleared<std::string>> case_text(store::Reader& reader, const Book& book,
                                                      const profile::Officer& officer,
                                                      store::CaseRow about,
                                                      const crypto::Opened& text,
                                                      base::UtcMillis at) {
  std::optional<domain::Cleared<std::string>> cleared;
  for (const auto& one : store::persons_of(reader, about)) {
    const auto person = store::read_person(reader, one.person);
    if (!person) return std::nullopt;
    const auto subject = one.focus ? domain::Subject::focus : domain::Subject::household;
    const domain::Sealed<std::string> sealed(std::string(text.look_inside()), person->id, {},
                                             labels_of_text());
    const auto disclosure = own_use(reader, book, about_person(reader, *person, subject), officer,
                                    Holding::yes, sealed.labels(), at);
    cleared = disclosure.clear(sealed);
    if (!cleared) return std::nullopt;
  }
  return cleared;
}

}  // namespace hub::service
