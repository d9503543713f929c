#include "hub/service/source_labels.hpp"

#include "hub/store/sources.hpp"

namespace hub::service {
namespace {

bool is_partner(const Book& book, std::string_view source) {
  return source.starts_with(webhook_source) &&
         profile::find_partner(book.profile, source.substr(webhook_source.size())) != nullptr;
}

}  // namespace

domain::Labels source_labels(store::Reader& reader, const Book& book, store::SourceId source) {
  for (const auto& known : store::list_sources(reader)) {
    if (known.id != source) continue;
    if (is_partner(book, known.name)) return {};
    const auto* configured = profile::find_source(book.profile, known.name);
    if (configured == nullptr) break;
    switch (configured->provenance) {
      case profile::Provenance::none:
        return {};
      case profile::Provenance::tax:
        return domain::Item::tax;
      case profile::Provenance::youtai:
        return domain::Item::youtai;
    }
  }
  return domain::Item::unknown;
}

}  // namespace hub::service
