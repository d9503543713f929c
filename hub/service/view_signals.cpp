#include "hub/service/view_signals.hpp"

#include "hub/store/households.hpp"
#include "hub/store/referrals.hpp"

namespace hub::service {

void view_line_of(store::Reader& reader, const store::Signal& signal, const ViewSink& sink) {
  ViewLine line("signal");
  line.id("signal", signal.id).code("code", signal.code);
  if (const auto about = store::read_household(reader, signal.household)) {
    line.id("household", about->id);
  }
  if (const auto about = store::read_referral(reader, signal.referral)) {
    line.id("referral", about->id);
  }
  line.time("raisedAt", signal.raised_at).time("decidedAt", signal.decided_at);
  line.code("decision", signal.decision).code("decidedBy", signal.decided_by);
  line.to(sink);
}

void view_signals(store::Reader& reader, std::size_t at_most, const ViewSink& sink) {
  for (const auto& signal : store::list_open_signals(reader, at_most))
    view_line_of(reader, signal, sink);
}

}  // namespace hub::service
