#include "hub/profile/patterns.hpp"

#include <algorithm>
#include <set>

#include "hub/profile/predicate.hpp"
#include "hub/profile/yaml_reader.hpp"

namespace hub::profile {

using domain::PatternRule;
using domain::PatternRules;
using domain::Relation;

static std::span<const Word<Relation>> words_of(WordsFor<Relation>) {
  static constexpr std::array<Word<Relation>, 7> words{{{"child", Relation::child},
                                                        {"parent", Relation::parent},
                                                        {"spouse", Relation::spouse},
                                                        {"sibling", Relation::sibling},
                                                        {"grandchild", Relation::grandchild},
                                                        {"grandparent", Relation::grandparent},
                                                        {"in_law", Relation::in_law}}};
  return words;
}

namespace {

/// As the file has it: conditions wait for their vocabulary.
struct WrittenPerson {
  Ref as;
  Node when;
};
struct WrittenTie {
  Ref of;
  Ref to;
  Node when;
};
struct WrittenRule {
  Ref code;
  std::string title;
  std::string why;
  std::vector<WrittenPerson> people;
  std::vector<WrittenTie> between;
  Node household;
  std::vector<Ref> evidence;
  Place at;
};
struct WrittenWords {
  Relation relation = Relation::child;
  std::vector<Ref> words;
};
struct File {
  std::vector<WrittenWords> relationships;
  std::vector<WrittenRule> patterns;
};

}  // namespace

static void read(const Node& node, Problems& problems, WrittenPerson& out) {
  read_map(node, problems, {need("as", out.as), need("when", out.when)});
}
static void read(const Node& node, Problems& problems, WrittenTie& out) {
  read_map(node, problems, {need("of", out.of), need("to", out.to), need("when", out.when)});
}
static void read(const Node& node, Problems& problems, WrittenRule& out) {
  out.at = node.at;
  read_map(node, problems,
           {need("code", out.code), need("title", out.title), need("why", out.why),
            may("people", out.people), may("between", out.between), may("household", out.household),
            need("evidence", out.evidence)});
}
static void read(const Node& node, Problems& problems, WrittenWords& out) {
  read_map(node, problems, {need("relation", out.relation), need("words", out.words)});
}
static void read(const Node& node, Problems& problems, File& out) {
  read_map(node, problems,
           {need("relationships", out.relationships), need("patterns", out.patterns)});
}

namespace {

constexpr std::string_view youtai_name = "youtai";

/// The vocabulary of members with this municipality's own fields of work.
class Vocabularies {
 public:
  explicit Vocabularies(std::span<const FieldOfWork> fields)
      : members_(domain::member_fields.begin(), domain::member_fields.end()) {
    for (const auto& field : fields)
      fields_.push_back(field.code);
    auto& field = members_.at(static_cast<std::size_t>(domain::MemberField::field));
    field.words = fields_;
    field.open = true;
    add_names(domain::member_fields);
    add_names(domain::pair_fields);
    add_names(domain::home_fields);
  }
  Vocabularies(const Vocabularies&) = delete;
  Vocabularies& operator=(const Vocabularies&) = delete;

  [[nodiscard]] domain::Vocabulary members() const { return members_; }
  /// What a finding may tell of: not that a child is known to the 要対協.
  [[nodiscard]] std::span<const std::string_view> evidence() const { return evidence_; }

 private:
  void add_names(domain::Vocabulary vocabulary) {
    for (const auto& field : vocabulary) {
      if (field.name != youtai_name) evidence_.push_back(field.name);
    }
  }

  std::vector<std::string_view> fields_;
  std::vector<domain::FieldWord> members_;
  std::vector<std::string_view> evidence_;
};

void report_unknown(const Ref& ref, std::span<const std::string_view> known, Problems& problems) {
  Node node;
  node.kind = Node::Kind::scalar;
  node.text = ref.code;
  node.at = ref.at;
  report_unknown_word(node, problems, known);
}

void report_twice(const Ref& ref, Problems& problems) {
  problems.add(ref.at, "declared_twice",
               {"「" + ref.code + "」が2度書かれています。一方を消してください。",
                "\"" + ref.code + "\" stands here twice; remove one"});
}

std::size_t place_of(const Ref& ref, const std::vector<WrittenPerson>& people, Problems& problems) {
  std::vector<std::string_view> names;
  names.reserve(people.size());
  for (const auto& person : people)
    names.push_back(person.as.code);
  const auto at = std::find(names.begin(), names.end(), ref.code);
  if (at == names.end()) report_unknown(ref, names, problems);
  return at == names.end() ? 0 : static_cast<std::size_t>(at - names.begin());
}

void add_people(const WrittenRule& written, const Vocabularies& words, PatternRule& out,
                Problems& problems) {
  std::set<std::string> names;
  for (const auto& person : written.people) {
    if (!names.insert(person.as.code).second) report_twice(person.as, problems);
    out.people.push_back({person.as.code, read_predicate(person.when, words.members(), problems)});
  }
  for (const auto& tie : written.between) {
    domain::PatternTie one;
    one.of = place_of(tie.of, written.people, problems);
    one.to = place_of(tie.to, written.people, problems);
    if (tie.of.code == tie.to.code)
      problems.add(
          tie.to.at, "tie_to_oneself",
          {"ofとtoには、peopleの別々の人を書いてください。", "of and to are two of people"});
    one.when = read_predicate(tie.when, domain::pair_fields, problems);
    out.between.push_back(std::move(one));
  }
}

bool is_code(std::string_view code) {
  return !code.empty() && code.size() <= 40 && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

PatternRule rule_of(const WrittenRule& written, const Vocabularies& words, Problems& problems) {
  PatternRule out;
  out.code = written.code.code;
  out.title = written.title;
  out.why = written.why;
  if (!is_code(out.code))
    problems.add(written.code.at, "bad_code",
                 {"codeは大文字の英字、数字、_で40字までです。",
                  "a code is made of capitals, digits and _, 40 at most"});
  add_people(written, words, out, problems);
  if (written.household.kind != Node::Kind::null)
    out.household = read_predicate(written.household, domain::home_fields, problems);
  if (written.people.empty() && out.household.parts.empty() && out.household.ranges.empty())
    problems.add(written.at, "pattern_of_everybody",
                 {"peopleかhouseholdの条件を書いてください。どの世帯にも当てはまります。",
                  "write people or household: every household would be one"});
  for (const auto& kind : written.evidence) {
    const auto known = words.evidence();
    if (std::find(known.begin(), known.end(), kind.code) == known.end())
      report_unknown(kind, known, problems);
    out.evidence.push_back(kind.code);
  }
  return out;
}

void add_relations(const File& file, PatternRules& out, Problems& problems) {
  std::set<std::string> words;
  for (const auto& written : file.relationships) {
    auto& one = out.relationships.emplace_back();
    one.relation = written.relation;
    for (const auto& word : written.words) {
      if (!words.insert(word.code).second) report_twice(word, problems);
      one.words.push_back(word.code);
    }
  }
}

std::optional<File> load(const std::filesystem::path& municipality,
                         const std::filesystem::path& shared, Problems& problems) {
  const std::string name = "patterns.yaml";
  std::error_code failed;
  if (std::filesystem::exists(municipality / name, failed))
    return load_as<File>(municipality / name, problems);
  if (!std::filesystem::exists(shared / name, failed)) return std::nullopt;
  return load_as<File>(shared / name, problems, name);
}

}  // namespace

PatternRules read_patterns(const std::filesystem::path& municipality,
                           const std::filesystem::path& shared, std::span<const FieldOfWork> fields,
                           Problems& problems) {
  PatternRules out;
  const auto file = load(municipality, shared, problems);
  if (!file) return out;
  const Vocabularies words(fields);
  add_relations(*file, out, problems);
  std::set<std::string> codes;
  for (const auto& written : file->patterns) {
    if (!codes.insert(written.code.code).second) report_twice(written.code, problems);
    out.patterns.push_back(rule_of(written, words, problems));
  }
  return out;
}

}  // namespace hub::profile
