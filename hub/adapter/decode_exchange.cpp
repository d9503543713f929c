#include "hub/adapter/decode_exchange.hpp"

#include <string_view>

#include "hub/adapter/vetted.hpp"
#include "hub/base/limits.hpp"

namespace hub::adapter {

using base::fail;
using base::Kind;
using base::Result;
namespace wire = tsunagu::wire;

namespace {

constexpr std::size_t order_key_bytes = 256;

}  // namespace

bool DecodeExchange::run(const Delivery& delivery) {
  wire::Frame frame{};
  const wire::Decode question{delivery.feed, delivery.name, delivery.received_at_ms, delivery.size};
  if (!talk_.say(question)) return false;
  while (!done_) {
    if (!talk_.hear(frame) || !on_frame(frame)) return false;
  }
  return true;
}

bool DecodeExchange::on_frame(const wire::Frame& frame) {
  switch (frame.type) {
    case wire::Type::record:
      return on_record(frame);
    case wire::Type::want:
      return on_want();
    case wire::Type::problem:
      return on_problem(frame);
    case wire::Type::progress:
      return on_progress(frame);
    case wire::Type::done:
      return on_done(frame);
    default:
      return talk_.nonsense("a message that does not belong into a decode");
  }
}

bool DecodeExchange::on_want() {
  if (failure_) return talk_.say(wire::Stop{});
  block_.resize(wire::transfer_bytes);
  const Result<std::size_t> got = input_.read(block_);
  if (!got) {
    failure_ = got.error();
    return talk_.say(wire::Stop{});
  }
  summary_.bytes_read += *got;
  talk_.fed(*got);
  return talk_.say(wire::Block{{reinterpret_cast<const char*>(block_.data()), *got}});
}

bool DecodeExchange::on_record(const wire::Frame& frame) {
  std::optional<wire::Record> record;
  if (!talk_.take(frame, record)) return false;
  if (record->json.size() > base::limits::record_bytes) {
    return talk_.nonsense("a record over the limit");
  }
  ++summary_.records;
  if (!failure_) note(handler_.record(record->json, record->line));
  return true;
}

bool DecodeExchange::on_problem(const wire::Frame& frame) {
  std::optional<wire::ProblemMessage> told;
  if (!talk_.take(frame, told)) return false;
  const Problem problem = vetted(told->problem);
  switch (static_cast<wire::ProblemKind>(told->kind)) {
    case wire::ProblemKind::reject:
      ++summary_.rejects;
      if (!failure_) note(handler_.reject(problem));
      return true;
    case wire::ProblemKind::warning:
      ++summary_.warnings;
      if (!failure_) note(handler_.warning(problem));
      return true;
    case wire::ProblemKind::refusal:
      summary_.refusal = problem;
      return true;
  }
  return talk_.nonsense("a problem of no known kind");
}

bool DecodeExchange::on_progress(const wire::Frame& frame) {
  std::optional<wire::Progress> progress;
  if (!talk_.take(frame, progress)) return false;
  if (!failure_) handler_.progress(progress->rows);
  return true;
}

bool DecodeExchange::on_done(const wire::Frame& frame) {
  std::optional<wire::Done> end;
  if (!talk_.take(frame, end)) return false;
  summary_.rows = end->rows;
  summary_.order_key = vetted_text(end->order_key, order_key_bytes);
  status_ = end->status;
  done_ = true;
  if (status_ == TSUNAGU_OK) summary_.refusal.reset();
  if (status_ != TSUNAGU_OK && !summary_.refusal) {
    summary_.refusal = Problem{"not_decoded", "アダプターが理由を示さずに読み取りをやめました"};
  }
  return true;
}

void DecodeExchange::note(const Result<>& handled) {
  if (!handled && !failure_) failure_ = handled.error();
}

Result<DecodeSummary> DecodeExchange::result() const {
  if (failure_) return *failure_;
  return summary_;
}

}  // namespace hub::adapter
