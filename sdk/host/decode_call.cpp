#include <algorithm>
#include <cstring>

#include "sdk/host/calls.hpp"
#include "tsunagu/detail/abi.hpp"

namespace tsunagu::host {
namespace {

using tsunagu::detail::text;
using tsunagu::detail::view;

struct DecodeCall {
  explicit DecodeCall(wire::Channel& channel) : teller(channel) {}

  Teller teller;
  wire::Done done;
  std::string_view block;  ///< what is left of the block that came last; borrows from the channel
  bool asked = false;      ///< a Want is open
  bool ended = false;
  bool stopped = false;

  void ask() {
    wire::Channel& channel = teller.channel();
    channel.queue(wire::Want{});
    asked = channel.flush({}) == wire::Io::ok;
    stopped = !asked;
  }
  /// Takes the answer to the open Want.
  void take() {
    wire::Frame frame{};
    const bool came = asked && teller.channel().next(frame, {}) == wire::Io::ok;
    const auto next = came ? wire::as<wire::Block>(frame) : std::nullopt;
    asked = false;
    stopped = !next;
    block = next ? next->bytes : std::string_view();
    ended = block.empty();
  }
  /// The next block; the one after it is asked for at once, and comes while this one is worked on.
  void fetch() {
    if (!asked) ask();
    take();
    if (!ended) ask();
  }
};

std::int64_t read(const tsunagu_input* input, std::uint8_t* buffer, std::size_t capacity) {
  auto& call = *static_cast<DecodeCall*>(input->self);
  if (capacity == 0) return 0;
  if (call.block.empty() && !call.ended && !call.stopped) call.fetch();
  if (call.stopped) return -1;
  const std::size_t size = std::min(capacity, call.block.size());
  if (size > 0) std::memcpy(buffer, call.block.data(), size);
  call.block.remove_prefix(size);
  return static_cast<std::int64_t>(size);
}

DecodeCall& call_of(const tsunagu_sink* sink) {
  return *static_cast<DecodeCall*>(sink->self);
}

tsunagu_status record(const tsunagu_sink* sink, tsunagu_text json, std::uint64_t line) {
  Teller& teller = call_of(sink).teller;
  if (json.size <= TSUNAGU_RECORD_BYTES) return teller.tell(wire::Record{line, view(json)});
  return teller.tell(
      wire::ProblemMessage{static_cast<std::uint8_t>(wire::ProblemKind::reject),
                           {"record_too_large", "1 件の記録が大きすぎます(上限 256 KiB)", line}});
}

template <wire::ProblemKind kind>
tsunagu_status problem(const tsunagu_sink* sink, const tsunagu_problem* problem) {
  return call_of(sink).teller.tell_problem(kind, *problem);
}

tsunagu_status progress(const tsunagu_sink* sink, std::uint64_t rows) {
  return call_of(sink).teller.tell(wire::Progress{rows});
}

tsunagu_status finish(const tsunagu_sink* sink, const tsunagu_finish* finish) {
  wire::Done& done = call_of(sink).done;
  done.rows = finish->rows;
  done.order_key = std::string(view(finish->order_key));
  return TSUNAGU_OK;
}

}  // namespace

wire::Done decode(const tsunagu_adapter_table& table, tsunagu_adapter* adapter,
                  const wire::Decode& delivery, wire::Channel& channel) {
  DecodeCall call(channel);
  const tsunagu_input input{
      sizeof input,  &call, text(delivery.feed), text(delivery.name), delivery.received_at_ms,
      delivery.size, read};
  const tsunagu_sink sink{sizeof sink,
                          &call,
                          record,
                          problem<wire::ProblemKind::reject>,
                          problem<wire::ProblemKind::warning>,
                          progress,
                          finish,
                          problem<wire::ProblemKind::refusal>};
  call.done.status = table.decode(adapter, &input, &sink);
  if (call.asked) call.take();  // the adapter did not want all of it
  return call.done;
}

}  // namespace tsunagu::host
