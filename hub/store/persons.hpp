// Persons, and which records are theirs. A link is never overwritten: it is undone and another is
// made; what officers decided is kept (link_words.hpp, DOMAIN 8.2).
#pragma once

#include <vector>

#include "hub/store/transaction.hpp"

namespace hub::store {

/// How sure a link is; stored as a number. Over a link below `deterministic` nothing of one record
/// reaches a reader of the other, until an officer confirmed it.
enum class Strength : std::uint8_t { possible = 0, probable = 1, deterministic = 2, officer = 3 };

struct PersonRef {
  PersonRow row;
  base::PersonId id;
};

struct Link {
  LinkRow row;
  RecordRow record;
  PersonRow person;
  Strength strength = Strength::possible;
  std::string rule;
  base::UtcMillis made_at{};
  std::string made_by;
  std::optional<base::UtcMillis> undone_at;
  std::string undone_by;
};

PersonRef create_person(Transaction& transaction);
std::optional<PersonRef> find_person(Reader& reader, const base::PersonId& id);
std::optional<PersonRef> read_person(Reader& reader, PersonRow row);

/// Links a record that has no live link.
LinkRow link_record(Transaction& transaction, RecordRow record, PersonRow person, Strength strength,
                    std::string_view rule, std::string_view by);
/// Undoes the live link; false where there is none.
bool unlink_record(Transaction& transaction, RecordRow record, std::string_view by);

/// The person of a record, by its live link.
std::optional<Link> link_of(Reader& reader, RecordRow record);
/// Live links of a person.
std::vector<Link> links_of(Reader& reader, PersonRow person);
/// A live link and the tokens of its record, read together.
struct LinkedRecord {
  Link link;
  std::vector<crypto::Token> tokens;
};
std::vector<LinkedRecord> linked_records(Reader& reader, PersonRow person);
/// To whom records with the token are linked, each once, ascending.
std::vector<PersonRow> persons_with(Reader& reader, crypto::Token token);
/// All links a record ever had, the oldest first.
std::vector<Link> link_history(Reader& reader, RecordRow record);

}  // namespace hub::store
