// The person's copy of a consent on a sheet of A4, in やさしい日本語 with ふりがな: to whom, for
// what, what, until when, how to take it back, whom to call. The name is written by hand: no value
// of the person comes from the hub.
#pragma once

#include <iosfwd>
#include <span>

#include "tsunagu/json/document.hpp"

namespace hub::cli {

/// `copies`: the hub's lines, one for each object. One HTML document that needs nothing but itself.
void write_consent_page(std::ostream& out, std::span<const tsunagu::json::View> copies);

}  // namespace hub::cli
