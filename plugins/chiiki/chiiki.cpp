#include "plugins/chiiki/chiiki.hpp"

#include <algorithm>

#include "plugins/chiiki/mapping.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/file_name.hpp"
#include "tsunagu/feed/labels.hpp"
#include "tsunagu/feed/table.hpp"

namespace chiiki {

namespace {

void map_row(const Facts& facts, feed::Line& line, feed::Batch& batch) {
  record::Resource resource = resource_of(facts);
  if (resource.public_range == record::PublicRange::staff) {
    feed::label_all(resource, record::Item::staff_note);
  }
  batch.add(resource, line);
}

/// A setting must be about a column of one layout at least.
void check_columns(const tsunagu::Config& config,
                   const std::map<std::string, Form, std::less<>>& forms) {
  const auto known = [&](const std::string& name) {
    return std::any_of(forms.begin(), forms.end(),
                       [&](const auto& entry) { return entry.second.knows(name); });
  };
  for (const auto& [ours, theirs] : config.map("columns")) {
    if (!known(ours)) throw tsunagu::ConfigError("columns", "どの様式の列の名前でもありません");
  }
  for (const std::string& name : config.list("absent_columns")) {
    if (!known(name))
      throw tsunagu::ConfigError("absent_columns", "どの様式の列の名前でもありません");
  }
}

}  // namespace

Chiiki::Chiiki(const tsunagu::Config& config) : forms_(forms()) {
  for (auto& [feed_name, form] : forms_)
    form.configure(config);
  check_columns(config, forms_);
}

tsunagu::Outcome Chiiki::decode(tsunagu::Input& input, tsunagu::Sink& sink) {
  const auto found = forms_.find(input.feed());
  if (found == forms_.end()) {
    return tsunagu::Outcome::refuse({"feed.unknown", "この名前の受け口はありません"});
  }
  const Form& form = found->second;
  feed::TableSpec spec{{text::Encoding::utf8, text::Encoding::cp932}, form.layout()};
  feed::Table table(input, sink, std::move(spec));
  feed::Batch batch(sink);
  return table.each(
      [&](feed::Line& line) {
        map_row(Facts(line, form), line, batch);
        batch.flush(line);
      },
      feed::digits_of_name(input.name()));
}

}  // namespace chiiki
