// A running adapter: the child and the conversation with it. What the child says is hostile until
// checked. A fault ends the child and is kept; afterwards this object only tells it. One thread at
// a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hub/adapter/child.hpp"
#include "hub/adapter/conversation.hpp"
#include "hub/adapter/exchange.hpp"
#include "sdk/wire/channel.hpp"

namespace hub::adapter {

class AdapterProcess {
 public:
  /// Started, and its manifest read. `interrupt` ends every wait once it is readable; borrowed.
  /// A failure is `unavailable` when the process died, `busy` when its keeper can't start it now,
  /// `forbidden` for an unsafe file, `invalid` for a file that is no adapter of this version, a bad
  /// manifest, or refused settings.
  static base::Result<std::unique_ptr<AdapterProcess>> start(const Launch& launch, int interrupt);

  [[nodiscard]] const tsunagu::wire::Manifest& manifest() const { return manifest_; }
  [[nodiscard]] std::uint32_t guards() const { return guards_; }
  [[nodiscard]] const Child& child() const { return *child_; }
  /// Why it ended; nothing while it lives, and nothing when it was interrupted.
  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }
  /// False after a fault or an interruption: it takes no more work.
  [[nodiscard]] bool usable() const { return !ended_; }
  /// Notices a death that came while it had nothing to do.
  void look();

  /// A failure of kind `unavailable` with `fault()` set means that the process is gone; any other
  /// is the input's or the handler's own, and the process lives.
  base::Result<DecodeSummary> decode(const Delivery& delivery, InputSource& input,
                                     RecordHandler& handler);
  base::Result<PushSummary> push(const std::string& kind, const std::string& json);
  base::Result<std::vector<HealthLine>> health();
  /// Which feed of the manifest a delivery is; empty: the adapter doesn't know, or can't tell.
  base::Result<std::string> recognize(const Beginning& beginning);

 private:
  AdapterProcess(const Launch& launch, std::unique_ptr<Child> child, int interrupt);

  base::Result<> greet();
  base::Result<> create(tsunagu::wire::Settings settings);
  [[nodiscard]] Conversation begin();
  /// Ends the child, and keeps why.
  base::Failure end(const Fault& why, milliseconds patience = milliseconds(0));
  base::Failure give_up(const Conversation& talk);

  Launch launch_;
  std::unique_ptr<Child> child_;
  tsunagu::wire::Channel channel_;
  tsunagu::wire::Manifest manifest_;
  std::uint32_t guards_ = 0;
  std::optional<std::uint32_t> trusted_guards_;  // what the host said before it became a program
  std::optional<Fault> fault_;
  bool ended_ = false;
};

}  // namespace hub::adapter
