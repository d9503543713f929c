// A signer's key and memory in a folder of their own.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include "hub/signer/notary.hpp"

namespace hub::signer {

inline constexpr const char* log_name = "sakura.example/audit";

class SignerFixture : public testing::Test {
 protected:
  SignerFixture() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "tsunagu-signer-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    created = SignerKey::create(folder / "key", log_name, random).value().verifier();
  }
  ~SignerFixture() override { std::filesystem::remove_all(folder); }

  [[nodiscard]] base::Result<Notary> open() {
    return Notary::open(SignerKey::read(folder / "key").value(), folder / "last",
                        [this](const std::string& line) { told.push_back(line); });
  }
  static std::string body(std::int64_t rows, std::uint8_t filling = 1) {
    audit::Checkpoint asked{log_name, {rows, {}}};
    asked.head.chain.fill(filling);
    return audit::to_body(asked);
  }

  base::SystemRandom random;
  std::filesystem::path folder;
  audit::VerifierKey created{"x", {}};
  std::vector<std::string> told;
};

}  // namespace hub::signer
