// From rows to records: person (K), consultation (S). Plans (P) take several rows: plans.hpp.
#pragma once

#include <string>

#include "plugins/shogai/columns.hpp"
#include "plugins/shogai/record_file.hpp"
#include "plugins/shogai/settings.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/fields.hpp"
#include "tsunagu/feed/line.hpp"

namespace shogai {

namespace feed = tsunagu::feed;
namespace record = tsunagu::record;
namespace text = tsunagu::text;

/// Borrows both for as long as the file is read.
struct Mapping {
  const Settings& settings;
  const Control& control;

  void known(feed::Line& line, feed::Batch& batch) const;
  void asked(feed::Line& line, feed::Batch& batch) const;
};

/// 宛名番号 is the key by which the rows of one person name each other.
template <class Column>
record::PersonKey person_key(feed::Line& line, Column atena) {
  if (!line.has(atena)) line.reject(atena, "cell.empty", "宛名番号がありません");
  return record::PersonKey("atena:" + feed::own(line.value(atena)));
}

}  // namespace shogai
