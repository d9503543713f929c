#include "hub/cli/table.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace hub::cli {
namespace {

std::string printed(const Table& table, std::size_t columns) {
  std::ostringstream out;
  table.print(out, columns);
  return out.str();
}

Table table_of_rejects() {
  Table table({"行", "列", "理由"});
  table.add({"9", "生年月日", "その月にない日です。元の帳票を直してください"});
  return table;
}

TEST(Table, aligns_its_columns) {
  Table table({"源", "件"});
  table.add({"介護", "12"});
  EXPECT_EQ(printed(table, 0), "源    件\n介護  12\n");
}

TEST(Table, wraps_the_last_column_under_itself_where_it_is_too_long) {
  EXPECT_EQ(printed(table_of_rejects(), 40),
            "行  列        理由\n"
            "9   生年月日  その月にない日です。元の帳\n"
            "              票を直してください\n");
}

TEST(Table, wraps_nothing_for_a_pipe) {
  EXPECT_EQ(printed(table_of_rejects(), 0),
            "行  列        理由\n"
            "9   生年月日  その月にない日です。元の帳票を直してください\n");
}

TEST(Table, stacks_its_rows_where_no_column_may_be_cut) {
  Table table({"ID", "状態", "理由", "世帯"});
  table.add({"01890a5d-ac96-774b-bcce-b302099a8057", "保留", "-", "01890a5d-ac96"});
  EXPECT_EQ(printed(table, 44),
            "01890a5d-ac96-774b-bcce-b302099a8057\n"
            "    状態: 保留  世帯: 01890a5d-ac96\n");
}

}  // namespace
}  // namespace hub::cli
