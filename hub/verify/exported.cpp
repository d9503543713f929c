// An exported log is text: a title; a line for each row, `seq at body chain salt contents`, bytes
// in base64 and `- -` where there are no contents; then `end seq chain`.
#include <array>
#include <fstream>

#include "hub/verify/log.hpp"
#include "hub/verify/text.hpp"

namespace hub::verify {
namespace {

constexpr std::string_view title = "tsunagu audit log 1";

class ExportedLog final : public Log {
 public:
  explicit ExportedLog(const std::string& file) : in_(file) {
    if (!std::getline(in_, line_) || line_ != title)
      throw Unreadable(file + " is no exported audit log");
  }

  bool next(Row& row) override {
    ++number_;
    if (!std::getline(in_, line_)) return false;
    std::string_view rest = line_;
    if (line_.compare(0, 4, "end ") == 0) {
      read_end(rest);
      return false;
    }
    row.seq = number(take(rest, ' '));
    row.at_ms = number(take(rest, ' '));
    row.body = bytes(take(rest, ' '), 0);
    row.chain = bytes(take(rest, ' '), 1);
    row.has_contents = rest != "- -";
    row.salt = row.has_contents ? bytes(take(rest, ' '), 2) : std::string_view();
    row.contents = row.has_contents ? bytes(rest, 3) : std::string_view();
    return true;
  }
  std::optional<End> end() override { return end_; }
  std::vector<std::string> notes() override { return {}; }

 private:
  void read_end(std::string_view rest) {
    take(rest, ' ');
    const std::int64_t seq = number(take(rest, ' '));
    end_ = End{seq, std::string(bytes(rest, 0))};
    if (std::getline(in_, line_)) fail();
  }
  std::int64_t number(std::string_view text) const {
    const auto value = number_in(text);
    if (!value) fail();
    return *value;
  }
  std::string_view bytes(std::string_view text, std::size_t place) {
    auto decoded = from_base64(text);
    if (!decoded) fail();
    return kept_[place] = std::move(*decoded);
  }
  [[noreturn]] void fail() const {
    throw Unreadable("line " + std::to_string(number_ + 1) + " is no row of an audit log");
  }

  std::ifstream in_;
  std::string line_;
  std::int64_t number_ = 0;
  std::array<std::string, 4> kept_;
  std::optional<End> end_;
};

}  // namespace

std::unique_ptr<Log> open_export(const std::string& file) {
  return std::make_unique<ExportedLog>(file);
}

std::unique_ptr<Log> open_log(const std::string& file) {
  std::ifstream in(file);
  std::string first(title.size(), '\0');
  if (!in || !in.read(first.data(), static_cast<std::streamsize>(first.size())))
    throw Unreadable("cannot read " + file);
  return first == title ? open_export(file) : open_database(file);
}

}  // namespace hub::verify
