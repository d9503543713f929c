#include "hub/http/field_rules.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace hub::http {
namespace {

constexpr std::size_t most_length_digits = 15;  // below 2^53, so that no reader rounds it

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_token_char(char c) {
  if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_host(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c < 0x7F && std::string_view(",/@\\?#\"<>").find(c) == std::string_view::npos;
  });
}

}  // namespace

bool is_token(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

bool equals_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

HeadFault FieldRules::see(std::string_view name, std::string_view value, Head& head) {
  if (equals_ignoring_case(name, "host")) return host(value);
  if (equals_ignoring_case(name, "content-length")) return length(value, head);
  if (equals_ignoring_case(name, "transfer-encoding")) return encoding(value, head);
  if (equals_ignoring_case(name, "trailer")) return HeadFault::trailers_announced;
  if (equals_ignoring_case(name, "expect")) return expectation(value, head);
  if (equals_ignoring_case(name, "connection")) connection(value);
  return HeadFault::none;
}

HeadFault FieldRules::host(std::string_view value) {
  if (std::exchange(host_seen_, true)) return HeadFault::host_repeated;
  return is_host(value) ? HeadFault::none : HeadFault::bad_field_value;
}

HeadFault FieldRules::length(std::string_view value, Head& head) {
  if (head.content_length) return HeadFault::length_repeated;
  std::uint64_t size = 0;
  const auto end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, size);
  if (value.empty() || value.size() > most_length_digits || stop != end || error != std::errc{}) {
    return HeadFault::length_invalid;
  }
  head.content_length = size;
  return HeadFault::none;
}

HeadFault FieldRules::encoding(std::string_view value, Head& head) {
  if (minor_version_ == 0) return HeadFault::encoding_in_http10;
  if (head.chunked || !equals_ignoring_case(value, "chunked")) return HeadFault::encoding_unknown;
  head.chunked = true;
  return HeadFault::none;
}

HeadFault FieldRules::expectation(std::string_view value, Head& head) {
  if (head.expects_continue || !equals_ignoring_case(value, "100-continue")) {
    return HeadFault::expectation_unknown;
  }
  head.expects_continue = true;
  return HeadFault::none;
}

void FieldRules::connection(std::string_view value) {
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    auto option = value.substr(0, comma);
    option.remove_prefix(std::min(option.find_first_not_of(" \t"), option.size()));
    option = option.substr(0, option.find_last_not_of(" \t") + 1);
    close_ = close_ || equals_ignoring_case(option, "close");
    keep_alive_ = keep_alive_ || equals_ignoring_case(option, "keep-alive");
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
}

HeadFault FieldRules::finish(Head& head) {
  if (!host_seen_) return HeadFault::host_missing;
  if (head.chunked && head.content_length) return HeadFault::length_and_encoding;
  head.keep_alive = !close_ && (minor_version_ == 1 || keep_alive_);
  return HeadFault::none;
}

}  // namespace hub::http
