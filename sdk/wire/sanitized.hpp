// Whether AddressSanitizer is built in. It reserves terabytes of address space and holds back what
// was freed, so that neither a limit nor a measure of memory tells anything of an adapter.
#pragma once

#if defined(__SANITIZE_ADDRESS__)  // g++
#define TSUNAGU_SANITIZED 1
#elif defined(__has_feature)  // clang++
#if __has_feature(address_sanitizer)
#define TSUNAGU_SANITIZED 1
#endif
#endif

namespace tsunagu::wire {

#ifdef TSUNAGU_SANITIZED
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

}  // namespace tsunagu::wire
