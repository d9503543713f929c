// expect: conversion from|no viable conversion|no matching
#include <nlohmann/json.hpp>

#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  const nlohmann::json out = name();
#else
  const nlohmann::json out = name().labels().bits();
#endif
}
