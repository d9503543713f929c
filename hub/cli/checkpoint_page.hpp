// A checkpoint of the audit log on a sheet of A4: to be printed, dated, sealed and put in the safe.
// The note stands there in letters and as a QR code, so that years later it can be read by a
// telephone or typed in, and held against the log with tsunagu-verify.
#pragma once

#include <iosfwd>
#include <string_view>

#include "hub/base/result.hpp"

namespace hub::cli {

struct SignedCheckpoint {
  std::string_view note;        ///< the signed note, line by line
  std::string_view key;         ///< the signer's public key
  std::string_view printed_at;  ///< 2026-11-22 03:00 JST
};

/// One HTML document that needs nothing but itself.
base::Result<> write_page(std::ostream& out, const SignedCheckpoint& checkpoint);

/// The QR code alone, as SVG; level M, with the quiet zone of four modules.
base::Result<std::string> qr_code(std::string_view text);

}  // namespace hub::cli
