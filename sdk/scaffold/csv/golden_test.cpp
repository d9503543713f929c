// testdata/in/* が testdata/expected/* になるかを確かめる。TSUNAGU_REFRESH=1 を付けて動かすと、
// いまの結果を正しいものとして書き直す（差分を必ず読んでから使うこと）。
#include <iostream>

#include "adapter.hpp"
#include "tsunagu/testing.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  tsunagu::testing::FakeHost host(tsunagu::table_of<sample_list::Adapter>());
  const std::string differs =
      tsunagu::testing::golden(host, argv[1], "list", "sample_list_20260410.csv");
  std::cout << differs;
  return differs.empty() ? 0 : 1;
}
