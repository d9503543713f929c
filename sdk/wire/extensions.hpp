// The extensions that this version knows, and what it says of the others. An adapter works without
// any of them: what is unknown is told, and left aside.
#pragma once

#include <string_view>

#include "sdk/wire/manifest.hpp"

namespace tsunagu::wire {

/// "NAME/REVISION"; revision 0 where it is not so written.
Extension extension_from(std::string_view text);
std::string text_of(const Extension& extension);

/// The manifest names it in the revision that is known here.
bool offers(const Manifest& manifest, std::string_view name);

/// One sentence for each extension of the manifest that this version can't use.
Errors unusable_extensions(const Manifest& manifest);

}  // namespace tsunagu::wire
