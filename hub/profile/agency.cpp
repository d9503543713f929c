#include "hub/profile/agency.hpp"

#include <array>

namespace hub::profile {
namespace {

constexpr std::array<Word<OperatorKind>, 8> operator_kinds{
    {{"市", OperatorKind::municipality},
     {"社会福祉協議会", OperatorKind::welfare_council},
     {"社会福祉法人", OperatorKind::welfare_corporation},
     {"医療", OperatorKind::medical},
     {"会社", OperatorKind::company},
     {"NPO・団体", OperatorKind::nonprofit},
     {"公的機関", OperatorKind::public_body},
     {"住民の組織", OperatorKind::residents}}};

constexpr std::array<Word<StatuteItem>, 14> statute_items{{{"なし", StatuteItem::none},
                                                           {"第1号", StatuteItem::i1},
                                                           {"第1号イ", StatuteItem::i1_i},
                                                           {"第1号ロ", StatuteItem::i1_ro},
                                                           {"第1号ハ", StatuteItem::i1_ha},
                                                           {"第1号ニ", StatuteItem::i1_ni},
                                                           {"第2号", StatuteItem::i2},
                                                           {"第3号", StatuteItem::i3},
                                                           {"第3号イ", StatuteItem::i3_i},
                                                           {"第3号ロ", StatuteItem::i3_ro},
                                                           {"第3号ハ", StatuteItem::i3_ha},
                                                           {"第3号ニ", StatuteItem::i3_ni},
                                                           {"第4号", StatuteItem::i4},
                                                           {"第5号", StatuteItem::i5}}};

constexpr std::array<Word<Mode>, 5> modes{{{"直営", Mode::direct},
                                           {"委託", Mode::entrusted},
                                           {"指定管理", Mode::designated_manager},
                                           {"自主事業", Mode::own_project},
                                           {"地域の福祉活動", Mode::community}}};

constexpr std::array<Word<BaseType>, 3> base_types{{{"基本型", BaseType::basic},
                                                    {"総合型", BaseType::comprehensive},
                                                    {"地域型", BaseType::community}}};

}  // namespace

std::span<const Word<OperatorKind>> words_of(WordsFor<OperatorKind>) {
  return operator_kinds;
}
std::span<const Word<StatuteItem>> words_of(WordsFor<StatuteItem>) {
  return statute_items;
}
std::span<const Word<Mode>> words_of(WordsFor<Mode>) {
  return modes;
}
std::span<const Word<BaseType>> words_of(WordsFor<BaseType>) {
  return base_types;
}

bool takes_consultations(StatuteItem item) {
  return item >= StatuteItem::i1 && item <= StatuteItem::i1_ni;
}

static void read(const Node& node, Problems& problems, Operator& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("name", out.name), need("kind", out.kind),
            may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, Agency& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("name", out.name), need("operator", out.run_by),
            may("address", out.address), may("section", out.section), may("succeeds", out.succeeds),
            may("note", out.note), may("from", out.period.from), may("until", out.period.until)});
}

static void read(const Node& node, Problems& problems, Desk& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("agency", out.agency), need("programme", out.programme),
            need("fields", out.fields), need("statute", out.statute), need("mode", out.mode),
            need("areas", out.areas), may("target", out.target), may("content", out.content),
            may("types", out.types), may("section", out.section), may("base_type", out.base_type),
            may("bases", out.bases), may("succeeds", out.succeeds), need("plan", out.plan),
            may("note", out.note), may("from", out.period.from), may("until", out.period.until)});
}

void read(const Node& node, Problems& problems, Agencies& out) {
  read_map(
      node, problems,
      {need("operators", out.operators), need("agencies", out.agencies), need("desks", out.desks)});
}

}  // namespace hub::profile
