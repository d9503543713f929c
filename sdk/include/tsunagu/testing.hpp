// A fake host, for an adapter's own tests: bytes in, records and problems out, in this process.
//
//   tsunagu::testing::FakeHost host(tsunagu::table_of<Kaigo>(), {{"municipality", "092142"}});
//   const auto decoded = host.decode({.feed = "consultations", .bytes = bytes});
//   EXPECT_EQ(tsunagu::testing::golden(host, TSUNAGU_SOURCE_DIR "/plugins/kaigo/testdata",
//                                      "consultations", "r6.csv"), "");
//
// No manifest is consulted: give every setting that the adapter reads. Not for several threads.
#pragma once

#include "tsunagu/testing/fake_host.hpp"
#include "tsunagu/testing/golden.hpp"
