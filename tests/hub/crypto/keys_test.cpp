#include "hub/crypto/keys.hpp"

#include <gtest/gtest.h>

#include "hub/crypto/signature.hpp"

namespace hub::crypto {
namespace {

std::vector<Secret> masters(std::initializer_list<char> fillings) {
  std::vector<Secret> all;
  for (const char filling : fillings)
    all.emplace_back(bytes_of(std::string(32, filling)));
  return all;
}

class KeysTest : public testing::Test {
 protected:
  base::SeededRandom random{1};
  Keys keys{masters({'a'}), random};
  Place place{"records", "7"};
};

TEST_F(KeysTest, opens_what_it_sealed_and_the_seal_shows_nothing_of_it) {
  const std::string sealed = keys.sealer().seal(place, "架空 花子");
  EXPECT_EQ(sealed.find("花子"), std::string::npos);
  EXPECT_EQ(keys.sealer().open(place, sealed).value().look_inside(), "架空 花子");
}

TEST_F(KeysTest, every_flipped_bit_of_a_seal_is_noticed) {
  const std::string sealed = keys.sealer().seal(place, "body");
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    std::string changed = sealed;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_TRUE(keys.sealer().open(place, changed).has_error()) << "bit " << bit;
  }
}

TEST_F(KeysTest, a_seal_moved_to_another_table_row_or_part_does_not_open) {
  const std::string sealed = keys.sealer().seal(place, "body");
  EXPECT_TRUE(keys.sealer().open({"persons", "7"}, sealed).has_error());
  EXPECT_TRUE(keys.sealer().open({"records", "8"}, sealed).has_error());
  EXPECT_TRUE(keys.sealer().open({"records", "7", 1}, sealed).has_error());
  EXPECT_EQ(keys.sealer().open(place, "short").error().kind(), base::Kind::corrupt);
}

TEST_F(KeysTest, a_newer_key_opens_older_seals_but_an_older_one_not_newer_seals) {
  const Keys rotated(masters({'a', 'b'}), random);
  const std::string old_seal = keys.sealer().seal(place, "old");
  const std::string new_seal = rotated.sealer().seal(place, "new");
  EXPECT_EQ(rotated.sealer().open(place, old_seal).value().look_inside(), "old");
  EXPECT_TRUE(keys.sealer().open(place, new_seal).has_error());
  EXPECT_EQ(rotated.id(), keys.id());
  EXPECT_EQ(rotated.tokens(Purpose::address).token("x"), keys.tokens(Purpose::address).token("x"));
}

TEST_F(KeysTest, tokens_differ_between_purposes_and_between_installations) {
  const Keys other(masters({'z'}), random);
  const Token token = keys.tokens(Purpose::address).token("田中");
  EXPECT_EQ(token, keys.tokens(Purpose::address).token("田中"));
  EXPECT_NE(token, keys.tokens(Purpose::telephone).token("田中"));
  EXPECT_NE(token, other.tokens(Purpose::address).token("田中"));
  EXPECT_NE(keys.id(), other.id());
}

TEST(SignerTest, a_signature_is_verified_by_the_public_key_alone) {
  const Signer signer(bytes_of(std::string(32, 's')));
  const Signature signature = signer.sign(bytes_of("head 12"));
  const PublicKey& key = signer.public_key();
  EXPECT_TRUE(verify_signature(key, bytes_of("head 12"), signature));
  EXPECT_FALSE(verify_signature(key, bytes_of("head 13"), signature));
  EXPECT_FALSE(verify_signature(key, bytes_of("head 12"), bytes_of("short")));
}

}  // namespace
}  // namespace hub::crypto
