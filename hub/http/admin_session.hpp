// One client of the administration socket: lines in, verbs, lines out. Blocking, on a thread of its
// own; ends when the client goes, is silent too long in the middle of a request, or the hub stops.
#pragma once

#include <sys/types.h>

#include "hub/base/unique_fd.hpp"
#include "hub/http/admin_socket.hpp"

namespace hub::http {

class AdminSession final : public ReplySink {
 public:
  /// `stop` becomes readable when the hub stops. Borrows all but the socket.
  AdminSession(base::UniqueFd socket, uid_t peer, int stop, const AdminSettings& settings,
               const AdminVerbs& verbs);
  void run();
  bool line(std::string_view json) override;
  [[nodiscard]] const std::string& asker() const override { return asker_; }

 private:
  [[nodiscard]] bool receive();
  [[nodiscard]] bool may_read() const;
  [[nodiscard]] bool hub_stops() const;
  bool send(std::string_view json);
  void perform(const std::string& request);
  [[nodiscard]] base::Result<> dispatch(const std::string& request);
  [[nodiscard]] base::Failure refuse(std::string_view verb, const base::Failure& why);
  void finish(const base::Result<>& result);

  base::UniqueFd socket_;
  uid_t peer_;
  std::string asker_;
  int stop_;
  const AdminSettings& settings_;
  const AdminVerbs& verbs_;
  std::string buffer_;
  bool cut_short_ = false;  // the verb was told to stop working
};

}  // namespace hub::http
