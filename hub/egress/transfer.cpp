#include "hub/egress/transfer.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace hub::egress {
namespace {

bool is_header_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

template <class T>
void set(CURL* easy, CURLoption option, T value) {
  // Fails only for an option that this libcurl lacks, which would leave a rule unset.
  if (curl_easy_setopt(easy, option, value) != CURLE_OK) {
    throw std::runtime_error("libcurl lacks option " + std::to_string(option));
  }
}

void set_file(CURL* easy, CURLoption option, const std::filesystem::path& file) {
  if (!file.empty()) set(easy, option, file.c_str());
}

}  // namespace

base::Result<> check_request(const OutgoingRequest& request) {
  const bool https = request.url.starts_with("https://");
  if (!https && !request.url.starts_with("http://")) {
    return base::fail(base::Kind::invalid, "an address must begin with https://");
  }
  if (!https && request.policy->https_required) {
    return base::fail(base::Kind::forbidden, "this partner is reached by https only");
  }
  for (const auto& [name, value] : request.headers) {
    if (!is_header_text(name) || !is_header_text(value)) {
      return base::fail(base::Kind::invalid, "a header holds a control character");
    }
  }
  return {};
}

Transfer::Transfer(OutgoingRequest request, OnDone on_done)
    : request_(std::move(request)), on_done_(std::move(on_done)) {}

/// What no request changes stays set from the one before.
void Transfer::prepare(Handle handle) {
  handle_ = std::move(handle);
  if (handle_.policy != request_.policy) {
    curl_easy_reset(this->handle());
    set_policy();
    set_callbacks();
    handle_.policy = request_.policy;
  }
  set_request();
}

void Transfer::set_policy() {
  const auto& policy = *request_.policy;
  auto* easy = handle();
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_PROTOCOLS_STR, policy.https_required ? "https" : "http,https");
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_PROXY, "");
  set(easy, CURLOPT_NOPROXY, "*");
  set(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set_file(easy, CURLOPT_CAINFO, policy.ca_file);
  set_file(easy, CURLOPT_SSLCERT, policy.client_cert);
  set_file(easy, CURLOPT_SSLKEY, policy.client_key);
}

void Transfer::set_request() {
  auto* easy = handle();
  set(easy, CURLOPT_PRIVATE, this);
  set(easy, CURLOPT_OPENSOCKETDATA, this);
  set(easy, CURLOPT_PREREQDATA, this);
  set(easy, CURLOPT_WRITEDATA, this);
  set(easy, CURLOPT_URL, request_.url.c_str());
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.timing.connect.count()));
  set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request_.timing.transfer.count()));
  set_method();
  curl_slist* list = curl_slist_append(nullptr, "Expect:");
  for (const auto& [name, value] : request_.headers) {
    std::string line = name;
    line.append(": ").append(value);
    list = curl_slist_append(list, line.c_str());
  }
  headers_.reset(list);
  set(easy, CURLOPT_HTTPHEADER, list);
}

void Transfer::set_method() {
  auto* easy = handle();
  const bool get = request_.method == "GET";
  if (get) {
    set(easy, CURLOPT_HTTPGET, 1L);
  } else {
    set(easy, CURLOPT_POST, 1L);
    set(easy, CURLOPT_POSTFIELDS, request_.body.data());
    set(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
  }
  const bool plain = get || request_.method == "POST";
  set(easy, CURLOPT_CUSTOMREQUEST, plain ? nullptr : request_.method.c_str());
}

void Transfer::set_callbacks() {
  auto* easy = handle();
  set(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(easy, CURLOPT_OPENSOCKETFUNCTION, &Transfer::open_socket);
  set(easy, CURLOPT_PREREQFUNCTION, &Transfer::before_request);
  set(easy, CURLOPT_WRITEFUNCTION, &Transfer::write);
}

/// After name resolution and before the first packet: no name can lead elsewhere.
curl_socket_t Transfer::open_socket(void* self, curlsocktype, curl_sockaddr* wanted) {
  auto& transfer = *static_cast<Transfer*>(self);
  const auto address = base::address_from_socket(wanted->addr);
  if (!address || !base::any_contains(transfer.request_.policy->addresses, *address)) {
    transfer.stopped_ = Stopped::address;
    return CURL_SOCKET_BAD;
  }
  return ::socket(wanted->family, wanted->socktype | SOCK_CLOEXEC, wanted->protocol);
}

/// A kept connection may have been opened under another partner's list.
int Transfer::before_request(void* self, char* peer, char*, int, int) {
  auto& transfer = *static_cast<Transfer*>(self);
  const auto address = base::address_from_text(peer);
  if (address && base::any_contains(transfer.request_.policy->addresses, *address)) {
    return CURL_PREREQFUNC_OK;
  }
  transfer.stopped_ = Stopped::address;
  return CURL_PREREQFUNC_ABORT;
}

std::size_t Transfer::write(char* data, std::size_t size, std::size_t count, void* self) {
  return static_cast<Transfer*>(self)->received({data, size * count});
}

std::size_t Transfer::received(std::string_view bytes) {
  size_ += bytes.size();
  if (size_ > request_.answer_limit) {
    stopped_ = Stopped::size;
    return 0;
  }
  if (answer_.status == 0) read_head();
  if (!request_.on_data || answer_.status / 100 != 2) {
    answer_.body.append(bytes);
  } else if (!request_.on_data(answer_, bytes)) {
    stopped_ = Stopped::caller;
    return 0;
  }
  return bytes.size();
}

std::string Transfer::header(const char* name) const {
  curl_header* found = nullptr;
  const auto code = curl_easy_header(handle(), name, 0, CURLH_HEADER, -1, &found);
  return code == CURLHE_OK ? found->value : std::string();
}

base::Failure Transfer::failure(CURLcode code) const {
  switch (stopped_) {
    case Stopped::address:
      return base::fail(base::Kind::forbidden, "the address is not on the partner's list");
    case Stopped::size:
      return base::fail(base::Kind::too_large, "the answer is larger than allowed");
    case Stopped::caller:
      return base::fail(base::Kind::unavailable, "the receiver of the data ended the transfer");
    case Stopped::no:
      break;
  }
  return base::fail(base::Kind::unavailable, curl_easy_strerror(code));
}

void Transfer::read_head() {
  long status = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
  answer_.status = static_cast<int>(status);
  answer_.retry_after = header("Retry-After");
  answer_.etag = header("ETag");
  answer_.disposition = header("Content-Disposition");
  answer_.last_modified = header("Last-Modified");
}

base::Result<Answer> Transfer::result(CURLcode code) {
  if (code != CURLE_OK) return failure(code);
  if (answer_.status == 0) read_head();
  return std::move(answer_);
}

bool Transfer::went_well(CURLcode code) const {
  long status = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
  return code == CURLE_OK && status / 100 == 2;
}

/// The headers go with the request; all else that points into it is set anew by the next.
Handle Transfer::finish(CURLcode code) {
  auto outcome = result(code);
  std::exchange(on_done_, nullptr)(std::move(outcome));
  set(handle(), CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
  return std::move(handle_);
}

void Transfer::fail(base::Failure failure) {
  std::exchange(on_done_, nullptr)(std::move(failure));
}

}  // namespace hub::egress
