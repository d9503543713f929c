// A text inside a report in XML (JUnit's), whatever an adapter put into it.
#pragma once

#include <string>
#include <string_view>

namespace tsunagu::wire {

/// `utf8` for an attribute or for between two tags of XML 1.0. A line's end stays one in both;
/// other control characters, U+FFFE and U+FFFF, which make a document unreadable, are left out.
std::string in_xml(std::string_view utf8);

}  // namespace tsunagu::wire
