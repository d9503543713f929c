// What every use case works with. Made once by the daemon and borrowed everywhere; the book of
// configuration is exchanged as a whole on reload.
#pragma once

#include <memory>
#include <mutex>

#include "hub/base/clock.hpp"
#include "hub/base/random.hpp"
#include "hub/normalize/tables.hpp"
#include "hub/profile/configuration.hpp"
#include "hub/service/weights.hpp"
#include "hub/store/database.hpp"

namespace hub::service {

/// Everything that is configuration and law as data. Immutable.
using Book = profile::Configuration;

/// Any thread.
class Context {
 public:
  /// Borrows all but the book.
  Context(store::Database& database, const normalize::Tables& normalizing,
          const base::Clock& passed_clock, base::Random& passed_random,
          std::shared_ptr<const Book> book)
      : db(database),
        tables(normalizing),
        clock(passed_clock),
        random(passed_random),
        book_(std::move(book)),
        weights_(standard_weights(book_->settings.linkage)) {}

  /// The book as it is now; keep it for one use case, so that a reload changes nothing in between.
  [[nodiscard]] std::shared_ptr<const Book> book() const {
    const std::lock_guard lock(mutex_);
    return book_;
  }
  void exchange(std::shared_ptr<const Book> book) {
    const std::lock_guard lock(mutex_);
    book_ = std::move(book);
  }

  /// What linkage weighs by; keep it for one delivery.
  [[nodiscard]] std::shared_ptr<const Weights> weights() const {
    const std::lock_guard lock(mutex_);
    return weights_;
  }
  void exchange(std::shared_ptr<const Weights> weights) {
    const std::lock_guard lock(mutex_);
    weights_ = std::move(weights);
  }

  store::Database& db;
  const normalize::Tables& tables;
  const base::Clock& clock;
  base::Random& random;

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Book> book_;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace hub::service
