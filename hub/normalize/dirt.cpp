#include "hub/normalize/dirt.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "hub/normalize/address_key.hpp"
#include "hub/normalize/date_key.hpp"
#include "hub/normalize/name_key.hpp"
#include "hub/normalize/phone_key.hpp"
#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/forms.hpp"
#include "tsunagu/text/width.hpp"

namespace hub::normalize {
namespace {

namespace text = tsunagu::text;

/// Headers of 介護, 障がい, 子ども, 生活困窮 and 地域づくり, the published lists included.
constexpr std::array<std::pair<std::string_view, Column>, 26> headers = {{
    {"氏名", Column::name},
    {"氏名漢字", Column::name},
    {"対象者氏名", Column::name},
    {"氏名カナ", Column::kana},
    {"氏名（カナ）", Column::kana},
    {"フリガナ", Column::kana},
    {"事業所名カナ", Column::kana},
    {"名称_カナ", Column::kana},
    {"介護サービス事業所名称_カナ", Column::kana},
    {"生年月日", Column::birthday},
    {"birthday", Column::birthday},
    {"住所", Column::address},
    {"所在地_連結表記", Column::address},
    {"方書", Column::building},
    {"方書（ビル名等）", Column::building},
    {"建物名等", Column::building},
    {"電話番号", Column::phone},
    {"連絡先", Column::phone},
    {"連絡先電話番号", Column::phone},
    {"法人番号", Column::corporate_number},
    {"定員", Column::capacity},
    {"URL", Column::url},
    {"last_name", Column::name},
    {"last_name_kana", Column::kana},
    {"first_name", Column::name},
    {"first_name_kana", Column::kana},
}};

bool has_old_kanji(std::string_view cell) {
  constexpr std::array<std::string_view, 4> old = {"髙", "﨑", "德", "濵"};
  return std::any_of(old.begin(), old.end(), [cell](std::string_view kanji) {
    return cell.find(kanji) != std::string_view::npos;
  });
}

bool is_mail_address(std::string_view url) {
  return url.find('@') != std::string_view::npos && url.find("//") == std::string_view::npos;
}

Notes with(bool met, Note note) {
  Notes notes;
  if (met) notes.add(note);
  return notes;
}

Notes notes_of_date(std::string_view cell) {
  const auto key = date_key(cell);
  return key ? key->notes : with(true, Note::date_unreadable);
}

}  // namespace

Column column_named(std::string_view header) {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [header](const auto& one) { return one.first == header; });
  return found == headers.end() ? Column::other : found->second;
}

Notes notes_of_text(std::string_view cell) {
  Notes notes;
  if (cell.find("（改行）") != std::string_view::npos) notes.add(Note::text_line_break_word);
  if (has_old_kanji(cell)) notes.add(Note::text_old_kanji);
  if (!text::fits_cp932(cell)) notes.add(Note::text_not_cp932);
  if (!text::is_nfc(cell)) notes.add(Note::text_not_nfc);
  return notes;
}

DirtCounter::DirtCounter(const Tables& tables, const text::Columns& columns) : tables_(tables) {
  for (const auto& name : columns.names()) {
    columns_.push_back(column_named(name));
    if (columns_.back() == Column::building) building_ = columns_.size() - 1;
  }
}

Notes DirtCounter::notes_of(Column column, std::string_view cell, std::string_view building) const {
  switch (column) {
    case Column::name:
      return name_key(cell, tables_.variants).notes;
    case Column::kana:
      return kana_key(cell).notes;
    case Column::birthday:
      return notes_of_date(cell);
    case Column::address:
      return address_key(cell, tables_, {.lgcode5 = {}, .building = building}).notes;
    case Column::phone:
      return phone_key(cell).notes;
    case Column::corporate_number:
      return with(text::trim(cell).empty(), Note::corporate_number_empty);
    case Column::capacity:
      return with(text::trim(cell).empty() || text::trim(cell) == "0", Note::capacity_empty);
    case Column::url:
      return with(is_mail_address(cell), Note::url_mail_address);
    case Column::building:
    case Column::other:
      break;
  }
  return {};
}

Notes DirtCounter::add(const text::Row& row) {
  Notes notes;
  const auto building = building_ ? row[*building_].text : std::string_view{};
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    notes.add(notes_of_text(row[i].text));
    notes.add(notes_of(columns_[i], row[i].text, building));
  }
  ++rows_;
  counts_.add(notes);
  return notes;
}

}  // namespace hub::normalize
