#include "hub/wording/wording.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstring>

namespace hub::wording {
namespace {

TEST(Wording, says_what_it_knows_in_japanese_and_its_parts_too) {
  EXPECT_EQ(translated(Language::ja, "back up to /x/b.db: No space left on device"),
            "/x/b.db へのバックアップ: ディスクが一杯です");
  EXPECT_EQ(translated(Language::ja, "no case 1; see `case list`"),
            "ケース 1 はありません。case list で確かめてください");
  EXPECT_EQ(translated(Language::ja, "something new"), "something new");
  EXPECT_EQ(translated(Language::en, "interrupted"), "interrupted");
}

/// As the C library says it, so that another release of it is noticed.
TEST(Wording, says_in_japanese_what_the_kernel_refuses) {
  for (const int error :
       {ENOENT,       EACCES,     EPERM,     ENOSPC,    EDQUOT,       EROFS,      EIO,
        EISDIR,       ENOTDIR,    ENOTEMPTY, EEXIST,    ENAMETOOLONG, ELOOP,      EMFILE,
        ENFILE,       ENOMEM,     EAGAIN,    EBUSY,     ETXTBSY,      ENOEXEC,    E2BIG,
        ECONNREFUSED, ECONNRESET, EPIPE,     ETIMEDOUT, EHOSTUNREACH, EADDRINUSE, EADDRNOTAVAIL,
        ENOSYS,       EINVAL,     EINTR,     ENXIO,     ESRCH}) {
    const std::string said = std::strerror(error);
    const auto ja = translated(Language::ja, said);
    EXPECT_NE(ja, said);
    EXPECT_EQ(translated(Language::ja, "/x/a.so: " + said), "/x/a.so: " + ja);
    EXPECT_EQ(translated(Language::ja, "/x/host: can't be started: " + said),
              "/x/host を起動できません: " + ja);
  }
}

struct Asked {
  const char* field;
  Language language;
};

TEST(LanguageAccepted, is_english_only_where_it_is_wanted_more) {
  for (const auto& [field, language] : {
           Asked{"en", Language::en},
           Asked{"en-GB, en;q=0.9", Language::en},
           Asked{"EN", Language::en},
           Asked{"ja;q=0.5, en;q=0.6", Language::en},
           Asked{"ja;q=0, en;q=0.001", Language::en},
           Asked{" de , en ; q=0.3", Language::en},
       })
    EXPECT_EQ(language_accepted(field), language) << field;
}

TEST(LanguageAccepted, is_japanese_for_all_else) {
  for (const auto* field :
       {"", "ja", "ja, en", "ja,en;q=0.8", "en;q=0.8,ja", "*", "de", "en;q=0", "en;q=2", "en;q=-1",
        "en;q=x", "en;q=", "en;q=nan", ";", ",,,", "english", "e", "en_GB", "jabber;q=0.1"})
    EXPECT_EQ(language_accepted(field), Language::ja) << field;
}

}  // namespace
}  // namespace hub::wording
