// Golden files: what `testdata/in/NAME` decodes to stands in `testdata/expected/NAME.jsonl` (one
// record a line) and `NAME.rejects` (outcome, rejects and warnings, one a line). With
// TSUNAGU_REFRESH=1 in the environment they are written anew; read the diff before you commit it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tsunagu/testing/fake_host.hpp"

namespace tsunagu::testing {

/// The whole file; throws when it can't be read.
inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("can't read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

namespace detail {

inline std::string line_of(std::string_view what, const Problem& problem) {
  std::ostringstream line;
  line << what << " line=" << problem.line;
  if (!problem.column.empty() || problem.column_number != 0) {
    line << " column=" << problem.column_number << ':' << problem.column;
  }
  line << ' ' << problem.code << ": " << problem.reason << '\n';
  return line.str();
}

inline std::string_view name_of(tsunagu_status status) {
  constexpr std::string_view names[] = {"ok", "refused", "stopped", "unsupported", "failed"};
  return status >= 0 && status < 5 ? names[status] : "unknown status";
}

/// Where two texts differ first, in a form for a test's failure; empty when they don't.
inline std::string difference(const std::filesystem::path& path, const std::string& wanted,
                              const std::string& got) {
  if (wanted == got) return {};
  std::istringstream left(wanted);
  std::istringstream right(got);
  std::string a;
  std::string b;
  for (int line = 1;; ++line) {
    const bool more_left = static_cast<bool>(std::getline(left, a));
    const bool more_right = static_cast<bool>(std::getline(right, b));
    if (more_left && more_right && a == b) continue;
    return path.filename().string() + ":" + std::to_string(line) +
           "\n  expected: " + (more_left ? a : "(end)") +
           "\n  got:      " + (more_right ? b : "(end)") + "\nTSUNAGU_REFRESH=1 writes it anew\n";
  }
}

inline std::string compare_or_refresh(const std::filesystem::path& path, const std::string& got) {
  const char* refresh = std::getenv("TSUNAGU_REFRESH");
  if (refresh != nullptr && std::string_view(refresh) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << got;
    return {};
  }
  if (!std::filesystem::exists(path)) return path.filename().string() + " is not there\n";
  return difference(path, read_file(path), got);
}

}  // namespace detail

/// One record a line.
inline std::string jsonl(const Decoded& decoded) {
  std::string lines;
  for (const TakenRecord& record : decoded.records)
    lines += record.json + '\n';
  return lines;
}

/// The outcome, then rejects, then warnings.
inline std::string problems(const Decoded& decoded) {
  std::ostringstream lines;
  lines << "outcome " << detail::name_of(decoded.status) << " rows=" << decoded.rows;
  if (!decoded.order_key.empty()) lines << " order=" << decoded.order_key;
  lines << '\n';
  if (!decoded.refusal.code.empty()) lines << detail::line_of("refusal", decoded.refusal);
  for (const Problem& problem : decoded.rejects)
    lines << detail::line_of("reject", problem);
  for (const Problem& problem : decoded.warnings)
    lines << detail::line_of("warning", problem);
  return lines.str();
}

/// Decodes `testdata/in/name` and compares with `testdata/expected/`. Also decodes it in small
/// blocks, which must change nothing. Returns what differs; empty when nothing does.
inline std::string golden(FakeHost& host, const std::filesystem::path& testdata, std::string feed,
                          const std::string& name) {
  Arrival arrival{std::move(feed), read_file(testdata / "in" / name), name};
  const Decoded whole = host.decode(arrival);
  std::string differs =
      detail::compare_or_refresh(testdata / "expected" / (name + ".jsonl"), jsonl(whole)) +
      detail::compare_or_refresh(testdata / "expected" / (name + ".rejects"), problems(whole));
  for (const std::size_t block : {std::size_t{1}, std::size_t{7}, std::size_t{4096}}) {
    arrival.block = block;
    const Decoded cut = host.decode(arrival);
    if (jsonl(cut) + problems(cut) == jsonl(whole) + problems(whole)) continue;
    differs += name + " decodes differently in blocks of " + std::to_string(block) + " bytes\n";
  }
  return differs;
}

/// Pushes the message in `testdata/push/name.json` and compares every file, byte for byte, with
/// `testdata/pushed/name` + its suffix, and outcome and warnings with `name.result`. Returns what
/// differs.
inline std::string golden_push(FakeHost& host, const std::filesystem::path& testdata,
                               const std::string& kind, const std::string& name) {
  const Pushed pushed = host.push(kind, read_file(testdata / "push" / (name + ".json")));
  std::ostringstream lines;
  lines << "outcome " << detail::name_of(pushed.status) << '\n';
  if (!pushed.refusal.code.empty()) lines << detail::line_of("refusal", pushed.refusal);
  for (const Problem& problem : pushed.warnings)
    lines << detail::line_of("warning", problem);
  std::string differs;
  for (const PushedFile& file : pushed.files) {
    lines << "file " << file.suffix << '\n';
    differs += detail::compare_or_refresh(testdata / "pushed" / (name + file.suffix), file.bytes);
  }
  return differs +
         detail::compare_or_refresh(testdata / "pushed" / (name + ".result"), lines.str());
}

}  // namespace tsunagu::testing
