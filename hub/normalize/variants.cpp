#include "hub/normalize/variants.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "hub/normalize/table_rows.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/utf8.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

/// JIS level 1 is rows 16–47, which CP932 writes as 889F–9872.
bool is_level_one(char32_t c) {
  if (c > 0xFFFF) return false;
  const auto encoded = text::encode_cp932(text::to_utf8(std::u32string(1, c)));
  if (!encoded.substitutions.empty() || encoded.bytes.size() != 2) return false;
  const auto lead = static_cast<unsigned char>(encoded.bytes[0]);
  const auto trail = static_cast<unsigned char>(encoded.bytes[1]);
  const auto code = static_cast<unsigned>(lead) << 8 | trail;
  return code >= 0x889F && code <= 0x9872;
}

using Folds = std::unordered_map<char32_t, char32_t>;

/// Where the chain of folds ends. 淵 → 渕 → 淵 has no end, since two tables differ: then the
/// character of JIS level 1 stands for all, or the first in Unicode.
char32_t end_of_chain(const Folds& folds, char32_t c) {
  std::u32string chain(1, c);
  for (auto next = folds.find(c); next != folds.end(); next = folds.find(chain.back())) {
    if (const auto loop = chain.find(next->second); loop != chain.npos) {
      const auto begin = chain.begin() + static_cast<std::ptrdiff_t>(loop);
      return *std::min_element(begin, chain.end(), [](char32_t a, char32_t b) {
        return std::pair(!is_level_one(a), a) < std::pair(!is_level_one(b), b);
      });
    }
    chain += next->second;
  }
  return chain.back();
}

}  // namespace

class VariantsBuilder {
 public:
  base::Result<> own(std::string_view table) {
    return for_each_row("kanji_name_variants.tsv", table, 3, [this](const text::Row& row) {
      const auto to = text::to_code_points(row[1].text);
      const auto from = first(row[0].text);
      if (row[2].text == "key") {
        folds_[from] = to.front();
      } else if (row[2].text == "apart") {
        apart_.emplace(from, to.front());
      } else {
        weak_[from] = to;
        if (row[2].text == "place") place_folds_[from] = to.front();
      }
    });
  }

  base::Result<> registry(std::string_view table) {
    return for_each_row("kanji_variants_abr.tsv", table, 2, [this](const text::Row& row) {
      const auto to = first(row[1].text);
      const auto from = first(row[0].text);
      if (unknown(from) && from != to && !is_apart(from, to)) folds_[from] = to;
    });
  }

  base::Result<> shrink(std::string_view name, std::string_view table) {
    return for_each_row(name, table, 4, [this](const text::Row& row) {
      const auto from = first(row[0].text);
      auto candidates = text::to_code_points(row[3].text);
      std::erase_if(candidates, [&](char32_t to) { return is_apart(from, to); });
      if (unknown(from) && !candidates.empty()) learn(from, std::move(candidates));
    });
  }

  Variants build() {
    Variants built;
    set_folds(folds_, built.names_);
    place_folds_.insert(folds_.begin(), folds_.end());
    set_folds(place_folds_, built.places_);
    for (const auto& [from, to] : weak_) {
      built.weak_.set(from, static_cast<std::uint16_t>(built.candidates_.size()));
      built.candidates_.push_back(to);
    }
    return built;
  }

 private:
  /// NFKC comes before the tables, so a compatibility kanji (神 U+FA19) is looked up as what it
  /// stands for.
  static char32_t first(std::string_view cell) {
    std::size_t at = 0;
    const auto folded = text::nfkc(cell);
    return folded.empty() ? 0 : text::next(folded, at);
  }

  [[nodiscard]] bool unknown(char32_t c) const { return !folds_.contains(c) && !weak_.contains(c); }

  [[nodiscard]] bool is_apart(char32_t from, char32_t to) const {
    return apart_.contains({from, to});
  }

  void learn(char32_t from, std::u32string candidates) {
    std::u32string level_one;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(level_one), is_level_one);
    const bool clear = level_one.size() == 1 || candidates.size() == 1;
    if (!clear || is_level_one(from)) {
      weak_[from] = std::move(candidates);
    } else {
      folds_[from] = level_one.size() == 1 ? level_one.front() : candidates.front();
    }
  }

  static void set_folds(const Folds& folds, CharMap<char32_t>& map) {
    for (const auto& entry : folds) {
      const auto end = end_of_chain(folds, entry.first);
      if (end != entry.first) map.set(entry.first, end);
    }
  }

  Folds folds_;
  Folds place_folds_;
  std::set<std::pair<char32_t, char32_t>> apart_;  ///< pairs of the other tables that are none
  std::unordered_map<char32_t, std::u32string> weak_;
};

base::Result<Variants> Variants::build(const VariantSources& sources) {
  VariantsBuilder builder;
  if (auto read = builder.own(sources.own); !read) return read.error();
  if (auto read = builder.registry(sources.registry); !read) return read.error();
  if (auto read = builder.shrink("kanji_mj_shrink_within_jisx0208.tsv", sources.within); !read)
    return read.error();
  if (auto read = builder.shrink("kanji_mj_shrink_candidates.tsv", sources.outside); !read)
    return read.error();
  return builder.build();
}

}  // namespace hub::normalize
