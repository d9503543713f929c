#include "hub/service/tell_place.hpp"

#include "hub/service/match_terms.hpp"
#include "hub/service/resource_recipient.hpp"
#include "hub/service/situation.hpp"

namespace hub::service {
namespace {

constexpr std::string_view ground = "CONSENT";

}  // namespace

domain::Verdict ask_to_tell(store::Transaction& tx, const Book& book,
                            const store::PersonRef& person, const domain::ResourceId& resource,
                            domain::Labels items, const Telling& telling) {
  const auto recipient = resource_recipient(resource);
  const auto about = about_person(tx, person, domain::Subject::focus);
  const Asking asking{.recipient = recipient,
                      .basis = ground,
                      .purpose = participation,
                      .reopened_at = std::nullopt};
  const Situated situated(tx, book, about, asking, tx.now());
  std::vector<Answered> answers;
  std::vector<domain::Verdict> verdicts;
  items.each([&](domain::Item item) {
    const domain::Labels label(item);
    answers.push_back({.disclosure = situated.disclose(label),
                       .subject = domain::Subject::focus,
                       .fields = {std::string(domain::name_of(item))},
                       .labels = label});
    verdicts.push_back(answers.back().disclosure.verdict());
  });
  log_answers(tx, answers, telling);
  return domain::strictest(verdicts);
}

base::Failure untold(const domain::Verdict& verdict) {
  return base::fail(base::Kind::forbidden, "the gate refuses to tell this place of the person (" +
                                               std::string(domain::name_of(verdict.reason)) +
                                               "); ask for a consent that names it");
}

}  // namespace hub::service
