// Which of a source's classes is which concern (juso-concern): a table that comes with Tsunagu
// (`concern_map.tsv`: system, source, code, sub code), which a municipality extends by its
// adapter's setting `concerns`. An unknown class is OTHER with a warning, never dropped.
#pragma once

#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tsunagu/config.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/record/concern.hpp"
#include "tsunagu/text/table.hpp"

namespace tsunagu::feed {

struct ConcernMeaning {
  record::ConcernCode code = record::ConcernCode::other;
  std::string sub_code = {};
};

class ConcernMap {
 public:
  /// In an adapter's constructor only: afterwards no file can be opened.
  ConcernMap(const Config& config, std::string_view system) : system_(system) {
    read(config.data_dir() + "/concern_map.tsv");
    for (const auto& [source, meaning] : config.map("concerns"))
      set("concerns", source, meaning);
  }

  [[nodiscard]] const std::string& system() const noexcept { return system_; }

  /// All that a class means; one box of a form may stand for two concerns. Empty: unknown.
  [[nodiscard]] std::vector<ConcernMeaning> of(std::string_view source) const {
    std::vector<ConcernMeaning> found;
    const auto [first, last] = meanings_.equal_range(source);
    for (auto at = first; at != last; ++at)
      found.push_back(at->second);
    return found;
  }

 private:
  void read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
      throw ConfigError("", "concern_map.tsv がありません。インストールを確かめてください");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    text::TableReader table({'\t'});
    table.feed(text);
    for (const text::Row* row = table.next(); row != nullptr; row = table.next())
      take(*row);
    table.finish();
    for (const text::Row* row = table.next(); row != nullptr; row = table.next())
      take(*row);
  }

  void take(const text::Row& row) {
    if (row[0].text != system_) return;
    const std::optional<record::ConcernCode> code = code_named(row[2].text);
    if (!code) throw ConfigError("", "concern_map.tsv に知らない課題コードがあります");
    meanings_.emplace(own(row[1].text), ConcernMeaning{*code, own(row[3].text)});
  }

  /// A setting replaces what the table says of that class: "ABUSE" or "ABUSE/elder".
  void set(const std::string& key, const std::string& source, const std::string& meaning) {
    const std::size_t slash = std::min(meaning.find('/'), meaning.size());
    const std::optional<record::ConcernCode> code = code_named(meaning.substr(0, slash));
    if (!code) throw ConfigError(key + "." + source, "課題コード（juso-concern）ではありません");
    meanings_.erase(source);
    meanings_.emplace(source,
                      ConcernMeaning{*code, meaning.substr(std::min(slash + 1, meaning.size()))});
  }

  static std::optional<record::ConcernCode> code_named(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(record::ConcernCode::other); ++i) {
      const auto code = static_cast<record::ConcernCode>(i);
      if (text_of(code) == name) return code;
    }
    return std::nullopt;
  }

  std::string system_;
  std::multimap<std::string, ConcernMeaning, std::less<>> meanings_;
};

}  // namespace tsunagu::feed
