// The paper of a seat as text, and below a line that says so, what the secretariat keeps: what was
// withheld and why. Both are the daemon's answer to `sitting.packet`. Always in Japanese.
#pragma once

#include "hub/cli/answer.hpp"

namespace hub::cli {

class Page;

void write_sitting_paper(Page& page, const Answer& answer);
/// 「× 世帯の方の税の情報：…［地方税法22条］ → …」, one item a person and reason.
void write_withheld(Page& page, const Answer& answer);

}  // namespace hub::cli
