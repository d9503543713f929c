// What we ask of the hub: the packet behind a notice, and that it takes our answers.
#pragma once

#include <boost/json/value.hpp>
#include <memory>
#include <string>

#include "examples/coordinator/settings.hpp"

namespace coordinator {

struct HubAnswer {
  int status = 0;  ///< 0: the hub did not answer
  std::string body;
};

/// Blocking; one thread.
class HubClient {
 public:
  HubClient(const Settings& settings, const Clock& clock);
  ~HubClient();
  HubClient(const HubClient&) = delete;
  HubClient& operator=(const HubClient&) = delete;

  /// GET of a packet with our API key; `path` is below the hub's address.
  HubAnswer pull(const std::string& path);
  /// One CloudEvent, signed, to POST /webhooks/{partner}/answers. `id` is the same on every try.
  HubAnswer post(const std::string& id, const boost::json::value& event);

 private:
  struct Parts;
  HubAnswer perform();

  const Settings& settings_;
  const Clock& clock_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace coordinator
