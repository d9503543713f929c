#include "sdk/wire/extensions.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "tsunagu/draft/recognize.h"

namespace tsunagu::wire {
namespace {

struct Known {
  std::string_view name;
  std::uint32_t revision;
};

constexpr std::array<Known, 1> all_known{
    {{TSUNAGU_DRAFT_RECOGNIZE, TSUNAGU_DRAFT_RECOGNIZE_REVISION}}};

const Known* known_as(std::string_view name) {
  const auto* const found = std::find_if(all_known.begin(), all_known.end(),
                                         [&](const Known& known) { return known.name == name; });
  return found == all_known.end() ? nullptr : found;
}

}  // namespace

Extension extension_from(std::string_view text) {
  const auto slash = text.rfind('/');
  if (slash == std::string_view::npos || slash == 0) return {std::string(text), 0};
  Extension out{std::string(text.substr(0, slash)), 0};
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + slash + 1, end, out.revision);
  return read.ptr == end ? out : Extension{std::string(text), 0};
}

std::string text_of(const Extension& extension) {
  return extension.name + "/" + std::to_string(extension.revision);
}

bool offers(const Manifest& manifest, std::string_view name) {
  const Known* const known = known_as(name);
  return known != nullptr &&
         std::any_of(manifest.extensions.begin(), manifest.extensions.end(), [&](const auto& one) {
           return one.name == name && one.revision == known->revision;
         });
}

Errors unusable_extensions(const Manifest& manifest) {
  Errors out;
  for (const Extension& one : manifest.extensions) {
    const Known* const known = known_as(one.name);
    if (known == nullptr) {
      out.push_back("the extension " + text_of(one) + " is not known here and stays unused");
    } else if (known->revision != one.revision) {
      out.push_back("the extension " + text_of(one) + " stays unused: revision " +
                    std::to_string(known->revision) + " is known here");
    }
  }
  return out;
}

}  // namespace tsunagu::wire
