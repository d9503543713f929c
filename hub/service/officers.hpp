// Who asks: an officer of a case under his own user, or whoever runs the machine. It is the
// session's word (`officer/<user>`, `operator/<user>`), never a request's.
#pragma once

#include <string_view>

#include "hub/service/context.hpp"

namespace hub::service {

inline constexpr std::string_view officer_prefix = "officer/";

/// The officer of hub.yaml behind an asker; null for everybody else. Borrowed from the book.
const profile::Officer* officer_of(const Book& book, std::string_view asker);

/// The same, of the municipality's own staff: his desk is one that it runs itself.
const profile::Officer* municipal_officer(const Book& book, std::string_view asker);

/// Whether a municipal officer is of that section (or of the desk or agency of that code), and not
/// of another section that may ask for it.
bool works_in(const Book& book, const profile::Officer& officer, std::string_view code);

/// Whether he works for the section that owns the protection register: the only ones who may know
/// that somebody who may be two records, or two persons, is in hiding.
bool guards_register(const Book& book, std::string_view asker);

/// The officer, for one who may decide on sharing without consent; `forbidden` otherwise.
base::Result<const profile::Officer*> deciding_officer(const Book& book, std::string_view asker);

}  // namespace hub::service
