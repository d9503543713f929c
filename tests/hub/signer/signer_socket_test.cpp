#include "hub/signer/signer_socket.hpp"

#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>
#include <thread>

#include "tests/hub/signer/signer_fixture.hpp"

namespace hub::signer {
namespace {

class SignerSocketTest : public SignerFixture {
 protected:
  /// The answer to one request, of a signer that answers `peer` alone.
  std::string ask(const std::string& text, uid_t peer) {
    auto notary = open().value();
    const auto socket = SignerSocket::listen(folder / "socket", peer).value();
    const base::UniqueFd stop(::eventfd(0, EFD_CLOEXEC));
    std::thread serving([&] { socket.serve(notary, stop.get()); });
    const std::string answer = exchange(text);
    ::eventfd_write(stop.get(), 1);
    serving.join();
    return answer;
  }

 private:
  [[nodiscard]] std::string exchange(const std::string& text) const {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder / "socket";
    std::memcpy(address.sun_path, path.c_str(), path.size());
    const base::UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    EXPECT_EQ(::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    (void)::send(fd.get(), text.data(), text.size(), MSG_NOSIGNAL);
    ::shutdown(fd.get(), SHUT_WR);
    std::string answer(4096, '\0');
    const auto got = ::recv(fd.get(), answer.data(), answer.size(), MSG_WAITALL);
    answer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return answer;
  }
};

TEST_F(SignerSocketTest, answers_the_hubs_user_with_a_note) {
  EXPECT_TRUE(audit::open_note(ask(body(5), ::geteuid()), created));
}

TEST_F(SignerSocketTest, says_why_it_refuses) {
  EXPECT_EQ(ask("a letter", ::geteuid()).substr(0, 7), "error: ");
}

TEST_F(SignerSocketTest, answers_no_other_user) {
  if (::geteuid() == 0) GTEST_SKIP() << "root is always answered";
  EXPECT_EQ(ask(body(5), ::geteuid() + 1), "");
}

}  // namespace
}  // namespace hub::signer
