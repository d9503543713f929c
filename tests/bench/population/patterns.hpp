// Which patterns (DOMAIN 5.5) a household shows: from the truth of who is whose child, carer and
// housemate, and from what the desks recorded. It says the rules anew and shares no code with the
// hub.
#pragma once

#include <cstdint>
#include <span>

#include "tests/bench/population/contacts.hpp"

namespace bench::population {

/// Bits of Pattern. `rows` are the unit's, in the order of `contacts`.
///
/// 8050: somebody of 75 or in care and a child of 40 to 64, and one field knows the parent and
/// another the child's withdrawal, work, mind, disability or livelihood. DOUBLE_CARE: whoever came
/// to 介護 about somebody in care, and cares for them (介護方法), is a guardian of a child in
/// 子ども. YOUNG_CARER: a child with ヤングケアラー, and another with care, a disability or illness
/// of the mind. MULTI_FIELD: at least two are known, together to at least two fields.
/// PARENT_DISABILITY: a parent with 手帳 and a child in 子ども. SINGLE_MULTI: one person in three
/// fields. A field knows whom its records are about; not who is only named beside a child. Where no
/// desk wrote a birthday, nobody is of any age.
std::uint8_t patterns_of(const Unit& unit, const House& house, std::span<const Contact> contacts,
                         std::span<const Row> rows);

}  // namespace bench::population
