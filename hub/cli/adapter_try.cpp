#include "hub/cli/adapter_try.hpp"

#include <ostream>

#include "hub/cli/profile_language.hpp"
#include "hub/workshop/trial.hpp"

namespace hub::cli {
namespace {

using workshop::Outcome;
using workshop::TriedField;
using workshop::TriedRecord;

void step(Console& console, const Text& name) {
  console.out << "  " << console.in_words(name) << '\n';
}

Text word_of(domain::Decision decision) {
  switch (decision) {
    case domain::Decision::allow:
      return {"出る", "goes"};
    case domain::Decision::mask:
      return {"伏せる", "is masked"};
    case domain::Decision::deny:
      break;
  }
  return {"出ない", "stays"};
}

void print_verdict(Console& console, const Text& when, const domain::Verdict& verdict) {
  console.out << "  " << console.in_words(when) << ": "
              << console.in_words(word_of(verdict.decision));
  if (verdict.decision != domain::Decision::allow)
    console.out << " (" << name_of(verdict.reason) << ')';
}

void print_field(Console& console, const TriedField& field) {
  console.out << "    " << field.pointer << " = " << field.value << "  [";
  bool first = true;
  field.labels.each([&](domain::Item item) {
    console.out << (first ? "" : " ") << name_of(item);
    first = false;
  });
  console.out << ']';
  print_verdict(console, {"同意あり", "with consent"}, field.consented);
  print_verdict(console, {"同意なし", "without"}, field.unconsented);
  console.out << '\n';
}

void print_keys(Console& console, const TriedRecord& record) {
  step(console, {"4 照合キー(ハブが正規化して作る)", "4 match keys (as the hub normalizes)"});
  for (const auto& key : record.match_keys) {
    console.out << "    " << key.pointer << " → "
                << (key.key.empty() ? console.in_words({"作れません", "none can be made"})
                                    : key.key)
                << '\n';
  }
  step(console, {"5 名寄せ: これらのキーで、ハブがすでに持つ人と比べます(ここでは比べません)",
                 "5 linking: by these keys it is compared with whom the hub knows (not here)"});
}

void print_record(Console& console, const Outcome& outcome, const workshop::Line& line,
                  const TriedRecord& record, const workshop::RawText& raw) {
  console.out << console.in_words({"■ 行 ", "■ line "}) << line.number << '\n';
  step(console, {"1 届いた行(文字コードと文字)", "1 the line as delivered, and its encoding"});
  console.out << "    " << raw.encoding() << ": " << raw.line(line.number) << '\n';
  step(console, {"2 アダプターが作った記録", "2 the record that the adapter made"});
  console.out << "    " << outcome.feed << " → " << (record.kind ? name_of(*record.kind) : "?")
              << ' ' << record.key << '\n';
  step(console, {"3 共通の様式に合うか", "3 held against the case schema"});
  for (const std::string& error : record.errors)
    console.out << "    × " << error << '\n';
  if (record.errors.empty()) console.out << "    ○\n";
  if (!record.match_keys.empty()) print_keys(console, record);
  step(console, {"6 情報提供の判断(重層的支援会議で、ほかの機関に)",
                 "6 what the gate would say (to another agency at a meeting by consent)"});
  for (const TriedField& field : record.fields)
    print_field(console, field);
}

void print_problem(Console& console, const Text& what, const tsunagu::Problem& problem) {
  console.out << console.in_words(what) << ' ' << problem.line;
  if (!problem.column.empty()) console.out << ' ' << problem.column;
  console.out << ": " << problem.reason << " (" << problem.code << ")\n";
}

void print_problems(Console& console, const Outcome& outcome) {
  for (const auto& problem : outcome.rejects)
    print_problem(console, {"読めない行", "rejected line"}, problem);
  for (const auto& problem : outcome.warnings)
    print_problem(console, {"注意 行", "warning, line"}, problem);
  if (outcome.summary.refusal)
    print_problem(console, {"このファイルは取り込めません 行", "the whole file is refused, line"},
                  *outcome.summary.refusal);
}

void print_counts(Console& console, const Outcome& outcome) {
  console.out << console.in_words({"行 ", "rows "}) << outcome.summary.rows
              << console.in_words({" 記録 ", " records "}) << outcome.records.size()
              << console.in_words({" 読めない行 ", " rejects "}) << outcome.rejects.size()
              << console.in_words({" 注意 ", " warnings "}) << outcome.warnings.size()
              << console.in_words({"。何も書き込んでいません。", "; nothing was written"}) << '\n';
}

void print_outcome(Console& console, const TryWish& wish, const workshop::Subject& subject,
                   const Outcome& outcome, const std::string& bytes,
                   const normalize::Tables& tables) {
  const workshop::RawText raw(bytes, subject.manifest(), outcome.feed);
  std::size_t shown = 0;
  for (const workshop::Line& line : outcome.records) {
    if (wish.line != 0 && line.number != wish.line) continue;
    if (shown++ == wish.records) break;
    print_record(console, outcome, line,
                 try_record(line, subject.manifest(), outcome.feed, subject.settings(), tables),
                 raw);
  }
  print_problems(console, outcome);
  print_counts(console, outcome);
  if (!outcome.rejects.empty() || outcome.summary.refusal)
    console.exit_code = static_cast<int>(Exit::findings);
}

}  // namespace

void try_delivery(Console& console, const TryWish& wish) {
  const auto folder = normalize::find_data_folder(console.program_path);
  if (!folder) return console.fail(folder.error());
  const auto tables = normalize::Tables::load(*folder);
  if (!tables) return console.fail(tables.error());
  const auto bytes = workshop::read_delivery(wish.file);
  if (!bytes) return console.fail(bytes.error());
  const auto subject =
      workshop::Subject::open(wish.subject, console.program_path, in_profile(console.language));
  if (!subject) return console.fail(subject.error());
  const std::string name = std::filesystem::path(wish.file).filename().string();
  const auto outcome = (*subject)->decode(*bytes, name);
  if (!outcome) return console.fail(outcome.error());
  print_outcome(console, wish, **subject, *outcome, *bytes, *tables);
}

}  // namespace hub::cli
