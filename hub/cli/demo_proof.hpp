// The demonstration's last proof: its own signer signed the log of everything it told, and
// `tsunagu-verify`, which shares no code with the hub, holds that log against the signature.
#pragma once

#include <string>
#include <vector>

#include "hub/cli/demo_expectations.hpp"
#include "hub/cli/demo_folder.hpp"

namespace hub::cli {

class Page;

struct DemoProof {
  bool proved = false;
  std::string rows;  ///< as tsunagu-verify counts those that a signature proves
};

/// Asks the hub for a fresh checkpoint and for the log as text, and gives both, with the public key
/// and nothing else, to tsunagu-verify.
base::Result<DemoProof> prove_log(const DemoPlaces& places, const DemoFolder& folder);

void tell_proof(Page& page, const DemoProof& proof);

std::vector<DemoExpectation> judge_proof(const DemoProof& proof);

}  // namespace hub::cli
