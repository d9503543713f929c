// アダプターの本体。ファイルを最後まで読み、記録を一件ずつ渡す。
#pragma once

#include "manifest.hpp"
#include "mapping.hpp"
#include "tsunagu/adapter.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/table.hpp"

namespace sample_list {

class Adapter final : public tsunagu::Adapter {
 public:
  static constexpr std::string_view manifest = sample_list::manifest;

  explicit Adapter(const tsunagu::Config&) {}

  tsunagu::Outcome decode(tsunagu::Input& input, tsunagu::Sink& sink) override {
    using tsunagu::text::Encoding;
    feed::Batch batch(sink);
    feed::Table table(input, sink,
                      {.encodings = {Encoding::cp932, Encoding::utf8}, .layout = layout()});
    return table.each(
        [&batch](feed::Line& line) {
          map_row(line, batch);
          batch.flush(line);
        },
        feed::digits_of_name(input.name()));
  }
};

}  // namespace sample_list
