#include "plugins/kodomo/json_lines.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "plugins/kodomo/line_reader.hpp"
#include "tsunagu/json/parse.hpp"
#include "tsunagu/text/refused_numbers.hpp"

namespace kodomo {

namespace json = tsunagu::json;

namespace {

constexpr std::array<std::string_view, 16> known_members = {
    "receiptNo",        "receivedAt",   "route",     "child",
    "guardians",        "siblings",     "statement", "legalCategory",
    "consultationType", "abuseType",    "severity",  "pregnancy",
    "supportPlan",      "confidential", "consent",   "referTo"};

std::string text_of(json::View value) {
  switch (value.type()) {
    case json::Type::string:
      return std::string(text::trim(value.text()));
    case json::Type::boolean:
      return value.boolean() ? "true" : "false";
    case json::Type::integer:
      return std::to_string(value.integer());
    default:
      return {};
  }
}

Entry::Get members_of(json::View root) {
  return [root](std::string_view path) {
    std::string pointer = "/" + std::string(path);
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    return text_of(root.at_pointer(pointer));
  };
}

std::optional<text::RefusedNumber> refused_member(json::View value) {
  for (const json::View member : value) {
    if (const auto number = text::refused_header(member.key())) return number;
    if (const auto number = refused_member(member)) return number;
  }
  return std::nullopt;
}

/// The file while its lines are read.
class Lines {
 public:
  Lines(tsunagu::Sink& sink, const MapEntry& map) : sink_(&sink), map_(&map) {}

  /// A problem ends the file.
  std::optional<tsunagu::Problem> take(const TextLine& line) {
    if (line.too_long) {
      sink_->reject({"record.too_long", "一行が長すぎます（256 KiBまで）", line.number});
      return std::nullopt;
    }
    if (line.text.empty()) return std::nullopt;
    const json::Parsed parsed = reader_.parse(line.text);
    if (!parsed.ok()) return broken(line, parsed.failure());
    const json::View root = parsed.root();
    if (!root.is(json::Type::object)) {
      sink_->reject(
          {"json.not_an_object", "一行に一つのJSONオブジェクトを書いてください", line.number});
      return std::nullopt;
    }
    if (const auto number = refused_member(root)) {
      return feed::refused_number(*number, {line.number});
    }
    warn_of_unknown(root, line.number);
    Entry entry(line.number, members_of(root));
    (*map_)(entry);
    return std::nullopt;
  }

 private:
  std::optional<tsunagu::Problem> broken(const TextLine& line, const json::ParseFailure& failure) {
    if (!line.ended) {
      return tsunagu::Problem{"file.cut", "最後の行が途中で切れています。出力し直してください",
                              line.number};
    }
    sink_->reject(
        {"json.unreadable", "JSONとして読めません（" + failure.text() + "）", line.number});
    return std::nullopt;
  }

  void warn_of_unknown(json::View root, std::uint64_t line) {
    for (const json::View member : root) {
      const std::string name(member.key());
      if (std::find(known_members.begin(), known_members.end(), name) != known_members.end()) {
        continue;
      }
      if (unknown_.size() >= 100 || !unknown_.insert(name).second) continue;
      sink_->warning({"member.unknown", "知らない項目です。読まずに進みます", line, shown(name)});
    }
  }

  /// A name that may be a value of a person is not repeated.
  static std::string shown(const std::string& name) {
    const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    });
    return plain && name.size() <= 64 ? name : "*";
  }

  tsunagu::Sink* sink_;
  const MapEntry* map_;
  json::Reader reader_{{tsunagu::record_bytes, 32}};
  std::set<std::string> unknown_;
};

}  // namespace

tsunagu::Outcome each_json_line(tsunagu::Input& input, tsunagu::Sink& sink, const MapEntry& map,
                                const std::string& order_key) {
  LineReader reader(input);
  Lines lines(sink, map);
  std::uint64_t count = 0;
  for (TextLine line; reader.next(line);) {
    if (auto problem = lines.take(line)) return tsunagu::Outcome::refuse(std::move(*problem));
    if (++count % 1000 == 0) sink.progress(count);
  }
  if (count == 0) return tsunagu::Outcome::refuse({"file.empty", "ファイルが空です"});
  return tsunagu::Outcome::done(count, order_key);
}

}  // namespace kodomo
