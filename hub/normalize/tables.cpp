#include "hub/normalize/tables.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include "hub/normalize/rules.hpp"

namespace hub::normalize {
namespace {

namespace fs = std::filesystem;

base::Result<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf()))
    return base::fail(base::Kind::not_found, "cannot read " + path.string());
  return std::move(text).str();
}

}  // namespace

base::Result<Tables> Tables::load(const fs::path& folder) {
  std::string texts[6];
  constexpr const char* names[] = {"kanji_name_variants.tsv",
                                   "kanji_variants_abr.tsv",
                                   "kanji_mj_shrink_within_jisx0208.tsv",
                                   "kanji_mj_shrink_candidates.tsv",
                                   "lgcode.csv",
                                   "town_master_seed5.csv"};
  for (std::size_t i = 0; i < 6; ++i) {
    auto text = read_file(folder / names[i]);
    if (!text) return text.error();
    texts[i] = std::move(*text);
  }
  auto variants = Variants::build({texts[0], texts[1], texts[2], texts[3]});
  if (!variants) return variants.error();
  auto places = Places::build(texts[4], texts[5], *variants);
  if (!places) return places.error();
  return Tables{std::move(*variants), std::move(*places), keys_version(texts)};
}

base::Result<fs::path> find_data_folder(const fs::path& program) {
  for (auto folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    for (const auto* below : {"share/tsunagu/data", "config/data"}) {
      if (fs::is_regular_file(folder / below / "lgcode.csv")) return folder / below;
    }
    if (folder == folder.parent_path()) break;
  }
  return base::fail(base::Kind::not_found,
                    "no share/tsunagu/data and no config/data above " + program.string());
}

}  // namespace hub::normalize
