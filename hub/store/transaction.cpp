#include "hub/store/transaction.hpp"

#include "hub/store/batch.hpp"
#include "hub/store/connection.hpp"

namespace hub::store {
namespace {

std::span<const Bind> span_of(std::initializer_list<Bind> values) {
  return {values.begin(), values.size()};
}

}  // namespace

Transaction::Transaction(WriterCore& core)
    : Reader(core.connection, core.keys), core_(core), now_(core.clock.now()) {}

std::int64_t Transaction::execute(Sql sql, std::initializer_list<Bind> values) {
  begin();
  wrote_ = true;
  return connection_.execute(sql, span_of(values));
}

std::int64_t Transaction::upkeep(Sql sql, std::initializer_list<Bind> values) {
  begin();
  return connection_.execute(sql, span_of(values));
}

std::int64_t Transaction::audit(const audit::Entry& entry) {
  begin();
  audited_ = true;
  const auto number = core_.audit.append(entry, now_);
  if (core_.listener) core_.listener(*this, entry);
  return number;
}

std::string Transaction::seal(std::string_view table, const base::UuidBytes& row,
                              std::string_view plain, std::int64_t part) const {
  return keys().sealer().seal({table, crypto::text_of(crypto::ByteView(row)), part}, plain);
}

void Transaction::begin() {
  if (state_ != State::open) throw std::logic_error("a closed transaction was used");
  if (began_) return;
  connection_.execute("SAVEPOINT job");
  mark_ = core_.audit.head();
  began_ = true;
}

std::int64_t Transaction::last_row() const {
  return connection_.last_row();
}

base::Result<> Transaction::keep(std::vector<std::function<void()>>& undo) {
  if (auto audited = Batch::check_audited(*this); !audited) {
    roll_back();
    return audited;
  }
  if (began_) connection_.execute("RELEASE job");
  state_ = State::kept;
  std::move(undo_.begin(), undo_.end(), std::back_inserter(undo));
  return {};
}

void Transaction::roll_back() {
  state_ = State::rolled_back;
  undo_memory();
  // An error inside SQLite may have ended the whole transaction already.
  if (!began_ || !connection_.in_transaction()) return;
  connection_.execute("ROLLBACK TO job");
  connection_.execute("RELEASE job");
}

void Transaction::undo_memory() {
  if (began_) core_.audit.go_back_to(mark_);
  for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo)
    (*undo)();
  undo_.clear();
}

}  // namespace hub::store
