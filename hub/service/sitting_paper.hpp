// The papers of one seat: for each agenda item and each person whom it is about, every datum that
// the gate allows this seat on the item's own ground now. Seats of one sitting get different
// papers, and so do items of one sitting. What is withheld stands beside the paper, for the
// secretariat alone: to the seat a denied datum is absent, so that nothing tells of what it may not
// know.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hub/domain/disclosure.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/service/context.hpp"
#include "hub/service/disclosure_log.hpp"
#include "hub/service/recipient.hpp"
#include "hub/store/sittings.hpp"

namespace hub::service {

/// Somebody of whom the paper shows something.
struct PaperPerson {
  std::string called;  ///< the paper's own name for the person: "person" of its records
  domain::Subject subject;
  std::vector<std::string> pointers{};  ///< who holds material of the 要対協: a party's code
};

/// What one agenda item brings one seat.
struct ItemPaper {
  store::StoredAgendaItem item;
  base::CaseId about;
  const domain::LegalBasis* ground = nullptr;  ///< borrowed from the book; null: none in force
  std::string data;                            ///< JSON (hub/codec/packet.hpp)
  std::vector<PaperPerson> persons;
  std::vector<Answered> answers;
};

struct Paper {
  store::StoredSitting sitting;
  store::StoredSeat seat;
  Recipient recipient;
  std::vector<ItemPaper> items;
};

struct PaperAsk {
  store::SeatId seat;
  std::optional<store::AgendaId> item{};  ///< nothing: all that the seat hears
};

/// Reads only; `not_found` for a seat, or an item of another sitting.
base::Result<Paper> render_paper(store::Reader& reader, const Book& book, const PaperAsk& ask,
                                 base::UtcMillis at);

using PaperReader = std::function<void(store::Reader&, const Book&, const Paper&)>;

/// The same for an officer who keeps the body's papers (106条の6第5項: he is bound too), with the
/// rows of the log for what each seat gets and for what he reads, in one transaction: nothing is
/// handed out that is not logged. `read` sees it before the commit.
base::Result<Paper> make_paper(Context& context, const PaperAsk& ask, const std::string& asker,
                               const PaperReader& read = {});

/// The papers of the seats that the officer himself sits on, as long as he may read them, with the
/// same rows; `not_found` where he has none.
base::Result<> make_own_paper(Context& context, const store::SittingId& sitting,
                              const std::string& asker, const PaperReader& read);

}  // namespace hub::service
