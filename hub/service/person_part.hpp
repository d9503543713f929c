// One person's records as far as the gate lets them go to one recipient in one matter, and its
// answers: each datum is asked about, what is masked is named, what is denied is absent. Reads
// only; lives as long as the transaction.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "hub/codec/packet.hpp"
#include "hub/codec/record.hpp"
#include "hub/service/about.hpp"
#include "hub/service/disclosure_log.hpp"
#include "hub/service/situation.hpp"

namespace hub::service {

/// A name for `of` that holds in this matter, and tells nothing beyond it.
std::string pseudonym(const crypto::Keys& keys, std::string_view matter, std::string_view of);

class PersonPart {
 public:
  PersonPart(store::Reader& reader, const Book& book, About about, const Asking& asking,
             base::UtcMillis at)
      : reader_(reader),
        book_(book),
        about_(std::move(about)),
        situated_(reader, book, about_, asking, at) {}

  /// Whether it may be told who the person is at all.
  bool may_be_named() { return naming().allowed(); }
  const domain::Disclosure& naming() { return answer(domain::Item::identity).disclosure; }
  Answered& answer(domain::Labels labels, const Released& released = {});
  /// What was released of these records, before they are added.
  void release(std::map<store::RecordRow, Released> releases) { releases_ = std::move(releases); }

  /// `matter`: the id under which the recipient knows it. `origin`: the referring record, the one
  /// referral that is shown.
  void add_to(std::vector<codec::PacketRecord>& records, std::string_view matter,
              store::RecordRow origin = {});
  void take(std::vector<Answered>& answers);
  /// Who holds material of the 要対協: the pointer that GATE 10 leaves of it.
  [[nodiscard]] const std::set<domain::SourceId>& pointers() const noexcept { return pointers_; }

 private:
  void show(const codec::Record& record, const store::StoredRecord& stored, std::string_view matter,
            std::vector<codec::PacketRecord>& records);

  store::Reader& reader_;
  const Book& book_;
  About about_;
  Situated situated_;
  std::map<std::uint32_t, Answered> answers_;  // by labels, and what was released of the record
  std::map<store::RecordRow, Released> releases_;
  std::set<domain::SourceId> pointers_;
};

}  // namespace hub::service
