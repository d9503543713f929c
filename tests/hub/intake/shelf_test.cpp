// Where modules stand that a source was switched to: each under the hash of its bytes.
#include "hub/intake/shelf.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "hub/adapter/signed_module.hpp"
#include "hub/crypto/bytes.hpp"

namespace hub::intake {
namespace {

namespace fs = std::filesystem;
using base::Kind;
using testing::EndsWith;

class ShelfTest : public testing::Test {
 protected:
  ShelfTest() {
    std::string name = (fs::temp_directory_path() / "tsunagu-shelf-XXXXXX").string();
    folder = ::mkdtemp(name.data());
    shelf.emplace(folder / "data");
  }
  ~ShelfTest() override { fs::remove_all(folder); }

  fs::path write(const std::string& name, const std::string& bytes) {
    fs::path file = folder / name;
    fs::remove(file);
    std::ofstream(file) << bytes;
    return file;
  }
  static std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder;
  std::optional<Shelf> shelf;
};

TEST_F(ShelfTest, keeps_a_module_under_its_hash_for_nobody_to_write) {
  const auto name = shelf->put(write("adapter_a.so", "module"));
  ASSERT_TRUE(name) << name.error().text();
  EXPECT_EQ(*name, crypto::to_hex(crypto::sha256(crypto::bytes_of("module"))) + ".so");
  EXPECT_EQ(content(shelf->at(*name)), "module");
  EXPECT_EQ(fs::status(shelf->at(*name)).permissions(), fs::perms(0555));
  EXPECT_EQ(fs::status(shelf->at(*name).parent_path()).permissions(), fs::perms(0700));
  EXPECT_TRUE(shelf->holds(*name));
}

TEST_F(ShelfTest, keeps_a_program_without_an_ending) {
  const auto name = shelf->put(write("adapter_b", "#!/bin/true"));
  ASSERT_TRUE(name);
  EXPECT_THAT(*name, testing::Not(EndsWith(".so")));
  EXPECT_TRUE(shelf->holds(*name));
}

TEST_F(ShelfTest, takes_the_same_module_twice_and_others_beside_it) {
  const auto first = shelf->put(write("adapter_a.so", "module"));
  EXPECT_EQ(*shelf->put(write("another_name.so", "module")), *first);
  const auto other = shelf->put(write("adapter_a.so", "another"));
  EXPECT_NE(*other, *first);
  EXPECT_EQ(content(shelf->at(*first)), "module");
}

TEST_F(ShelfTest, takes_what_a_publisher_signed_along_and_lets_it_go_with_him) {
  const auto module = write("adapter_a.so", "module");
  write("adapter_a.signed", "note");
  const auto name = shelf->put(module);
  ASSERT_TRUE(name);
  EXPECT_EQ(content(adapter::signed_file(shelf->at(*name))), "note");
  EXPECT_EQ(shelf->read(*name)->note, "note");
  fs::remove(folder / "adapter_a.signed");
  ASSERT_TRUE(shelf->put(module));
  EXPECT_EQ(shelf->read(*name)->note, "");
}

TEST_F(ShelfTest, refuses_what_others_can_write_what_is_not_there_and_what_is_too_large) {
  const auto open = write("open.so", "module");
  fs::permissions(open, fs::perms::all);
  EXPECT_EQ(shelf->put(open).error().kind(), Kind::forbidden);
  EXPECT_EQ(shelf->put(folder / "none.so").error().kind(), Kind::not_found);
  const auto most = write("most.so", "");
  fs::resize_file(most, adapter::module_bytes);
  EXPECT_TRUE(shelf->put(most));
  fs::resize_file(most, adapter::module_bytes + 1);
  EXPECT_EQ(shelf->put(most).error().kind(), Kind::too_large);
}

TEST_F(ShelfTest, notices_another_file_under_the_name_and_puts_the_right_one_back) {
  const auto name = *shelf->put(write("adapter_a.so", "module"));
  const auto kept = *shelf->read(name);
  fs::remove(shelf->at(name));
  EXPECT_FALSE(shelf->holds(name));
  std::ofstream(shelf->at(name)) << "forged";
  EXPECT_FALSE(shelf->holds(name));
  ASSERT_TRUE(shelf->put_back(kept));
  EXPECT_EQ(content(shelf->at(name)), "module");
}

TEST_F(ShelfTest, puts_nothing_back_that_is_not_what_its_name_says) {
  const auto name = *shelf->put(write("adapter_a.so", "module"));
  EXPECT_EQ(shelf->put_back({name, "", "forged"}).error().kind(), Kind::corrupt);
  EXPECT_EQ(content(shelf->at(name)), "module");
}

TEST_F(ShelfTest, overlooks_what_a_stop_left_half_written) {
  const auto name = *shelf->put(write("adapter_a.so", "module"));
  fs::rename(shelf->at(name), shelf->at(name + ".new"));
  EXPECT_FALSE(shelf->holds(name));
  EXPECT_EQ(*shelf->put(folder / "adapter_a.so"), name);
  EXPECT_TRUE(shelf->holds(name));
  EXPECT_FALSE(fs::exists(shelf->at(name + ".new")));
}

}  // namespace
}  // namespace hub::intake
