// Which of the three feeds a file is, by the words of its header. The care plan's 第2表 may come
// without one: nothing is said of it then.
#include <algorithm>
#include <string>

#include "plugins/kaigo/kaigo.hpp"
#include "tsunagu/text/encoding.hpp"

namespace kaigo {

namespace {

namespace text = tsunagu::text;

std::string first_line(std::string_view bytes) {
  const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
  text::Decoder decoder({text::Encoding::utf8, text::Encoding::cp932});
  std::string line;
  if (const auto some = decoder.feed(bytes.substr(0, end))) line = *some;
  if (const auto rest = decoder.finish()) line += *rest;
  return line;
}

struct Sign {
  std::string_view word;
  std::string_view feed;
};

constexpr Sign signs[] = {{"SERVICE_USER_INFO", "life"},
                          {"居宅計画書作成年月日", "care_plan"},
                          {"相談分類", "consultations"}};

}  // namespace

std::string_view Kaigo::feed_of(const tsunagu::draft::Beginning& beginning) {
  const std::string header = first_line(beginning.bytes);
  for (const Sign& sign : signs)
    if (header.find(sign.word) != std::string::npos) return sign.feed;
  return {};
}

}  // namespace kaigo
