// expect: conversion from|no viable conversion
#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  const std::string out = name();
#else
  const std::string out(name().labels().has(hub::domain::Item::tax) ? "tax" : "");
#endif
}
