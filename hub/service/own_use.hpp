// An officer's own use of what his desk holds (個人情報保護法69条1項): the gate's class `own`. It
// is how an officer of a case, and nobody who only runs the machine, gets to see a name.
#pragma once

#include "hub/domain/disclosure.hpp"
#include "hub/service/about.hpp"
#include "hub/service/context.hpp"
#include "hub/store/persons.hpp"
#include "hub/store/records.hpp"

namespace hub::service {

/// Whether the officer's desk made the datum or received it lawfully for this business.
enum class Holding { no, yes };

/// `purpose`: a code of purposes.yaml.
domain::Disclosure own_use(store::Reader& reader, const Book& book, const About& about,
                           const profile::Officer& officer, Holding holding, domain::Labels labels,
                           base::UtcMillis at, std::string_view purpose = "own_work");

/// Whether the source is of the officer's own desk or its agency, or, for the municipality's own
/// staff, of his section or of a desk that it answers for: two contractors of one section hold
/// nothing of each other's.
bool holds(store::Reader& reader, const Book& book, const profile::Officer& officer,
           domain::SourceId source);

/// The name as one person record has it, of whoever holds it: ask `holds` before. Nothing of any
/// other record, or where the gate refuses.
std::optional<domain::Cleared<std::string>> name_in(store::Reader& reader, const Book& book,
                                                    const profile::Officer& officer,
                                                    const About& about,
                                                    const store::StoredRecord& stored,
                                                    base::UtcMillis at);

/// The person's name as the officer's own record has it; nothing where his desk holds none, or the
/// gate refuses.
std::optional<domain::Cleared<std::string>> name_for(store::Reader& reader, const Book& book,
                                                     const profile::Officer& officer,
                                                     const About& about, base::UtcMillis at);

}  // namespace hub::service
