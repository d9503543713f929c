// A CA that the openssl program makes at test time, with certificates for 127.0.0.1.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "hub/crypto/bytes.hpp"
#include "hub/crypto/sha256.hpp"
#include "hub/http/server.hpp"

namespace hub::http::test {

class TestCa : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("tls_test_" + std::to_string(::getpid()) + "_" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "names.cnf") << "subjectAltName=IP:127.0.0.1\n";
    self_sign("ca");
    issue("hub");
    issue("partner");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void run(const std::string& arguments) const {
    const auto command =
        "cd '" + folder_.string() + "' && /usr/bin/openssl " + arguments + " 2>openssl.log";
    ASSERT_EQ(std::system(command.c_str()), 0) << arguments;
  }
  void self_sign(const std::string& name) const {
    run("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + name +
        " -keyout " + name + ".key -out " + name + ".pem");
  }
  void issue(const std::string& name) const {
    run("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=" + name + " -keyout " +
        name + ".key -out " + name + ".csr");
    run("x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -days 2 -extfile names.cnf -out " +
        name + ".pem");
  }
  [[nodiscard]] std::string file(const std::string& name) const {
    return (folder_ / name).string();
  }
  [[nodiscard]] ServerSettings settings() const {
    ServerSettings out;
    out.listeners.push_back({.tls = TlsFiles{file("hub.pem"), file("hub.key"), file("ca.pem")}});
    return out;
  }
  [[nodiscard]] std::string fingerprint(const std::string& name) const {
    run("x509 -in " + name + ".pem -outform DER -out " + name + ".der");
    std::ifstream in(folder_ / (name + ".der"), std::ios::binary);
    const std::string der(std::istreambuf_iterator<char>(in), {});
    return crypto::to_hex(crypto::sha256(crypto::bytes_of(der)));
  }

  std::filesystem::path folder_;
};

}  // namespace hub::http::test
