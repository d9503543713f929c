#include "hub/http/admin_socket.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <thread>

#include "hub/base/unique_fd.hpp"
#include "hub/cli/admin_client.hpp"
#include "hub/http/peer_credentials.hpp"

namespace {

using hub::base::fail;
using hub::base::Kind;
using hub::base::Result;
using hub::cli::AdminClient;
using hub::http::AdminSettings;
using hub::http::AdminSocket;
using hub::http::AdminVerbs;
using hub::http::ReplySink;

AdminVerbs verbs() {
  AdminVerbs out;
  out["count"] = [](const std::string&, ReplySink& reply) -> Result<> {
    for (const auto* line : {R"({"n":1})", R"({"n":2})"})
      reply.line(line);
    return {};
  };
  out["who"] = [](const std::string&, ReplySink& reply) -> Result<> {
    reply.line(R"({"who":")" + reply.asker() + "\"}");
    return {};
  };
  out["fail"] = [](const std::string&, ReplySink&) -> Result<> {
    return fail(Kind::not_found, "no such case");
  };
  out["throw"] = [](const std::string&, ReplySink&) -> Result<> {
    throw std::runtime_error("canary");
  };
  return out;
}

class Admin : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/admin_XXXXXX";
    folder_ = ::mkdtemp(name);
    settings_.path = folder_ / "hub.sock";
  }
  void TearDown() override {
    socket_.reset();
    std::filesystem::remove_all(folder_);
  }
  void begin() { socket_ = std::move(AdminSocket::start(settings_, verbs())).value(); }
  Result<> call(std::string_view request, std::string* lines = nullptr) const {
    auto client = AdminClient::connect(settings_.path);
    if (!client) return client.error();
    return client->call(request, [lines](std::string_view line) {
      if (lines) lines->append(line).append("|");
    });
  }

  std::filesystem::path folder_;
  AdminSettings settings_;
  std::unique_ptr<AdminSocket> socket_;
};

TEST_F(Admin, answers_a_verb_line_by_line) {
  begin();
  std::string lines;
  ASSERT_TRUE(call(R"({"verb":"count"})", &lines).has_value());
  EXPECT_EQ(lines, R"({"n":1}|{"n":2}|)");
}

TEST_F(Admin, knows_its_client_by_the_kernels_word) {
  begin();
  std::string lines;
  ASSERT_TRUE(call(R"({"verb":"who"})", &lines).has_value());
  EXPECT_EQ(lines, R"({"who":"operator/)" + hub::http::user_name(::geteuid()) + "\"}|");
}

TEST_F(Admin, calls_an_officer_by_that_name_and_opens_the_socket_to_other_users) {
  settings_.officers.any = true;
  settings_.officers.has = [](std::string_view user) {
    return user == hub::http::user_name(::geteuid());
  };
  begin();
  std::string lines;
  ASSERT_TRUE(call(R"({"verb":"who"})", &lines).has_value());
  EXPECT_EQ(lines, R"({"who":"officer/)" + hub::http::user_name(::geteuid()) + "\"}|");
  struct stat info {};
  ASSERT_EQ(::stat(settings_.path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0666u);
}

TEST(PeerCredentials, name_a_user_and_number_one_that_nobody_knows) {
  EXPECT_EQ(hub::http::user_name(0), "root");
  EXPECT_EQ(hub::http::user_name(3'999'999'999), "3999999999");
}

TEST_F(Admin, answers_several_requests_of_one_client) {
  begin();
  auto client = std::move(AdminClient::connect(settings_.path)).value();
  for (int at = 0; at < 3; ++at) {
    int lines = 0;
    EXPECT_TRUE(client.call(R"({"verb":"count"})", [&](auto) { ++lines; }).has_value());
    EXPECT_EQ(lines, 2);
  }
}

TEST_F(Admin, carries_a_failure_with_its_kind_and_text) {
  begin();
  const auto result = call(R"({"verb":"fail"})");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().kind(), Kind::not_found);
  EXPECT_EQ(result.error().text(), "no such case");
}

TEST_F(Admin, survives_a_verb_that_throws) {
  begin();
  const auto result = call(R"({"verb":"throw"})");
  EXPECT_EQ(result.error().kind(), Kind::internal);
  EXPECT_EQ(result.error().text().find("canary"), std::string::npos);
  EXPECT_TRUE(call(R"({"verb":"count"})").has_value());
}

TEST_F(Admin, refuses_what_is_no_request) {
  begin();
  for (const auto* request : {"", "nonsense", "[]", "{}", R"({"verb":1})", R"({"verb":"unknown"})",
                              R"({"verb":"count","verb":"fail"})"}) {
    EXPECT_EQ(call(request).error().kind(), Kind::invalid) << request;
  }
}

TEST_F(Admin, refuses_a_request_without_end) {
  settings_.request_bytes = 1000;
  begin();
  const hub::base::UniqueFd raw(::socket(AF_UNIX, SOCK_STREAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, settings_.path.c_str(), settings_.path.native().size());
  ASSERT_EQ(::connect(raw.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  const std::string endless(1001, ' ');
  ASSERT_EQ(::send(raw.get(), endless.data(), endless.size(), 0), 1001);
  char answer[200] = {};
  ASSERT_GT(::recv(raw.get(), answer, sizeof answer - 1, 0), 0);
  EXPECT_NE(std::string(answer).find("too_large"), std::string::npos);
}

TEST_F(Admin, bounds_its_clients_and_a_place_comes_free) {
  settings_.clients = 1;
  begin();
  {
    auto first = std::move(AdminClient::connect(settings_.path)).value();
    ASSERT_TRUE(first.call(R"({"verb":"count"})", [](auto) {}).has_value());
    EXPECT_EQ(call(R"({"verb":"count"})").error().kind(), Kind::busy);
  }
  while (!call(R"({"verb":"count"})").has_value())
    ::usleep(100);
}

TEST_F(Admin, is_for_the_owner_alone) {
  begin();
  struct stat info {};
  ASSERT_EQ(::stat(settings_.path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
  static_assert(hub::http::may_administer(1000, 1000));
  static_assert(hub::http::may_administer(0, 1000));
  static_assert(!hub::http::may_administer(1001, 1000));
  static_assert(!hub::http::may_administer(1000, 0));
}

TEST_F(Admin, learns_from_the_kernel_who_asks) {
  int pair[2];
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
  EXPECT_EQ(hub::http::peer_of(pair[0]), ::geteuid());
  EXPECT_FALSE(hub::http::peer_of(-1).has_value());
  ::close(pair[0]);
  ::close(pair[1]);
}

TEST_F(Admin, takes_over_a_file_that_a_dead_hub_left_but_not_a_living_one) {
  begin();
  EXPECT_EQ(AdminSocket::start(settings_, verbs()).error().kind(), Kind::conflict);
  socket_.reset();
  EXPECT_FALSE(std::filesystem::exists(settings_.path));
  std::ofstream(settings_.path) << "";
  begin();
  EXPECT_TRUE(call(R"({"verb":"count"})").has_value());
}

TEST_F(Admin, says_when_no_daemon_listens) {
  EXPECT_EQ(call(R"({"verb":"count"})").error().kind(), Kind::unavailable);
}

}  // namespace
