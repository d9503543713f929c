#include "plugins/kodomo/kodomo.hpp"

#include "plugins/kodomo/answer.hpp"
#include "plugins/kodomo/json_lines.hpp"
#include "plugins/kodomo/mapping.hpp"
#include "plugins/kodomo/table.hpp"
#include "tsunagu/feed/batch.hpp"
#include "tsunagu/feed/file_name.hpp"

namespace kodomo {

tsunagu::Outcome Kodomo::decode(tsunagu::Input& input, tsunagu::Sink& sink) {
  feed::Batch batch(sink);
  const auto map = [&](Entry& entry) {
    map_entry(settings_, entry, batch);
    batch.flush(entry);
  };
  const std::string order_key = feed::digits_of_name(input.name());
  if (input.feed() == "consultations") return each_json_line(input, sink, map, order_key);
  if (input.feed() == "consultations_csv") return each_table_row(input, sink, map, order_key);
  return tsunagu::Outcome::refuse({"feed.unknown", "この名前の受け口はありません"});
}

tsunagu::Outcome Kodomo::push(const tsunagu::Message& message, tsunagu::Outbox& outbox) {
  return write_answer(settings_, message, outbox);
}

}  // namespace kodomo
