// The one lawful way to take anything out of the audit log: contents whose time is over
// (個人情報保護法22条). A row that names what is erased comes first, in the same transaction; the
// triggers refuse every other way.
#pragma once

#include <vector>

#include "hub/audit/erasure.hpp"
#include "hub/store/transaction.hpp"

namespace hub::store {

/// Rows older than `before` that still have contents, without those that tell of erasures: they are
/// what proves that the others were erased and not taken.
std::vector<audit::Range> erasable_before(Reader& reader, base::UtcMillis before);

/// Erases the contents and whom they were about; returns how many rows. `basis`: the retention rule
/// that asks for it. Run `Writer::forget_log` afterwards, so that the bytes leave the disk too.
std::int64_t erase_contents(Transaction& tx, const std::vector<audit::Range>& rows,
                            std::string_view actor, std::string_view basis);

}  // namespace hub::store
