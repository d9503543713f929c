// expect: conversion from|no viable conversion
#include <string_view>

#include "tests/compile_fail/person.hpp"

void use() {
#ifdef OFFENCE
  const std::string_view out = name();
#else
  const std::string_view out = disclosure().recipient();
#endif
}
