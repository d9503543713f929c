// Who signed a module, and each way of tampering with that. The control of each is the first test:
// the same module, signed and untouched.
#include "hub/adapter/signed_module.hpp"

#include <gmock/gmock.h>

#include <csignal>
#include <fstream>

#include "hub/crypto/sha256.hpp"
#include "tests/hub/adapter/bench.hpp"
#include "tests/hub/adapter/own_folder.hpp"

namespace hub::adapter {
namespace {

namespace fs = std::filesystem;
using base::Kind;
using bench::OwnFolder;
using bench::Source;
using testing::HasSubstr;

class Signed : public testing::Test {
 protected:
  Signed() : launch_(bench::launch("none")) {
    launch_.adapter = put("adapter_bad.so");
    launch_.trust.publishers = {crypto::to_base64(publisher_.public_key())};
  }

  /// The misbehaving adapter under that name.
  [[nodiscard]] fs::path put(const std::string& name) const {
    fs::path module = folder_.path() / name;
    fs::copy_file(bench::launch("").adapter, module);
    return module;
  }
  /// What `tsunagu adapter install` leaves beside a module.
  void sign(const fs::path& module, const std::string& id, const crypto::Signer& by) const {
    std::ifstream in(module, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto line = header_of(id, "1.0.0", bytes, by.public_key()).line();
    std::ofstream(signed_file(module))
        << line << '\n'
        << crypto::to_base64(by.sign(crypto::bytes_of(line))) << '\n';
  }
  /// Why it does not start; empty: it does.
  [[nodiscard]] std::string refusal() const {
    Source source(launch_);
    const auto started = source.supervisor.start();
    if (started) return {};
    EXPECT_EQ(started.error().kind(), Kind::forbidden) << started.error().text();
    EXPECT_EQ(name_of(source.supervisor.status().state), "refused");
    EXPECT_THAT(started.error().text(), HasSubstr(launch_.adapter.string())) << "where";
    EXPECT_EQ(started.error().text().find('\n'), std::string::npos) << "one line";
    return started.error().text();
  }

  OwnFolder folder_;
  crypto::Signer publisher_{crypto::bytes_of("0123456789abcdef0123456789abcdef")};
  crypto::Signer stranger_{crypto::bytes_of("fedcba9876543210fedcba9876543210")};
  Launch launch_;
};

TEST_F(Signed, by_a_trusted_publisher_starts_and_says_by_whom) {
  sign(launch_.adapter, "bad", publisher_);
  launch_.trust.signed_only = true;
  Source source(launch_);
  ASSERT_TRUE(source.supervisor.start());
  EXPECT_EQ(source.supervisor.status().publisher, launch_.trust.publishers.front());
}

TEST_F(Signed, by_nobody_starts_where_nobody_asks_for_a_signature) {
  EXPECT_EQ(refusal(), "");
  launch_.trust.signed_only = true;
  EXPECT_THAT(refusal(), HasSubstr("nobody signed it"));
}

TEST_F(Signed, once_does_not_become_unsigned_by_losing_its_note) {
  sign(launch_.adapter, "bad", publisher_);
  launch_.trust.was_signed = true;
  EXPECT_EQ(refusal(), "");
  fs::remove(signed_file(launch_.adapter));
  EXPECT_THAT(refusal(), HasSubstr("adapter_bad.signed is gone"));
}

TEST_F(Signed, and_running_is_not_started_again_without_its_note) {
  sign(launch_.adapter, "bad", publisher_);
  Source source(launch_);
  ASSERT_TRUE(source.supervisor.start());
  fs::remove(signed_file(launch_.adapter));
  ::kill(source.supervisor.status().pid, SIGKILL);
  while (source.decode()) {
  }
  source.clock.advance(std::chrono::hours(1));
  EXPECT_THAT(source.supervisor.start().error().text(), HasSubstr("is gone"));
}

TEST_F(Signed, by_somebody_whom_nobody_trusts_is_refused) {
  sign(launch_.adapter, "bad", stranger_);
  EXPECT_THAT(refusal(), HasSubstr(crypto::to_base64(stranger_.public_key()) + " is not trusted"));
  launch_.trust.publishers.clear();
  EXPECT_THAT(refusal(), HasSubstr("is not trusted"));
  launch_.trust.any_publisher = true;
  EXPECT_EQ(refusal(), "");
}

/// The trusted key in the note, the signature somebody else's.
TEST_F(Signed, with_the_name_of_a_trusted_publisher_alone_is_refused) {
  std::ifstream in(launch_.adapter, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto line = header_of("bad", "1.0.0", bytes, publisher_.public_key()).line();
  std::ofstream(signed_file(launch_.adapter))
      << line << '\n'
      << crypto::to_base64(stranger_.sign(crypto::bytes_of(line))) << '\n';
  EXPECT_THAT(refusal(), HasSubstr("was changed"));
}

TEST_F(Signed, and_changed_afterwards_is_refused) {
  sign(launch_.adapter, "bad", publisher_);
  std::ofstream(launch_.adapter, std::ios::app) << "x";
  EXPECT_THAT(refusal(), HasSubstr("not the module that its publisher signed"));
}

TEST_F(Signed, of_another_module_does_not_vouch_for_this_one) {
  const auto other = put("adapter_other.so");
  std::ofstream(other, std::ios::app) << "x";
  sign(other, "bad", publisher_);
  fs::copy_file(signed_file(other), signed_file(launch_.adapter));
  EXPECT_THAT(refusal(), HasSubstr("not the module that its publisher signed"));
}

/// The same bytes, signed as the adapter of another field.
TEST_F(Signed, as_another_adapter_is_refused_under_this_name) {
  sign(launch_.adapter, "kaigo", publisher_);
  EXPECT_THAT(refusal(), HasSubstr("is of the adapter kaigo"));
  launch_.adapter_id = "bad";
  EXPECT_THAT(refusal(), HasSubstr("is of the adapter kaigo"));
}

TEST_F(Signed, is_known_by_its_adapter_and_not_by_its_files_name) {
  fs::rename(launch_.adapter, folder_.path() / "0123.so");
  launch_.adapter = folder_.path() / "0123.so";
  sign(launch_.adapter, "bad", publisher_);
  launch_.adapter_id = "bad";
  EXPECT_EQ(refusal(), "");
}

TEST_F(Signed, with_a_note_that_others_can_write_is_refused) {
  sign(launch_.adapter, "bad", publisher_);
  fs::permissions(signed_file(launch_.adapter), fs::perms::all);
  const auto started = Source(launch_).supervisor.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind(), Kind::forbidden);
}

TEST_F(Signed, or_not_nothing_but_what_is_awaited_starts) {
  launch_.trust.awaited = std::string(64, 'a');
  EXPECT_THAT(refusal(), HasSubstr("before the restore (SHA-256 aaaa"));
  std::ifstream in(launch_.adapter, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  launch_.trust.awaited = crypto::to_hex(crypto::sha256(crypto::bytes_of(bytes)));
  EXPECT_EQ(refusal(), "");
}

}  // namespace
}  // namespace hub::adapter
