#include "tsunagu/text/encoding.hpp"

#include <array>
#include <utility>

#include "sdk/text/encoding_detection.hpp"
#include "sdk/text/transcode.hpp"
#include "sdk/text/utf8_scan.hpp"

namespace tsunagu::text {
namespace {

constexpr std::array<std::pair<Encoding, std::string_view>, 5> names = {{
    {Encoding::utf8, "utf8"},
    {Encoding::utf16le, "utf16le"},
    {Encoding::utf16be, "utf16be"},
    {Encoding::cp932, "cp932"},
    {Encoding::euc_jp, "euc_jp"},
}};

Problem problem_at(std::uint64_t offset, std::string code, std::string text) {
  return {.code = std::move(code),
          .text = std::move(text) + "（先頭から" + std::to_string(offset) + "バイト目）",
          .offset = offset};
}

}  // namespace

std::string_view name_of(Encoding encoding) noexcept {
  return names[static_cast<std::size_t>(encoding)].second;
}

std::optional<Encoding> encoding_named(std::string_view name) noexcept {
  for (const auto& entry : names) {
    if (entry.second == name) return entry.first;
  }
  return std::nullopt;
}

namespace {

constexpr std::size_t carry_room = 16;

/// Bytes that are written once: unlike a std::string's, they are not zeroed first.
class TextRoom {
 public:
  void reset(std::size_t room) {
    size_ = 0;
    if (room <= room_) return;
    bytes_ = std::make_unique_for_overwrite<char[]>(room);
    room_ = room;
  }
  [[nodiscard]] char* end() const noexcept { return bytes_.get() + size_; }
  void grow(std::size_t written) noexcept { size_ += written; }
  [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t room_ = 0;
  std::size_t size_ = 0;
};

}  // namespace

class Decoder::State {
 public:
  explicit State(EncodingSet declared) : declared_(declared) {}

  Outcome<std::string_view> feed(std::string_view bytes) {
    if (problem_) return *problem_;
    if (encoding_ && begun_) return run(bytes);
    if (begun_ && held_.empty() && ascii_run(bytes) == bytes.size()) return pass_ascii(bytes);
    held_ += bytes;
    return begin(false);
  }

  Outcome<std::string_view> finish() {
    if (problem_) return *problem_;
    if (finished_) return std::string_view{};
    finished_ = true;
    if (!encoding_) {
      auto rest = begin(true);
      if (!rest || carry_.empty()) return rest;
    }
    if (carry_.empty()) return std::string_view{};
    return fail(problem_at(offset_, "encoding.cut",
                           std::string("ファイルが文字の途中で切れています（") +
                               std::string(name_of(*encoding_)) + "）。送り直してください"));
  }

  [[nodiscard]] std::optional<Encoding> encoding() const noexcept { return encoding_; }
  [[nodiscard]] std::uint64_t gaiji() const noexcept { return gaiji_; }

 private:
  Outcome<std::string_view> fail(Problem problem) {
    problem_ = std::move(problem);
    return *problem_;
  }

  Outcome<std::string_view> pass_ascii(std::string_view bytes) {
    offset_ += bytes.size();
    return bytes;
  }

  /// Looks for a BOM, then for the encoding, and runs what is held once it is known.
  Outcome<std::string_view> begin(bool whole) {
    if (!begun_) {
      if (held_.size() < 3 && !whole) return std::string_view{};
      begun_ = true;
      if (auto problem = choose()) return fail(std::move(*problem));
    }
    if (!encoding_) encoding_ = decide(held_, whole);
    if (!encoding_) return hold();
    front_ = std::exchange(held_, {});
    return run(std::string_view(front_).substr(bom_bytes_));
  }

  /// ASCII is the same in both; the rest waits until it decides.
  Outcome<std::string_view> hold() {
    if (ascii_run(held_) != held_.size()) return std::string_view{};
    offset_ += held_.size();
    front_ = std::exchange(held_, {});
    return std::string_view(front_);
  }

  std::optional<Problem> choose() {
    if (const auto bom = find_bom(held_)) {
      if (!declared_.has(bom->encoding)) {
        return problem_at(0, "encoding.undeclared",
                          "BOMは" + std::string(name_of(bom->encoding)) +
                              "ですが、この受け口では使わない文字コードです");
      }
      encoding_ = bom->encoding;
      bom_bytes_ = bom->bytes;
      offset_ = bom->bytes;
      return std::nullopt;
    }
    encoding_ = only_choice(declared_);
    if (encoding_ || is_utf8_or_cp932(declared_)) return std::nullopt;
    return problem_at(0, "encoding.ambiguous",
                      "BOMがなく、文字コードを決められません。受け口の設定で一つに絞ってください");
  }

  Outcome<std::string_view> run(std::string_view bytes) {
    text_.reset(room_for(bytes.size()) + carry_room);
    if (!carry_.empty() && !finish_carry(bytes)) return fail(malformed());
    if (*encoding_ == Encoding::utf8 && text_.view().empty()) return run_in_place(bytes);
    const auto pass = convert(bytes);
    if (pass.stop == Stop::malformed) return fail(malformed());
    carry_ += bytes.substr(pass.read);
    return text_.view();
  }

  /// UTF-8 within one block needs no copy.
  Outcome<std::string_view> run_in_place(std::string_view bytes) {
    const auto scan = scan_utf8(bytes);
    offset_ += scan.valid;
    if (scan.end == scan_malformed) return fail(malformed());
    carry_ += bytes.substr(scan.valid);
    return bytes.substr(0, scan.valid);
  }

  /// Completes the character that the last block ended in; takes its bytes off the front.
  bool finish_carry(std::string_view& bytes) {
    while (!carry_.empty() && !bytes.empty()) {
      carry_ += bytes.front();
      bytes.remove_prefix(1);
      const auto whole = std::exchange(carry_, {});
      const auto pass = convert(whole);
      if (pass.stop == Stop::malformed) return false;
      carry_ = whole.substr(pass.read);
    }
    return true;
  }

  Pass convert(std::string_view bytes) {
    const auto pass = transcode(*encoding_, bytes, text_.end());
    text_.grow(pass.written);
    offset_ += pass.read;
    gaiji_ += pass.gaiji;
    return pass;
  }

  Problem malformed() const {
    return problem_at(offset_, "encoding.malformed",
                      std::string(name_of(*encoding_)) + "として読めないバイトがあります");
  }

  EncodingSet declared_;
  std::optional<Encoding> encoding_;
  bool begun_ = false;
  bool finished_ = false;
  std::size_t bom_bytes_ = 0;
  std::string held_;   // waits for the encoding to be decided
  std::string carry_;  // at most three bytes of a character that is not whole
  std::string front_;  // the first blocks, while their view is out
  TextRoom text_;
  std::uint64_t offset_ = 0;  // of the first byte not yet decoded
  std::uint64_t gaiji_ = 0;
  std::optional<Problem> problem_;
};

Decoder::Decoder(EncodingSet declared) : state_(std::make_unique<State>(declared)) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

Outcome<std::string_view> Decoder::feed(std::string_view bytes) {
  return state_->feed(bytes);
}

Outcome<std::string_view> Decoder::finish() {
  return state_->finish();
}

std::optional<Encoding> Decoder::encoding() const noexcept {
  return state_->encoding();
}

std::uint64_t Decoder::gaiji() const noexcept {
  return state_->gaiji();
}

Outcome<std::string> decode(std::string_view bytes, EncodingSet declared) {
  Decoder decoder(declared);
  std::string text;
  auto part = decoder.feed(bytes);
  if (!part) return part.problem();
  text += *part;
  part = decoder.finish();
  if (!part) return part.problem();
  text += *part;
  return text;
}

}  // namespace tsunagu::text
