// The records of one row, which go out together or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tsunagu/decode.hpp"
#include "tsunagu/feed/findings.hpp"
#include "tsunagu/feed/problem.hpp"
#include "tsunagu/record.hpp"

namespace tsunagu::feed {

class Batch {
 public:
  explicit Batch(Sink& sink) : sink_(&sink) {}

  /// Takes a finished record, with the warnings that its row has gathered since the last one.
  template <class Record>
  void add(Record& record, Findings& row) {
    for (const Problem& problem : row.take_warnings()) {
      record.warn(problem.code, static_cast<std::int64_t>(problem.line), problem.column,
                  problem.reason);
      warnings_.push_back(problem);
    }
    records_.emplace_back();
    record.append_json(records_.back());
  }

  /// Ends the row: its records, or its rejection.
  void flush(const Findings& row) {
    if (row.rejection()) {
      sink_->reject(*row.rejection());
    } else if (too_long()) {
      sink_->reject({"record.too_long",
                     "一件の内容が長すぎます（256 KiBまで）。長い記述を分けてください",
                     row.number()});
    } else {
      emit(row.number());
    }
    records_.clear();
    warnings_.clear();
  }

 private:
  [[nodiscard]] bool too_long() const {
    for (const std::string& record : records_) {
      if (record.size() > record_bytes) return true;
    }
    return false;
  }

  void emit(std::uint64_t line) {
    for (const std::string& record : records_)
      sink_->record(record, line);
    for (const Problem& warning : warnings_)
      sink_->warning(warning);
  }

  Sink* sink_;
  std::vector<std::string> records_;
  std::vector<Problem> warnings_;
};

}  // namespace tsunagu::feed
