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

void read_each(const Node& node, const ColumnFinder& columns, mapping::RecordRule& out,
               Problems& problems) {
  if (node.kind == Node::Kind::null) return;
  std::optional<Ref> column;
  Ref separator{"、", node.at};
  read_map(node, problems, {need("column", column), may("separator", separator)});
  mapping::Each each{0, separator.code};
  if (column) each.column = std::max(columns.find(*column, problems), 0);
  if (separator.code.empty())
    problems.add(separator.at, "wrong_shape",
                 {"separator が空です。区切りの文字を書いてください(例 「、」)。",
                  "\"separator\" is empty; write what stands between the parts, such as 、"});
  out.each = each;
}

mapping::RecordRule record_of(const MappingRecord& written, const ColumnFinder& columns,
                              const text::DateRules& dates, Problems& problems) {
  mapping::RecordRule out;
  const int kind = place_among(mapping::kind_names, written.kind, problems);
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
  read_mapping_fields(written, columns, dates, out, problems);
  return out;
}

/// Nothing tells EUC-JP from the other two by its bytes, so that every file would be refused.
void check_choice(const Ref& euc, text::EncodingSet set, Problems& problems) {
  if (!set.has(text::Encoding::utf8) && !set.has(text::Encoding::cp932)) return;
  problems.add(euc.at, "encodings",
               {"euc_jp は、utf8 や cp932 と一緒に書けません(バイトからは見分けられません)。"
                "表の文字コードだけを書いてください。",
                "euc_jp can't stand beside utf8 or cp932, which no bytes tell from it; write only "
                "what the table is written in"},
               "encodings: [euc_jp]");
}

text::EncodingSet encodings_of(const MappingFile& written, Problems& problems) {
  text::EncodingSet out;
  const Ref* euc = nullptr;
  for (const Ref& name : written.encodings) {
    if (place_among(encodings, name, problems) < 0) continue;
    const auto encoding = *text::encoding_named(name.code);
    if (out.has(encoding)) report_doubled(name, problems);
    if (encoding == text::Encoding::euc_jp) euc = &name;
    out.add(encoding);
  }
  if (euc != nullptr) check_choice(*euc, out, problems);
  if (written.encodings.empty())
    problems.add(written.place_of("encodings"), "encodings",
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
    problems.add(written.place_of("columns"), "columns",
                 {"columns は1から256列です。", "there are 1 to 256 columns"});
    return out;
  }
  out.dates = read_dates(written.dates, {}, false, problems);
  out.columns = read_columns(written.columns, out.dates, problems);
  const ColumnFinder columns(out.columns);
  out.encodings = encodings_of(written, problems);
  out.separator = place_among(separators, written.separator, problems) == 1 ? '\t' : ',';
  out.header_line =
      static_cast<std::uint64_t>(number_within(written.header_line, 1, 100, 1, problems));
  if (written.skip.kind != Node::Kind::null)
    out.skip = read_predicate(written.skip, columns.vocabulary(), problems);
  if (written.removed.kind != Node::Kind::null)
    out.removed = read_predicate(written.removed, columns.vocabulary(), problems);
  for (const MappingRecord& record : written.records)
    out.records.push_back(record_of(record, columns, out.dates, problems));
  return out;
}

void check_feeds(const Source& source, Problems& problems) {
  constexpr std::array<std::string_view, 3> modes{"full", "delta", "append"};
  for (const Feed& feed : source.feeds)
    place_among(modes, {feed.name, feed.at}, problems);
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

int place_among(std::span<const std::string_view> words, const Ref& word, Problems& problems) {
  const auto* found = std::find(words.data(), words.data() + words.size(), word.code);
  if (found != words.data() + words.size()) return static_cast<int>(found - words.data());
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = word.code;
  node.at = word.at;
  report_unknown_word(node, problems, words);
  return -1;
}

int number_within(const Node& node, int least, int most, int otherwise, Problems& problems) {
  if (node.kind == Node::Kind::null) return otherwise;
  Problems unreadable;
  int number = least - 1;
  read(node, unreadable, number);
  if (number >= least && number <= most) return number;
  const std::string from = std::to_string(least), until = std::to_string(most);
  report_shape(
      node, problems,
      {from + "から" + until + "までの整数", "a whole number from " + from + " to " + until});
  return otherwise;
}

void report_doubled(const Ref& word, Problems& problems) {
  problems.add(word.at, "doubled",
               {"「" + word.code + "」が二度書かれています。片方を消してください。",
                "\"" + word.code + "\" stands twice; remove one"});
}

static void read(const Node& node, Problems& problems, MappingColumn& out) {
  if (node.kind == Node::Kind::scalar) return read(node, problems, out.name);
  read_map(
      node, problems,
      {need("name", out.name), may("optional", out.optional), may("number", out.number),
       may("label", out.label), may("eras", out.dates.eras),
       may("artificial_day", out.dates.artificial_day), may("date_order", out.dates.date_order)});
}

static void read(const Node& node, Problems& problems, MappingRecord& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("kind", out.kind), need("key", out.key), may("person", out.person),
            may("consultation", out.consultation), may("when", out.when), may("needs", out.needs),
            may("each", out.each), need("fields", out.fields), may("keep", out.keep)});
}

void read(const Node& node, Problems& problems, MappingFile& out) {
  out.whole = node;
  read_map(node, problems,
           {need("encodings", out.encodings), may("separator", out.separator),
            may("header_line", out.header_line), may("eras", out.dates.eras),
            may("artificial_day", out.dates.artificial_day),
            may("date_order", out.dates.date_order), need("columns", out.columns),
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
