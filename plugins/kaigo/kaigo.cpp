#include "plugins/kaigo/kaigo.hpp"

#include "plugins/kaigo/care_plan.hpp"
#include "plugins/kaigo/consultation.hpp"
#include "plugins/kaigo/life.hpp"
#include "plugins/kaigo/push.hpp"

namespace kaigo {

tsunagu::Outcome Kaigo::decode(tsunagu::Input& input, tsunagu::Sink& sink) {
  if (input.feed() == "consultations") return decode_consultations(settings_, input, sink);
  if (input.feed() == "life") return decode_life(input, sink);
  if (input.feed() == "care_plan")
    return decode_care_plans(settings_.care_plan_header, input, sink);
  return tsunagu::Outcome::refuse({"feed.unknown", "この名前の受け口はありません"});
}

tsunagu::Outcome Kaigo::push(const tsunagu::Message& message, tsunagu::Outbox& outbox) {
  return write_answer(message, outbox);
}

}  // namespace kaigo
