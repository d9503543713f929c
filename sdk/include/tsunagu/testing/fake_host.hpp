// See tsunagu/testing.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tsunagu/adapter.hpp"

namespace tsunagu::testing {

/// One delivery, and how it is cut: `block` is the most that one read gives.
struct Arrival {
  std::string feed;
  std::string bytes;
  std::string name = {};
  std::int64_t received_at_ms = 1'775'779'200'000;  // 2026-04-10T00:00:00Z
  std::size_t block = block_bytes;
  std::size_t records_wanted = SIZE_MAX;  ///< after so many records the sink says stop
};

struct TakenRecord {
  std::string json;
  std::uint64_t line = 0;
};

struct Decoded {
  tsunagu_status status = TSUNAGU_FAILED;
  std::vector<TakenRecord> records;
  std::vector<Problem> rejects;
  std::vector<Problem> warnings;
  Problem refusal = {};  ///< when status is REFUSED or FAILED
  std::uint64_t rows = 0;
  std::string order_key = {};
};

struct PushedFile {
  std::string suffix;
  std::string bytes;
};

struct Pushed {
  tsunagu_status status = TSUNAGU_FAILED;
  std::vector<PushedFile> files;
  std::vector<Problem> warnings;
  Problem refusal = {};
};

struct HealthLine {
  bool good = false;
  std::string code;
  std::string text;
};

namespace detail {

using tsunagu::detail::text;
using tsunagu::detail::view;

inline Problem unflatten(const tsunagu_problem& flat) {
  return {std::string(view(flat.code)), std::string(view(flat.reason)), flat.line,
          std::string(view(flat.column)), flat.column_number};
}

/// An arrival that remembers how far it was read.
struct Reading {
  const Arrival* arrival;
  std::size_t at = 0;
};

inline std::int64_t read(const tsunagu_input* input, std::uint8_t* buffer, std::size_t capacity) {
  auto& reading = *static_cast<Reading*>(input->self);
  const std::string& bytes = reading.arrival->bytes;
  const std::size_t size =
      std::min({capacity, reading.arrival->block, bytes.size() - reading.at, block_bytes});
  if (size > 0) std::memcpy(buffer, bytes.data() + reading.at, size);
  reading.at += size;
  return static_cast<std::int64_t>(size);
}

struct Taking {
  Decoded decoded;
  std::size_t wanted;
};

inline Taking& taking(const tsunagu_sink* sink) {
  return *static_cast<Taking*>(sink->self);
}

inline tsunagu_sink sink_into(Taking& into) {
  return {
      sizeof(tsunagu_sink),
      &into,
      [](const tsunagu_sink* sink, tsunagu_text json, std::uint64_t line) -> tsunagu_status {
        Taking& to = taking(sink);
        if (to.decoded.records.size() == to.wanted) return TSUNAGU_STOPPED;
        if (json.size > record_bytes) throw std::length_error("record over TSUNAGU_RECORD_BYTES");
        to.decoded.records.push_back({std::string(view(json)), line});
        return TSUNAGU_OK;
      },
      [](const tsunagu_sink* sink, const tsunagu_problem* problem) -> tsunagu_status {
        taking(sink).decoded.rejects.push_back(unflatten(*problem));
        return TSUNAGU_OK;
      },
      [](const tsunagu_sink* sink, const tsunagu_problem* problem) -> tsunagu_status {
        taking(sink).decoded.warnings.push_back(unflatten(*problem));
        return TSUNAGU_OK;
      },
      [](const tsunagu_sink*, std::uint64_t) -> tsunagu_status { return TSUNAGU_OK; },
      [](const tsunagu_sink* sink, const tsunagu_finish* finish) -> tsunagu_status {
        taking(sink).decoded.rows = finish->rows;
        taking(sink).decoded.order_key = std::string(view(finish->order_key));
        return TSUNAGU_OK;
      },
      [](const tsunagu_sink* sink, const tsunagu_problem* problem) -> tsunagu_status {
        taking(sink).decoded.refusal = unflatten(*problem);
        return TSUNAGU_OK;
      },
  };
}

inline Pushed& pushed(const tsunagu_outbox* outbox) {
  return *static_cast<Pushed*>(outbox->self);
}

inline tsunagu_outbox outbox_into(Pushed& into) {
  return {
      sizeof(tsunagu_outbox),
      &into,
      [](const tsunagu_outbox* outbox, tsunagu_text suffix) -> tsunagu_status {
        pushed(outbox).files.push_back({std::string(view(suffix)), {}});
        return TSUNAGU_OK;
      },
      [](const tsunagu_outbox* outbox, const std::uint8_t* data,
         std::size_t size) -> tsunagu_status {
        if (pushed(outbox).files.empty()) throw std::logic_error("write before open");
        pushed(outbox).files.back().bytes.append(reinterpret_cast<const char*>(data), size);
        return TSUNAGU_OK;
      },
      [](const tsunagu_outbox* outbox, const tsunagu_problem* problem) -> tsunagu_status {
        pushed(outbox).warnings.push_back(unflatten(*problem));
        return TSUNAGU_OK;
      },
      [](const tsunagu_outbox* outbox, const tsunagu_problem* problem) -> tsunagu_status {
        pushed(outbox).refusal = unflatten(*problem);
        return TSUNAGU_OK;
      },
  };
}

}  // namespace detail

/// Makes one adapter from its table and drives it as the real host does.
class FakeHost {
 public:
  /// Throws ConfigError when the adapter refuses its settings.
  explicit FakeHost(const tsunagu_adapter_table& table, Config::Settings settings = {},
                    std::string data_dir = {})
      : table_(&table), data_dir_(std::move(data_dir)) {
    std::vector<tsunagu_setting> flat;
    for (const auto& [key, value] : settings)
      flat.push_back({detail::text(key), detail::text(value)});
    Refusal refusal;
    host_ = {sizeof(tsunagu_host), &refusal, detail::text("0.0.0"), detail::text(data_dir_), note};
    if (table.create(flat.data(), flat.size(), &host_, &adapter_) != TSUNAGU_OK) {
      throw ConfigError(refusal.first, refusal.second);
    }
  }
  FakeHost(const FakeHost&) = delete;
  FakeHost& operator=(const FakeHost&) = delete;
  ~FakeHost() { table_->destroy(adapter_); }

  [[nodiscard]] std::string_view manifest() const { return detail::view(table_->manifest()); }

  Decoded decode(const Arrival& arrival) {
    detail::Reading reading{&arrival};
    detail::Taking into{{}, arrival.records_wanted};
    const tsunagu_input input{sizeof(tsunagu_input),
                              &reading,
                              detail::text(arrival.feed),
                              detail::text(arrival.name),
                              arrival.received_at_ms,
                              static_cast<std::int64_t>(arrival.bytes.size()),
                              detail::read};
    const tsunagu_sink sink = detail::sink_into(into);
    into.decoded.status = table_->decode(adapter_, &input, &sink);
    return std::move(into.decoded);
  }

  Pushed push(std::string_view kind, std::string_view json) {
    Pushed into;
    if (table_->push == nullptr) {
      into.status = TSUNAGU_UNSUPPORTED;
      return into;
    }
    const tsunagu_message message{sizeof(tsunagu_message), 0, detail::text(kind),
                                  detail::text(json)};
    const tsunagu_outbox outbox = detail::outbox_into(into);
    into.status = table_->push(adapter_, &message, &outbox);
    return into;
  }

  std::vector<HealthLine> health() {
    std::vector<HealthLine> lines;
    const tsunagu_health health{sizeof(tsunagu_health), &lines, add_line};
    if (table_->health != nullptr) table_->health(adapter_, &health);
    return lines;
  }

 private:
  using Refusal = std::pair<std::string, std::string>;

  static void note(const tsunagu_host* host, tsunagu_text key, tsunagu_text why) {
    *static_cast<Refusal*>(host->self) = {std::string(detail::view(key)),
                                          std::string(detail::view(why))};
  }
  static void add_line(const tsunagu_health* health, std::int32_t good, tsunagu_text code,
                       tsunagu_text why) {
    static_cast<std::vector<HealthLine>*>(health->self)
        ->push_back({good != 0, std::string(detail::view(code)), std::string(detail::view(why))});
  }

  const tsunagu_adapter_table* table_;
  std::string data_dir_;
  tsunagu_host host_{};
  tsunagu_adapter* adapter_ = nullptr;
};

}  // namespace tsunagu::testing
