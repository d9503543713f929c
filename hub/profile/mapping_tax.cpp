// Which columns come from taxation, by their headings.
#include <algorithm>
#include <array>

#include "hub/profile/mapping_parts.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::profile {
namespace {

/// What has the word in it and nobody's taxes: who advises, who collects, what a thing costs.
constexpr std::array<std::string_view, 8> others{"税理士", "税務署", "税務課", "税込",
                                                 "税抜",   "税別",   "内税",   "消費税"};

/// What the tax section fills in or decides, as exports head it. 税 itself stands for 課税, 税額,
/// 住民税, 市町村民税, 納税, 租税 and 滞納(税).
constexpr std::array<std::string_view, 22> words{
    "税",         "所得割",   "均等割",   "所得金額", "所得額",     "合計所得",
    "総所得",     "所得段階", "所得区分", "所得控除", "扶養控除",   "障害者控除",
    "給与収入",   "給与所得", "年金収入", "年金所得", "公的年金等", "固定資産",
    "保険料段階", "負担割合", "負担上限", "世帯収入"};

/// Owed to somebody else than the tax section.
constexpr std::array<std::string_view, 12> debts{"家賃", "公共料金", "光熱",   "水道",
                                                 "電気", "ガス",     "給食",   "保育",
                                                 "携帯", "利用料",   "ローン", "医療費"};

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

std::string without(std::string text, std::string_view part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
    text.erase(at, part.size());
  return text;
}

}  // namespace

bool tells_taxation(std::string_view heading) {
  std::string text = tsunagu::text::without_spaces(tsunagu::text::nfkc(heading));
  for (const std::string_view other : others)
    text = without(std::move(text), other);
  if (has_any(text, words)) return true;
  return text.find("滞納") != std::string::npos && !has_any(text, debts);
}

}  // namespace hub::profile
