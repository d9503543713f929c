// An invented municipality with truth: persons in households, and what its fields' desks wrote
// about them. The same settings give the same rows, byte for byte, on any platform.
//
// Everybody is invented: common Japanese names put together at random, real town names, house
// numbers and telephone numbers made up.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench::population {

/// A person is known to a field by rows; 地域づくり's lists hold resources and no persons.
enum class Field : std::uint8_t { kaigo, shogai, kodomo, konkyu, chiiki };
inline constexpr std::size_t fields = 5;

/// The file that a row comes from. 介護 has two: its consultations, and LIFE.
enum class Source : std::uint8_t { kaigo, life, shogai, kodomo, konkyu };
inline constexpr std::size_t sources = 5;
Field field_of(Source source) noexcept;

/// What befell a row, as bits: the measured kinds of real files (DOMAIN 7.1), what a life brings,
/// and errors of typing. A spelling that the rules of its field ask for is no dirt.
enum class Dirt : std::uint8_t {
  // Spelling, at the measured rates: nothing is lost.
  full_width_digits,    ///< さくら市氏家２７７１－１
  no_prefecture,        ///< さくら市氏家…
  no_city,              ///< 氏家…
  banchi,               ///< 2771番地1, 2771番地の1
  chome,                ///< 1丁目, 一丁目 where the town has one
  ban_go,               ///< 2番3号
  oaza,                 ///< 大字氏家, also where the town has none
  odd_hyphen,           ///< one of the hyphens beyond ASCII
  ke_variant,           ///< ヶ, ケ, が
  kanji_number,         ///< 二七七一番地
  building_repeated,    ///< 方書 stands in 住所 as well
  variant_kanji,        ///< 髙 and 高, 渡邉 and 渡辺: not as in the register of residents
  outside_cp932,        ///< 𠮷: in a file that can hold it
  compatibility_kanji,  ///< 祐 U+FA4F: changes under NFC
  gaiji,                ///< a character of the vendor's own (private use) or 〓
  name_unspaced,     ///< family and given name not parted, or all in one field with LIFE's ００
  era_spelling,      ///< the birthday by an era, or in another order than its system's
  full_width_phone,  ///< ０９０－…, 090ー…
  kana_is_not_kana,  ///< the kana cell holds kanji or Latin letters
  break_word,        ///< （改行） in a text; the row's own cells are not touched
  // What a life brings: true when it was written.
  old_address,   ///< before a move
  stay_address,  ///< 里帰り, or in a home of which the register does not know
  former_name,   ///< before a marriage or its end
  usual_name,    ///< 通称名 where another desk has the name of the passport
  latin_name,    ///< Latin letters where another desk has katakana
  // What is lacking.
  no_birthday,
  part_birthday,        ///< the day or also the month is not known
  artificial_birthday,  ///< LIFE's 15
  no_phone,
  no_kana,
  no_sex,
  no_address,
  no_room,         ///< a flat without its number
  no_branch,       ///< 2771 for 2771-1
  building_glued,  ///< 4-9-16201: where the number ends, nobody can tell; 4-9-16-201
  // Errors of typing.
  other_reading,  ///< かわの for こうの: the desk guessed
  kana_typo,
  kanji_typo,     ///< another kanji of the same reading
  birthday_typo,  ///< two digits swapped, a digit wrong, another era
  house_typo,     ///< digits of the house number swapped or wrong
  phone_typo,
  wrong_sex,
  names_swapped,  ///< given name first
};
inline constexpr std::size_t dirts = static_cast<std::size_t>(Dirt::names_swapped) + 1;

std::string_view name_of(Dirt dirt) noexcept;  ///< "full_width_digits"
std::string_view name_of(Field field) noexcept;
std::string_view name_of(Source source) noexcept;  ///< its code in config: "kaigo", "kaigo_life" …

class DirtSet {
 public:
  void add(Dirt dirt) noexcept { bits_ |= bit(dirt); }
  [[nodiscard]] bool has(Dirt dirt) const noexcept { return (bits_ & bit(dirt)) != 0; }
  [[nodiscard]] std::uint64_t bits() const noexcept { return bits_; }

 private:
  static constexpr std::uint64_t bit(Dirt dirt) noexcept {
    return std::uint64_t{1} << static_cast<unsigned>(dirt);
  }
  std::uint64_t bits_ = 0;
};

/// juso-concern (DOMAIN 5.4), the ones that the fields' classes here stand for; bits of
/// Row::concerns.
enum class Concern : std::uint8_t {
  health,
  mental,
  disability,
  dementia,
  care,
  caregiver,
  childrearing,
  pregnancy,
  abuse,
  poverty,
  arrears,
  debt,
  food,
  housing,
  employment,
  withdrawal,
  school,
  family,
  isolation,
  rights,
  other
};
inline constexpr std::size_t concern_kinds = static_cast<std::size_t>(Concern::other) + 1;
std::string_view name_of(Concern concern) noexcept;  ///< "WITHDRAWAL"
constexpr std::uint32_t bit(Concern concern) noexcept {
  return std::uint32_t{1} << static_cast<unsigned>(concern);
}

/// One record about a person, as a desk wrote it. Every text is raw; any may be empty but the key
/// and the name. A row is one person record of the hub: no two rows have the same source and key.
struct Row {
  Field field = Field::kaigo;
  Source source = Source::kaigo;
  /// The adapter's record key: "atena:0001200345" (kaigo, shogai, kodomo),
  /// "insured:092148:0000123456" (LIFE, kaigo without 宛名番号), "sodan:C08-0012/guardians.0"
  /// (kodomo without 宛名番号), "konkyu:K-0117".
  std::string key{};
  /// Family and given name parted by a half-width or full-width space, or not at all; foreign names
  /// with spaces or ・, in katakana or Latin capitals. LIFE's dummy ００ stands where its two cells
  /// are joined.
  std::string name{};
  std::string kana{};  ///< half-width (kaigo, life, shogai), katakana (kodomo), hiragana (konkyu)
  /// 旧氏 ("佐藤"), 通称名 ("田中 蘭") or 本名 ("グエン・ティ・ラン") that the desk noted beside;
  /// the files have it behind the name: name_cell.
  std::string other_name{};
  /// kaigo 3180605; life, shogai 19430605; kodomo 1943-06-05; konkyu 昭和18年6月5日, S18.6.5,
  /// full-width digits, 1943/6/5, 1943-06-05. An unknown day is 00, or left out (昭和18年6月).
  std::string birth{};
  std::string sex{};  ///< "1", "2"
  std::string postal_code{};
  std::string address{};   ///< with the building, where the system keeps none apart
  std::string building{};  ///< 方書, where it does (kaigo)
  std::string phone{};
  /// 被保険者番号 (kaigo and life: one system), 受給者証番号 (shogai); else empty
  std::string number{};
  /// kaigo: 世帯番号. kodomo: the receipt number, which those of a consultation share who live
  /// together. Else empty.
  std::string household_number{};
  std::string relation{};  ///< kodomo: 続柄 to the child (母, 祖父, 妹, …; 本人 before a birth)
  /// kaigo "長男:52;孫:11", konkyu "母;子": who lives with this person, as told
  std::string members{};
  std::string caller{};  ///< kaigo: 相談者氏名
  /// kaigo: 相談者続柄 as seen from this person (長女, 子の妻, 本人)
  std::string caller_relation{};
  std::uint32_t recorded = 0;  ///< the day of writing, 20260402; a row tells how things were then
  std::uint32_t concerns = 0;  ///< bits of Concern
  std::uint32_t classes = 0;   ///< the same as the source files it: bits of its list in classes.hpp
  bool care_level = false;     ///< 要支援 or 要介護
  bool certificate = false;    ///< 手帳
  DirtSet dirt{};
  std::uint32_t person = 0;  ///< the truth: index into Town::persons
  /// The truth: index into Town::households, where the person lives now. Everybody's last row was
  /// written there.
  std::uint32_t household = 0;
};

/// The name as the files write it: "佐藤 花子（旧氏 鈴木）", "NGUYEN THI LAN（通称 田中 蘭）".
std::string name_cell(const Row& row);

/// DOMAIN 5.5, as bits of Household::patterns.
enum class Pattern : std::uint8_t {
  p8050,
  double_care,
  young_carer,
  multi_field,
  parent_disability,
  single_multi
};
inline constexpr std::size_t patterns = 6;
std::string_view name_of(Pattern pattern) noexcept;  ///< "8050", "DOUBLE_CARE" …
constexpr std::uint8_t bit(Pattern pattern) noexcept {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(pattern));
}

struct Person {
  std::uint32_t household = 0;
  std::uint32_t birth = 0;   ///< 19430605
  std::uint32_t mother = 0;  ///< index + 1 of a parent in the town; 0 for none
  std::uint32_t father = 0;
  std::uint8_t sex = 0;     ///< 1 男, 2 女
  std::uint8_t fields = 0;  ///< bit of each Field that knows the person
  std::uint16_t rows = 0;
};

/// What shape a household has: so that tests and tables can ask for each.
enum class Shape : std::uint8_t {
  single_young,
  single_old,
  couple,
  nuclear,
  single_parent,
  three_generations,
  parent_and_unmarried,
  double_care,
  young_carer,
  facility,
  shared_house,
  foreign,
  twins,
  left_home,
  homecoming,
  namesakes
};
inline constexpr std::size_t shapes = static_cast<std::size_t>(Shape::namesakes) + 1;
std::string_view name_of(Shape shape) noexcept;

struct Household {
  std::uint32_t first = 0;  ///< its persons stand together in Town::persons
  std::uint32_t size = 0;
  Shape shape = Shape::single_young;
  std::uint8_t patterns = 0;  ///< bits of Pattern: what is so by the rows of its members
};

struct Town {
  std::string lgcode5{};    ///< 09214
  std::vector<Row> rows{};  ///< in an order that tells nothing
  std::vector<Person> persons{};
  std::vector<Household> households{};
};

struct Settings {
  std::uint32_t persons = 100'000;
  std::uint64_t seed = 1;
  std::string profile = "sakura";  ///< sakura, chigasaki, kobayashi, iga, oda
  double dirt = 1;                 ///< 2: everything that can go wrong, does so twice as often
  bool crowded =
      false;  ///< most people in care homes and blocks of flats, many without room numbers
};

/// `config` is the repository's config folder (its data has the towns). Throws std::runtime_error
/// when a table is absent or the profile unknown.
Town make(const Settings& settings, const std::filesystem::path& config);

/// Pairs that are two persons whatever they look like.
enum class Hard : std::uint8_t { twins, father_and_son, in_laws, neighbours };
inline constexpr std::size_t hards = 4;
std::string_view name_of(Hard hard) noexcept;

struct HardPair {
  Hard kind = Hard::twins;
  Row left{};
  Row right{};
};

/// `count` pairs, the kinds in turn, each row from any source and with its usual dirt; but both
/// birthdays and names are there, and what the desks wrote differs in one of them.
std::vector<HardPair> hard_pairs(std::uint32_t count, const Settings& settings,
                                 const std::filesystem::path& config);

}  // namespace bench::population
