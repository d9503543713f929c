// What of the log a person is told about himself, and what another's right stands against
// (個人情報保護法78条1項2号). What he isn't told is not there, as if it had never been: a gap would
// tell that somebody reported him, or hides from him (81条, 存否応答拒否).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hub/domain/item.hpp"
#include "hub/domain/legal_basis.hpp"
#include "hub/store/audit_log.hpp"

namespace hub::service {

/// Who reads the page: the person; who acts for him (76条2項), to whom a hidden person's
/// whereabouts don't go either; or the officer who decides on the request, who sees what is left
/// out and why.
enum class PageReader { person, representative, officer };

/// What is known of the person besides the log.
struct PageFacts {
  PageReader reader = PageReader::person;
  bool hidden = false;                ///< 支援措置, or another source says so
  std::set<std::string> near_hidden;  ///< objects of the log with somebody who hides from him
};

/// One row of the log as the page tells it.
struct Told {
  enum class What { nothing, disclosure, look };
  What what = What::nothing;
  std::vector<std::string_view> items;  ///< kinds of data that went, in the order of domain::Item
  bool recipient = true;                ///< who received may be named
  /// Why the row is left out of the person's own page; empty: it stands there.
  std::string_view withheld;
};

/// Pure. `nothing` is no row of this page: neither did anything go, nor did anybody look.
Told told_of(const store::LoggedEntry& logged, const domain::LegalBases& bases,
             const PageFacts& facts);

/// The item of a field as the log names it ("person/names/0/fullName", "identity").
domain::Item item_of_field(std::string_view field);
/// The kinds of data that a row of the log is about.
domain::Labels items_in(const audit::Entry& entry);

}  // namespace hub::service
