#include "hub/daemon/compare_lines.hpp"

namespace hub::daemon {

using intake::Difference;

bool CompareLines::put(service::ViewLine& line) {
  bool stays = true;
  line.to([&](std::string_view json) { stays = reply_.line(json); });
  return stays;
}

bool CompareLines::versions(const std::string& now, const std::string& then) {
  service::ViewLine line("versions");
  line.text("now", now).text("then", then);
  return put(line);
}

bool CompareLines::record(const base::ArrivalId& arrival, const intake::ComparedRecord& record) {
  if (++records_ > at_most_) return true;
  service::ViewLine line("difference");
  line.id("arrival", arrival).count("line", record.line).id("record", record.id);
  line.code("recordKind", domain::name_of(record.kind));
  line.code("difference", intake::name_of(record.difference));
  if (!record.fields.empty()) line.list("fields", record.fields);
  return put(line);
}

bool CompareLines::remark(const base::ArrivalId& arrival, const intake::ComparedRemark& compared) {
  if (++remarks_ > at_most_) return true;
  const auto& remark = compared.remark;
  service::ViewLine line("remark");
  line.id("arrival", arrival).code("remark", remark.is_warning ? "row_warned" : "row_rejected");
  line.code("difference", compared.appears ? "appears" : "vanishes");
  line.count("line", remark.line).text("column", remark.column).code("code", remark.code);
  return put(line);
}

bool CompareLines::put_fields(const intake::ComparedDelivery& delivery) {
  for (const auto& [field, records] : delivery.fields) {
    service::ViewLine line("field");
    line.id("arrival", delivery.arrival).code("recordKind", domain::name_of(field.first));
    line.text("field", field.second).count("records", records);
    if (!put(line)) return false;
  }
  return true;
}

bool CompareLines::delivery(const intake::ComparedDelivery& delivery) {
  records_ = 0;
  remarks_ = 0;
  if (!put_fields(delivery)) return false;
  const auto count = [&delivery](Difference difference) {
    const auto found = delivery.counts.find(difference);
    return found == delivery.counts.end() ? 0 : found->second;
  };
  service::ViewLine line("compared");
  line.id("arrival", delivery.arrival).code("feed", delivery.feed);
  line.time("receivedAt", delivery.received_at);
  line.count("added", count(Difference::added)).count("gone", count(Difference::gone));
  line.count("changed", count(Difference::changed)).count("same", delivery.same);
  line.count("rejectsNow", delivery.now.rejects).count("rejectsThen", delivery.then.rejects);
  line.count("warningsNow", delivery.now.warnings).count("warningsThen", delivery.then.warnings);
  if (!delivery.now.refusal.empty()) line.code("refusedNow", delivery.now.refusal);
  if (!delivery.then.refusal.empty()) line.code("refusedThen", delivery.then.refusal);
  return put(line);
}

bool CompareLines::stays() {
  return reply_.line(R"({"kind":"progress"})");
}

}  // namespace hub::daemon
