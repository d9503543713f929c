#include "hub/codec/record.hpp"

#include "hub/base/limits.hpp"
#include "hub/codec/checked.hpp"
#include "hub/domain/shapes.hpp"

namespace hub::codec {
namespace {

using domain::RecordKind;
using tsunagu::json::Problems;
using tsunagu::json::Type;

DecodedRecord refused(Problem problem) {
  DecodedRecord out;
  out.errors.push_back(std::move(problem));
  return out;
}

std::optional<RecordKind> kind_of(View root) {
  return domain::record_kind_from(root.find("kind").text());
}

std::string kinds_wanted() {
  std::string out = "wanted one of";
  for (const std::string_view name : domain::record_kind_names) {
    out += ' ';
    out += name;
  }
  return out;
}

/// A label that names no field would protect nothing: whoever reads the record applies it to the
/// whole, and this says so.
void check_labels(View root, RecordKind kind, Problems& problems) {
  std::size_t index = 0;
  for (const View label : root.find("labels")) {
    const std::string where = "/labels/" + std::to_string(index++) + "/pointer";
    if (domain::item_at(kind, label.find("pointer").text()) == domain::Item::unknown) {
      problems.warning(where, "names no field of this kind; the label holds for the whole record");
    }
  }
}

}  // namespace

std::string_view Record::key() const noexcept {
  return document_.root().find("recordKey").text();
}

std::string DecodedRecord::error_text() const {
  std::string out;
  for (const Problem& problem : errors) {
    if (!out.empty()) out += '\n';
    out += problem.line();
  }
  return out;
}

RecordReader::RecordReader()
    : reader_({.bytes = base::limits::record_bytes, .depth = base::limits::json_depth}) {}

DecodedRecord RecordReader::read(std::string_view bytes) {
  auto parsed = reader_.parse(bytes);
  if (!parsed.ok()) {
    return refused(problem_of(parsed.failure()));
  }
  const View root = parsed.root();
  if (!root.is(Type::object)) return refused({"", "wanted an object"});
  const auto kind = kind_of(root);
  if (!kind) return refused({"/kind", kinds_wanted()});

  Problems problems = check(root, domain::shape_of(*kind), tsunagu::json::Unknown::warn);
  if (*kind == RecordKind::consent) check_consent(root, "", problems);
  if (problems.ok()) check_labels(root, *kind, problems);
  DecodedRecord out{
      .record = std::nullopt, .errors = problems.errors(), .warnings = problems.warnings()};
  if (out.errors.empty()) out.record.emplace(*kind, std::move(parsed).take());
  return out;
}

}  // namespace hub::codec
