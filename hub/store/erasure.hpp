// Takes rows out for good. Each looks again whether the row may still go: what came back since the
// list was signed stays. Run `Writer::forget_log` afterwards, so that the bytes leave the disk too;
// backups that were made before are the operator's to destroy.
#pragma once

#include "hub/store/erasable.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

class Erasing {
 public:
  /// Borrows the transaction. `told_by`: its newest audit row, which tells of the erasure.
  Erasing(Transaction& transaction, std::int64_t told_by) : tx_(transaction), told_by_(told_by) {}

  /// False where it stays.
  bool erase(Erasable kind, std::int64_t row);

 private:
  bool erase_record(std::int64_t row);
  bool erase_replaced_body(std::int64_t row);
  bool erase_protection(std::int64_t row);
  bool erase_delivered_bytes(std::int64_t row);
  bool erase_webhook(std::int64_t row);
  bool erase_case(std::int64_t row);
  bool erase_person(std::int64_t row);
  void erase_referrals(std::int64_t case_row);
  void erase_plans(std::int64_t case_row);
  void erase_outreach(std::int64_t case_row);
  void erase_agenda(std::int64_t case_row);
  void erase_sitting(std::int64_t row);
  void erase_requests(std::int64_t person);
  void erase_decisions(std::int64_t person);
  void erase_stops_of_case(std::int64_t case_row);
  void erase_stops_of_person(std::int64_t person);
  void erase_matches(std::int64_t person);
  void erase_empty_households();
  void close_door();

  Transaction& tx_;
  std::int64_t told_by_;
};

}  // namespace hub::store
