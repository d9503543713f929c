// Requests of a person for disclosure, correction or stopping (個人情報保護法76条, 90条, 98条):
// opened, prolonged, answered, and whoever holds a copy told of what came of it. Each step is in
// the log, with whom it is about.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/person_requests.hpp"

namespace hub::service {

struct RequestWish {
  base::PersonId person;
  domain::RequestKind kind = domain::RequestKind::disclosure;
  domain::Requester requester = domain::Requester::self;
  domain::Labels items;                                 ///< none: all
  std::optional<std::chrono::year_month_day> received;  ///< none: today
  std::string document;                                 ///< number of the paper
};

base::Result<store::RequestId> open_person_request(Context& context, const RequestWish& wish,
                                                   std::string_view actor);
/// Once, and while it is in time: by thirty days, or until the day that the person was told where
/// 84条, 95条 or 103条 allow it.
base::Result<> prolong_person_request(
    Context& context, const store::RequestId& id, std::string_view actor,
    const std::optional<std::chrono::year_month_day>& until = std::nullopt);
/// A correction or stop that is granted: the notices are ordered in the same transaction. Answer a
/// correction when the field's own system has delivered the right value. One that is granted in
/// part (93条, 101条) says which part: that, and nothing else, is carried out.
base::Result<> answer_person_request(Context& context, const store::RequestId& id,
                                     const store::Decided& decided, std::string_view actor);
/// Somebody told a holder by hand.
base::Result<> mark_holder_told(Context& context, const store::RequestId& id,
                                std::string_view recipient, std::string_view actor);

/// Open ones first. Tells of nobody: who it is stands in `view_request`.
void view_requests(store::Reader& reader, const Book& book, base::UtcMillis now,
                   std::size_t at_most, const ViewSink& sink);
/// With the person's id, and who is told and when he was.
base::Result<Shown> view_request(store::Reader& reader, const Book& book,
                                 const store::RequestId& id, base::UtcMillis now,
                                 const ViewSink& sink);

}  // namespace hub::service
