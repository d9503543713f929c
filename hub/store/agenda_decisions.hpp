// What agenda items decided, and 支援決定, which is the municipality's own act. Append-only.
#pragma once

#include "hub/store/plans.hpp"

namespace hub::store {

using AgendaDecisionId = base::Id<struct AgendaDecisionTag>;
using SupportDecisionId = base::Id<struct SupportDecisionTag>;

struct NewAgendaDecision {
  AgendaRow item;
  PlanRow plan{};            ///< none: a line of support, or that the field agency suffices
  std::int64_t edition = 0;  ///< of the plan
  std::string timing;        ///< create, change, suspend, close; share, field
  bool adopted = true;
  std::string next_on{};  ///< ISO day: when it is heard again
  std::string officer;
  std::string policy{};  ///< 支援方針; is sealed
};

struct StoredAgendaDecision {
  AgendaDecisionRow row;
  AgendaDecisionId id;
  AgendaRow item;
  PlanRow plan;
  std::int64_t edition = 0;
  std::string timing;
  bool adopted = false;
  std::string next_on;
  std::string officer;
  base::UtcMillis decided_at{};
  crypto::Opened policy;
};

/// Nothing where the item decided that before.
std::optional<AgendaDecisionId> add_agenda_decision(Transaction& transaction,
                                                    const NewAgendaDecision& decision);
std::vector<StoredAgendaDecision> decisions_of(Reader& reader, AgendaRow item);
/// The last agreement (or refusal) to the plan as it is written now that no step has carried out.
AgendaDecisionRow open_agreement(Reader& reader, const StoredPlan& plan, std::string_view timing,
                                 bool adopted);

struct SupportDecision {
  SupportDecisionId id;
  std::string day;
  std::string officer;
};
/// `document`: its number; is sealed. Nothing where the plan has one.
std::optional<SupportDecisionId> add_support_decision(Transaction& transaction, PlanRow plan,
                                                      std::string_view day,
                                                      std::string_view document,
                                                      std::string_view officer);
std::optional<SupportDecision> support_decision_of(Reader& reader, PlanRow plan);

}  // namespace hub::store
