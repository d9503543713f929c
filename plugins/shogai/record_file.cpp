#include "plugins/shogai/record_file.hpp"

#include "tsunagu/text/codes.hpp"
#include "tsunagu/text/numeral.hpp"

namespace shogai {

namespace feed = tsunagu::feed;
namespace text = tsunagu::text;

RowKind::RowKind(feed::Layout columns) : layout(std::move(columns)) {
  constexpr std::size_t before = 2;  // record type and kind
  for (std::size_t i = 0; i < layout.columns().size(); ++i) {
    positions.emplace_back(i + before);
    if (layout.columns()[i].need == feed::Need::required) fewest_cells = i + before + 1;
  }
}

RecordFile::RecordFile(tsunagu::Input& input, tsunagu::Sink& sink)
    : input_(&input),
      sink_(&sink),
      buffer_(tsunagu::block_bytes, '\0'),
      rows_([this] { return read(); }, {text::Encoding::cp932}, {',', 180'000}, 0) {}

std::string_view RecordFile::read() {
  return std::string_view(buffer_).substr(0, input_->read(buffer_.data(), buffer_.size()));
}

std::optional<tsunagu::Problem> RecordFile::open(std::string_view issuer) {
  const text::Row* row = rows_.next();
  if (rows_.problem()) return feed::of_file(*rows_.problem());
  if (row == nullptr) return tsunagu::Problem{"file.empty", "ファイルが空です"};
  if ((*row)[0].text != "1" || row->size() < 3) {
    return tsunagu::Problem{"control.missing",
                            "コントロールレコード（1,証記載市町村番号,"
                            "作成日時）で始まっていません。出力をやり直してください",
                            row->line()};
  }
  const auto municipality = text::parse_insurer_number((*row)[1].text);
  if (!municipality) {
    return feed::at({row->line(), "証記載市町村番号", 2}, municipality.problem());
  }
  if (!issuer.empty() && municipality->digits != issuer) {
    return feed::at({row->line(), "証記載市町村番号", 2}, "control.other_municipality",
                    "ほかの市町村のファイルです。証記載市町村番号を確かめてください");
  }
  control_ = {municipality->digits, std::string((*row)[2].text)};
  return std::nullopt;
}

const text::Row* RecordFile::next() {
  while (const text::Row* row = rows_.next()) {
    if ((*row)[0].text == "3") {
      close(*row);
      return nullptr;
    }
    ++count_;
    if (count_ % 1000 == 0) sink_->progress(count_);
    if (whole(*row)) return row;
  }
  if (rows_.problem()) {
    problem_ = feed::of_file(*rows_.problem());
  } else {
    fail(0, "trailer.missing", "エンドレコードがありません。ファイルが途中で切れています");
  }
  return nullptr;
}

bool RecordFile::whole(const text::Row& row) {
  if (row.problem() != nullptr) {
    sink_->reject(feed::at({row.line()}, *row.problem()));
    return false;
  }
  if (row[0].text == "2") return true;
  sink_->reject({"record.unknown_type", "レコード種別は1、2、3のどれかです", row.line()});
  return false;
}

void RecordFile::close(const text::Row& trailer) {
  const auto counted = text::parse_integer(trailer[1].text);
  if (!counted || *counted < 0 || static_cast<std::uint64_t>(*counted) != count_) {
    return fail(trailer.line(), "trailer.count",
                "エンドレコードの件数が行数と違います。ファイル全体を取り込みません。出力をやり直し"
                "てください");
  }
  if (rows_.next() != nullptr) {
    fail(trailer.line(), "trailer.not_last", "エンドレコードの後に行があります");
  } else if (rows_.problem()) {
    problem_ = feed::of_file(*rows_.problem());
  }
}

void RecordFile::fail(std::uint64_t line, std::string_view code, std::string_view reason) {
  problem_ = feed::at({line}, code, reason);
}

}  // namespace shogai
