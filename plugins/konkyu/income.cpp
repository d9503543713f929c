// Money. What somebody told himself is his statement; the same figure from the tax office is a
// secret of 地方税法22条. Which it is depends on the source, never on the text.
#include "plugins/konkyu/row.hpp"
#include "tsunagu/text/numeral.hpp"

namespace konkyu {

namespace {

/// "182,400円"; nothing where the cell holds words.
record::Field<std::int64_t> yen_of(std::string_view written) {
  constexpr std::string_view yen = "円";
  if (written.size() > yen.size() && written.substr(written.size() - yen.size()) == yen) {
    written.remove_suffix(yen.size());
  }
  const auto amount = text::parse_integer(written);
  if (!amount || *amount < 0) return {};
  return *amount;
}

void add_arrears(record::Income& income, const Row& row, Column column, record::ArrearsKind kind) {
  if (!row.line.has(column)) return;
  record::Arrears arrears(kind);
  arrears.text = feed::own(row.line.value(column));
  arrears.amount = yen_of(row.line.value(column));
  arrears.provenance =
      row.settings.from_tax_office ? record::Provenance::tax : record::Provenance::self_;
  income.arrears.add(std::move(arrears));
}

}  // namespace

record::Field<record::Income> income_of(Row& row) {
  const feed::Line& line = row.line;
  record::Income income;
  income.text = feed::own(line.value(Column::monthly_income));
  income.household_monthly = yen_of(line.value(Column::monthly_income));
  add_arrears(income, row, Column::tax_arrears, record::ArrearsKind::tax);
  add_arrears(income, row, Column::other_arrears, record::ArrearsKind::other);
  income.debts = feed::own(line.value(Column::debts));
  const bool said = income.text.has_value() || income.debts.has_value() || !income.arrears.empty();
  if (!said) return {};
  return income;
}

}  // namespace konkyu
