#include "examples/coordinator/packet_text.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>
#include <utility>

namespace coordinator {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

constexpr Label labels[] = {
    {"referral", "相談受付番号"},
    {"persons", "世帯の方"},
    {"person", "識別子"},
    {"relationship", "続柄"},
    {"names", "氏名"},
    {"fullName", "氏名"},
    {"fullNameKana", "フリガナ"},
    {"familyName", "姓"},
    {"givenName", "名"},
    {"familyNameKana", "姓（カナ）"},
    {"givenNameKana", "名（カナ）"},
    {"sex", "性別"},
    {"dateOfBirth", "生年月日"},
    {"addresses", "住所"},
    {"address", "住所"},
    {"fullAddress", "住所"},
    {"contacts", "連絡先"},
    {"value", "内容"},
    {"kind", "種別"},
    {"careLevel", "要介護度"},
    {"disabilityCertificates", "手帳"},
    {"concerns", "課題"},
    {"concern", "課題"},
    {"code", "区分"},
    {"text", "名称"},
    {"statement", "主訴"},
    {"reason", "理由"},
    {"reasonText", "理由"},
    {"requestedAction", "お願いしたいこと"},
    {"urgency", "緊急度"},
    {"requestedAt", "依頼日"},
    {"date", "日付"},
    {"from", "依頼元"},
    {"to", "依頼先"},
    {"staff", "担当"},
    {"agency", "機関"},
    {"legalBasis", "根拠"},
    {"consent", "同意"},
    {"purpose", "目的"},
    {"items", "項目"},
    {"withheld", "伏せたもの"},
    {"label", "項目"},
};

constexpr Label reasons[] = {
    {"hidden_address", "住所等の秘匿（支援措置）"},
    {"hidden_person", "記録なし"},
    {"youtai_pointer", "要保護児童対策地域協議会の情報（連絡先のみ）"},
    {"youtai", "要保護児童対策地域協議会の情報"},
    {"no_consent", "本人の同意がありません"},
    {"tax_without_consent", "税情報（本人の同意がありません）"},
    {"not_needed", "この目的に必要な項目ではありません"},
    {"staff_note", "担当者の所見"},
    {"third_party", "第三者の情報"},
    {"informant", "通報者の情報"},
};

template <std::size_t Count>
std::string_view found_in(const Label (&table)[Count], std::string_view name) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const Label& row) { return row.first == name; });
  return found == std::end(table) ? name : found->second;
}

std::string_view view(boost::json::string_view text) {
  return {text.data(), text.size()};
}

class Printer {
 public:
  void member(std::string_view name, const boost::json::value& value, std::size_t depth) {
    if (value.is_null()) return;
    indent(depth);
    out_.append(found_in(labels, name)).append(":");
    below(value, depth);
  }
  std::string take() { return std::move(out_); }

 private:
  void indent(std::size_t depth) { out_.append(depth * 2, ' '); }

  void below(const boost::json::value& value, std::size_t depth) {
    if (const auto* object = value.if_object()) return object_below(*object, depth);
    if (const auto* array = value.if_array()) return array_below(*array, depth);
    out_ += ' ';
    scalar(value);
    out_ += '\n';
  }

  void object_below(const boost::json::object& object, std::size_t depth) {
    const auto* masked = object.if_contains("masked");
    if (masked != nullptr && masked->is_string()) {
      out_.append(" ［伏せられています：");
      out_.append(found_in(reasons, view(masked->as_string()))).append("］\n");
      return;
    }
    out_ += '\n';
    for (const auto& each : object)
      member(view(each.key()), each.value(), depth + 1);
  }

  void array_below(const boost::json::array& array, std::size_t depth) {
    out_ += '\n';
    for (const auto& value : array) {
      indent(depth + 1);
      out_.append("・");
      below(value, depth + 1);
    }
  }

  void scalar(const boost::json::value& value) {
    if (const auto* text = value.if_string()) {
      out_.append(view(*text));
    } else {
      out_.append(boost::json::serialize(value));
    }
  }

  std::string out_;
};

}  // namespace

std::string packet_text(const boost::json::value& packet) {
  Printer printer;
  if (const auto* object = packet.if_object()) {
    for (const auto& each : *object)
      printer.member(view(each.key()), each.value(), 1);
  }
  return printer.take();
}

}  // namespace coordinator
