#include "hub/profile/agenda.hpp"

#include <algorithm>

namespace hub::profile {
namespace {

using base::Kind;
using base::Result;
using domain::LegalBasis;

/// 茅ヶ崎市: consented cases are the 重層的支援会議, the others the 支援会議.
const ForumFunction* by_consent(const Forum& forum, bool consented, const domain::LegalBases& bases,
                                base::UtcMillis at) {
  for (const ForumFunction& function : forum.functions) {
    const LegalBasis* row = bases.find(function.basis.code, at);
    if (row != nullptr && row->consent_needed == consented) return &function;
  }
  return nullptr;
}

const ForumFunction* named(const Forum& forum, std::string_view code) {
  const auto found =
      std::find_if(forum.functions.begin(), forum.functions.end(),
                   [code](const ForumFunction& function) { return function.basis == code; });
  return found == forum.functions.end() ? nullptr : &*found;
}

const ForumFunction* function_of(const Forum& forum, const AgendaItem& item,
                                 const domain::LegalBases& bases, base::UtcMillis at) {
  if (!item.chosen.empty()) return named(forum, item.chosen);
  if (forum.choice == Choice::by_consent) return by_consent(forum, item.consented, bases, at);
  return forum.choice == Choice::fixed && !forum.functions.empty() ? &forum.functions.front()
                                                                   : nullptr;
}

}  // namespace

Result<const LegalBasis*> ground_of(const Forum& forum, const AgendaItem& item,
                                    const domain::LegalBases& bases, base::UtcMillis at) {
  if (!forum.personal_data)
    return base::fail(Kind::forbidden, "no person may be a topic of forum " + forum.code);
  const ForumFunction* function = function_of(forum, item, bases, at);
  if (function == nullptr)
    return base::fail(Kind::invalid, "the item names none of the functions of forum " + forum.code +
                                         ": choose one and record it with the item");
  if (function->extent == Extent::part && !item.declared_part)
    return base::fail(Kind::invalid, function->basis.code + " holds for a part of forum " +
                                         forum.code + " only: record that it was declared so");
  const LegalBasis* row = bases.find(function->basis.code, at);
  if (row == nullptr)
    return base::fail(Kind::invalid, "ground " + function->basis.code + " is not in force then");
  if (forum.choice == Choice::by_consent && row->consent_needed && !item.consented)
    return base::fail(Kind::invalid, "without consent the item of forum " + forum.code +
                                         " can't be heard on " + row->code);
  return row;
}

}  // namespace hub::profile
