#include "plugins/konkyu/columns.hpp"

#include <string>
#include <vector>

namespace konkyu {

namespace {

using tsunagu::feed::ColumnSpec;
using tsunagu::feed::Need;

constexpr const char* who[] = {"ID",   "受付日",     "受付者",     "相談経路",   "ふりがな",
                               "氏名", "性別",       "生年月日",   "年齢",       "郵便番号",
                               "住所", "電話(自宅)", "電話(携帯)", "来談者氏名", "来談者続柄"};

constexpr const char* consulted[consulted_boxes] = {"病気や健康、障害のこと",
                                                    "住まいについて",
                                                    "収入・生活費のこと",
                                                    "家賃やローンの支払いのこと",
                                                    "税金や公共料金等の支払いについて",
                                                    "債務について",
                                                    "仕事探し、就職について",
                                                    "仕事上の不安やトラブル",
                                                    "地域との関係について",
                                                    "家族との関係について",
                                                    "子育てのこと",
                                                    "介護のこと",
                                                    "ひきこもり・不登校",
                                                    "DV・虐待",
                                                    "食べるものがない",
                                                    "その他"};

constexpr const char* state[] = {"具体的内容",   "希望", "同居者",   "世帯収入(月)", "滞納(税)",
                                 "滞納(その他)", "債務", "住居形態", "就労状況",     "健康保険",
                                 "年金",         "手帳", "緊急支援"};

constexpr const char* issues[issue_boxes] = {"病気",
                                             "けが",
                                             "障害(手帳有)",
                                             "障害(疑い)",
                                             "自死企図",
                                             "その他メンタルヘルス",
                                             "住まい不安定",
                                             "ホームレス",
                                             "経済的困窮",
                                             "多重・過重債務",
                                             "家計管理",
                                             "就職活動困難",
                                             "就職定着困難",
                                             "生活習慣の乱れ",
                                             "社会的孤立",
                                             "家族関係",
                                             "不登校",
                                             "非行",
                                             "中卒・高校中退",
                                             "ひとり親",
                                             "DV・虐待",
                                             "外国籍",
                                             "刑余者",
                                             "コミュニケーション",
                                             "本人の能力(識字等)",
                                             "被災",
                                             "その他"};

constexpr const char* outcome[] = {"支援方針", "プラン作成日", "プラン期間", "支援調整会議日",
                                   "評価",     "評価日",       "同意署名日"};

}  // namespace

tsunagu::feed::Layout consultation_layout() {
  std::vector<ColumnSpec> columns;
  const auto add = [&](const auto& names, const std::string& prefix) {
    for (const char* name : names)
      columns.push_back({prefix + name});
  };
  add(who, "");
  add(consulted, "");
  add(state, "");
  add(issues, "課題まとめ_");
  add(outcome, "");
  columns.push_back({"同意書コード", Need::optional});
  columns.push_back({"つなぎ先機関コード", Need::optional});
  return tsunagu::feed::Layout(std::move(columns));
}

}  // namespace konkyu
