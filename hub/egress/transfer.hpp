// One request on one libcurl easy handle, with the policy set on it. Lives on the client's thread.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

#include "hub/egress/client.hpp"

namespace hub::egress {

struct FreeEasy {
  void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;

/// A handle, and the policy that is set on it: kept for the next request under the same.
struct Handle {
  Easy easy;
  std::shared_ptr<const PartnerPolicy> policy;
};

/// What of a request would be wrong whatever the network says: its URL's scheme, its headers.
base::Result<> check_request(const OutgoingRequest& request);

class Transfer {
 public:
  Transfer(OutgoingRequest request, OnDone on_done);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// Takes a handle, new or used, and readies it for the multi interface.
  void prepare(Handle handle);
  [[nodiscard]] CURL* handle() const noexcept { return handle_.easy.get(); }
  [[nodiscard]] const std::shared_ptr<const PartnerPolicy>& policy() const {
    return request_.policy;
  }
  [[nodiscard]] const std::string& partner() const { return request_.policy->partner; }
  /// It would rather not be sent than wait long.
  [[nodiscard]] bool is_fleeting() const { return request_.begin_within.has_value(); }
  /// It waited longer for a connection than it may.
  [[nodiscard]] bool is_late(std::chrono::steady_clock::time_point now) const {
    return request_.begin_within && now - made_ > *request_.begin_within;
  }
  /// A good answer came.
  [[nodiscard]] bool went_well(CURLcode code) const;
  /// Tells the caller, once, and gives the handle back.
  Handle finish(CURLcode code);
  void fail(base::Failure failure);

 private:
  enum class Stopped { no, address, size, caller };
  struct FreeList {
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
  };

  void set_policy();
  void set_callbacks();
  void set_request();
  void set_method();
  [[nodiscard]] base::Result<Answer> result(CURLcode code);
  [[nodiscard]] base::Failure failure(CURLcode code) const;
  [[nodiscard]] std::string header(const char* name) const;
  void read_head();
  std::size_t received(std::string_view bytes);

  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int before_request(void* self, char* peer, char* local, int peer_port, int local_port);
  static std::size_t write(char* data, std::size_t size, std::size_t count, void* self);

  OutgoingRequest request_;
  OnDone on_done_;
  std::chrono::steady_clock::time_point made_ = std::chrono::steady_clock::now();
  Handle handle_;
  std::unique_ptr<curl_slist, FreeList> headers_;
  Answer answer_;
  std::size_t size_ = 0;
  Stopped stopped_ = Stopped::no;
};

}  // namespace hub::egress
