#include "hub/cli/word_pair.hpp"

namespace hub::cli {
namespace {

constexpr Wording wordings[] = {
    {"name the new version by a module or by a mapping",
     "新しい版を、--module か --mapping のどちらかで指定してください"},
    {"the source is not read by a mapping",
     "この記録の元は対応表で読まれていません。--module で指定してください"},
    {"of source * no delivery's bytes are kept",
     "{1} から届いたもので、元のまま保管されているものがありません"},
};

}  // namespace

std::span<const Wording> upgrade_wordings() {
  return wordings;
}

}  // namespace hub::cli
