// A resource: a place or service that is nobody's own.
#include "plugins/table/records.hpp"
#include "tsunagu/feed/fields.hpp"

namespace table {

record::Resource resource_of(Row& row) {
  using Slot = mapping::ResourceSlot;
  if (!row.has(Slot::name))
    row.line().reject_at({row.line().number()}, "name.empty", "名称がありません");
  record::Resource made(
      row.key(row.rule().key),
      row.choice<record::PublicRange>(Slot::range).value_or(record::PublicRange::staff),
      row.text(Slot::name));
  made.name_kana = feed::katakana(row.text(Slot::kana));
  made.resource_kind = feed::words(row.text(Slot::type));
  made.description = feed::with_breaks(row.text(Slot::description));
  if (row.has(Slot::address)) {
    made.address = feed::address(row.text(Slot::address), row.text(Slot::building),
                                 row.text(Slot::postal_code));
  }
  if (row.has(Slot::telephone)) made.phones.add(record::Phone(row.text(Slot::telephone)));
  made.email = row.text(Slot::email);
  made.url = row.text(Slot::url);
  made.schedule_note = row.text(Slot::schedule);
  made.capacity_text = row.text(Slot::capacity);
  made.eligibility = row.text(Slot::eligibility);
  made.fees = row.text(Slot::fees);
  made.application_process = row.text(Slot::application);
  made.note = row.text(Slot::note);
  return made;
}

}  // namespace table
