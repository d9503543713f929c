// The SDK's form of whatever is declared, under the hub's own name: patterns and mappings share it.
#pragma once

#include "tsunagu/condition.hpp"

namespace hub::domain {

using tsunagu::condition::FieldSet;
using tsunagu::condition::FieldWord;
using tsunagu::condition::judge;
using tsunagu::condition::Judged;
using tsunagu::condition::Predicate;
using tsunagu::condition::Said;
using tsunagu::condition::SaidOf;
using tsunagu::condition::Vocabulary;
using tsunagu::condition::WholeRange;

}  // namespace hub::domain
