// From a row of any layout to one resource. What is repaired or left out says so in a warning.
#pragma once

#include "plugins/chiiki/form.hpp"
#include "tsunagu/record.hpp"

namespace chiiki {

record::Resource resource_of(const Facts& facts);

/// Name and number of who runs it.
record::Field<record::Organization> organization_of(const Facts& facts);

void add_place(record::Resource& resource, const Facts& facts);
void add_reach(record::Resource& resource, const Facts& facts);
void add_times(record::Resource& resource, const Facts& facts);
void add_offer(record::Resource& resource, const Facts& facts);

}  // namespace chiiki
