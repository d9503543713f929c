// A package is whole, unchanged and of a publisher whom the municipality trusts, or it is refused.
#include "hub/workshop/package.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "hub/crypto/key_file.hpp"

namespace hub::workshop {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Packages : public testing::Test {
 protected:
  Packages() {
    std::string name = (fs::temp_directory_path() / "tsunagu-package-XXXXXX").string();
    folder = ::mkdtemp(name.data());
    manifest.id = "mimamori";
    manifest.version = "1.2.0";
  }
  ~Packages() override { fs::remove_all(folder); }

  [[nodiscard]] std::string packed() const {
    return pack(manifest,
                "\x7F"
                "ELF module",
                signer);
  }
  std::string refusal(const std::string& file, const std::vector<std::string>& keys) {
    const auto got = unpack(file, keys);
    return got ? "" : got.error().text();
  }
  static std::string key_of(const crypto::Signer& of) { return crypto::to_base64(of.public_key()); }

  fs::path folder;
  tsunagu::wire::Manifest manifest;
  crypto::Signer signer{crypto::bytes_of("0123456789abcdef0123456789abcdef")};
  crypto::Signer other{crypto::bytes_of("fedcba9876543210fedcba9876543210")};
};

TEST_F(Packages, come_out_as_they_went_in) {
  const auto got = unpack(packed(), {key_of(signer)});
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(got->header.id, "mimamori");
  EXPECT_EQ(got->header.version, "1.2.0");
  EXPECT_EQ(got->module,
            "\x7F"
            "ELF module");
}

TEST_F(Packages, are_refused_from_a_publisher_nobody_trusts) {
  EXPECT_THAT(refusal(packed(), {key_of(other)}), HasSubstr("trusted"));
  EXPECT_THAT(refusal(packed(), {}), HasSubstr("trusted"));
}

TEST_F(Packages, are_refused_when_any_byte_was_changed) {
  const std::string whole = packed();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_NE(refusal(changed, {key_of(signer), key_of(other)}), "") << "byte " << i;
  }
}

TEST_F(Packages, are_refused_when_cut_or_longer) {
  const std::string whole = packed();
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(refusal(whole.substr(0, size), {key_of(signer)}), "") << size;
  EXPECT_NE(refusal(whole + "x", {key_of(signer)}), "");
}

TEST_F(Packages, are_refused_under_a_trusted_name_with_another_signature) {
  manifest.id = "kaigo";
  std::string forged = pack(manifest, "module", other);
  const std::string mine = key_of(signer);
  forged.replace(forged.find(key_of(other)), mine.size(), mine);
  EXPECT_THAT(refusal(forged, {mine}), HasSubstr("signature"));
}

TEST_F(Packages, never_leave_the_folder_of_adapters) {
  manifest.id = "../../etc/x";
  EXPECT_THAT(refusal(pack(manifest, "module", signer), {key_of(signer)}), HasSubstr("no adapter"));
}

TEST_F(Packages, replace_what_is_installed) {
  std::ofstream(folder / "adapter_mimamori.so") << "old";
  const auto put = install(*unpack(packed(), {key_of(signer)}), folder);
  ASSERT_TRUE(put) << put.error().text();
  std::ifstream file(*put);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}),
            "\x7F"
            "ELF module");
  EXPECT_EQ(fs::status(*put).permissions(), fs::perms(0644));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 2);
}

TEST_F(Packages, once_installed_are_held_against_what_was_signed) {
  const auto put = install(*unpack(packed(), {key_of(signer)}), folder);
  ASSERT_TRUE(put) << put.error().text();
  const auto beside = adapter::signed_file(*put);
  const adapter::Trust trust{.publishers = {key_of(signer)}, .awaited = {}};
  const auto check = [&] { return adapter::check_signed(*put, "mimamori", trust); };
  EXPECT_EQ(check().value(), key_of(signer));
  std::ofstream(*put) << "another";
  EXPECT_THAT(check().error().text(), HasSubstr("its publisher signed"));
  std::ofstream(beside) << "{}\n\n";
  EXPECT_THAT(check().error().text(), HasSubstr("was changed"));
  fs::remove(beside);
  EXPECT_EQ(check().value(), "") << "as good as its owner";
}

TEST_F(Packages, do_not_vouch_for_a_module_of_another_name) {
  const auto put = install(*unpack(packed(), {key_of(signer)}), folder);
  const fs::path other_name = folder / "adapter_kaigo.so";
  fs::rename(*put, other_name);
  fs::rename(adapter::signed_file(*put), adapter::signed_file(other_name));
  EXPECT_FALSE(
      adapter::check_signed(other_name, "", {.publishers = {key_of(signer)}, .awaited = {}}));
}

TEST_F(Packages, want_a_publishers_key_that_only_its_owner_reads) {
  ASSERT_TRUE(crypto::write_new_secret(folder / "key", std::string(64, 'a') + "\n"));
  EXPECT_TRUE(read_publisher(folder / "key"));
  fs::permissions(folder / "key", fs::perms(0644));
  EXPECT_FALSE(read_publisher(folder / "key"));
}

TEST_F(Packages, trust_the_keys_of_a_file_and_not_its_comments) {
  std::ofstream(folder / "trusted") << "# vendors\n" << key_of(signer) << " # A社\n\n";
  const auto keys = read_trusted(folder / "trusted");
  ASSERT_TRUE(keys);
  EXPECT_THAT(*keys, testing::ElementsAre(key_of(signer)));
  EXPECT_FALSE(read_trusted(folder / "nothing"));
}

}  // namespace
}  // namespace hub::workshop
