#include "examples/coordinator/hub_client.hpp"

#include <curl/curl.h>

#include <boost/json.hpp>

#include "examples/coordinator/signature.hpp"

namespace coordinator {
namespace {

struct FreeEasy {
  void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
};
struct FreeList {
  void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};

std::size_t append(char* data, std::size_t size, std::size_t count, void* body) {
  static_cast<std::string*>(body)->append(data, size * count);
  return size * count;
}

}  // namespace

struct HubClient::Parts {
  void begin(const std::string& url, const std::vector<std::string>& headers) {
    curl_easy_reset(easy.get());
    curl_slist* list = nullptr;
    for (const auto& header : headers)
      list = curl_slist_append(list, header.c_str());
    fields.reset(list);
    curl_easy_setopt(easy.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT, 20L);
    curl_easy_setopt(easy.get(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
  }

  std::unique_ptr<CURL, FreeEasy> easy{curl_easy_init()};
  std::unique_ptr<curl_slist, FreeList> fields;
};

HubClient::HubClient(const Settings& settings, const Clock& clock)
    : settings_(settings), clock_(clock), parts_(std::make_unique<Parts>()) {}

HubClient::~HubClient() = default;

HubAnswer HubClient::perform() {
  HubAnswer out;
  auto* easy = parts_->easy.get();
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &append);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &out.body);
  if (curl_easy_perform(easy) != CURLE_OK) return {};
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  out.status = static_cast<int>(status);
  return out;
}

HubAnswer HubClient::pull(const std::string& path) {
  parts_->begin(settings_.hub_url + path, {"Authorization: Bearer " + settings_.keys.api_key});
  return perform();
}

HubAnswer HubClient::post(const std::string& id, const boost::json::value& event) {
  const auto body = boost::json::serialize(event);
  const auto timestamp = std::to_string(clock_.now().time_since_epoch().count());
  parts_->begin(settings_.hub_url + "/webhooks/" + settings_.keys.partner + "/answers",
                {"Content-Type: application/cloudevents+json", "webhook-id: " + id,
                 "webhook-timestamp: " + timestamp,
                 "webhook-signature: " + sign(settings_.keys.send, id, timestamp, body)});
  curl_easy_setopt(parts_->easy.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(parts_->easy.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                   static_cast<curl_off_t>(body.size()));
  return perform();
}

}  // namespace coordinator
