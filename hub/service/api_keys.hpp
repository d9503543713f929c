// API keys of partners' own systems: issued, renewed and revoked by whoever runs the machine, for
// partners of partners.yaml. A key is shown once; the store holds a keyed token of it. Two may be
// live, so that one follows the other without a gap.
#pragma once

#include <string>
#include <string_view>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/api_keys.hpp"

namespace hub::service {

inline constexpr std::string_view api_key_mark = "tsn_";
inline constexpr std::size_t api_key_prefix = 12;  ///< `tsn_` and eight digits
inline constexpr std::size_t api_key_size = 77;    ///< the prefix, `_` and 64 digits
inline constexpr std::size_t live_api_keys = 2;
inline constexpr std::chrono::days api_key_overlap(14);  ///< of a rotation

/// What its bearer is told once.
struct FreshApiKey {
  std::string key;
  std::string until;  ///< the last day in Japan on which it counts
};

/// What is stored of a key, and what an edge compares.
crypto::WideToken api_key_verifier(const crypto::Keys& keys, std::string_view key);
bool is_live(const store::StoredApiKey& key, base::UtcMillis at);

/// `until`: an ISO day, at most three years from now; empty: the end of the fiscal year. `conflict`
/// where two are live.
base::Result<FreshApiKey> add_api_key(Context& context, const std::string& partner,
                                      const std::string& until, std::string_view asker);
/// Another key; the partner's live one counts for two weeks more.
base::Result<FreshApiKey> rotate_api_key(Context& context, const std::string& partner,
                                         std::string_view asker);
/// At once. `prefix`: what the key begins with.
base::Result<> revoke_api_key(Context& context, const std::string& prefix, std::string_view asker);

/// `apiKey` lines by partner, with their states.
Shown view_api_keys(store::Reader& reader, base::UtcMillis at, const ViewSink& sink);

}  // namespace hub::service
