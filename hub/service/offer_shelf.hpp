// All resources as matching needs them, held in memory until one of them changes: opening thousands
// of rows for each person would cost more than matching does.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "hub/service/context.hpp"
#include "hub/service/resource_facts.hpp"

namespace hub::service {

/// Towns and areas of the municipality as keys that compare (normalize/town_key.hpp).
class Towns {
 public:
  Towns(const Book& book, const normalize::Tables& tables, base::UtcMillis at);
  /// Empty where the text is in no town of the municipality.
  [[nodiscard]] std::string town_of(std::string_view text) const;
  [[nodiscard]] std::string area_of(const std::string& town) const;
  [[nodiscard]] const std::string& city() const noexcept { return city_; }

 private:
  const normalize::Tables& tables_;
  std::string city_;
  std::map<std::string, std::string> areas_;  // by town
};

matching::Offer offer_of(const ResourceFacts& facts, const Towns& towns);

using Offers = std::vector<matching::Offer>;

/// Any thread.
class OfferShelf {
 public:
  /// Those that are active, as they are in the reader's view; their areas are of today.
  std::shared_ptr<const Offers> offers(store::Reader& reader, const Context& context);

 private:
  std::mutex mutex_;
  store::ResourceState state_;
  std::shared_ptr<const Book> book_;
  std::chrono::year_month_day day_;
  std::shared_ptr<const Offers> offers_;
};

}  // namespace hub::service
