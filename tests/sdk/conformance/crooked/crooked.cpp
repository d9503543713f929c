// Reads "number,code,text" under a header of one line. With `breaks: none` it holds every promise;
// with the name of a check it breaks that one.
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tsunagu/adapter.hpp"
#include "tsunagu/draft/recognize.hpp"

namespace {

using tsunagu::Outcome;

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells(1);
  for (const char c : row) {
    if (c == ',') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' &&
        static_cast<unsigned char>(c) < 0x7F)
      out += c;
  }
  return out;
}

}  // namespace

class Crooked final : public tsunagu::Adapter, public tsunagu::draft::Recognizes {
 public:
  static constexpr std::string_view manifest = R"({
    "id": "crooked", "version": "1.0.0", "name": "見本", "description": "試験用",
    "fields": ["kaigo"],
    "feeds": [{"name": "rows", "description": "表", "mode": "delta", "order": "content",
               "key_scope": "fiscal_year", "encodings": ["utf8"], "files": ["rows_*.csv"]}],
    "writes": ["consultation", "removal"], "pushes": ["answer"], "holds": ["tax"],
    "extensions": ["tsunagu.draft.recognize/1"],
    "config": [{"key": "breaks", "type": "text", "default": "none", "help": "破る約束"},
               {"key": "code", "type": "text", "default": "A", "help": "知っているコード"}]
  })";

  static const tsunagu_extension* extension(std::string_view name) {
    return tsunagu::draft::recognize_of<Crooked>(name);
  }

  explicit Crooked(const tsunagu::Config& config)
      : breaks_(config.text("breaks")), code_(config.text("code")) {
    if (code_.empty() && breaks_ != "settings") {
      throw tsunagu::ConfigError("code", "空にはできません");
    }
  }

  Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override {
    std::string all;
    const bool bounded = breaks_ != "bounds";
    char block[4096];
    std::uint64_t line = 0;
    std::size_t begin = 0;
    while (const std::size_t size = input.read(block, sizeof block)) {
      all.append(block, size);
      for (std::size_t end; (end = all.find('\n', begin)) != std::string::npos;) {
        row(all.substr(begin, end - begin), ++line, sink);
        begin = end + 1;
      }
      if (bounded) all.erase(0, std::exchange(begin, 0));
    }
    if (begin < all.size()) row(all.substr(begin), ++line, sink);
    gone(sink);
    return breaks_ == "deliveries" ? Outcome::done(line) : Outcome::done(line, "20260410");
  }

  Outcome push(const tsunagu::Message& message, tsunagu::Outbox& outbox) override {
    if (breaks_ != "push" && message.json().find("text") == std::string_view::npos) {
      return Outcome::refuse({"bad_message", "内容がありません"});
    }
    outbox.open("_answer.csv");
    outbox.write(message.json());
    return Outcome::done();
  }

  void health(tsunagu::Health& health) override {
    health.good(breaks_ == "health" ? "Very Good" : "ready", "準備ができています");
  }

  std::string_view feed_of(const tsunagu::draft::Beginning& beginning) override {
    if (breaks_ == "extensions") return "columns";
    return beginning.bytes.starts_with("number,") ? "rows" : "";
  }

 private:
  void row(const std::string& text, std::uint64_t line, tsunagu::Sink& sink) {
    if (line == 1) return header(text, sink);
    const std::vector<std::string> cells = cells_of(text);
    if (breaks_ == "any_bytes" && text.find('\xFF') != std::string::npos) std::abort();
    if (cells.size() < 3 || text.size() > 4000) {
      return sink.reject({"bad_row", "3列が必要です", line});
    }
    if (breaks_ != "unknown_columns" && cells.size() > 3) {
      sink.warning({"unknown_column", "知らない列です", line});
    }
    if (breaks_ != "unknown_codes" && plain(cells[1]) != code_) {
      sink.warning({"unknown_code", "知らないコードです", line});
    }
    const std::string number = plain(cells[0]);
    if (breaks_ == "loses_rows" && number < std::exchange(number_before_, number)) return;
    sink.record(record(number, plain(cells[2]), line), line);
  }

  void header(const std::string& text, tsunagu::Sink& sink) const {
    if (text.find("\xE5\x80\x8B\xE4\xBA\xBA") != std::string::npos && breaks_ != "my_number") {
      sink.warning({"my_number", "個人番号の列は読みません", 1});
    }
  }

  std::string record(std::string number, std::string said, std::uint64_t line) {
    std::string key = "soudan:R08-" + number;
    if (breaks_ == "key_scope") key = "soudan:" + number;
    if (breaks_ == "record_keys" || (breaks_ == "empty_keys" && number.empty())) key.clear();
    if (breaks_ == "truncated") key += said;
    if (breaks_ == "doubled" || breaks_ == "reordered") key += "/" + std::to_string(line);
    if (breaks_ == "same_bytes") key += "/" + std::to_string(++calls_);
    if (breaks_ == "cancellation") key += stopped_ ? "/again" : "";
    if (breaks_ == "my_number") said.insert(said.empty() ? 0 : 1, "-- --");
    keys_now_.insert(key);
    const std::string version = breaks_ == "samples" ? "9" : "1";
    const std::string labels =
        breaks_ == "labels" ? "" : R"(,"labels":[{"pointer":"/statement","item":"tax"}])";
    const std::string member = breaks_ == "schema" ? R"("satement":")" : R"("statement":")";
    stopped_ = true;
    return R"({"kind":"consultation","schemaVersion":")" + version + R"(","recordKey":")" + key +
           R"(","personKey":"p","receivedAt":{"date":"2026-04-10"},)" + member + said + "\"" +
           labels + "}";
  }

  /// What was there the last time and is not there now, which only the hub may judge.
  void gone(tsunagu::Sink& sink) {
    if (breaks_ == "deliveries") {
      for (const std::string& key : keys_before_) {
        if (keys_now_.count(key) == 0)
          sink.record(R"({"kind":"removal","schemaVersion":"1","recordKey":")" + key + "\"}");
      }
    }
    keys_before_ = std::move(keys_now_);
    keys_now_.clear();
    stopped_ = false;
    number_before_.clear();
  }

  std::string breaks_;
  std::string code_;
  std::set<std::string> keys_before_;
  std::set<std::string> keys_now_;
  std::string number_before_;
  int calls_ = 0;
  bool stopped_ = false;
};

TSUNAGU_ADAPTER(Crooked);
