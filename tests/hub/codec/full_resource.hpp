// A resource with every member that its builder knows.
#pragma once

#include "tests/hub/codec/full_parts.hpp"

namespace full {

inline Phone phone() {
  Phone phone("028-099-1000");
  phone.kind = PhoneKind::fax;
  phone.extension = "12";
  return phone;
}

inline void add_times(Resource& resource) {
  Schedule& schedule = resource.schedules.add({});
  schedule.days = {DayCode::mo, DayCode::ho};
  schedule.specific_days = {"0We"};
  schedule.opens_at = "09:00";
  schedule.closes_at = "16:00";
  schedule.text = "月・祝";
  resource.schedule_note = "盆は休み";
  resource.closed_days = "火";
  resource.approved_at = date("2010-04-01");
  resource.assured_at = date();
}

inline void add_offer(Resource& resource) {
  resource.capacity = 20;
  resource.capacity_text = "20";
  resource.available = 3;
  resource.minimum_age = 6;
  resource.maximum_age = 64;
  resource.eligibility = "市内の人";
  resource.fee_kind = "有料";
  resource.fees = "100円";
  resource.application_process = "電話";
  resource.transport = true;
  resource.accessibility = {"スロープ"};
  resource.acceptance = {"見学可"};
  resource.participation_support = true;
  resource.temporary_care = "有";
  resource.age_range = "6-64";
  resource.shared_use = true;
  resource.meets_care_standard = false;
  resource.meets_disability_standard = true;
  resource.note = "備考";
}

inline Resource resource() {
  Resource made("s1", PublicRange::staff, "架空作業所");
  made.resource_kind = coding();
  made.identifiers.add({"jigyosho", "0910900001"});
  made.name_kana = "カクウサギョウショ";
  made.name_en = "Kaku";
  made.status = ResourceStatus::inactive;
  made.description = "作業";
  made.service_types.add(coding("46"));
  made.target_fields = {"障がい"};
  Organization organization;
  organization.name = "架空福祉会";
  organization.name_kana = "カクウフクシカイ";
  organization.corporate_number = "5080001018392";
  organization.address = address();
  organization.phones.add(phone());
  organization.url = "https://example.jp/";
  organization.designated_by = "栃木県";
  made.organization = organization;
  made.publisher_code = "092142";
  made.address = address();
  made.latitude = 36.68;
  made.longitude = 139.96;
  made.access = "駅から5分";
  made.parking = "3台";
  made.phones.add(phone());
  made.email = "kaku@example.jp";
  made.url = "https://example.jp/";
  add_times(made);
  add_offer(made);
  return with_envelope(std::move(made), "/access");
}

}  // namespace full
