// One connection: reads a head, decides, reads the body, hands over, answers, again. One request at
// a time; what a client pipelines waits in the buffer.
#pragma once

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "hub/http/chunked.hpp"
#include "hub/http/core.hpp"
#include "hub/http/responder.hpp"
#include "hub/http/transport.hpp"
#include "hub/wording/language.hpp"

namespace hub::http {

class Session final : public AnswerPort, public std::enable_shared_from_this<Session> {
 public:
  Session(std::shared_ptr<Core> core, std::unique_ptr<Transport> transport,
          const base::AddressBytes& peer);
  ~Session() override;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Network thread, as all below but AnswerPort's.
  void start();
  /// Stops waiting for further requests; a request under way is answered first.
  void drain();
  void close();
  void respond(const Response& response);

  void answer(Response response) override;
  void abandoned() noexcept override;

 private:
  using ErrorCode = boost::system::error_code;
  using Milliseconds = std::chrono::milliseconds;
  enum class Phase { handshake, idle, head, body, handler, writing, lingering, closed };

  void enter(Phase phase, Milliseconds limit);
  void enter_handler();
  void end_handshake(ErrorCode error);
  void arm();
  void expired();

  void next_request();
  void read_more(void (Session::*then)());
  void try_head();
  void refuse_head(HeadFault fault);
  void take_head(HeaderVerdict verdict);
  [[nodiscard]] std::optional<Response> objection();
  void begin_body();
  void try_body();
  void try_chunks();
  void hand_over();
  [[nodiscard]] std::optional<Response> admit_signed();
  [[nodiscard]] Response refusal_of_stranger(const base::Failure& why);
  void log_stranger(std::string_view event, std::string_view route);
  void refuse(const Response& response);
  void write(std::string bytes, void (Session::*then)());
  void wrote();
  void linger();
  [[nodiscard]] Response problem_of(int status, std::string_view type) const;

  std::shared_ptr<Core> core_;
  std::unique_ptr<Transport> transport_;
  base::AddressBytes peer_;
  boost::asio::steady_timer timer_;
  std::chrono::steady_clock::time_point deadline_{};
  bool armed_ = false;
  Phase phase_ = Phase::handshake;

  std::array<char, std::size_t{8} * 1024> inbox_;  ///< where a read puts its bytes
  std::string buffer_;                             ///< received and not yet used
  Request request_;
  const Router::Entry* entry_ = nullptr;
  std::optional<ChunkDecoder> chunks_;
  std::string correlation_id_;
  wording::Language language_ = wording::Language::en;  ///< of the refusals of this request
  std::string slot_;  ///< the partner whose place this request holds; empty: none
  std::string outgoing_;
  bool for_head_ = false;
  bool keep_ = true;
  bool linger_ = false;
  std::size_t discarded_ = 0;
};

}  // namespace hub::http
