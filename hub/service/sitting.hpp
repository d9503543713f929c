// A sitting of one of the municipality's bodies: convened by who may, each agenda item on a ground
// that the body holds, seats from its table or by the chair's invitation (社会福祉法106条の4,
// 106条の6; さくら市支援会議設置要綱3条, 4条). Whoever writes it down is an officer of the convener
// or of the secretariat. What each seat gets, the gate decides when its paper is made
// (sitting_paper.hpp).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/store/signals.hpp"
#include "hub/store/sittings.hpp"

namespace hub::service {

struct SittingWish {
  std::string body;
  std::chrono::year_month_day held_on{};
  std::string convener{};  ///< empty: the body's own, as its chair
  std::string chair{};
};

/// `invalid` for a body that is not there that day, a convener or chair that is not the body's;
/// `forbidden` for who does not work for it.
base::Result<store::SittingId> open_sitting(Context& context, const SittingWish& wish,
                                            const std::string& asker);

struct AgendaWish {
  store::SittingId sitting;
  base::CaseId about{};
  /// Instead of a case: a proposal to convene that came of a pattern, whose case begins here.
  std::optional<store::SignalId> signal{};
  std::string function{};      ///< may be empty where the body leaves no choice
  bool declared_part = false;  ///< the convener declared this part of the meeting that function's
  bool decided = false;  ///< the municipality decided to support the case, or this sitting decides
  std::vector<base::PersonId> persons{};  ///< of the case's household; none: all of it
};

/// Finds the ground by the body's own rule (hub/profile/agenda.hpp); `invalid` for a function that
/// the body does not hold or that its convener may not convene.
base::Result<store::AgendaId> add_agenda_item(Context& context, const AgendaWish& wish,
                                              const std::string& asker);

struct SeatWish {
  store::SittingId sitting;
  std::optional<store::AgendaId> item{};  ///< nothing: the whole sitting
  std::string party{};                    ///< code, or the name in the body's table
  std::string name{};                     ///< of who stands in no table
  domain::RecipientKind kind = domain::RecipientKind::unknown;  ///< likewise
  bool invited = false;  ///< by the chair (要綱4条3), where no table has him
  store::Secrecy secrecy = store::Secrecy::none;
  std::string document{};  ///< number of the pledge
};

base::Result<store::SeatId> give_seat(Context& context, const SeatWish& wish,
                                      const std::string& asker);
base::Result<> leave_seat(Context& context, const store::SeatId& id, const std::string& asker);

/// The officer, if he works for who convenes the body or keeps its papers; `forbidden` otherwise.
base::Result<const profile::Officer*> officer_of_body(const Book& book, const profile::Forum& body,
                                                      std::string_view convener,
                                                      std::string_view asker);
/// The same for a sitting that was opened.
base::Result<const profile::Officer*> officer_of_sitting(const Book& book,
                                                         const store::StoredSitting& sitting,
                                                         std::string_view asker);

}  // namespace hub::service
