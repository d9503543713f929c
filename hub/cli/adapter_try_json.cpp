#include "hub/cli/adapter_try_json.hpp"

#include <ostream>

#include "hub/cli/adapter_try_links.hpp"
#include "tsunagu/json/writer.hpp"

namespace hub::cli {
namespace {

using tsunagu::json::Writer;
using workshop::FileLink;
using workshop::MatchKey;
using workshop::TriedField;

void text(Writer& writer, std::string_view name, std::string_view value) {
  writer.key(name);
  writer.string(value);
}

void number(Writer& writer, std::string_view name, std::uint64_t value) {
  writer.key(name);
  writer.integer(static_cast<std::int64_t>(value));
}

template <class Items, class Put>
void list(Writer& writer, std::string_view name, const Items& items, Put put) {
  writer.key(name);
  writer.begin_array();
  for (const auto& item : items)
    put(item);
  writer.end_array();
}

void put_key(Writer& writer, const MatchKey& key) {
  writer.begin_object();
  text(writer, "pointer", key.pointer);
  text(writer, "key", key.key);
  writer.end_object();
}

void put_agreement(Writer& writer, const linkage::FieldReason& field) {
  writer.begin_object();
  text(writer, "field", name_of(field.field));
  text(writer, "level", level_name(field.field, field.level));
  text(writer, "weight", linkage::in_bits(field.weight));
  writer.end_object();
}

void put_link(Writer& writer, const FileLink& link) {
  writer.begin_object();
  text(writer, "recordKey", link.record);
  number(writer, "line", link.line);
  text(writer, "answer", code_of(link.found.answer));
  text(writer, "score", linkage::in_bits(link.found.score));
  text(writer, "number", code_of(link.found.told));
  list(writer, "fields", link.found.fields, [&](const auto& field) {
    if (field.level != 0) put_agreement(writer, field);
  });
  writer.end_object();
}

void put_verdict(Writer& writer, std::string_view name, const domain::Verdict& verdict) {
  writer.key(name);
  writer.begin_object();
  text(writer, "decision", name_of(verdict.decision));
  text(writer, "reason", name_of(verdict.reason));
  writer.end_object();
}

void put_field(Writer& writer, const TriedField& field) {
  writer.begin_object();
  text(writer, "pointer", field.pointer);
  text(writer, "value", field.value);
  writer.key("labels");
  writer.begin_array();
  field.labels.each([&](domain::Item item) { writer.string(name_of(item)); });
  writer.end_array();
  put_verdict(writer, "withConsent", field.consented);
  put_verdict(writer, "withoutConsent", field.unconsented);
  writer.end_object();
}

void put_problem(Console& console, std::string_view kind, const tsunagu::Problem& problem) {
  std::string out;
  Writer writer(out);
  writer.begin_object();
  text(writer, "kind", kind);
  number(writer, "line", problem.line);
  text(writer, "column", problem.column);
  text(writer, "code", problem.code);
  text(writer, "reason", problem.reason);
  writer.end_object();
  console.out << out << '\n';
}

}  // namespace

void print_json(Console& console, const workshop::Outcome& outcome, const TryStep& step,
                const workshop::RawText& raw) {
  const auto& record = step.record;
  const auto delivered = raw.line(step.line.number);
  std::string out;
  Writer writer(out);
  writer.begin_object();
  text(writer, "kind", "record");
  number(writer, "line", step.line.number);
  text(writer, "encoding", raw.encoding());
  text(writer, "delivered", delivered.find('\0') == std::string_view::npos ? delivered : "");
  text(writer, "feed", outcome.feed);
  text(writer, "recordKind", record.kind ? name_of(*record.kind) : std::string_view());
  text(writer, "recordKey", record.key);
  list(writer, "schema", record.errors, [&](const std::string& one) { writer.string(one); });
  list(writer, "normalized", record.match_keys, [&](const auto& key) { put_key(writer, key); });
  list(writer, "linked", step.links, [&](const auto& link) { put_link(writer, link); });
  list(writer, "gate", record.fields, [&](const auto& field) { put_field(writer, field); });
  writer.end_object();
  console.out << out << '\n';
}

void print_json_basis(Console& console, const workshop::LinkBasis& basis) {
  std::string out;
  Writer writer(out);
  writer.begin_object();
  text(writer, "kind", "linkage");
  text(writer, "same", linkage::in_bits(basis.settings.same));
  text(writer, "perhaps", linkage::in_bits(basis.settings.perhaps));
  text(writer, "weights", code_of(basis.weighed));
  text(writer, "model", basis.file.string());
  writer.end_object();
  console.out << out << '\n';
}

void print_json_end(Console& console, const workshop::Outcome& outcome) {
  for (const auto& problem : outcome.rejects)
    put_problem(console, "reject", problem);
  for (const auto& problem : outcome.warnings)
    put_problem(console, "warning", problem);
  if (outcome.summary.refusal) put_problem(console, "refusal", *outcome.summary.refusal);
  std::string out;
  Writer writer(out);
  writer.begin_object();
  text(writer, "kind", "summary");
  number(writer, "rows", outcome.summary.rows);
  number(writer, "records", outcome.records.size());
  number(writer, "rejects", outcome.rejects.size());
  number(writer, "warnings", outcome.warnings.size());
  writer.end_object();
  console.out << out << '\n';
}

}  // namespace hub::cli
