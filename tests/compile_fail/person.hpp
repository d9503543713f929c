// What the snippets have at hand: a name that is sealed, and an answer of the gate.
#pragma once

#include <string>

#include "hub/domain/disclosure.hpp"

const hub::domain::Sealed<std::string>& name();
const hub::domain::Disclosure& disclosure();
