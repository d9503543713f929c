// The one predicate form as YAML, over the vocabulary of whoever declares something:
//
//   {field: age, ge: 75}                     {field: concern, in: [MENTAL, DEBT]}
//   {field: age, in: [40-64]}                {field: relationship, absent: true}
//   {field: lives_with, eq: "yes"}           {all: […]}   {any: […]}
#pragma once

#include "hub/domain/predicate.hpp"
#include "hub/profile/yaml_node.hpp"

namespace hub::profile {

/// Reports fields, words and tests that the vocabulary doesn't know, each with its place and the
/// nearest right one.
domain::Predicate read_predicate(const Node& node, domain::Vocabulary vocabulary,
                                 Problems& problems);

}  // namespace hub::profile
