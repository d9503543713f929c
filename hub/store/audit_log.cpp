#include "hub/store/audit_log.hpp"

#include <algorithm>

#include "hub/store/audit_notes.hpp"

namespace hub::store {
namespace {

/// seq, at, body, contents
LoggedEntry entry_from(const Cursor& row) {
  LoggedEntry logged{row.integer(0), row.time(1), {}, false};
  const bool within = audit::is_inline(row.blob(2));
  if (!within && row.is_null(3)) {
    logged.erased = true;
    return logged;
  }
  auto entry = audit::from_canonical(row.blob(within ? 2 : 3));
  if (!entry) throw CorruptRow("audit row " + std::to_string(logged.seq) + " is not an entry");
  logged.entry = std::move(*entry);
  return logged;
}

std::vector<LoggedEntry> all_of(Cursor rows) {
  std::vector<LoggedEntry> entries;
  while (rows.next())
    entries.push_back(entry_from(rows));
  return entries;
}

/// What the signer's notes say, in order of the rows they name; `bad` stands for a note that the
/// key did not sign.
struct Said {
  audit::Checkpoint checkpoint;
  bool bad = false;
};

Said said_by(std::string_view note, const audit::VerifierKey& key) {
  if (auto checkpoint = audit::open_note(note, key)) return {std::move(*checkpoint), false};
  const auto body = audit::from_body(note.substr(0, note.find("\n\n") + 1));
  return {body.value_or(audit::Checkpoint{}), true};
}

std::vector<Said> all_said(Reader& reader, const AuditWitness& witness) {
  std::vector<Said> all;
  if (!witness.key) return all;
  for (const std::string& note : witness.notes)
    all.push_back(said_by(note, *witness.key));
  for (const std::string& note : list_notes(reader, witness.key->name()))
    all.push_back(said_by(note, *witness.key));
  std::stable_sort(all.begin(), all.end(), [](const Said& left, const Said& right) {
    return left.checkpoint.head.seq < right.checkpoint.head.seq;
  });
  return all;
}

std::optional<audit::Contents> contents_from(const Cursor& row, int salt) {
  if (row.is_null(salt)) return std::nullopt;
  return audit::Contents{row.bytes<16>(salt), row.blob(salt + 1)};
}

/// One walk over the log.
class Walk {
 public:
  Walk(Reader& reader, const AuditWitness& witness)
      : reader_(reader),
        said_(all_said(reader, witness)),
        next_(said_.begin()),
        verifier_(reader.keys().tokens(crypto::Purpose::audit)) {}

  AuditReport run() {
    Cursor rows = reader_.query(
        "SELECT l.seq, l.at, l.entry, l.chain, l.mac, c.salt, c.contents FROM audit_log l "
        "LEFT JOIN audit_contents c ON c.seq = l.seq ORDER BY l.seq");
    see_said();
    while (!verifier_.broken() && rows.next()) {
      verifier_.see(
          {rows.integer(0), rows.integer(1), rows.blob(2), rows.bytes<32>(3), rows.bytes<16>(4)},
          contents_from(rows, 5));
      see_said();
    }
    see_head();
    if (next_ != said_.end()) see(*next_);
    return {verifier_.head().seq, fit_, signed_, verifier_.head(), verifier_.broken()};
  }

 private:
  void see_said() {
    for (; next_ != said_.end() && next_->checkpoint.head.seq <= verifier_.head().seq; ++next_)
      see(*next_);
  }
  void see(const Said& said) {
    if (said.bad)
      verifier_.see_bad_note(said.checkpoint.head.seq);
    else
      verifier_.see(said.checkpoint);
    if (verifier_.broken()) return;
    ++fit_;
    signed_ = said.checkpoint.head.seq;
  }
  void see_head() {
    Cursor rows = reader_.query("SELECT seq, chain, mac FROM audit_head");
    if (rows.next())
      verifier_.finish({rows.integer(0), rows.bytes<32>(1)}, rows.bytes<16>(2));
    else if (verifier_.head().seq != 0)
      verifier_.finish({}, {});
  }

  Reader& reader_;
  std::vector<Said> said_;
  std::vector<Said>::const_iterator next_;
  audit::Verifier verifier_;
  std::int64_t fit_ = 0;
  std::int64_t signed_ = 0;
};

}  // namespace

std::vector<LoggedEntry> list_entries(Reader& reader, std::int64_t after, std::size_t at_most) {
  return all_of(reader.query(
      "SELECT l.seq, l.at, l.entry, c.contents FROM audit_log l LEFT JOIN audit_contents c "
      "ON c.seq = l.seq WHERE l.seq > ? ORDER BY l.seq LIMIT ?",
      {after, at_most}));
}

std::vector<LoggedEntry> entries_about(Reader& reader, const base::PersonId& person,
                                       std::size_t at_most) {
  return all_of(
      reader.query("SELECT l.seq, l.at, l.entry, c.contents FROM audit_subjects s "
                   "JOIN audit_log l ON l.seq = s.seq LEFT JOIN audit_contents c ON c.seq = s.seq "
                   "WHERE s.person = ? ORDER BY s.seq LIMIT ?",
                   {person, at_most}));
}

audit::Head audit_head(Reader& reader) {
  Cursor row = reader.query("SELECT seq, chain FROM audit_log ORDER BY seq DESC LIMIT 1");
  if (!row.next()) return {};
  return {row.integer(0), row.bytes<32>(1)};
}

AuditReport verify_audit(Reader& reader, const AuditWitness& witness) {
  return Walk(reader, witness).run();
}

}  // namespace hub::store
