#include "hub/profile/publishers.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {
namespace {

/// 32 bytes in base64.
bool is_key(std::string_view text) {
  constexpr std::size_t length = 44;
  return text.size() == length && text.back() == '=' &&
         std::all_of(text.begin(), text.end() - 1, [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '/';
         });
}

std::string stripped(std::string line) {
  line.erase(std::min(line.find('#'), line.size()));
  line.erase(std::remove_if(line.begin(), line.end(),
                            [](char c) { return c == ' ' || c == '\t' || c == '\r'; }),
             line.end());
  return line;
}

}  // namespace

void read(const Node& node, Problems& problems, Publishers& out) {
  out.at = node.at;
  std::string file;
  read(node, problems, file);
  out.file = file;
}

void read_keys(Publishers& publishers, Problems& problems) {
  if (publishers.file.empty()) return;
  const std::string name = publishers.file.string();
  std::ifstream in(publishers.file);
  if (!in)
    problems.add(
        publishers.at, "publishers_unreadable",
        {"publishersの「" + name + "」を読めません。", "publishers: " + name + " can't be read"});
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    auto key = stripped(std::move(line));
    if (key.empty()) continue;
    if (is_key(key)) {
      publishers.keys.push_back(std::move(key));
      continue;
    }
    const std::string where = std::to_string(number);
    problems.add(publishers.at, "bad_publisher",
                 {"「" + name + "」の" + where +
                      "行目は、発行者の公開鍵(adapter pack が示す44文字)ではありません。",
                  name + ", line " + where +
                      ": no publisher's public key (the 44 characters that adapter pack tells)"});
  }
}

}  // namespace hub::profile
