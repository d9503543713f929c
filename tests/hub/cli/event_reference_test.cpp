#include "hub/cli/event_reference.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/places.hpp"

namespace hub::cli {
namespace {

TEST(EventReference, is_the_page_of_the_documents) {
  std::ifstream file(std::string(tests::in_source()) + "/docs/events.md");
  std::ostringstream page;
  page << file.rdbuf();
  std::ostringstream made;
  write_event_reference(made);
  EXPECT_EQ(page.str(), made.str()) << "tsunagu event list --markdown > docs/events.md";
}

}  // namespace
}  // namespace hub::cli
