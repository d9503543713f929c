#include "examples/coordinator/settings.hpp"

#include <sys/stat.h>

#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "examples/coordinator/json_text.hpp"
#include "examples/coordinator/signature.hpp"

namespace coordinator {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::runtime_error unusable(const std::filesystem::path& file, const std::string& why) {
  return std::runtime_error("key file " + file.string() + ": " + why);
}

std::string read_private(const std::filesystem::path& file) {
  struct stat info {};
  if (::stat(file.c_str(), &info) != 0) throw unusable(file, "can't be read");
  if ((info.st_mode & 077) != 0) throw unusable(file, "others may read it; chmod 600 it");
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Keys read_keys(const std::filesystem::path& file) {
  const auto json = value_from_text(read_private(file));
  if (!json || !json->is_object()) throw unusable(file, "is not a JSON object");
  Keys out;
  out.partner = text_at(*json, "partner");
  out.api_key = text_at(*json, "apiKey");
  out.send = key_from_text(text_at(*json, "sendKey"));
  const auto* keys = json->as_object().if_contains("receiveKeys");
  if (keys == nullptr || !keys->is_array()) throw unusable(file, "receiveKeys is missing");
  for (const auto& key : keys->as_array()) {
    out.receive.push_back(key_from_text(key.is_string() ? std::string(key.as_string()) : ""));
  }
  if (out.partner.empty() || out.receive.empty()) throw unusable(file, "partner is missing");
  return out;
}

Clock::Clock(std::chrono::sys_seconds start)
    : ahead_(start - std::chrono::floor<seconds>(std::chrono::system_clock::now())) {}

std::chrono::sys_seconds Clock::now() const {
  return std::chrono::floor<seconds>(std::chrono::system_clock::now()) + ahead_;
}

std::optional<std::chrono::sys_seconds> instant_from_text(const std::string& text) {
  int year = 0, hour = 0, minute = 0, second = 0;
  unsigned month = 0, day = 0;
  char zone[8] = {};
  const int got = std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%7s", &year, &month, &day,
                              &hour, &minute, &second, zone);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  const std::string offset(zone);
  if (got != 7 || !date.ok() || (offset != "Z" && offset != "+09:00")) return std::nullopt;
  const auto at = std::chrono::sys_days(date) + hours(hour) + minutes(minute) + seconds(second);
  return offset == "Z" ? at : at - hours(9);
}

std::string japanese_time(std::chrono::sys_seconds at) {
  const auto local = at + hours(9);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(local - day);
  char out[64];
  std::snprintf(out, sizeof out, "%d年%u月%u日 %d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
  return out;
}

}  // namespace coordinator
