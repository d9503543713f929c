// The smallest adapter: a list of meeting places, one a line, "number<TAB>name<TAB>when", in UTF-8.
#include <string>

#include "tsunagu/adapter.hpp"
#include "tsunagu/record.hpp"

class Smallest final : public tsunagu::Adapter {
 public:
  static constexpr std::string_view manifest = R"({
    "id": "smallest", "version": "1.0.0", "name": "通いの場一覧",
    "description": "番号・名称・開催日時をタブで区切った一覧を社会資源として読み取ります。",
    "fields": ["chiiki"],
    "feeds": [{"name": "places", "description": "通いの場の一覧（全件）", "mode": "full",
               "order": "received", "encodings": ["utf8"], "files": ["*.tsv"]}],
    "writes": ["resource"],
    "config": [{"key": "open_to_all", "type": "boolean", "default": "true",
                "help": "一覧を住民にも公開してよいか"}]
  })";

  explicit Smallest(const tsunagu::Config& config)
      : range_(config.boolean("open_to_all") ? tsunagu::record::PublicRange::public_
                                             : tsunagu::record::PublicRange::staff) {}

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override {
    std::string waiting;
    std::uint64_t line = 0;
    char block[4096];
    while (const std::size_t size = input.read(block, sizeof block)) {
      waiting.append(block, size);
      for (std::size_t end; (end = waiting.find('\n')) != std::string::npos;) {
        row(waiting.substr(0, end), ++line, sink);
        waiting.erase(0, end + 1);
      }
    }
    if (!waiting.empty()) row(waiting, ++line, sink);
    return tsunagu::Outcome::done(line);
  }

 private:
  void row(const std::string& text, std::uint64_t line, tsunagu::Sink& sink) const {
    const std::size_t first = text.find('\t');
    const std::size_t second = text.find('\t', first + 1);
    if (first == std::string::npos || second == std::string::npos) {
      return sink.reject({"bad_row", "タブで区切った3列が必要です", line});
    }
    try {
      tsunagu::record::Resource place("place:" + text.substr(0, first), range_,
                                      text.substr(first + 1, second - first - 1));
      place.schedule_note = text.substr(second + 1);
      sink.record(place, line);
    } catch (const tsunagu::json::BadText&) {
      sink.reject({"bad_utf8", "UTF-8 として読めない行です", line});
    }
  }

  tsunagu::record::PublicRange range_;
};

TSUNAGU_ADAPTER(Smallest);
