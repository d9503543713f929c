#include "hub/verify/walk.hpp"

#include <algorithm>

#include "hub/verify/digest.hpp"
#include "hub/verify/erasures.hpp"

namespace hub::verify {
namespace {

constexpr char body_version = 2;
constexpr char inline_version = 1;  // the body is the contents themselves

bool is_ours(const Note& note, const std::vector<Key>& keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](const Key& key) { return key.name == note.origin; });
}

std::vector<Note> all_notes(Log& log, const std::vector<Key>& keys,
                            const std::vector<Note>& outside) {
  std::vector<Note> notes;
  if (keys.empty()) return notes;
  for (const Note& note : outside) {
    if (is_ours(note, keys)) notes.push_back(note);
  }
  for (const std::string& note : log.notes())
    notes.push_back(read_note(note, keys));
  std::stable_sort(notes.begin(), notes.end(),
                   [](const Note& left, const Note& right) { return left.rows < right.rows; });
  return notes;
}

class Walk {
 public:
  Walk(Log& log, std::vector<Note> notes) : log_(log), notes_(std::move(notes)) {
    next_ = notes_.cbegin();
  }

  Report run() {
    see_notes();
    for (Row row; !report_.fault && log_.next(row);)
      see(row);
    if (!report_.fault) see_end();
    report_.erased = erasures_.count();
    return report_;
  }

 private:
  using What = Fault::What;

  void see(const Row& row) {
    const std::int64_t seq = report_.rows + 1;
    if (row.seq != seq) return fault(What::gap, seq);
    const Digest made = hasher_.add(view_of(chain_))
                            .add_number(static_cast<std::uint64_t>(row.seq))
                            .add_number(static_cast<std::uint64_t>(row.at_ms))
                            .add(row.body)
                            .finish();
    if (view_of(made) != row.chain) return fault(What::edited, seq);
    see_contents(row);
    if (report_.fault) return;
    chain_ = made;
    report_.rows = seq;
    see_time(row);
    see_notes();
  }

  void see_contents(const Row& row) {
    const char version = row.body.empty() ? '\0' : row.body.front();
    if (version == inline_version && !row.has_contents) return erasures_.read(row.seq, row.body);
    if (version != body_version) return fault(What::edited, row.seq);
    if (!row.has_contents) return erasures_.gone(row.seq);
    const Digest digest = hasher_.add_number(row.salt.size())
                              .add(row.salt)
                              .add_number(row.contents.size())
                              .add(row.contents)
                              .finish();
    constexpr std::size_t head = 9;  // the version, and the digest's length
    if (row.body.size() != head + digest.size() || row.body.substr(head) != view_of(digest))
      return fault(What::contents, row.seq);
    erasures_.read(row.seq, row.contents);
  }

  void see_time(const Row& row) {
    if (report_.rows > 1 && row.at_ms - last_ms_ > report_.silence_ms) {
      report_.silence_ms = row.at_ms - last_ms_;
      report_.silence_row = row.seq;
    }
    last_ms_ = row.at_ms;
  }

  void see_notes() {
    for (; !report_.fault && next_ != notes_.cend() && next_->rows <= report_.rows; ++next_)
      see(*next_);
  }
  void see(const Note& note) {
    if (!note.good) return fault(What::checkpoint, note.rows);
    if (note.rows != report_.rows || note.hash != view_of(chain_))
      return fault(What::rewritten, report_.proved + 1, note.rows);
    ++report_.checkpoints;
    report_.proved = note.rows;
  }

  /// The log's own word of where it ends; then checkpoints of rows that are not there.
  void see_end() {
    if (const auto taken = erasures_.first_taken()) return fault(What::taken, *taken);
    const auto end = log_.end();
    const bool fits =
        end && end->seq == report_.rows && (report_.rows == 0 || end->chain == view_of(chain_));
    if (!fits) return fault(What::cut, report_.rows + 1);
    if (next_ == notes_.cend()) return;
    if (!next_->good) return fault(What::checkpoint, next_->rows);
    fault(What::cut, report_.rows + 1, next_->rows);
  }

  void fault(What what, std::int64_t row, std::int64_t until = 0) {
    report_.fault = Fault{what, row, std::max(row, until)};
  }

  Log& log_;
  std::vector<Note> notes_;
  std::vector<Note>::const_iterator next_;
  Hasher hasher_;
  Digest chain_{};
  Erasures erasures_;
  std::int64_t last_ms_ = 0;
  Report report_;
};

}  // namespace

Report walk(Log& log, const std::vector<Key>& keys, const std::vector<Note>& outside) {
  return Walk(log, all_notes(log, keys, outside)).run();
}

}  // namespace hub::verify
