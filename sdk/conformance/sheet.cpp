#include "sdk/conformance/sheet.hpp"

#include <algorithm>

#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/utf8_sequence.hpp"

namespace tsunagu::conformance {
namespace {

using Units = std::u16string;

bool is_wide(text::Encoding encoding) {
  return encoding == text::Encoding::utf16le || encoding == text::Encoding::utf16be;
}

text::Encoding encoding_of(const std::string& bytes, text::EncodingSet declared) {
  text::Decoder decoder(declared);
  static_cast<void>(decoder.feed(bytes));
  static_cast<void>(decoder.finish());
  return decoder.encoding().value_or(text::Encoding::utf8);
}

char16_t separator_of(Layout layout) {
  return layout == Layout::tsv ? u'\t' : u',';
}

bool quotes(Layout layout) {
  return layout == Layout::csv || layout == Layout::tsv;
}

/// Where the row's line end begins.
std::size_t end_of(const Units& row) {
  const std::size_t last = row.find_last_not_of(u"\r\n");
  return last == Units::npos ? 0 : last + 1;
}

std::vector<Units> split(const Units& units, bool quoted) {
  std::vector<Units> rows;
  bool inside = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < units.size(); ++at) {
    const char16_t unit = units[at];
    if (quoted && unit == u'"') inside = !inside;
    const bool bare_return = unit == u'\r' && (at + 1 == units.size() || units[at + 1] != u'\n');
    if (inside || (unit != u'\n' && !bare_return)) continue;
    rows.push_back(units.substr(begin, at + 1 - begin));
    begin = at + 1;
  }
  if (begin < units.size()) rows.push_back(units.substr(begin));
  return rows;
}

/// UTF-8 as UTF-16; the text is the suite's or the plan's, so well-formed.
Units wide(std::string_view utf8) {
  Units out;
  while (!utf8.empty()) {
    const auto length = static_cast<std::size_t>(std::max(text::utf8_sequence(utf8), 1));
    auto code = static_cast<char32_t>(static_cast<unsigned char>(utf8.front()));
    if (length > 1) code &= 0xFFU >> (length + 1);
    for (std::size_t i = 1; i < length; ++i)
      code = (code << 6U) | (static_cast<unsigned char>(utf8[i]) & 0x3FU);
    if (code > 0xFFFF) {
      out += static_cast<char16_t>(0xD7C0 + (code >> 10U));
      code = 0xDC00 + (code & 0x3FFU);
    }
    out += static_cast<char16_t>(code);
    utf8.remove_prefix(length);
  }
  return out;
}

}  // namespace

Sheet::Sheet(const Sample& sample, text::EncodingSet declared)
    : encoding_(encoding_of(sample.bytes, declared)),
      layout_(sample.layout),
      header_line_(sample.header_line),
      data_line_(sample.data_line),
      trailer_lines_(sample.trailer_lines),
      rows_(split(units_of(sample.bytes), quotes(sample.layout))) {}

Sheet::Units Sheet::units_of(std::string_view bytes) const {
  Units units;
  if (!is_wide(encoding_)) {
    for (const char byte : bytes)
      units += static_cast<char16_t>(static_cast<unsigned char>(byte));
    return units;
  }
  const std::size_t low = encoding_ == text::Encoding::utf16le ? 0 : 1;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at + low]);
    const auto second = static_cast<unsigned char>(bytes[at + 1 - low]);
    units += static_cast<char16_t>(first | (second << 8U));
  }
  return units;
}

Sheet::Units Sheet::encoded(std::string_view utf8) const {
  if (is_wide(encoding_)) return wide(utf8);
  if (encoding_ == text::Encoding::cp932) return units_of(text::encode_cp932(utf8).bytes);
  return units_of(utf8);
}

std::string Sheet::bytes_of(const Units& units) const {
  std::string bytes;
  for (const char16_t unit : units) {
    const auto low = static_cast<char>(unit & 0xFFU);
    const auto high = static_cast<char>(unit >> 8U);
    if (encoding_ == text::Encoding::utf16be) bytes += high;
    bytes += low;
    if (encoding_ == text::Encoding::utf16le) bytes += high;
  }
  return bytes;
}

std::string Sheet::joined(const Rows& rows) const {
  std::string bytes;
  for (const Units& row : rows)
    bytes += bytes_of(row);
  return bytes;
}

/// Of the cells of a row of a table, or of the string values of a JSON object.
std::vector<Sheet::Span> Sheet::spans(const Units& row) const {
  std::vector<Span> found;
  if (layout_ == Layout::other) return found;
  const std::size_t end = end_of(row);
  if (layout_ == Layout::json_lines) {
    for (std::size_t at = 0; (at = row.find(u":\"", at)) != Units::npos;) {
      const std::size_t begin = at + 2;
      at = begin;
      while (at < end && row[at] != u'"')
        at += row[at] == u'\\' ? 2 : 1;
      if (at < end) found.push_back({begin, at - begin});
    }
    return found;
  }
  bool inside = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= end; ++at) {
    if (at < end && row[at] == u'"') inside = !inside;
    if (at < end && (inside || row[at] != separator_of(layout_))) continue;
    found.push_back({begin, at - begin});
    begin = at + 1;
  }
  return found;
}

std::size_t Sheet::cells(std::size_t row) const {
  return spans(rows_[row]).size();
}

std::string Sheet::without(std::size_t row) const {
  Rows rows = rows_;
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
  return joined(rows);
}

std::string Sheet::doubled(std::size_t row) const {
  Rows rows = rows_;
  Units first = rows_[row];
  if (row > 0 && end_of(first) == first.size())  // the file's last row may lack its line end
    first += rows_[row - 1].substr(end_of(rows_[row - 1]));
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(row), first);
  return joined(rows);
}

std::string Sheet::swapped(std::size_t row, std::size_t other) const {
  Rows rows = rows_;
  const auto put = [&](std::size_t at, const Units& content) {
    rows[at] = content.substr(0, end_of(content)) + rows_[at].substr(end_of(rows_[at]));
  };
  put(row, rows_[other]);
  put(other, rows_[row]);
  return joined(rows);
}

std::string Sheet::longer(std::size_t bytes) const {
  const std::size_t begin = std::min(first_data(), rows_.size());
  const std::size_t end = std::max(begin, end_of_data());
  const auto at = [&](std::size_t row) { return rows_.begin() + static_cast<std::ptrdiff_t>(row); };
  const std::string body = joined(Rows(at(begin), at(end)));
  std::string all = joined(Rows(at(0), at(begin)));
  while (!body.empty() && all.size() < bytes)
    all += body;
  return all + joined(Rows(at(end), rows_.end()));
}

Sheet::Units Sheet::widened(const Units& row, std::string_view name, std::string_view value) const {
  Units wider = row;
  if (layout_ == Layout::json_lines) {
    const std::size_t brace = row.find(u'{');
    const std::string member = "\"" + std::string(name) + "\":\"" + std::string(value) + "\",";
    if (brace != Units::npos) wider.insert(brace + 1, encoded(member));
    return wider;
  }
  return wider.insert(end_of(row), separator_of(layout_) + encoded(value));
}

std::string Sheet::with_column(std::string_view name, std::string_view value) const {
  Rows rows = rows_;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool above = row + 1 < header_line_;  // a title, not the header
    const bool header = row + 1 == header_line_;
    if (!above) rows[row] = widened(rows[row], name, header ? name : value);
  }
  return joined(rows);
}

std::string Sheet::with_cell(std::size_t row, std::size_t cell, std::string_view value) const {
  Rows rows = rows_;
  const Span span = spans(rows[row])[cell];
  rows[row].replace(span.begin, span.size, encoded(value));
  return joined(rows);
}

std::string Sheet::with(const Exchange& exchange) const {
  const Units find = encoded(exchange.find);
  const Units put = encoded(exchange.put);
  Rows rows = rows_;
  for (Units& row : rows) {
    for (std::size_t at = 0; (at = row.find(find, at)) != Units::npos; at += put.size())
      row.replace(at, find.size(), put);
  }
  return joined(rows);
}

}  // namespace tsunagu::conformance
