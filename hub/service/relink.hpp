// Links everything anew: with weights that a municipality's own records gave, or with thresholds
// and rules that changed. Works in pieces between requests; the persons stand as they were until a
// piece reaches them.
#pragma once

#include <functional>

#include "hub/linkage/model_text.hpp"
#include "hub/service/context.hpp"

namespace hub::service {

/// The weights of this installation, beside its database: a file that a person can read.
using linkage::model_file;

/// What the file in the data folder says, or the standard weights where there never was one. The
/// store keeps it sealed, so that a backup carries it: after a restore the file is written anew. A
/// failure names its line.
base::Result<std::shared_ptr<const Weights>> load_weights(Context& context);

struct RelinkProgress {
  std::int64_t records = 0;
  std::int64_t records_in_all = 0;
};
/// False: stop. Begun again, it begins at the first record; in between each person stands as one
/// piece or the last one before left it, and what comes is linked by the new weights.
using OnRelinked = std::function<bool(const RelinkProgress&)>;

/// By the file and hub.yaml as they are now. One at a time.
base::Result<RelinkProgress> rebuild_links(Context& context, std::string_view actor,
                                           const OnRelinked& see);
/// Estimates the weights from all records, keeps them in the file, and links all anew. Memory: 100
/// bytes a record until it is estimated.
base::Result<RelinkProgress> estimate_links(Context& context, std::string_view actor,
                                            const OnRelinked& see);

}  // namespace hub::service
