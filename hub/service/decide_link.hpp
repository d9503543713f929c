// What an officer answers to `link review`, with or without a signal about a household: two persons
// are one, or two; and that he takes back what was said.
#pragma once

#include <string>

#include "hub/service/context.hpp"
#include "hub/service/view.hpp"
#include "hub/store/link_words.hpp"

namespace hub::service {

/// Two names as named_records.hpp reads them.
struct LinkWish {
  std::string one;
  std::string other;
};

/// `forbidden` for whoever is no officer; `not_found` where either is not there for him; `invalid`
/// where nobody is asked about the two; `conflict` as join_two() says.
base::Result<> confirm_link(Context& context, const LinkWish& wish, const std::string& asker);
/// The same; and two records that a rule made one person's, each named by itself.
base::Result<> reject_link(Context& context, const LinkWish& wish, const std::string& asker);
/// `not_found` where it does not stand, or is about somebody of whom he may not know.
base::Result<> undo_word(Context& context, const store::LinkWordId& word, const std::string& asker);

/// What officers decided, the newest first, what was taken back too.
Shown list_decided(store::Reader& reader, const Looker& looker, std::size_t at_most,
                   const ViewSink& sink);

}  // namespace hub::service
