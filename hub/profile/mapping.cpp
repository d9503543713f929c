#include "hub/profile/mapping.hpp"

#include <algorithm>

#include "hub/profile/mapping_parts.hpp"
#include "hub/profile/predicate.hpp"
#include "tsunagu/mapping/json.hpp"

namespace hub::profile {

namespace mapping = tsunagu::mapping;
namespace text = tsunagu::text;

namespace {

constexpr std::array<std::string_view, 2> separators{"comma", "tab"};
constexpr std::array<std::string_view, 5> encodings{"utf8", "cp932", "utf16le", "utf16be",
                                                    "euc_jp"};
constexpr std::array<std::string_view, 6> eras{"", "明治", "大正", "昭和", "平成", "令和"};
constexpr auto items = mapping::codes_until<tsunagu::record::Item, tsunagu::record::Item::tax>();

/// The word's place among `words`, or -1 with a problem.
int place_among(std::span<const std::string_view> words, std::string_view word, const Place& at,
                Problems& problems) {
  const auto* found = std::find(words.data(), words.data() + words.size(), word);
  if (found != words.data() + words.size()) return static_cast<int>(found - words.data());
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = word;
  node.at = at;
  report_unknown_word(node, problems, words);
  return -1;
}

void read_eras(const Node& node, text::DateRules& out, Problems& problems) {
  if (node.kind == Node::Kind::null) return;
  out.era_digits.fill(text::Era::none);
  for (const Entry& entry : node.entries) {
    const bool digit = entry.key.size() == 1 && entry.key[0] >= '0' && entry.key[0] <= '9';
    const int era =
        place_among(std::span(eras).subspan(1), entry.value.text, entry.value.at, problems);
    if (digit && era >= 0)
      out.era_digits[static_cast<std::size_t>(entry.key[0] - '0')] =
          static_cast<text::Era>(era + 1);
    if (!digit) report_shape(entry.value, problems, {"「数字: 元号」の組", "a digit and its era"});
  }
}

mapping::Column column_of(const MappingColumn& written, Problems& problems) {
  mapping::Column out{written.name.code, written.optional, written.number};
  if (written.label.empty()) return out;
  const int item = place_among(items, written.label, written.label_at, problems);
  if (item >= 0) out.label = static_cast<tsunagu::record::Item>(item);
  return out;
}

void read_each(const Node& node, const ColumnFinder& columns, mapping::RecordRule& out,
               Problems& problems) {
  if (node.kind == Node::Kind::null) return;
  Ref column;
  mapping::Each each{0, "、"};
  read_map(node, problems, {need("column", column), may("separator", each.separator)});
  each.column = std::max(columns.find(column, problems), 0);
  if (each.separator.empty())
    report_shape(node, problems, {"空でない separator", "a separator that is not empty"});
  out.each = each;
}

mapping::RecordRule record_of(const MappingRecord& written, const ColumnFinder& columns,
                              Problems& problems) {
  mapping::RecordRule out;
  const int kind = place_among(mapping::kind_names, written.kind.code, written.kind.at, problems);
  if (kind < 0) return out;
  out.kind = static_cast<mapping::Kind>(kind);
  out.key = columns.template_of(written.key, problems);
  const auto reference = [&](const Node& node) {
    return node.kind == Node::Kind::null ? mapping::Template{}
                                         : columns.template_of(node, problems);
  };
  out.person = reference(written.person);
  out.consultation = reference(written.consultation);
  if (written.when.kind != Node::Kind::null)
    out.when = read_predicate(written.when, columns.vocabulary(), problems);
  out.needs = columns.find(written.needs, problems);
  out.keep = columns.find(written.keep, problems);
  read_each(written.each, columns, out, problems);
  read_mapping_fields(written, columns, out, problems);
  return out;
}

text::EncodingSet encodings_of(const MappingFile& written, Problems& problems) {
  text::EncodingSet out;
  for (const Ref& name : written.encodings)
    if (place_among(encodings, name.code, name.at, problems) >= 0)
      out.add(*text::encoding_named(name.code));
  if (written.encodings.empty())
    problems.add(written.at, "encodings",
                 {"encodings が空です。表の文字コードを書いてください(Excelの「CSV」は cp932、"
                  "「CSV UTF-8」は utf8)。",
                  "\"encodings\" is empty: say what the table is written in (Excel's CSV is cp932, "
                  "its CSV UTF-8 utf8)"},
                 "encodings: [cp932, utf8]");
  return out;
}

mapping::Mapping mapping_of(const MappingFile& written, Problems& problems) {
  mapping::Mapping out;
  if (written.columns.empty() || written.columns.size() > mapping::most_columns) {
    problems.add(written.at, "columns",
                 {"columns は1から256列です。", "there are 1 to 256 columns"});
    return out;
  }
  for (const MappingColumn& column : written.columns)
    out.columns.push_back(column_of(column, problems));
  const ColumnFinder columns(out.columns);
  out.encodings = encodings_of(written, problems);
  out.separator =
      place_among(separators, written.separator.code, written.separator.at, problems) == 1 ? '\t'
                                                                                           : ',';
  if (written.header_line < 1 || written.header_line > 100)
    problems.add(written.at, "header_line",
                 {"header_line は1から100です。", "header_line is 1 to 100"});
  out.header_line = static_cast<std::uint64_t>(std::clamp(written.header_line, 1, 100));
  out.dates.artificial_day = std::clamp(written.artificial_day, 0, 31);
  read_eras(written.eras, out.dates, problems);
  if (written.skip.kind != Node::Kind::null)
    out.skip = read_predicate(written.skip, columns.vocabulary(), problems);
  if (written.removed.kind != Node::Kind::null)
    out.removed = read_predicate(written.removed, columns.vocabulary(), problems);
  for (const MappingRecord& record : written.records)
    out.records.push_back(record_of(record, columns, problems));
  return out;
}

void check_feeds(const Source& source, Problems& problems) {
  constexpr std::array<std::string_view, 3> modes{"full", "delta", "append"};
  for (const Feed& feed : source.feeds)
    place_among(modes, feed.name, feed.at, problems);
}

/// The adapter reads as its mapping says; a feed that promises more would be refused each time.
void check_encodings(const Source& source, const std::string& file, text::EncodingSet mapped,
                     Problems& problems) {
  for (const Feed& feed : source.feeds)
    for (const std::string& name : feed.encodings) {
      const auto encoding = text::encoding_named(name);
      if (!encoding || mapped.has(*encoding)) continue;
      problems.add(feed.at, "encoding_not_mapped",
                   {"文字コード " + name + " は、対応表 " + file +
                        " の encodings にありません。どちらかを直してください。",
                    "encoding " + name + " is not among the encodings of " + file +
                        ": mend one of the two"});
    }
}

}  // namespace

static void read(const Node& node, Problems& problems, MappingColumn& out) {
  if (node.kind == Node::Kind::scalar) return read(node, problems, out.name);
  read_map(node, problems,
           {need("name", out.name), may("optional", out.optional), may("number", out.number),
            may("label", out.label)});
  const Node* label = find(node, "label");
  out.label_at = label == nullptr ? node.at : label->at;
}

static void read(const Node& node, Problems& problems, MappingRecord& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("kind", out.kind), need("key", out.key), may("person", out.person),
            may("consultation", out.consultation), may("when", out.when), may("needs", out.needs),
            may("each", out.each), need("fields", out.fields), may("keep", out.keep)});
}

void read(const Node& node, Problems& problems, MappingFile& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("encodings", out.encodings), may("separator", out.separator),
            may("header_line", out.header_line), may("eras", out.eras),
            may("artificial_day", out.artificial_day), need("columns", out.columns),
            may("skip", out.skip), may("removed", out.removed), need("records", out.records)});
}

mapping::Mapping read_mapping(const std::filesystem::path& file, Problems& problems,
                              std::string shown_as) {
  Problems here;
  const auto written = load_as<MappingFile>(file, here, std::move(shown_as));
  mapping::Mapping out;
  // A file that could not be read would look like missing columns.
  if (here.empty()) out = mapping_of(written, here);
  if (here.empty()) check_mapping(written, out, here);
  for (const Problem& problem : here.all())
    problems.add(problem.at, problem.code, problem.text, problem.suggestion);
  return out;
}

void read_mappings(const std::filesystem::path& folder, std::vector<Source>& sources,
                   Problems& problems) {
  for (Source& source : sources) {
    if (source.adapter != table_adapter) continue;
    check_feeds(source, problems);
    const auto named = std::find_if(source.config.entries.begin(), source.config.entries.end(),
                                    [](const Entry& entry) { return entry.key == "mapping"; });
    if (named == source.config.entries.end() || named->value.kind != Node::Kind::scalar) {
      problems.add(source.at, "missing_key",
                   {"「config」に「mapping」がありません。対応表のファイルを書いてください。",
                    "\"mapping\" is missing in \"config\": name the mapping's file"});
      continue;
    }
    const std::size_t before = problems.all().size();
    const auto mapping = read_mapping(folder / named->value.text, problems);
    if (problems.all().size() == before)
      check_encodings(source, named->value.text, mapping.encodings, problems);
    named->value.text = mapping::write(mapping);
  }
}

}  // namespace hub::profile
