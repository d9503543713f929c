#include "hub/workshop/file_text.hpp"

#include <algorithm>
#include <unordered_map>

#include "tsunagu/text/cp932.hpp"
#include "tsunagu/text/utf8.hpp"

namespace hub::workshop {
namespace {

namespace text = tsunagu::text;
using base::fail;
using base::Kind;
using base::Result;
using text::Encoding;

constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_bom = "\xFF\xFE";
constexpr std::string_view utf16be_bom = "\xFE\xFF";

std::string_view bom_of(Encoding encoding) {
  if (encoding == Encoding::utf8) return utf8_bom;
  if (encoding == Encoding::utf16le) return utf16le_bom;
  return encoding == Encoding::utf16be ? utf16be_bom : std::string_view();
}

bool has_bom(std::string_view bytes, Encoding encoding) {
  return !bom_of(encoding).empty() && bytes.starts_with(bom_of(encoding));
}

std::optional<Encoding> encoding_of_bom(std::string_view bytes) {
  for (const Encoding one : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be})
    if (has_bom(bytes, one)) return one;
  return std::nullopt;
}

/// ESC $ or ESC (: the characters of JIS between ASCII letters.
bool is_iso_2022_jp(std::string_view bytes) {
  return bytes.find("\x1B$") != std::string_view::npos ||
         bytes.find("\x1B(") != std::string_view::npos;
}

/// Kana and common kanji of CP932 lead with 81 to 9F; of these EUC-JP knows 8E and 8F only. Where
/// none stands, a damaged EUC-JP file would still pass for half-width kana.
bool looks_like_euc(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9F && byte != 0x8E && byte != 0x8F;
  });
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

/// The choice between UTF-8 and CP932 is the one that the readers of deliveries make.
std::optional<Encoding> utf8_or_cp932(std::string_view bytes) {
  text::Decoder decoder({Encoding::utf8, Encoding::cp932});
  if (!decoder.feed(bytes) || !decoder.finish()) return std::nullopt;
  return decoder.encoding().value_or(Encoding::utf8);
}

Result<Encoding> only_one_of(std::string_view bytes) {
  if (const auto told = encoding_of_bom(bytes)) return *told;
  if (bytes.find('\0') != std::string_view::npos)
    return fail(Kind::invalid,
                "the file holds NUL bytes, as UTF-16 without a BOM does; say --encoding utf16le or "
                "--encoding utf16be, or save it as CSV UTF-8");
  if (is_iso_2022_jp(bytes))
    return fail(Kind::invalid, "the file is written in ISO-2022-JP; save it as CSV UTF-8");
  if (is_ascii(bytes)) return Encoding::utf8;
  const auto usual = utf8_or_cp932(bytes);
  const bool euc = text::decode(bytes, {Encoding::euc_jp}).ok();
  if (usual && (euc || (usual == Encoding::cp932 && looks_like_euc(bytes)))) {
    const std::string name(text::name_of(*usual));
    return fail(Kind::invalid, "the file can be " + name + " as well as EUC-JP; say --encoding " +
                                   name + " or --encoding euc_jp");
  }
  if (usual) return *usual;
  if (euc) return Encoding::euc_jp;
  return fail(Kind::invalid,
              "the file is neither UTF-8 nor CP932, EUC-JP or UTF-16; save it as CSV UTF-8");
}

std::string to_utf16(std::string_view utf8, bool little) {
  std::string out;
  const auto unit = [&out, little](char32_t value) {
    const auto high = static_cast<char>(value >> 8U);
    const auto low = static_cast<char>(value & 0xFFU);
    out += little ? low : high;
    out += little ? high : low;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next(utf8, at);
    if (c < 0x10000) {
      unit(c);
      continue;
    }
    unit(0xD800 + ((c - 0x10000) >> 10U));
    unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
  }
  return out;
}

/// What the decoder reads, turned round; of two codes the shorter.
class EucCodes {
 public:
  EucCodes() {
    constexpr unsigned first = 0xA1, last = 0xFE;
    for (unsigned cell = first; cell <= last; ++cell)
      learn({'\x8E', static_cast<char>(cell)});
    for (const char* front : {"", "\x8F"})
      for (unsigned row = first; row <= last; ++row)
        for (unsigned cell = first; cell <= last; ++cell)
          learn(front + std::string{static_cast<char>(row), static_cast<char>(cell)});
  }

  [[nodiscard]] std::string encode(std::string_view utf8) const {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
      const char32_t c = text::next(utf8, at);
      const auto known = codes_.find(c < 0x80 ? char32_t{0} : c);
      out += c < 0x80                ? std::string(1, static_cast<char>(c))
             : known != codes_.end() ? known->second
                                     : codes_.at(U'〓');
    }
    return out;
  }

 private:
  void learn(const std::string& code) {
    const auto read = text::decode(code, {Encoding::euc_jp});
    if (read.ok()) codes_.emplace(text::to_code_points(*read).front(), code);
  }
  std::unordered_map<char32_t, std::string> codes_;
};

}  // namespace

Result<FileText> read_text(std::string_view bytes, std::optional<Encoding> told) {
  FileText out;
  if (told) {
    out.encoding = *told;
  } else {
    const auto found = only_one_of(bytes);
    if (!found) return found.error();
    out.encoding = *found;
  }
  auto utf8 = text::decode(bytes, {out.encoding});
  if (!utf8)
    return fail(Kind::invalid, "the file can't be read as " +
                                   std::string(text::name_of(out.encoding)) +
                                   "; is it damaged, or is it written in another encoding?");
  out.utf8 = std::move(*utf8);
  out.bom = has_bom(bytes, out.encoding);
  return out;
}

std::string write_text(std::string_view utf8, const FileText& as) {
  const std::string bom(as.bom ? bom_of(as.encoding) : std::string_view());
  switch (as.encoding) {
    case Encoding::utf8:
      return bom + std::string(utf8);
    case Encoding::utf16le:
    case Encoding::utf16be:
      return bom + to_utf16(utf8, as.encoding == Encoding::utf16le);
    case Encoding::cp932:
      return text::encode_cp932(utf8).bytes;
    case Encoding::euc_jp:
      return EucCodes().encode(utf8);
  }
  return {};
}

}  // namespace hub::workshop
