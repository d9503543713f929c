#include "examples/coordinator/packet_text.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>
#include <utility>

namespace coordinator {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

constexpr Label labels[] = {
    {"referralId", "相談受付番号"},
    {"urgency", "緊急度"},
    {"legalBasis", "根拠"},
    {"purpose", "目的"},
    {"disclosedAt", "開示の時刻"},
    {"records", "内容"},
    {"names", "氏名"},
    {"familyName", "姓"},
    {"givenName", "名"},
    {"fullName", "氏名"},
    {"fullNameKana", "フリガナ"},
    {"familyNameKana", "姓（カナ）"},
    {"givenNameKana", "名（カナ）"},
    {"original", "元の表記"},
    {"sex", "性別"},
    {"dateOfBirth", "生年月日"},
    {"addresses", "住所"},
    {"fullAddress", "住所"},
    {"postalCode", "郵便番号"},
    {"contacts", "連絡先"},
    {"value", "内容"},
    {"careLevel", "要介護度"},
    {"conditions", "心身の状態"},
    {"disabilityCertificates", "手帳"},
    {"code", "区分"},
    {"text", "名称"},
    {"statement", "主訴"},
    {"reason", "理由"},
    {"requestedAction", "お願いしたいこと"},
    {"receivedAt", "受付日"},
    {"date", "日付"},
    {"from", "から"},
    {"until", "まで"},
    {"to", "依頼先"},
    {"staff", "担当"},
    {"agency", "機関"},
    {"status", "状態"},
    {"givenAt", "同意の日"},
};

/// Kinds of records, as headings.
constexpr Label kinds[] = {
    {"person", "ご本人"},           {"household_hint", "世帯"},
    {"consultation", "相談"},       {"concern", "困りごと"},
    {"assessment", "アセスメント"}, {"consent", "同意"},
    {"referral", "つなぎ"},         {"plan", "計画"},
    {"monitoring", "モニタリング"},
};

constexpr std::string_view for_programs[] = {"kind", "id", "person", "caseId", "correlationId"};

template <std::size_t Count>
std::string_view found_in(const Label (&table)[Count], std::string_view name) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const Label& row) { return row.first == name; });
  return found == std::end(table) ? name : found->second;
}

std::string_view view(boost::json::string_view text) {
  return {text.data(), text.size()};
}

bool is_for_programs(std::string_view name) {
  return std::find(std::begin(for_programs), std::end(for_programs), name) !=
         std::end(for_programs);
}

class Printer {
 public:
  void member(std::string_view name, const boost::json::value& value, std::size_t depth) {
    if (value.is_null() || is_for_programs(name)) return;
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
    if (object.contains("dataAbsentReason")) {
      out_.append(" ［伏せられています］\n");
      return;
    }
    const auto* fields = object.if_contains("fields");
    if (fields != nullptr && fields->is_object()) return record_below(object, *fields, depth);
    out_ += '\n';
    members(object, depth + 1);
  }

  /// The kind is its heading.
  void record_below(const boost::json::object& record, const boost::json::value& fields,
                    std::size_t depth) {
    const auto* kind = record.if_contains("kind");
    if (kind != nullptr && kind->is_string())
      out_.append(" ").append(found_in(kinds, view(kind->as_string())));
    out_ += '\n';
    members(fields.as_object(), depth + 1);
  }

  void members(const boost::json::object& object, std::size_t depth) {
    for (const auto& each : object)
      member(view(each.key()), each.value(), depth);
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
