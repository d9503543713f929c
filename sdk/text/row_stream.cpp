#include "tsunagu/text/row_stream.hpp"

#include <algorithm>

#include "tsunagu/text/width.hpp"

namespace tsunagu::text {
namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> not_in(const std::vector<std::string>& names,
                                const std::vector<std::string>& others) {
  std::vector<std::string> rest;
  for (const auto& name : names) {
    if (!name.empty() && !contains(others, name)) rest.push_back(name);
  }
  return rest;
}

}  // namespace

Columns::Columns(const Row& header) {
  names_.reserve(header.size());
  for (const auto& cell : header.cells())
    names_.emplace_back(trim(cell.text));
}

std::optional<std::size_t> Columns::find(std::string_view name) const noexcept {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names_.begin());
}

std::vector<std::string> Columns::missing(const std::vector<std::string>& expected) const {
  return not_in(expected, names_);
}

std::vector<std::string> Columns::unknown(const std::vector<std::string>& expected) const {
  return not_in(names_, expected);
}

std::vector<std::string> Columns::doubled() const {
  std::vector<std::string> doubled;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!names_[i].empty() && *find(names_[i]) < i && !contains(doubled, names_[i]))
      doubled.push_back(names_[i]);
  }
  return doubled;
}

RowStream::RowStream(ReadBytes read, EncodingSet declared, TableFormat format,
                     std::uint64_t header_line)
    : read_(std::move(read)), decoder_(declared), table_(format), header_line_(header_line) {}

const Columns& RowStream::columns() {
  open();
  return columns_;
}

const Row* RowStream::next() {
  open();
  if (first_data_ != nullptr) return std::exchange(first_data_, nullptr);
  const Row* row = any_row();
  while (row != nullptr && row->blank())
    row = any_row();
  return row;
}

/// Reads up to the header. A row that spans the header's line leaves the file without one.
void RowStream::open() {
  if (opened_) return;
  opened_ = true;
  if (header_line_ == 0) return;
  while (const Row* row = any_row()) {
    if (row->line() < header_line_) {
      preamble_.emplace_back((*row)[0].text);
      continue;
    }
    if (row->line() == header_line_) {
      columns_ = Columns(*row);
    } else {
      first_data_ = row;
    }
    return;
  }
}

const Row* RowStream::any_row() {
  while (!problem_) {
    if (const Row* row = table_.next()) return row;
    if (table_.problem()) problem_ = table_.problem();
    if (ended_ || problem_ || !refill()) return nullptr;
  }
  return nullptr;
}

bool RowStream::refill() {
  const auto bytes = read_();
  ended_ = bytes.empty();
  const auto text = ended_ ? decoder_.finish() : decoder_.feed(bytes);
  if (!text) {
    problem_ = text.problem();
    return false;
  }
  table_.feed(*text);
  if (ended_) table_.finish();
  return true;
}

}  // namespace tsunagu::text
