#include "sdk/host/calls.hpp"
#include "tsunagu/detail/abi.hpp"

namespace tsunagu::host {
namespace {

using tsunagu::detail::text;
using tsunagu::detail::view;

Teller& teller_of(const tsunagu_outbox* outbox) {
  return *static_cast<Teller*>(outbox->self);
}

tsunagu_status open(const tsunagu_outbox* outbox, tsunagu_text suffix) {
  return teller_of(outbox).tell(wire::File{std::string(view(suffix))});
}

/// In pieces that fit in a frame: the adapter may give a whole TSUNAGU_BLOCK_BYTES.
tsunagu_status write(const tsunagu_outbox* outbox, const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  tsunagu_status status = TSUNAGU_OK;
  while (!rest.empty() && status == TSUNAGU_OK) {
    const std::string_view piece = rest.substr(0, wire::transfer_bytes);
    rest.remove_prefix(piece.size());
    status = teller_of(outbox).tell(wire::FileBytes{piece});
  }
  return status;
}

template <wire::ProblemKind kind>
tsunagu_status problem(const tsunagu_outbox* outbox, const tsunagu_problem* problem) {
  return teller_of(outbox).tell_problem(kind, *problem);
}

}  // namespace

tsunagu_status Teller::tell_problem(wire::ProblemKind kind, const tsunagu_problem& problem) {
  return tell(wire::ProblemMessage{
      static_cast<std::uint8_t>(kind),
      {std::string(view(problem.code)), std::string(view(problem.reason)), problem.line,
       std::string(view(problem.column)), problem.column_number}});
}

wire::Done push(const tsunagu_adapter_table& table, tsunagu_adapter* adapter,
                const wire::Push& message, wire::Channel& channel) {
  wire::Done done{TSUNAGU_UNSUPPORTED, 0, {}};
  if (table.push == nullptr) return done;
  Teller teller(channel);
  const tsunagu_message given{sizeof given, 0, text(message.kind), text(message.json)};
  const tsunagu_outbox outbox{sizeof outbox,
                              &teller,
                              open,
                              write,
                              problem<wire::ProblemKind::warning>,
                              problem<wire::ProblemKind::refusal>};
  done.status = table.push(adapter, &given, &outbox);
  return done;
}

}  // namespace tsunagu::host
