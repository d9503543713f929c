#include "hub/normalize/variants.hpp"

#include <algorithm>
#include <unordered_map>

#include "hub/normalize/table_rows.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/utf8.hpp"

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

constexpr int longest_chain = 4;

template <class Sorted, class Key>
auto find_in(const Sorted& sorted, char32_t c, Key key) {
  const auto at =
      std::lower_bound(sorted.begin(), sorted.end(), c,
                       [key](const auto& entry, char32_t wanted) { return entry.*key < wanted; });
  return at != sorted.end() && (*at).*key == c ? at : sorted.end();
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
      } else {
        weak_[from] = to;
      }
    });
  }

  base::Result<> registry(std::string_view table) {
    return for_each_row("kanji_variants_abr.tsv", table, 2, [this](const text::Row& row) {
      if (const auto from = first(row[0].text); unknown(from)) folds_[from] = first(row[1].text);
    });
  }

  base::Result<> shrink(std::string_view name, std::string_view table) {
    return for_each_row(name, table, 4, [this](const text::Row& row) {
      const auto from = first(row[0].text);
      if (unknown(from)) learn(from, text::to_code_points(row[3].text));
    });
  }

  Variants build() {
    Variants built;
    for (const auto& entry : folds_)
      built.folds_.emplace_back(entry.first, end_of_chain(entry.second));
    for (const auto& entry : weak_)
      built.weak_.push_back({entry.first, entry.second});
    std::sort(built.folds_.begin(), built.folds_.end());
    std::sort(built.weak_.begin(), built.weak_.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
    return built;
  }

 private:
  static char32_t first(std::string_view cell) {
    std::size_t at = 0;
    return cell.empty() ? 0 : text::next(cell, at);
  }

  [[nodiscard]] bool unknown(char32_t c) const { return !folds_.count(c) && !weak_.count(c); }

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

  [[nodiscard]] char32_t end_of_chain(char32_t c) const {
    for (int step = 0; step < longest_chain; ++step) {
      const auto found = folds_.find(c);
      if (found == folds_.end()) return c;
      c = found->second;
    }
    return c;
  }

  std::unordered_map<char32_t, char32_t> folds_;
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

char32_t Variants::fold(char32_t c) const noexcept {
  const auto at = find_in(folds_, c, &std::pair<char32_t, char32_t>::first);
  return at == folds_.end() ? c : at->second;
}

std::u32string_view Variants::weak(char32_t c) const noexcept {
  const auto at = find_in(weak_, c, &Candidates::from);
  return at == weak_.end() ? std::u32string_view{} : std::u32string_view(at->to);
}

}  // namespace hub::normalize
